#pragma once

#include "sync/server/http/server.h"

namespace vouch::http {

/// Methods and path patterns → handlers. Fill it, then give it to a server:
///     options.admit = router.admission();  Server server(options, router.handler());
/// Both keep a copy of the routes as they are at that moment.
class Router
{
public:
    struct Route
    {
        std::string method;
        /// "/api/v1/stores/{store}": a part in braces stands for one segment that is not empty.
        std::string pattern;
        Handler handler;
        /// A longer body is refused with 413 before it is read.
        std::uint64_t maxBody = 0;
    };

    /// A method and a pattern once only: a second one is never reached. HEAD goes to GET's handler
    /// unless it has its own; the server leaves the body out.
    void add(std::string method, std::string pattern, Handler handler, std::uint64_t maxBody = 0);

    const std::vector<Route> &routes() const { return m_routes; }

    /// 404 and 405 (with Allow) by the header alone, else the route's maxBody.
    Server::Admit admission() const;
    Handler handler() const;

private:
    std::vector<Route> m_routes;
};

} // namespace vouch::http
