#include "sync/server/api/api_parts.h"

#include "core/base/crypto.h"
#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/protocol/compression.h"
#include "sync/server/api/entity_tag.h"
#include "sync/server/api/problem.h"

#include <exception>

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t smallBody = 16 * 1024;

/// The body as it was before the client compressed it.
Result<std::string> bodyOf(const http::Request &request, std::size_t most)
{
    const auto encoding = protocol::encodingFrom(request.headers.value("Content-Encoding"));
    if (!encoding)
        return encoding.failure();
    return protocol::decompress(request.body, *encoding, most);
}

void enrol(ApiParts &parts, const Exchange &exchange)
{
    const auto &peer = exchange.request.peer;
    const auto address = addressKey(peer);
    if (const auto wait = parts.enrolments.secondsToWait(address))
        return exchange.respond(tooManyRequests(
            *wait, "Too many wrong enrolment codes came from this address. Try again later."));
    const auto body = bodyOf(exchange.request, smallBody);
    if (!body)
        return exchange.refuse(body.failure());
    const auto request = protocol::decodeEnrolment(*body);
    if (!request)
        return exchange.refuse(request.failure());
    const auto answer = parts.store.enrol(*request, peer);
    if (!answer) {
        if (statusOf(answer.failure().code) < 500)
            parts.enrolments.failed(address);
        return exchange.refuse(answer.failure());
    }
    exchange.respond(jsonReply(protocol::encodeEnrolmentAnswer(*answer), 201));
}

Result<protocol::Batch> batchOf(const Exchange &exchange)
{
    const auto body = bodyOf(exchange.request, protocol::maxBodyBytes);
    if (!body)
        return body.failure();
    auto batch = protocol::decodeBatch(*body);
    if (!batch)
        return batch;
    const auto &device = *exchange.caller.device;
    if (batch->device != device.id)
        return Failure{
            std::string(code::deviceMismatch),
            "The batch names another device than the token that it came with.", "device"};
    const auto verified = protocol::verifySignature(*batch, device.publicKey);
    if (!verified)
        return verified.failure();
    return batch;
}

void takeChecks(ApiParts &parts, const Exchange &exchange)
{
    auto batch = batchOf(exchange);
    if (!batch)
        return exchange.refuse(batch.failure());
    // Runs on the store's writer, which nothing may throw into.
    const auto done = [exchange,
                       metrics = parts.metrics](const Result<protocol::BatchAnswer> &answer) {
        try {
            if (answer)
                metrics->ingested(*answer);
            if (answer)
                exchange.respond(jsonReply(protocol::encodeAnswer(*answer)));
            else
                exchange.refuse(answer.failure());
        } catch (const std::exception &) {
            // Without memory there is no answer: the tablet sends the batch again.
        }
    };
    parts.store.ingest(*exchange.caller.device, std::move(*batch), done);
}

json::object settingsIn(const KioskConfig &config)
{
    auto out = config.settings;
    json::object pins; // there also when empty: it tells the tablet that the store has none
    for (const auto &[role, hash] : config.pins)
        pins[toText(role)] = hash;
    out["pins"] = std::move(pins);
    return out;
}

std::string
configJson(const ApiParts &parts, const KioskConfig &config, const SealingKeyInfo &sealing)
{
    const json::object store{
        {"id", config.store.id}, {"name", config.store.name}, {"timezone", config.store.timezone}};
    const json::object chain{{"name", parts.chainName}};
    const json::object key{{"id", sealing.id}, {"key", crypto::toBase64(sealing.publicKey)}};
    std::string out =
        "{\"version\":" + std::to_string(config.version) + ",\"store\":" + json::serialize(store) +
        ",\"chain\":" + json::serialize(chain) + ",\"sealing_key\":" + json::serialize(key) +
        ",\"settings\":" + json::serialize(settingsIn(config)) + ",\"checklists\":[";
    // Each as it was added: what was checked is what the kiosk reads.
    for (std::size_t i = 0; i < config.checklists.size(); ++i)
        (out += i ? "," : "") += config.checklists[i].json;
    return out += "]}";
}

/// A device whose token is to end is told the next one with whatever it asks for regularly.
Result<http::Response>
withNextToken(ApiParts &parts, const Exchange &exchange, http::Response response)
{
    if (!exchange.caller.device->rotating)
        return response;
    const auto token = parts.store.nextDeviceToken(exchange.caller.device->id);
    if (!token)
        return token.failure();
    if (!token->empty()) {
        response.headers.set(protocol::nextTokenHeader, *token);
        response.headers.set("Cache-Control", "no-store");
    }
    return response;
}

