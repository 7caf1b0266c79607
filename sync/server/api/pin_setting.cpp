#include "sync/server/api/pin_setting.h"

#include "core/base/crypto.h"

namespace vouch::server {

Result<void> setNewPin(
    Store &store, const std::string &shop, protocol::PinRole role, const std::string &pin,
    const Actor &by)
{
    if (const auto fine = protocol::checkNewPin(pin); !fine)
        return fine;
    const auto others = store.pinHashes(shop);
    if (!others)
        return others.failure();
    for (const auto &[other, hash] : *others) {
        if (other != role && crypto::verifyPassword(pin, hash))
            return Failure{
                "pin-taken",
                "Another role of this shop has this PIN. Choose another: the PIN tells the role.",
                std::string(toText(other))};
    }
    const auto hash = crypto::hashPassword(pin, crypto::Cost::Small);
    if (!hash)
        return hash.failure();
    return store.setPin(shop, role, *hash, by);
}

} // namespace vouch::server
