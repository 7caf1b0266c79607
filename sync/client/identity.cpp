#include "sync/client/identity.h"

#include <QHostAddress>

namespace vouch::client {

namespace {

namespace key {
constexpr const char *server = "identity.server";
constexpr const char *device = "identity.device";
constexpr const char *token = "identity.token";
constexpr const char *store = "identity.store";
constexpr const char *sealingId = "identity.sealing_key_id";
constexpr const char *sealing = "identity.sealing_key";
} // namespace key

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Result<std::optional<Identity>> loadIdentity(storage::KioskStore &store)
{
    std::map<std::string, std::string> found;
    for (const char *name :
         {key::server, key::device, key::token, key::store, key::sealingId, key::sealing}) {
        auto value = store.setting(name);
        if (!value)
            return value.failure();
        if (!*value)
            return std::optional<Identity>();
        found[name] = std::move(**value);
    }
    const auto device = Uuid::parse(found[key::device]);
    const auto sealing = crypto::fromBase64(found[key::sealing]);
    if (!device || !sealing)
        return Failure{
            "identity-damaged", "The stored identity cannot be read. Enrol this tablet again.", ""};
    return std::optional<Identity>(Identity{
        QUrl(QString::fromStdString(found[key::server])), *device, found[key::token],
        found[key::store], found[key::sealingId], *sealing});
}

Result<void> saveIdentity(storage::KioskStore &store, const Identity &identity)
{
    return store.setSettings(
        {{key::server, identity.server.toString().toStdString()},
         {key::device, identity.device.text()},
         {key::token, identity.token},
         {key::store, identity.store},
         {key::sealingId, identity.sealingKeyId},
         {key::sealing, crypto::toBase64(identity.sealingKey)}});
}

Result<crypto::SigningKey> signingKey(storage::KioskStore &store)
{
    return store.signingKey();
}

Result<QUrl> serverUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const auto scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "https" && scheme != "http"))
        return Failure{
            "server-url-malformed", "The server's address must look like https://vouch.example.",
            text.toStdString()};
    if (scheme == "http" && !isLoopback(url.host()))
        return Failure{
            "server-url-unsafe",
            "http:// is for this machine itself only; use https:// for a server elsewhere.",
            text.toStdString()};
    if (!url.userName().isEmpty() || url.hasQuery() || url.hasFragment())
        return Failure{
            "server-url-malformed",
            "The server's address must hold no name, password, query or fragment.",
            text.toStdString()};
    return url;
}

} // namespace vouch::client