Result<http::Response> kioskConfig(ApiParts &parts, const Exchange &exchange)
{
    const auto config = parts.store.config(exchange.caller.device->store);
    if (!config)
        return config.failure();
    const auto sealing = parts.store.sealingKey();
    if (!sealing)
        return sealing.failure();
    auto body = configJson(parts, *config, *sealing);
    const auto tag = entityTag(body);
    auto response = conditional(exchange.request, tag, jsonReply(std::move(body)));
    response.headers.set("Cache-Control", "private, no-cache");
    return withNextToken(parts, exchange, std::move(response));
}

std::vector<Uuid> idsIn(const json::value &body, std::string_view member)
{
    std::vector<Uuid> out;
    const auto *ids = findArray(body.get_object(), member);
    for (std::size_t i = 0; ids && i < ids->size(); ++i) {
        const auto *text = (*ids)[i].if_string();
        if (const auto id = Uuid::parse(text ? view(*text) : std::string_view()))
            out.push_back(*id);
    }
    return out;
}

Result<http::Response> heartbeat(ApiParts &parts, const Exchange &exchange)
{
    const auto body = bodyOf(exchange.request, smallBody);
    if (!body)
        return body.failure();
    const auto parsed = parseJson(*body);
    if (!parsed || !parsed->is_object())
        return Failure{
            std::string(code::malformed), "A heartbeat must be a JSON object.",
            parsed ? std::string() : parsed.failure().where};
    const auto &device = exchange.caller.device->id;
    if (const auto kept = parts.store.recordHeartbeat(device, *body); !kept)
        return kept.failure();
    if (const auto noted = parts.store.erasedOnTablet(device, idsIn(*parsed, "erased")); !noted)
        return noted.failure();
    const auto toErase = parts.store.recordsToErase(device);
    if (!toErase)
        return toErase.failure();
    json::array erase;
    for (const auto &id : *toErase)
        erase.emplace_back(id.text());
    const auto have = parts.store.have(device);
    if (!have)
        return have.failure();
    json::object chains;
    for (const auto &[chain, sequence] : *have)
        chains[chain.text()] = sequence;
    return withNextToken(
        parts, exchange,
        jsonReply(json::serialize(json::object{
            {"server_time", formatUtc(parts.clock.now())},
            {"have", std::move(chains)},
            {"erase", std::move(erase)}})));
}

} // namespace

void addDeviceEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/devices/enrol",
         .summary = "A one-time code and a key make a device; ten wrong tries an hour per address.",
         .access = Access::forAnyone(),
         .maxBody = smallBody,
         .bodySchema = "Enrolment",
         .answers = {{201, "application/json", "EnrolmentAnswer"}},
         .problems = {413, 415, 429},
         .call = [&parts](Exchange exchange) { enrol(parts, exchange); }});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/checks",
         .summary = "Takes a batch of closed checks and answers after the commit. The body may be "
                    "compressed with zstd or gzip; at most 500 checks and 8 MiB.",
         .access = Access::forDevice(),
         .maxBody = protocol::maxBodyBytes,
         .bodySchema = "Batch",
         .answers = {{200, "application/json", "BatchAnswer"}},
         .problems = {413, 415},
         .call = [&parts](Exchange exchange) { takeChecks(parts, exchange); }});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/config",
         .summary = "What a kiosk shows. Has an ETag; If-None-Match gives 304. When the header "
                    "X-Vouch-Token "
                    "is there, here or with a heartbeat, that is the token to use from now on.",
         .access = Access::forDevice(),
         .answers = {{200, "application/json", "Configuration"}, {304, {}, {}}},
         .call = answering(
             [&parts](const Exchange &exchange) { return kioskConfig(parts, exchange); })});
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/heartbeat",
         .summary = "How a kiosk is; tells it what has arrived.",
         .access = Access::forDevice(),
         .maxBody = smallBody,
         .bodySchema = "Heartbeat",
         .answers = {{200, "application/json", "HeartbeatAnswer"}},
         .problems = {413, 415},
         .call =
             answering([&parts](const Exchange &exchange) { return heartbeat(parts, exchange); })});
}

} // namespace vouch::server
