#include "sync/protocol/enrolment.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"

namespace vouch::protocol {

std::string
encodeEnrolment(const std::string &code, const std::string &name, const crypto::SigningKey &key)
{
    return json::serialize(json::object{
        {"code", code},
        {"name", name},
        {"public_key", crypto::toBase64(key.publicKey)},
        {"proof", crypto::toBase64(crypto::sign(code, key))}});
}

Result<EnrolmentRequest> decodeEnrolment(std::string_view text)
{
    const auto malformed = [](const std::string &message, std::string where) {
        return Failure{std::string(code::malformed), message, std::move(where)};
    };
    const auto parsed = parseJson(text);
    if (!parsed)
        return malformed(parsed.failure().message, parsed.failure().where);
    const auto *object = parsed->if_object();
    const auto *codeText = object ? findString(*object, "code") : nullptr;
    const auto *name = object ? findString(*object, "name") : nullptr;
    const auto *key = object ? findString(*object, "public_key") : nullptr;
    const auto *proof = object ? findString(*object, "proof") : nullptr;
    if (!codeText || codeText->size() > 100)
        return malformed("An enrolment must hold the one-time code.", "code");
    if (!name || name->size() > 200)
        return malformed("An enrolment must hold the tablet's name.", "name");
    const auto keyBytes = crypto::fromBase64(key ? view(*key) : std::string_view());
    if (!keyBytes || keyBytes->size() != crypto::publicKeySize)
        return malformed("public_key must be 32 bytes in base64.", "public_key");
    const auto proofBytes = crypto::fromBase64(proof ? view(*proof) : std::string_view());
    if (!proofBytes)
        return malformed("proof must be base64.", "proof");
    return EnrolmentRequest{
        std::string(view(*codeText)), std::string(view(*name)), *keyBytes, *proofBytes};
}

Result<void> verifyProof(const EnrolmentRequest &request)
{
    if (!crypto::verifySignature(request.code, request.proof, request.publicKey))
        return Failure{
            std::string(code::proofInvalid),
            "The proof is not a signature over the code by the key that was sent.", "proof"};
    return {};
}

std::string encodeEnrolmentAnswer(const EnrolmentAnswer &answer)
{
    return json::serialize(json::object{
        {"device", answer.device.text()},
        {"token", answer.token},
        {"store", answer.store},
        {"sealing_key",
         {{"id", answer.sealingKeyId}, {"key", crypto::toBase64(answer.sealingKey)}}}});
}

Result<EnrolmentAnswer> decodeEnrolmentAnswer(std::string_view text)
{
    const auto parsed = parseJson(text);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *device = object ? findString(*object, "device") : nullptr;
    const auto *token = object ? findString(*object, "token") : nullptr;
    const auto *store = object ? findString(*object, "store") : nullptr;
    const auto *sealing = object ? findObject(*object, "sealing_key") : nullptr;
    const auto *keyId = sealing ? findString(*sealing, "id") : nullptr;
    const auto *key = sealing ? findString(*sealing, "key") : nullptr;
    const auto id = Uuid::parse(device ? view(*device) : std::string_view());
    const auto keyBytes = crypto::fromBase64(key ? view(*key) : std::string_view());
    if (!id || !token || !store || !keyId || !keyBytes)
        return Failure{
            "answer-malformed",
            "The server's answer is not one of Vouch. Check the server's address.", ""};
    return EnrolmentAnswer{
        *id, std::string(view(*token)), std::string(view(*store)), std::string(view(*keyId)),
        *keyBytes};
}

} // namespace vouch::protocol
