#pragma once

#include "core/base/crypto.h"
#include "core/check/check.h"

#include <map>
#include <memory>
#include <span>

/// What kiosk and server say to each other about records: one definition for both ends.
namespace vouch::protocol {

inline constexpr int version = 1;
inline constexpr std::size_t maxChecks = 500;
inline constexpr std::size_t maxBodyBytes = 8u << 20; ///< after decompression

/// The envelope of one batch. `checks` are kept as they came, so that nothing unknown is lost.
struct Batch
{
    Uuid device;
    Timestamp sentAt;
    Uuid boot;
    std::int64_t monotonicMs = 0;
    check::Link head;      ///< the newest closed record of the device
    std::string signature; ///< base64
    /// Where the records that were read lie: they, and copies of them, last as long as this.
    std::shared_ptr<json::monotonic_resource> memory;
    std::vector<json::object> checks;
};

/// A record on its way: its hash and its canonical bytes, as the tablet stored them.
struct SealedCheck
{
    std::string hash;
    std::string canonical;
};

/// The bytes that the signature covers (design.md, "Signature").
std::string signatureText(
    const Uuid &device, Timestamp sentAt, const check::Link &head,
    std::span<const std::string> hashes);

/// The batch's JSON, signed with the device's key; `signature` and `checks` of `envelope` are
/// ignored.
std::string encodeBatch(
    const Batch &envelope, std::span<const SealedCheck> checks, const crypto::SigningKey &key);

/// Failures `request-malformed`, `protocol-unsupported`, `batch-too-large`.
Result<Batch> decodeBatch(std::string_view text);

/// Over the hashes as the records state them. Failure `signature-invalid`.
Result<void> verifySignature(const Batch &batch, std::string_view publicKey);

enum class Status { Accepted, Duplicate, Conflict, Rejected };
std::string_view toText(Status status);

struct Outcome
{
    std::string id; ///< as the record stated it; may be empty when it stated none
    Status status = Status::Rejected;
    std::string code;   ///< empty when accepted or duplicate
    std::string reason; ///< for a person
    /// Of a record that is here: when it counts, where that is not the day and hour that it states.
    std::optional<check::CountedTime> countedOn = {};
};

/// Per chain the highest n of which 1…n are all known to the server.
using Have = std::map<Uuid, std::int64_t>;

struct BatchAnswer
{
    std::vector<Outcome> results; ///< one a check, in order
    Timestamp serverTime;
    Have have;
};

std::string encodeAnswer(const BatchAnswer &answer);
/// Failure `answer-malformed`.
Result<BatchAnswer> decodeAnswer(std::string_view text);
/// Of a batch's or a heartbeat's answer; nothing when it does not tell.
std::optional<Timestamp> decodeServerTime(std::string_view text);
/// What a heartbeat's answer says is known. Failure `answer-malformed`.
Result<Have> decodeHave(std::string_view text);
/// Of a heartbeat's answer: the records whose texts and contacts the tablet is to erase; empty when
/// it names none.
std::vector<Uuid> decodeErase(std::string_view text);

} // namespace vouch::protocol
