#pragma once

#include <string_view>

/// Every code that travels, with what the operator does. Stable: never renamed, never reused.
namespace vouch::protocol::code {

// Whole requests (problem+json).
inline constexpr std::string_view malformed = "request-malformed";
inline constexpr std::string_view protocolUnsupported = "protocol-unsupported";
inline constexpr std::string_view signatureInvalid = "signature-invalid";
inline constexpr std::string_view unauthenticated = "unauthenticated"; ///< sign in, or enrol again
inline constexpr std::string_view deviceRevoked = "device-revoked";
inline constexpr std::string_view forbidden = "forbidden";
inline constexpr std::string_view credentialsWrong = "credentials-wrong"; ///< name or password
inline constexpr std::string_view csrfMissing = "csrf-missing";
inline constexpr std::string_view notFound = "not-found";
inline constexpr std::string_view methodNotAllowed = "method-not-allowed";
inline constexpr std::string_view headerTooLarge = "header-too-large";
inline constexpr std::string_view timeout = "timeout";       ///< the request came too slowly
inline constexpr std::string_view overloaded = "overloaded"; ///< try again later
inline constexpr std::string_view bodyTooLarge = "body-too-large";
inline constexpr std::string_view batchTooLarge = "batch-too-large"; ///< over 500 checks
inline constexpr std::string_view encodingUnsupported = "encoding-unsupported";
inline constexpr std::string_view tooManyRequests = "too-many-requests";
inline constexpr std::string_view unavailable = "unavailable"; ///< try again later
inline constexpr std::string_view internal = "internal";

// People and their rights.
inline constexpr std::string_view passwordUnfit = "password-unfit"; ///< choose another
inline constexpr std::string_view passwordWrong = "password-wrong"; ///< the present one
inline constexpr std::string_view userMalformed = "user-malformed";
inline constexpr std::string_view userExists = "user-exists";

// Tablets and what they are given.
inline constexpr std::string_view settingUnknown = "setting-unknown";
inline constexpr std::string_view settingMalformed = "setting-malformed";
inline constexpr std::string_view settingOfChain = "setting-of-chain"; ///< name no store
inline constexpr std::string_view storeOwn = "store-own"; ///< a staged store has a value of its own
inline constexpr std::string_view publicationSuperseded = "publication-superseded";
inline constexpr std::string_view publicationUndone = "publication-undone";
inline constexpr std::string_view publicationWhole = "publication-whole"; ///< it was not staged
inline constexpr std::string_view deviceReplaced = "device-replaced";
inline constexpr std::string_view pinMalformed = "pin-malformed";
inline constexpr std::string_view pinEasy = "pin-easy";
inline constexpr std::string_view pinTaken = "pin-taken"; ///< by another role of the shop
// Contacts.
inline constexpr std::string_view keyMissing = "key-missing"; ///< bring back the folder of keys
inline constexpr std::string_view sealedUnreadable = "sealed-unreadable";
inline constexpr std::string_view contactMalformed = "contact-malformed";

// Figures.
inline constexpr std::string_view employeesByWeek = "employees-by-week"; ///< no finer

// Erasure and retention.
inline constexpr std::string_view erasureCodeMalformed = "erasure-code-malformed";
inline constexpr std::string_view retentionMalformed = "retention-malformed";

// Enrolment.
inline constexpr std::string_view codeUnknown = "code-unknown"; ///< ask for a new code
inline constexpr std::string_view codeExpired = "code-expired";
inline constexpr std::string_view codeUsed = "code-used"; ///< used by another key
inline constexpr std::string_view proofInvalid = "proof-invalid";

// One record (its result's code, when rejected or in conflict).
inline constexpr std::string_view checkMalformed = "check-malformed";
inline constexpr std::string_view numberNotInteger = "number-not-integer";
inline constexpr std::string_view hashMismatch = "hash-mismatch";
inline constexpr std::string_view digestMismatch = "digest-mismatch";
inline constexpr std::string_view deviceMismatch = "device-mismatch"; ///< another device's record
inline constexpr std::string_view storeUnknown = "store-unknown";     ///< never this device's store
inline constexpr std::string_view contentDiffers = "content-differs"; ///< same id, other content
inline constexpr std::string_view alteredOnTablet = "altered-on-tablet"; ///< the tablet's own word

} // namespace vouch::protocol::code
