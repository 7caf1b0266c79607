#pragma once

#include "sync/server/api/endpoint.h"
#include "sync/server/api/token_buckets.h"

#include <memory>

namespace vouch::server {

struct ApiParts;
class StateFeed;

/// The server's HTTP interface: the contract between the ends (v1), the page and its session.
class Api
{
public:
    struct Options
    {
        std::string chainName; ///< as kiosks are told
        Log log;
        Observe observe{};
        Rate perDevice{};  ///< requests of one tablet, for each operation
        Rate perAddress{}; ///< requests of one address; the loopback, where proxies are, has none
        std::string metricsToken{}; ///< who reads the figures; empty: this machine
        std::function<http::Server::Statistics()> httpStatistics{};
        std::string version{};
    };

    /// `store`, `feed` and `clock` outlive this; this outlives the server that has its router.
    Api(Store &store, StateFeed &feed, const Clock &clock, Options options);
    ~Api();

    const std::vector<Endpoint> &endpoints() const { return m_endpoints; }
    http::Router router() const;

    /// What the header alone decides, hardened like every answer.
    static http::Server::Admit admission(const http::Router &router, Observe observe = {});
    /// Counts requests in the figures and tells them to Options::observe.
    Observe observer() const;

private:
    std::unique_ptr<ApiParts> m_parts;
    std::vector<Endpoint> m_endpoints;
};

} // namespace vouch::server
