#include "core/base/crypto.h"

#include <sodium.h>

#include <cstdlib>

namespace vouch::crypto {

namespace {

/// libsodium must be initialised once before its first use; asking it again would take its lock.
void ready()
{
    static const bool isReady = sodium_init() >= 0;
    if (!isReady)
        std::abort(); // no source of randomness: nothing in this program could be trusted
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

/// The value of each hexadecimal digit; 16 for what is none.
constexpr auto hexValues = [] {
    std::array<unsigned char, 256> out{};
    out.fill(16);
    for (unsigned char i = 0; i < 10; ++i)
        out[static_cast<unsigned char>('0' + i)] = i;
    for (unsigned char i = 0; i < 6; ++i)
        out[static_cast<unsigned char>('a' + i)] = static_cast<unsigned char>(10 + i);
    return out;
}();

static_assert(sizeof(crypto_generichash_state) == sizeof(Blake2b));

crypto_generichash_state *stateIn(std::array<unsigned char, 384> &bytes)
{
    return reinterpret_cast<crypto_generichash_state *>(bytes.data());
}

std::string encodeBase64(std::string_view bytes, int variant)
{
    ready();
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytesOf(bytes), bytes.size(), variant);
    out.pop_back(); // the terminating NUL
    return out;
}

} // namespace

void randomBytes(void *out, std::size_t size)
{
    ready();
    randombytes_buf(out, size);
}

std::string randomBytes(std::size_t size)
{
    std::string out(size, '\0');
    randomBytes(out.data(), size);
    return out;
}

std::uint32_t randomBelow(std::uint32_t bound)
{
    ready();
    return randombytes_uniform(bound);
}

std::string toHex(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(bytes.size() * 2, '\0');
    auto to = out.begin();
    for (const char c : bytes) {
        *to++ = digits[static_cast<unsigned char>(c) >> 4];
        *to++ = digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

std::optional<std::string> fromHex(std::string_view text)
{
    std::string out(text.size() / 2, '\0');
    if (!fromHex(text, {bytesOf(out), out.size()}))
        return std::nullopt;
    return out;
}

bool fromHex(std::string_view text, std::span<unsigned char> out)
{
    if (text.size() != 2 * out.size())
        return false;
    unsigned char seen = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto high = hexValues[static_cast<unsigned char>(text[2 * i])];
        const auto low = hexValues[static_cast<unsigned char>(text[2 * i + 1])];
        seen |= high | low;
        out[i] = static_cast<unsigned char>(high << 4 | low);
    }
    return seen < 16;
}

std::string toBase64(std::string_view bytes)
{
    return encodeBase64(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string toBase64Url(std::string_view bytes)
{
    return encodeBase64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> fromBase64(std::string_view text)
{
    ready();
    std::string out(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char *end = nullptr;
    if (sodium_base642bin(
            bytesOf(out), out.size(), text.data(), text.size(), nullptr, &size, &end,
            sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    out.resize(size);
    return out;
}

Blake2b::Blake2b()
{
    ready();
    crypto_generichash_init(stateIn(m_state), nullptr, 0, sizeof(Hash));
}

void Blake2b::add(std::string_view bytes)
{
    crypto_generichash_update(stateIn(m_state), bytesOf(bytes), bytes.size());
}

Hash Blake2b::finish()
{
    Hash out;
    crypto_generichash_final(stateIn(m_state), out.data(), out.size());
    return out;
}

std::string blake2bHex(std::string_view bytes)
{
    Blake2b state;
    state.add(bytes);
    const auto hash = state.finish();
    return toHex({reinterpret_cast<const char *>(hash.data()), hash.size()});
}

bool equalConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

SigningKey SigningKey::make()
{
    ready();
    SigningKey key{
        std::string(crypto_sign_PUBLICKEYBYTES, '\0'),
        std::string(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_keypair(bytesOf(key.publicKey), bytesOf(key.secretKey));
    return key;
}

SigningKey SigningKey::fromSeed(const std::string &seed)
{
    ready();
    SigningKey key{
        std::string(crypto_sign_PUBLICKEYBYTES, '\0'),
        std::string(crypto_sign_SECRETKEYBYTES, '\0')};
    auto bytes = seed;
    bytes.resize(crypto_sign_SEEDBYTES);
    crypto_sign_seed_keypair(bytesOf(key.publicKey), bytesOf(key.secretKey), bytesOf(bytes));
    return key;
}

std::string sign(std::string_view message, const SigningKey &key)
{
    ready();
    std::string out(crypto_sign_BYTES, '\0');
    crypto_sign_detached(
        bytesOf(out), nullptr, bytesOf(message), message.size(), bytesOf(key.secretKey));
    return out;
}

bool verifySignature(
    std::string_view message, std::string_view signature, std::string_view publicKey)
{
    ready();
    return signature.size() == crypto_sign_BYTES && publicKey.size() == publicKeySize &&
           crypto_sign_verify_detached(
               bytesOf(signature), bytesOf(message), message.size(), bytesOf(publicKey)) == 0;
}

SealingKey SealingKey::make()
{
    ready();
    SealingKey key{
        std::string(crypto_box_PUBLICKEYBYTES, '\0'), std::string(crypto_box_SECRETKEYBYTES, '\0')};
    crypto_box_keypair(bytesOf(key.publicKey), bytesOf(key.secretKey));
    return key;
}

Result<std::string> seal(std::string_view message, std::string_view publicKey)
{
    ready();
    std::string out(message.size() + crypto_box_SEALBYTES, '\0');
    if (publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_box_seal(bytesOf(out), bytesOf(message), message.size(), bytesOf(publicKey)) != 0)
        return Failure{
            "sealing-key-malformed",
            "The chain's sealing key cannot be used. Enrol the tablet again.", ""};
    return out;
}

Result<std::string> open(std::string_view sealed, const SealingKey &key)
{
    ready();
    const Failure unreadable{
        "sealed-unreadable", "This was sealed for another key, or was altered.", ""};
    if (sealed.size() < crypto_box_SEALBYTES || key.publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        key.secretKey.size() != crypto_box_SECRETKEYBYTES)
        return unreadable;
    std::string out(sealed.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(
            bytesOf(out), bytesOf(sealed), sealed.size(), bytesOf(key.publicKey),
            bytesOf(key.secretKey)) != 0)
        return unreadable;
    return out;
}

Result<std::string> hashPassword(std::string_view password, Cost cost)
{
    ready();
    std::string out(crypto_pwhash_STRBYTES, '\0');
    const std::size_t memory = cost == Cost::Small ? 16u << 20 : crypto_pwhash_MEMLIMIT_INTERACTIVE;
    const unsigned long long passes = cost == Cost::Small ? 3 : crypto_pwhash_OPSLIMIT_INTERACTIVE;
    if (crypto_pwhash_str(out.data(), password.data(), password.size(), passes, memory) != 0)
        return Failure{
            "out-of-memory", "There is not enough memory to protect the password. Try again.", ""};
    out.resize(out.find('\0'));
    return out;
}

bool verifyPassword(std::string_view password, const std::string &hash)
{
    ready();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace vouch::crypto
