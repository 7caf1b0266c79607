#include "core/check/check.h"
#include "core/check/marks.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/heartbeat.h"
#include "sync/protocol/kiosk_settings.h"
#include "tests/fuzz/fuzz_support.h"

using namespace vouch;
using fuzz::require;

/// Any bytes as what one end reads of the other: batches and the records in them above all.
namespace {

const crypto::SigningKey &key()
{
    static const auto made = crypto::SigningKey::make();
    return made;
}

void lookAtJson(const json::value &value)
{
    const auto canonical = canonicalJson(value);
    if (!canonical)
        return fuzz::requireTold(canonical.failure());
    const auto read = parseJson(*canonical);
    require(bool(read), "the canonical form is JSON");
    const auto again = canonicalJson(*read);
    require(again && *again == *canonical, "the canonical form is its own");
    require(*read == value, "the canonical form says the same");
}

/// A record that is understood is told on as it was.
void lookAtCheck(const json::object &record)
{
    const auto verified = check::verify(record);
    if (!verified)
        fuzz::requireTold(verified.failure());
    const auto read = check::fromJson(record);
    if (!read)
        return fuzz::requireTold(read.failure());
    if (canonicalJson(record))
        require(bool(check::hashOf(record)), "what is canonical has a hash");
    (void)check::laterMarkFrom(*read);
    if (!check::isConversation(read->kind))
        return; // it may lack most members
    const auto written = check::toJson(*read);
    const auto again = check::fromJson(written);
    require(bool(again), "what was read can be written and read");
    require(check::toJson(*again) == written, "writing and reading change nothing");
}

void lookAtBatch(std::string_view text)
{
    auto batch = protocol::decodeBatch(text);
    if (!batch)
        return fuzz::requireTold(batch.failure());
    require(batch->checks.size() <= protocol::maxChecks, "a batch is bounded");
    require(!protocol::verifySignature(*batch, key().publicKey), "another's signature is refused");
    std::vector<protocol::SealedCheck> sealed;
    for (const auto &record : batch->checks) {
        lookAtCheck(record);
        const auto *hash = findString(record, "hash");
        auto canonical = canonicalJson(record);
        if (!canonical)
            return;
        sealed.push_back({std::string(hash ? vouch::view(*hash) : ""), std::move(*canonical)});
    }
    const auto again = protocol::decodeBatch(protocol::encodeBatch(*batch, sealed, key()));
    require(bool(again), "a batch that was read can be sent on");
    require(again->checks == batch->checks, "its records are the same");
    require(bool(protocol::verifySignature(*again, key().publicKey)), "its signature fits");
}

/// What is taken of it can be told on.
void lookAtHeartbeat(const json::object &object)
{
    const auto taken = protocol::heartbeatFrom(object);
    const auto written = protocol::toJson(taken);
    require(bool(parseJson(json::serialize(written))), "what is taken of it is JSON");
    require(protocol::heartbeatFrom(written) == taken, "and taken again as it is");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::view(data, size);
    const auto parsed = parseJson(text);
    if (!parsed) {
        fuzz::requireTold(parsed.failure());
        require(!protocol::decodeBatch(text) && !protocol::decodeAnswer(text), "no JSON, no words");
        return 0;
    }
    lookAtJson(*parsed);
    lookAtBatch(text);
    if (const auto *object = parsed->if_object()) {
        lookAtCheck(*object);
        lookAtHeartbeat(*object);
        std::vector<Failure> problems;
        (void)protocol::readSettings(*object, problems);
        for (const auto &problem : problems)
            fuzz::requireTold(problem);
    }
    if (const auto answer = protocol::decodeAnswer(text)) {
        const auto again = protocol::decodeAnswer(protocol::encodeAnswer(*answer));
        require(again && again->have == answer->have, "an answer is read as it was written");
        require(again->results.size() == answer->results.size(), "with all its results");
    }
    (void)protocol::decodeHave(text);
    if (const auto request = protocol::decodeEnrolment(text))
        (void)protocol::verifyProof(*request);
    (void)protocol::decodeEnrolmentAnswer(text);
    return 0;
}
