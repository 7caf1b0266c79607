#include "core/base/secret_box.h"

#include "core/base/crypto.h"

#include <sodium.h>

namespace vouch::crypto {

namespace {

constexpr std::size_t nonceSize = crypto_secretbox_NONCEBYTES;
static_assert(nonceSize <= sizeof(Hash));
constexpr std::size_t tagSize = crypto_secretbox_MACBYTES;

Hash keyOf(std::string_view secret)
{
    static_assert(sizeof(Hash) == crypto_secretbox_KEYBYTES);
    Blake2b hash;
    hash.add("vouch-secret-box-1\n");
    hash.add(secret);
    return hash.finish();
}

std::string nonceOf(std::string_view message, const Hash &key)
{
    Blake2b hash;
    hash.add("vouch-secret-box-nonce-1\n");
    hash.add({reinterpret_cast<const char *>(key.data()), key.size()});
    hash.add(message);
    const auto whole = hash.finish();
    return {reinterpret_cast<const char *>(whole.data()), nonceSize};
}

const unsigned char *at(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

std::string hide(std::string_view message, std::string_view secret)
{
    const auto key = keyOf(secret);
    auto out = nonceOf(message, key);
    out.resize(nonceSize + tagSize + message.size());
    auto *box = reinterpret_cast<unsigned char *>(out.data());
    crypto_secretbox_easy(box + nonceSize, at(message), message.size(), box, key.data());
    return out;
}

std::optional<std::string> reveal(std::string_view hidden, std::string_view secret)
{
    if (hidden.size() < nonceSize + tagSize)
        return std::nullopt;
    const auto key = keyOf(secret);
    std::string out(hidden.size() - nonceSize - tagSize, '\0');
    const bool isOurs = crypto_secretbox_open_easy(
                            reinterpret_cast<unsigned char *>(out.data()), at(hidden) + nonceSize,
                            hidden.size() - nonceSize, at(hidden), key.data()) == 0;
    return isOurs ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace vouch::crypto
