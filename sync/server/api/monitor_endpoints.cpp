#include "sync/server/api/api_parts.h"

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/problem.h"
#include "sync/server/store/store.h"

#include <mutex>

namespace vouch::server {

namespace {

/// With less than this free, the next back-up or checkpoint may not fit.
constexpr std::int64_t leastFreeBytes = std::int64_t(64) << 20;

/// What stands in the way, looked at once a second at most and by one request at a time, whoever
/// and how many ask: a look is a write, and waits when the writer is stuck.
class Readiness
{
public:
    explicit Readiness(const ApiParts &parts)
        : m_parts(parts)
    {
    }

    std::vector<Failure> obstacles()
    {
        std::unique_lock lock(m_mutex);
        const auto now = m_parts.clock.monotonicMs();
        const bool isFresh = m_lookedAt && now - *m_lookedAt < restMs;
        if (isFresh || m_isLooking)
            return m_obstacles;
        m_isLooking = true;
        lock.unlock();
        auto found = m_parts.store.obstacles(leastFreeBytes);
        lock.lock();
        m_isLooking = false;
        m_lookedAt = m_parts.clock.monotonicMs();
        return m_obstacles = std::move(found);
    }

private:
    static constexpr std::int64_t restMs = 1000;

    const ApiParts &m_parts;
    std::mutex m_mutex;
    bool m_isLooking = false;
    std::optional<std::int64_t> m_lookedAt;
    std::vector<Failure> m_obstacles{
        {"writer-busy", "The server starts; it has not looked yet.", {}}};
};

Result<http::Response> ready(Readiness &readiness)
{
    const auto obstacles = readiness.obstacles();
    json::array reasons;
    for (const auto &obstacle : obstacles)
        reasons.push_back(json::object{{"code", obstacle.code}, {"message", obstacle.message}});
    auto response = jsonReply(
        json::serialize(json::object{
            {"status", obstacles.empty() ? "ready" : "not-ready"},
            {"reasons", std::move(reasons)}}),
        obstacles.empty() ? 200 : 503);
    if (!obstacles.empty())
        response.headers.set("Retry-After", "5");
    return response;
}

/// With a token: who has it. Without one: who asks from this machine and not through a proxy, whose
/// requests come from the loopback too.
bool mayRead(const std::string &token, const http::Request &request)
{
    constexpr std::string_view scheme = "bearer ";
    const auto given = request.headers.value("Authorization");
    if (!token.empty())
        return given.size() > scheme.size() &&
               http::equalIgnoringCase(given.substr(0, scheme.size()), scheme) &&
               crypto::equalConstantTime(given.substr(scheme.size()), token);
    for (const auto *trace : {"Forwarded", "X-Forwarded-For", "Via"})
        if (request.headers.find(trace))
            return false;
    return isLoopback(request.peer);
}

Result<http::Response> metrics(const ApiParts &parts, const Exchange &exchange)
{
    if (!mayRead(parts.options.metricsToken, exchange.request))
        return Failure{
            std::string(protocol::code::forbidden),
            "Figures are for who has the token of --metrics-token-file, or without one for this "
            "machine alone.",
            {}};
    const auto figures = parts.store.figures();
    if (!figures)
        return figures.failure();
    ServerMetrics::Now now;
    now.store = *figures;
    now.listeners = parts.feed.hub()->listeners();
    if (parts.options.httpStatistics)
        now.http = parts.options.httpStatistics();
    auto response = http::reply(200, metricsType, parts.metrics->text(now));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void addMonitorEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/healthz",
         .summary = "Whether the server is alive.",
         .access = Access::forAnyone(),
         .answers = {{200, "application/json", "Health"}},
         .call = answering([](const Exchange &) -> Result<http::Response> {
             return jsonReply(R"({"status":"ok"})");
         })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/readyz",
         .summary = "Whether it can take answers now: the database can be written, the disk has "
                    "room, the writer keeps up. 503 says what does not.",
         .access = Access::forAnyone(),
         .answers =
             {{200, "application/json", "Readiness"}, {503, "application/json", "Readiness"}},
         .call = answering([readiness = std::make_shared<Readiness>(parts)](const Exchange &) {
             return ready(*readiness);
         })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/metrics",
         .summary =
             "Figures for Prometheus: how the server works, no score. With the metrics token "
             "as bearer token; when none is set, from the server's own machine only, and "
             "not through a proxy.",
         .access = Access::forAnyone(),
         .answers = {{200, std::string(metricsType), {}}},
         .problems = {403},
         .call = answering([&parts](const Exchange &e) { return metrics(parts, e); })});
}

} // namespace vouch::server
