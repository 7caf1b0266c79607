#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What Vouch uses of libsodium. Binary values are std::string of bytes. Safe from any thread.
namespace vouch::crypto {

void randomBytes(void *out, std::size_t size);
std::string randomBytes(std::size_t size);
/// Uniform in [0, bound).
std::uint32_t randomBelow(std::uint32_t bound);

/// Lower-case hexadecimal.
std::string toHex(std::string_view bytes);
/// Lower case only and an even length, else nothing.
std::optional<std::string> fromHex(std::string_view text);
/// The same into `out`; false when `text` is not that many bytes, and `out` is then of no use.
bool fromHex(std::string_view text, std::span<unsigned char> out);
/// Standard alphabet, padded.
std::string toBase64(std::string_view bytes);
std::optional<std::string> fromBase64(std::string_view text);
/// URL-safe alphabet, unpadded: for tokens.
std::string toBase64Url(std::string_view bytes);

using Hash = std::array<unsigned char, 32>;
/// BLAKE2b-256 of bytes that come piece by piece.
class Blake2b
{
public:
    Blake2b();
    void add(std::string_view bytes);
    /// Once, at the end.
    Hash finish();

private:
    alignas(64) std::array<unsigned char, 384> m_state;
};

/// BLAKE2b-256 of `bytes`, as 64 hexadecimal digits.
std::string blake2bHex(std::string_view bytes);
/// Takes the same time wherever the difference is.
bool equalConstantTime(std::string_view a, std::string_view b);

/// A device's identity (Ed25519): 32-byte public key, 64-byte secret key.
struct SigningKey
{
    std::string publicKey;
    std::string secretKey;

    static SigningKey make();
    /// The same for the same 32 bytes.
    static SigningKey fromSeed(const std::string &seed);
};
inline constexpr std::size_t publicKeySize = 32;

/// 64 bytes over `message`.
std::string sign(std::string_view message, const SigningKey &key);
bool verifySignature(
    std::string_view message, std::string_view signature, std::string_view publicKey);

/// A chain's sealing key (X25519): what is sealed with the public half opens with the secret half.
struct SealingKey
{
    std::string publicKey;
    std::string secretKey;

    static SealingKey make();
};

/// A sealed box: whoever seals cannot open it again. Failure `sealing-key-malformed` when
/// `publicKey` is not 32 bytes of a key that one can seal with.
Result<std::string> seal(std::string_view message, std::string_view publicKey);
/// What was sealed with the key's public half. Failure `sealed-unreadable` for another key's box
/// and for an altered one.
Result<std::string> open(std::string_view sealed, const SealingKey &key);

/// The Argon2id string ("$argon2id$…") of a password or a PIN. Takes about 0.1 s and 64 MiB (the
/// server bounds how many run at once; a tablet uses `small`: 16 MiB).
enum class Cost { Small, Interactive };
Result<std::string> hashPassword(std::string_view password, Cost cost);
bool verifyPassword(std::string_view password, const std::string &hash);

} // namespace vouch::crypto
