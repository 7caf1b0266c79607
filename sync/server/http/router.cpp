#include "sync/server/http/router.h"

#include <algorithm>

namespace vouch::http {

namespace {

using Route = Router::Route;

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// The first segment of `path`, taken off it together with the slash before it.
std::string_view takeSegment(std::string_view &path)
{
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

/// What the pattern's parameters stand for in `path`; nothing if it does not match.
std::optional<Parameters> match(std::string_view pattern, std::string_view path)
{
    Parameters parameters;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view expected = takeSegment(pattern);
        const std::string_view actual = takeSegment(path);
        if (isParameter(expected) && !actual.empty())
            parameters.emplace(expected.substr(1, expected.size() - 2), actual);
        else if (expected != actual)
            return std::nullopt;
    }
    if (!pattern.empty() || !path.empty())
        return std::nullopt;
    return parameters;
}

struct Choice
{
    const Route *route = nullptr;
    Parameters parameters;
    /// The methods of all routes with that path.
    std::vector<std::string> methods;
};

/// Of several matching routes the one with the fewest parameters.
Choice choose(const std::vector<Route> &routes, std::string_view method, std::string_view path)
{
    Choice choice;
    for (const Route &route : routes) {
        auto parameters = match(route.pattern, path);
        if (!parameters)
            continue;
        choice.methods.push_back(route.method);
        const bool fewer = !choice.route || parameters->size() < choice.parameters.size();
        if (route.method == method && fewer) {
            choice.route = &route;
            choice.parameters = std::move(*parameters);
        }
    }
    if (!choice.route && method == "HEAD")
        return choose(routes, "GET", path);
    return choice;
}

Response refusal(const Request &request, std::vector<std::string> methods)
{
    if (methods.empty()) {
        return problem(
            404, code::notFound,
            "There is nothing at " + request.path + ". /api/v1/openapi.json lists what there is.");
    }
    if (std::find(methods.begin(), methods.end(), "GET") != methods.end())
        methods.push_back("HEAD");
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    std::string allow;
    for (const std::string &method : methods)
        allow += (allow.empty() ? "" : ", ") + method;
    Response response = problem(
        405, code::methodNotAllowed,
        request.path + " takes " + allow + ", not " + request.method + ".");
    response.headers.set("Allow", allow);
    return response;
}

} // namespace

void Router::add(std::string method, std::string pattern, Handler handler, std::uint64_t maxBody)
{
    m_routes.push_back({std::move(method), std::move(pattern), std::move(handler), maxBody});
}

Server::Admit Router::admission() const
{
    return [routes = m_routes](const Request &request) -> Server::Admission {
        Choice choice = choose(routes, request.method, request.path);
        if (!choice.route)
            return refusal(request, std::move(choice.methods));
        return choice.route->maxBody;
    };
}

Handler Router::handler() const
{
    return [routes = m_routes](Request request, Responder respond) {
        Choice choice = choose(routes, request.method, request.path);
        if (!choice.route)
            return respond(refusal(request, std::move(choice.methods)));
        request.parameters = std::move(choice.parameters);
        choice.route->handler(std::move(request), std::move(respond));
    };
}

} // namespace vouch::http
