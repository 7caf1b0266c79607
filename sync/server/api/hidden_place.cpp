#include "sync/server/api/hidden_place.h"

#include "core/base/crypto.h"
#include "core/base/secret_box.h"

namespace vouch::server {

// What hides it is the hash of the reader's password: the same on every server, and never outside.

std::string hidePlace(std::string_view place, const User &reader)
{
    return crypto::toHex(crypto::hide(place, reader.passwordHash));
}

std::optional<std::string> revealPlace(const std::string &text, const User &reader)
{
    const auto hidden = crypto::fromHex(text);
    return hidden ? crypto::reveal(*hidden, reader.passwordHash) : std::nullopt;
}

} // namespace vouch::server
