#include "app/sim/central_link.h"

#include "sync/client/backoff.h"
#include "sync/protocol/codes.h"
#include "sync/protocol/compression.h"

#include <algorithm>

namespace vouch::sim {

namespace {

using namespace std::chrono_literals;

constexpr int mostRetries = 5;
constexpr std::chrono::milliseconds firstPause = 500ms;
constexpr std::chrono::milliseconds longestPause = 15s;
constexpr std::chrono::milliseconds longestServerWait = 60s;
/// Well under protocol::maxBodyBytes with what stands around the records.
constexpr std::size_t mostBatchBytes = 6u << 20;

std::string authorization(const Till &till)
{
    return "Authorization: Bearer " + till.token;
}

/// What the server's problem document says.
Failure refusal(const HttpReply &reply, const std::string &where)
{
    const auto parsed = parseJson(reply.body);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *code = object ? findString(*object, "code") : nullptr;
    const auto *detail = object ? findString(*object, "detail") : nullptr;
    if (!code)
        return {
            "answer-malformed",
            "The answer (status " + std::to_string(reply.status) +
                ") does not come from a Vouch server.",
            where};
    return {
        std::string(view(*code)), detail ? std::string(view(*detail)) : "The server refused it.",
        where};
}

std::string placeOf(const Till &till)
{
    return till.store + " " + till.name();
}

} // namespace

std::size_t batchSize(const Till &till)
{
    std::size_t bytes = 0;
    std::size_t count = 0;
    for (const auto &each : till.outbox) {
        bytes += each.sealed.canonical.size() + 1;
        if (count == protocol::maxChecks || (count > 0 && bytes > mostBatchBytes))
            break;
        ++count;
    }
    return count;
}

Result<void> CentralLink::enrol(Till &till, const std::string &code)
{
    const auto reply = m_http.post(
        "/api/v1/devices/enrol", {}, protocol::encodeEnrolment(code, till.name(), till.key));
    if (!reply)
        return reply.failure();
    if (reply->status != 201)
        return refusal(*reply, placeOf(till));
    auto answer = protocol::decodeEnrolmentAnswer(reply->body);
    if (!answer)
        return answer.failure();
    if (answer->store != till.store)
        return Failure{
            "code-store-differs",
            "The code enrolled a tablet of store \"" + answer->store +
                "\". Put the right store before each code.",
            placeOf(till)};
    till.device = answer->device;
    till.token = std::move(answer->token);
    return {};
}

Result<TimeZone> CentralLink::zone(const Till &till)
{
    const auto reply = m_http.get("/api/v1/config", {authorization(till)});
    if (!reply)
        return reply.failure();
    if (reply->status != 200)
        return refusal(*reply, placeOf(till));
    const auto parsed = parseJson(reply->body);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *store = object ? findObject(*object, "store") : nullptr;
    const auto *name = store ? findString(*store, "timezone") : nullptr;
    if (!name)
        return Failure{
            "answer-malformed", "The server's configuration names no time zone.", placeOf(till)};
    return TimeZone::find(std::string(view(*name)));
}

Result<protocol::BatchAnswer> CentralLink::send(const Till &till, const Boot &boot)
{
    std::vector<protocol::SealedCheck> checks;
    for (std::size_t i = 0; i < batchSize(till); ++i)
        checks.push_back(till.outbox[i].sealed);
    protocol::Batch envelope;
    envelope.device = till.device;
    envelope.sentAt = m_clock.now();
    envelope.boot = boot.id;
    envelope.monotonicMs = boot.monotonicMs(envelope.sentAt);
    envelope.head = till.head;
    const auto body = protocol::compress(
        protocol::encodeBatch(envelope, checks, till.key), protocol::Encoding::Zstd);
    if (!body)
        return body.failure();
    const auto reply = persistently(till, *body);
    if (!reply)
        return reply.failure();
    if (reply->status != 200)
        return refusal(*reply, placeOf(till));
    auto answer = protocol::decodeAnswer(reply->body);
    if (!answer)
        return answer.failure();
    bool fits = answer->results.size() == checks.size();
    for (std::size_t i = 0; fits && i < checks.size(); ++i)
        fits = answer->results[i].id == till.outbox[i].id.text();
    if (!fits)
        return Failure{
            "answer-malformed", "The answer does not fit the batch that was sent.", placeOf(till)};
    return answer;
}

Result<HttpReply> CentralLink::persistently(const Till &till, const std::string &body)
{
    client::Backoff backoff(firstPause, longestPause, crypto::randomBelow);
    for (int retries = 0;; ++retries) {
        if (m_stop.stopped())
            return Failure{"stopped", "Stopped before everything was sent.", {}};
        auto reply =
            m_http.post("/api/v1/checks", {authorization(till), "Content-Encoding: zstd"}, body);
        const bool later = !reply || reply->status == 429 || reply->status >= 500;
        if (!later || retries == mostRetries)
            return reply;
        const std::chrono::milliseconds asked = reply ? reply->retryAfter : 0s;
        m_stop.wait(std::max(backoff.nextDelay(), std::min(asked, longestServerWait)));
    }
}

} // namespace vouch::sim
