#include "sync/protocol/kiosk_settings.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

constexpr std::size_t longestAudited = 500; ///< bytes of a value; a theme may hold pictures

/// Of a text that was checked when it was stored.
json::value valueOf(const std::string &text)
{
    auto value = parseJson(text);
    return value ? std::move(*value) : json::value();
}

Result<std::int64_t> knownStore(Connection &connection, const std::string &id)
{
    const auto key = storeKey(connection, id);
    if (!key)
        return storeNotFound(id);
    return *key;
}

} // namespace

json::object settingsOf(Connection &connection, const std::string &store)
{
    json::object out;
    Query rows(
        connection,
        "SELECT key, json FROM settings s WHERE store = ?1 OR (store = '' AND NOT EXISTS "
        "(SELECT 1 FROM settings own WHERE own.store = ?1 AND own.key = s.key)) ORDER BY key",
        store);
    while (rows.next())
        out[rows.text(0)] = valueOf(rows.text(1));
    return out;
}

protocol::PinHashes pinHashesOf(Connection &connection, std::int64_t storeKey)
{
    protocol::PinHashes out;
    Query rows(connection, "SELECT role, hash FROM pins WHERE store = ?", storeKey);
    while (rows.next()) {
        if (const auto role = protocol::pinRoleFrom(rows.text(0)))
            out.emplace(*role, rows.text(1));
    }
    return out;
}

Result<void> Store::setSetting(const Setting &setting, const Actor &by)
{
    if (const auto fine = protocol::checkSetting(setting.key, setting.value); !fine)
        return fine;
    const auto text = json::serialize(setting.value);
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (!setting.store.empty() && !storeKey(connection, setting.store))
            return storeNotFound(setting.store);
        Query(
            connection,
            "INSERT INTO settings (store, key, json, set_at) VALUES (?,?,?,?) "
            "ON CONFLICT (store, key) DO UPDATE SET json = excluded.json, set_at = excluded.set_at",
            setting.store, setting.key, text, now)
            .run();
        json::object detail{{"store", setting.store}};
        if (text.size() <= longestAudited)
            detail["value"] = setting.value;
        addAudit(connection, now, by, {audited::settingSet, setting.key, std::move(detail)});
        return {};
    });
}

Result<void> Store::removeSetting(const std::string &store, const std::string &key, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        const int removed = Query(
                                written.connection(),
                                "DELETE FROM settings WHERE store = ? AND key = ?", store, key)
                                .run();
        if (removed == 0)
            return Failure{
                std::string(protocol::code::notFound),
                "This is not set there. `setting list` shows what is.", key};
        addAudit(written.connection(), now, by, {audited::settingRemove, key, {{"store", store}}});
        return {};
    });
}

Result<std::vector<Setting>> Store::settings() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<Setting>> {
        std::vector<Setting> out;
        Query rows(connection, "SELECT store, key, json, set_at FROM settings ORDER BY store, key");
        while (rows.next())
            out.push_back({rows.text(0), rows.text(1), valueOf(rows.text(2)), rows.time(3)});
        return out;
    });
}

Result<void> Store::setPin(
    const std::string &store, protocol::PinRole role, const std::string &hash, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        const auto key = knownStore(connection, store);
        if (!key)
            return key.failure();
        Query(
            connection,
            "INSERT INTO pins (store, role, hash, set_at) VALUES (?,?,?,?) "
            "ON CONFLICT (store, role) DO UPDATE SET hash = excluded.hash, set_at = "
            "excluded.set_at",
            *key, toText(role), hash, now)
            .run();
        addAudit(connection, now, by, {audited::pinSet, store, {{"role", toText(role)}}});
        return {};
    });
}

Result<protocol::PinHashes> Store::pinHashes(const std::string &store) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<protocol::PinHashes> {
        const auto key = knownStore(connection, store);
        if (!key)
            return key.failure();
        return pinHashesOf(connection, *key);
    });
}

Result<std::vector<PinStatus>> Store::pins() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<PinStatus>> {
        std::vector<PinStatus> out;
        Query rows(
            connection,
            "SELECT s.id, p.role, p.set_at FROM pins p JOIN stores s ON s.key = p.store "
            "ORDER BY s.id, p.role");
        while (rows.next()) {
            if (const auto role = protocol::pinRoleFrom(rows.text(1)))
                out.push_back({rows.text(0), *role, rows.time(2)});
        }
        return out;
    });
}

} // namespace vouch::server
