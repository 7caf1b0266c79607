#include "sync/protocol/batch.h"

#include "sync/protocol/codes.h"

namespace vouch::protocol {

namespace {

Failure malformed(const std::string &message, std::string where)
{
    return {std::string(code::malformed), message, std::move(where)};
}

Result<check::Link> headFrom(const json::object &object)
{
    const auto *head = findObject(object, "head");
    const auto *chain = head ? findString(*head, "chain") : nullptr;
    const auto *hash = head ? findString(*head, "hash") : nullptr;
    const auto sequence = head ? findInteger(*head, "sequence") : std::nullopt;
    const auto id = Uuid::parse(chain ? view(*chain) : std::string_view());
    if (!id || !hash || hash->size() != 64 || !sequence || *sequence < 0)
        return malformed("The head must hold a chain, a sequence and a hash.", "head");
    return check::Link{*id, *sequence, std::string(view(*hash))};
}

Result<std::vector<json::object>> checksFrom(json::object &object)
{
    auto *checks = object.if_contains("checks");
    if (!checks || !checks->is_array())
        return malformed("A batch must hold an array of checks.", "checks");
    auto &array = checks->get_array();
    if (array.size() > maxChecks)
        return Failure{
            std::string(code::batchTooLarge),
            "A batch holds at most " + std::to_string(maxChecks) + " checks; send it in halves.",
            "checks"};
    std::vector<json::object> out;
    out.reserve(array.size());
    for (auto &element : array) {
        if (!element.is_object())
            return malformed("Every check must be an object.", "checks");
        out.push_back(std::move(element.get_object()));
    }
    return out;
}

Failure notOfVouch()
{
    return {
        "answer-malformed", "The server's answer is not one of Vouch; the records are kept.", ""};
}

Result<Have> haveFrom(const json::object &object)
{
    Have have;
    for (const auto &member : object) {
        const auto chain = Uuid::parse({member.key().data(), member.key().size()});
        const auto *sequence = member.value().if_int64();
        if (!chain || !sequence)
            return notOfVouch();
        have[*chain] = *sequence;
    }
    return have;
}

} // namespace

std::string signatureText(
    const Uuid &device, Timestamp sentAt, const check::Link &head,
    std::span<const std::string> hashes)
{
    std::string out = "vouch-batch-1\n" + device.text() + "\n" + formatUtc(sentAt) + "\n" +
                      head.chain.text() + " " + std::to_string(head.sequence) + " " + head.hash +
                      "\n";
    for (const auto &hash : hashes)
        out += hash + "\n";
    return out;
}

std::string encodeBatch(
    const Batch &envelope, std::span<const SealedCheck> checks, const crypto::SigningKey &key)
{
    std::vector<std::string> hashes;
    hashes.reserve(checks.size());
    for (const auto &sealed : checks)
        hashes.push_back(sealed.hash);
    const auto signature =
        crypto::sign(signatureText(envelope.device, envelope.sentAt, envelope.head, hashes), key);
    const json::object head{
        {"protocol", version},
        {"device", envelope.device.text()},
        {"sent_at", formatUtc(envelope.sentAt)},
        {"boot", envelope.boot.text()},
        {"monotonic_ms", envelope.monotonicMs},
        {"head",
         {{"chain", envelope.head.chain.text()},
          {"sequence", envelope.head.sequence},
          {"hash", envelope.head.hash}}},
        {"signature", crypto::toBase64(signature)}};
    // The records' bytes go in as they are stored: nothing is parsed and written again.
    std::string out = json::serialize(head);
    out.back() = ',';
    out += "\"checks\":[";
    for (std::size_t i = 0; i < checks.size(); ++i)
        (out += i ? "," : "") += checks[i].canonical;
    return out += "]}";
}

Result<Batch> decodeBatch(std::string_view text)
{
    // All records of a batch come and go together: none is taken apart, and none counts its owners.
    Batch batch;
    batch.memory = std::make_shared<json::monotonic_resource>(2 * text.size() + 1024);
    auto parsed = parseJson(text, batch.memory.get());
    if (!parsed)
        return malformed(parsed.failure().message, parsed.failure().where);
    auto *object = parsed->if_object();
    if (!object)
        return malformed("A batch must be a JSON object.", "");
    const auto protocol = findInteger(*object, "protocol");
    if (!protocol)
        return malformed("A batch must name its protocol.", "protocol");
    if (*protocol != version)
        return Failure{
            std::string(code::protocolUnsupported),
            "This server speaks protocol " + std::to_string(version) + " only; update one side.",
            "protocol"};

    const auto *deviceText = findString(*object, "device");
    const auto *sentText = findString(*object, "sent_at");
    const auto *bootText = findString(*object, "boot");
    const auto *signature = findString(*object, "signature");
    const auto device = Uuid::parse(deviceText ? view(*deviceText) : std::string_view());
    const auto sentAt = parseUtc(sentText ? view(*sentText) : std::string_view());
    const auto boot = Uuid::parse(bootText ? view(*bootText) : std::string_view());
    const auto monotonic = findInteger(*object, "monotonic_ms");
    if (!device)
        return malformed("The device must be a UUID.", "device");
    if (!sentAt)
        return malformed(sentAt.failure().message, "sent_at");
    if (!boot)
        return malformed("The boot must be a UUID.", "boot");
    if (!monotonic || *monotonic < 0)
        return malformed("monotonic_ms must be an integer from 0.", "monotonic_ms");
    if (!signature)
        return malformed("A batch must be signed.", "signature");
    auto head = headFrom(*object);
    if (!head)
        return head.failure();
    auto checks = checksFrom(*object);
    if (!checks)
        return checks.failure();
    batch.device = *device;
    batch.sentAt = *sentAt;
    batch.boot = *boot;
    batch.monotonicMs = *monotonic;
    batch.signature.assign(signature->data(), signature->size());
    batch.head = std::move(*head);
    batch.checks = std::move(*checks);
    return batch;
}

Result<void> verifySignature(const Batch &batch, std::string_view publicKey)
{
    std::vector<std::string> hashes;
    hashes.reserve(batch.checks.size());
    for (const auto &check : batch.checks) {
        const auto *hash = findString(check, "hash");
        hashes.emplace_back(hash ? view(*hash) : std::string_view());
    }
    const auto signature = crypto::fromBase64(batch.signature);
    if (!signature ||
        !crypto::verifySignature(
            signatureText(batch.device, batch.sentAt, batch.head, hashes), *signature, publicKey))
        return Failure{
            std::string(code::signatureInvalid),
            "The signature does not fit this batch and the key that the device enrolled with.",
            "signature"};
    return {};
}

std::string_view toText(Status status)
{
    switch (status) {
    case Status::Accepted:
        return "accepted";
    case Status::Duplicate:
        return "duplicate";
    case Status::Conflict:
        return "conflict";
    case Status::Rejected:
        return "rejected";
    }
    return "";
}

std::string encodeAnswer(const BatchAnswer &answer)
{
    // Written as it goes: a batch's answer is made while the writer waits.
    std::string out = "{\"results\":[";
    out.reserve(80 * (answer.results.size() + 2));
    const auto member = [&out](std::string_view key, std::string_view value) {
        (out += out.back() == '{' ? "\"" : ",\"").append(key) += "\":";
        appendJsonString(out, value);
    };
    for (const auto &outcome : answer.results) {
        out += out.back() == '[' ? "{" : ",{";
        member("id", outcome.id);
        member("status", toText(outcome.status));
        if (!outcome.code.empty())
            member("code", outcome.code);
        if (!outcome.reason.empty())
            member("reason", outcome.reason);
        if (outcome.countedOn)
            out += ",\"counted_on\":{\"day\":\"" + formatDay(outcome.countedOn->day) +
                   "\",\"hour\":" + std::to_string(outcome.countedOn->hour) + "}";
        out += '}';
    }
    json::object have;
    for (const auto &[chain, sequence] : answer.have)
        have[chain.text()] = sequence;
    out += "],\"server_time\":\"" + formatUtc(answer.serverTime) + "\",\"have\":";
    return out += json::serialize(have) + "}";
}

namespace {

std::optional<check::CountedTime> countedOnOf(const json::object &result)
{
    const auto *counted = findObject(result, "counted_on");
    const auto *text = counted ? findString(*counted, "day") : nullptr;
    const auto day = parseDay(text ? view(*text) : std::string_view());
    const auto hour = counted ? findInteger(*counted, "hour") : std::nullopt;
    if (!day || !hour || *hour < 0 || *hour > 23)
        return std::nullopt;
    return check::CountedTime{*day, static_cast<int>(*hour)};
}

} // namespace

Result<BatchAnswer> decodeAnswer(std::string_view text)
{
    const auto failure = notOfVouch();
    const auto parsed = parseJson(text);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *results = object ? findArray(*object, "results") : nullptr;
    const auto *time = object ? findString(*object, "server_time") : nullptr;
    const auto serverTime = parseUtc(time ? view(*time) : std::string_view());
    if (!results || !serverTime)
        return failure;
    BatchAnswer answer;
    answer.serverTime = *serverTime;
    for (const auto &element : *results) {
        const auto *result = element.if_object();
        const auto *id = result ? findString(*result, "id") : nullptr;
        const auto *status = result ? findString(*result, "status") : nullptr;
        if (!id || !status)
            return failure;
        Outcome outcome{std::string(view(*id)), Status::Rejected, {}, {}};
        bool known = false;
        for (const auto each :
             {Status::Accepted, Status::Duplicate, Status::Conflict, Status::Rejected}) {
            if (view(*status) == toText(each)) {
                outcome.status = each;
                known = true;
            }
        }
        if (!known)
            return failure;
        if (const auto *codeText = findString(*result, "code"))
            outcome.code.assign(codeText->data(), codeText->size());
        if (const auto *reason = findString(*result, "reason"))
            outcome.reason.assign(reason->data(), reason->size());
        outcome.countedOn = countedOnOf(*result);
        answer.results.push_back(std::move(outcome));
    }
    if (const auto *have = findObject(*object, "have")) {
        auto read = haveFrom(*have);
        if (!read)
            return read.failure();
        answer.have = std::move(*read);
    }
    return answer;
}

std::optional<Timestamp> decodeServerTime(std::string_view text)
{
    const auto parsed = parseJson(text);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *time = object ? findString(*object, "server_time") : nullptr;
    const auto read = parseUtc(time ? view(*time) : std::string_view());
    return read ? std::optional(*read) : std::nullopt;
}

Result<Have> decodeHave(std::string_view text)
{
    const auto parsed = parseJson(text);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *have = object ? findObject(*object, "have") : nullptr;
    return have ? haveFrom(*have) : notOfVouch();
}

std::vector<Uuid> decodeErase(std::string_view text)
{
    std::vector<Uuid> out;
    const auto parsed = parseJson(text);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *ids = object ? findArray(*object, "erase") : nullptr;
    for (std::size_t i = 0; ids && i < ids->size(); ++i) {
        const auto *id = (*ids)[i].if_string();
        if (const auto uuid = Uuid::parse(id ? view(*id) : std::string_view()))
            out.push_back(*uuid);
    }
    return out;
}

} // namespace vouch::protocol
