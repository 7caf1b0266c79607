#pragma once

#include "core/base/crypto.h"
#include "core/base/uuid.h"

namespace vouch::protocol {

/// Of an answer: the token that the tablet uses from now on. The former one ends on the server when
/// this one is first used.
inline constexpr std::string_view nextTokenHeader = "X-Vouch-Token";

struct EnrolmentRequest
{
    std::string code;
    std::string name;      ///< what staff call the tablet; "till 3"
    std::string publicKey; ///< 32 bytes
    std::string proof;     ///< 64 bytes: signature over the code's UTF-8 bytes
};

struct EnrolmentAnswer
{
    Uuid device;
    std::string token;
    std::string store;
    std::string sealingKeyId; ///< 8 hexadecimal digits
    std::string sealingKey;   ///< 32 bytes
};

/// The request that proves possession of `key`.
std::string
encodeEnrolment(const std::string &code, const std::string &name, const crypto::SigningKey &key);
/// Failure `request-malformed`. Does not verify the proof.
Result<EnrolmentRequest> decodeEnrolment(std::string_view text);
/// Failure `proof-invalid`.
Result<void> verifyProof(const EnrolmentRequest &request);

std::string encodeEnrolmentAnswer(const EnrolmentAnswer &answer);
/// Failure `answer-malformed`.
Result<EnrolmentAnswer> decodeEnrolmentAnswer(std::string_view text);

} // namespace vouch::protocol
