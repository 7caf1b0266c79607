#pragma once

#include "core/base/crypto.h"
#include "core/base/json.h"

#include <string>
#include <string_view>

/// A shopper's permission to be contacted. The address is sealed for the chain the moment it is
/// confirmed; the tablet itself can never open it again.
///
/// Value of an item of type `contact`:
///     { "key": "<8 hex, the sealing key's id>",
///       "sealed": "<base64 of a sealed box>",
///       "consent": { "version": "…", "language": "fa", "text": "<64 hex>" },
///       "erasure": "<64 hex: BLAKE2b-256 of the erasure code>" }
/// The sealed text is the canonical JSON of { "phone": "+97150…" } or { "email": "…" }.
/// `consent.text` is BLAKE2b-256 of the line as the shopper read it; it is left out when not given.
namespace vouch::check {

enum class ContactKind { Phone, Email };

struct Contact
{
    ContactKind kind = ContactKind::Phone;
    std::string address; ///< as normalPhone() or normalEmail() gave it
};

/// What was agreed to.
struct Consent
{
    std::string version;  ///< of the consent text
    std::string language; ///< in which it was read
    std::string text;     ///< the line itself, placeholders filled in; only its hash travels
};

/// The public half of the chain's key, with the id by which the server finds the secret half.
struct SealedFor
{
    std::string id;
    std::string publicKey; ///< 32 bytes
};

/// The number without spaces and dashes: an optional + and 6 to 15 digits (ITU-T E.164 has at most
/// 15). Failures `phone-empty`, `phone-characters`, `phone-too-short`, `phone-too-long`.
Result<std::string> normalPhone(std::string_view typed);

/// The address without spaces around it: one @ with something before it, a domain with a dot that
/// is neither its first nor its last, no space inside, at most 254 bytes (RFC 5321).
/// Failures `email-empty`, `email-characters`, `email-at`, `email-domain`, `email-too-long`.
Result<std::string> normalEmail(std::string_view typed);

/// 12 characters in groups of four, "K7PM-49XT-HRCA": 53 random bits, in letters and digits that
/// are not taken for one another. Shown once and kept nowhere in clear.
std::string makeErasureCode();

/// The code as it is hashed: upper case, without spaces and dashes. Failure
/// `erasure-code-malformed`.
Result<std::string> normalErasureCode(std::string_view typed);

/// Value of a contact item. Failures: those of normalPhone() or normalEmail(), of
/// normalErasureCode(), `sealing-key-malformed`.
Result<json::value> sealContact(
    const Contact &contact, const Consent &consent, const SealedFor &key,
    std::string_view erasureCode);

/// The contact in a contact item's value. Failures `sealed-unreadable`, `contact-malformed`.
Result<Contact> openContact(const json::value &value, const crypto::SealingKey &key);

/// Whether `code` is the one that the shopper of this item was given.
bool isErasureCode(const json::value &value, std::string_view code);

} // namespace vouch::check
