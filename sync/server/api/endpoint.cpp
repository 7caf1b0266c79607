#include "sync/server/api/endpoint.h"

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/attempt_limiter.h"
#include "sync/server/api/entity_tag.h"
#include "sync/server/api/problem.h"
#include "sync/server/api/response_encoding.h"
#include "sync/server/store/store.h"

#include <algorithm>
#include <chrono>
#include <exception>

namespace vouch::server {

namespace {

constexpr std::string_view contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

Failure malformed(std::string message, std::string where)
{
    return {std::string(protocol::code::malformed), std::move(message), std::move(where)};
}

Result<void> checkParameters(const Endpoint &endpoint, const http::Parameters &query)
{
    if (endpoint.isPage)
        return {}; // links in mails bring parameters of their own
    for (const auto &[name, value] : query) {
        const auto known = std::find_if(
            endpoint.parameters.begin(), endpoint.parameters.end(),
            [&](const Parameter &parameter) { return parameter.name == name; });
        if (known == endpoint.parameters.end())
            return malformed("There is no such parameter here; see /api/v1/openapi.json.", name);
        const auto &values = known->values;
        if (!values.empty() && std::find(values.begin(), values.end(), value) == values.end())
            return malformed("This parameter does not have that value.", name);
    }
    return {};
}

/// Readers of the feed look for what went wrong in a member of their own, and in JSON that is
/// called nothing else.
void addODataError(http::Response &problem, const http::Request &request)
{
    auto body = parseJson(problem.body);
    auto *object = body ? body->if_object() : nullptr;
    if (!object)
        return;
    json::object error{{"code", object->at("code")}, {"message", object->at("detail")}};
    (*object)["error"] = std::move(error);
    problem.body = json::serialize(*object);
    if (request.headers.value("Accept").find("application/json") != std::string_view::npos)
        problem.headers.set("Content-Type", "application/json");
}

} // namespace

void Exchange::refuse(const Failure &failure) const
{
    if (statusOf(failure.code) == 500 && log)
        log(request.method + " " + route + " [" + id + "]: " + failure.text());
    auto response = problemOf(failure);
    if (response.status == 401)
        response.headers.set(
            "WWW-Authenticate",
            basic ? "Basic realm=\"Vouch: an API token as password\"" : "Bearer");
    if (response.status == 503)
        response.headers.set("Retry-After", "2");
    if (basic)
        addODataError(response, request);
    respond(std::move(response));
}

std::function<void(Exchange)>
answering(std::function<Result<http::Response>(const Exchange &)> work)
{
    return [work = std::move(work)](Exchange exchange) {
        auto response = work(exchange);
        if (response)
            exchange.respond(std::move(*response));
        else
            exchange.refuse(response.failure());
    };
}

http::Response jsonReply(std::string body, int status)
{
    auto response = http::reply(status, "application/json", std::move(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

http::Response emptyReply()
{
    http::Response response;
    response.status = 204;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

http::Response hardened(http::Response response)
{
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("Content-Security-Policy", contentSecurityPolicy);
    return response;
}

namespace {

/// What every answer goes through on its way out. Keeps of the request what that needs.
class Output
{
public:
    Output(
        const Endpoint &endpoint, const http::Request &request, std::string id, Observe observe,
        http::Responder answer)
        : m_acceptEncoding(request.headers.value("Accept-Encoding"))
        , m_answer(std::move(answer))
        , m_observe(std::move(observe))
        , m_handled{std::move(id), request.method, endpoint.pattern, 0, 0}
    {
        m_isTagged =
            std::any_of(endpoint.answers.begin(), endpoint.answers.end(), [](const Answer &each) {
                return each.status == 304;
            });
        m_known.headers.set("If-None-Match", request.headers.value("If-None-Match"));
    }

    void operator()(http::Response response) const
    {
        if (m_isTagged && response.status == 200 && !response.source &&
            !response.headers.find("ETag")) {
            const auto tag = entityTag(response.body);
            response = conditional(m_known, tag, std::move(response));
        }
        response.headers.set(requestIdHeader, m_handled.id);
        if (m_observe) {
            auto handled = m_handled;
            handled.status = response.status;
            handled.seconds = std::chrono::duration<double>(Time::now() - m_begun).count();
            m_observe(handled);
        }
        m_answer(hardened(encodedFor(m_acceptEncoding, std::move(response))));
    }

private:
    std::string m_acceptEncoding;
    http::Responder m_answer;
    Observe m_observe;
    Handled m_handled;
    using Time = std::chrono::steady_clock;
    Time::time_point m_begun = Time::now();
    bool m_isTagged = false;
    http::Request m_known; ///< holds If-None-Match only
};

} // namespace

namespace {

/// An answer instead of the call, when there are too many requests. What a tablet asks counts by
/// itself for each operation: no polling holds up the answers that it brings.
std::optional<http::Response> slowed(const Around &around, const Exchange &exchange)
{
    const auto &peer = exchange.request.peer;
    const auto &device = exchange.caller.device;
    std::optional<std::int64_t> wait;
    if (device && around.perDevice)
        wait = around.perDevice->take(device->id.text() + " " + exchange.route);
    else if (!device && around.perAddress && !isLoopback(peer))
        wait = around.perAddress->take(addressKey(peer));
    if (!wait)
        return std::nullopt;
    return tooManyRequests(*wait, "More requests than this server takes. Wait, then go on.");
}

void handle(const Endpoint &endpoint, const Store &store, const Around &around, Exchange exchange)
{
    const auto known = checkParameters(endpoint, exchange.request.query);
    auto caller = admit(store, exchange.request, endpoint.access);
    if (caller)
        exchange.caller = std::move(*caller);
    if (auto answer = slowed(around, exchange))
        return exchange.respond(std::move(*answer));
    if (!caller)
        return exchange.refuse(caller.failure());
    if (!known)
        return exchange.refuse(known.failure());
    endpoint.call(exchange);
}

} // namespace

std::string requestId()
{
    return crypto::toHex(crypto::randomBytes(8));
}

http::Handler wrap(const Endpoint &endpoint, const Store &store, Around around)
{
    return [endpoint, &store,
            around = std::move(around)](http::Request request, http::Responder answer) {
        const auto id = requestId();
        const http::Responder respond(
            Output(endpoint, request, id, around.observe, std::move(answer)));
        Exchange exchange{std::move(request), {}, respond, around.log, endpoint.access.basic,
                          endpoint.pattern,   id};
        try {
            handle(endpoint, store, around, exchange);
        } catch (const std::exception &exception) {
            exchange.refuse({"exception", exception.what(), {}});
        }
    };
}

} // namespace vouch::server
