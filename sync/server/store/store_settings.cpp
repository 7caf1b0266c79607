#include "sync/server/store/publications.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

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

std::optional<OpeningHours> openingHoursOf(const json::object &settings)
{
    const auto *given = findObject(settings, "opening_hours");
    auto hours = given ? OpeningHours::parse(*given) : Result<OpeningHours>(Failure{});
    return hours ? std::optional(std::move(*hours)) : std::nullopt;
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
    const auto set = publish(
        {PublicationKind::Setting, setting.key, setting.value, Reach::store(setting.store)}, by);
    return set ? Result<void>() : set.failure();
}

Result<void> Store::removeSetting(const std::string &store, const std::string &key, const Actor &by)
{
    const auto removed = publish({PublicationKind::Setting, key, {}, Reach::store(store)}, by);
    return removed ? Result<void>() : removed.failure();
}

Result<std::vector<Setting>> Store::settings() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<Setting>> {
        std::vector<Setting> out;
        Query rows(
            connection,
            "SELECT store, key, json, set_at, staged FROM settings ORDER BY store, key");
        while (rows.next())
            out.push_back(
                {rows.text(0), rows.text(1), valueOf(rows.text(2)), rows.time(3),
                 rows.integer(4) != 0});
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

Result<void> Store::removePin(const std::string &store, protocol::PinRole role, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        const auto key = knownStore(connection, store);
        if (!key)
            return key.failure();
        const int removed =
            Query(connection, "DELETE FROM pins WHERE store = ?1 AND role = ?2", *key, toText(role))
                .run();
        if (removed == 0)
            return Failure{
                std::string(protocol::code::notFound), "This store has no such PIN.",
                std::string(toText(role))};
        addAudit(connection, now, by, {audited::pinRemove, store, {{"role", toText(role)}}});
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
