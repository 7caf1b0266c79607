#pragma once

#include "core/base/crypto.h"
#include "core/storage/kiosk_store.h"

#include <QUrl>

#include <optional>

namespace vouch::client {

/// Who this tablet is to its server. Kept in the kiosk's database (0600).
struct Identity
{
    QUrl server;
    Uuid device;
    std::string token;
    std::string store;
    std::string sealingKeyId;
    std::string sealingKey;
};

/// Nothing when the tablet has not been enrolled.
Result<std::optional<Identity>> loadIdentity(storage::KioskStore &store);
Result<void> saveIdentity(storage::KioskStore &store, const Identity &identity);

/// The setting with the code of an enrolment whose token has not been seen to hold: after a restart
/// too it brings another.
inline constexpr const char *unprovenCodeSetting = "enrolment.code";

/// The tablet's own key; made with its database, so that an enrolment whose answer was lost is
/// repeated with the same one.
Result<crypto::SigningKey> signingKey(storage::KioskStore &store);

/// A server's address as typed. Only https, or http to the loopback: a token and shoppers' words
/// do not travel in clear. Failure `server-url-unsafe`, `server-url-malformed`.
Result<QUrl> serverUrl(const QString &text);

} // namespace vouch::client
