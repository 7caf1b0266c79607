#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

Result<void> checked(const StoreInfo &store)
{
    constexpr auto allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    if (store.id.empty() || store.id.size() > 64 ||
        store.id.find_first_not_of(allowed) != store.id.npos)
        return Failure{
            "store-malformed",
            "A store's id has 1 to 64 letters, digits, dashes, underscores or dots.", "id"};
    if (store.name.empty() || store.name.size() > 200)
        return Failure{"store-malformed", "A store's name has 1 to 200 bytes.", "name"};
    if (store.region.size() > 200)
        return Failure{"store-malformed", "A region has at most 200 bytes.", "region"};
    if (const auto zone = TimeZone::find(store.timezone); !zone)
        return zone.failure();
    return {};
}

json::object told(const StoreInfo &store)
{
    return {{"name", store.name}, {"region", store.region}, {"timezone", store.timezone}};
}

/// For a zone that was known when the store was added.
LocalTime localNow(const std::string &zoneName, Timestamp now)
{
    const auto zone = TimeZone::find(zoneName);
    return (zone ? *zone : TimeZone::utc()).local(now);
}

} // namespace

std::optional<std::int64_t> storeKey(Connection &connection, const std::string &id)
{
    Query row(connection, "SELECT key FROM stores WHERE id = ?", id);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

Failure storeNotFound(const std::string &id)
{
    return {
        std::string(protocol::code::notFound),
        "There is no store \"" + id + "\". See the list of stores.", "store"};
}

Result<void> Store::addStore(const StoreInfo &store, const Actor &by)
{
    if (const auto fine = checked(store); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        const int added = Query(
                              connection,
                              "INSERT INTO stores (id, name, region, timezone, added_at) "
                              "VALUES (?,?,?,?,?) ON CONFLICT DO NOTHING",
                              store.id, store.name, store.region, store.timezone, now)
                              .run();
        if (added == 0)
            return Failure{"store-exists", "There is a store with this id already.", store.id};
        if (!store.region.empty())
            Query(
                connection,
                "INSERT INTO regions (id, name, parent, added_at) VALUES (?1, ?1, NULL, ?2) "
                "ON CONFLICT DO NOTHING",
                store.region, now)
                .run();
        addAudit(connection, now, by, {audited::storeAdd, store.id, told(store)});
        return {};
    });
}

Result<void> Store::changeStore(const StoreInfo &store, const Actor &by)
{
    if (const auto fine = checked(store); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (!store.region.empty() &&
            !Query(connection, "SELECT 1 FROM regions WHERE id = ?", store.region).next())
            return regionNotFound(store.region);
        const int changed =
            Query(
                connection, "UPDATE stores SET name = ?, region = ?, timezone = ? WHERE id = ?",
                store.name, store.region, store.timezone, store.id)
                .run();
        if (changed == 0)
            return storeNotFound(store.id);
        addAudit(connection, now, by, {audited::storeChange, store.id, told(store)});
        return {};
    });
}

Result<std::vector<StoreStatus>> Store::stores() const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<StoreStatus>> {
        std::vector<StoreStatus> out;
        Query rows(
            connection,
            "SELECT id, name, region, timezone, last_answer, version FROM stores ORDER BY id");
        while (rows.next()) {
            StoreInfo info{rows.text(0), rows.text(1), rows.text(2), rows.text(3)};
            const auto today = localNow(info.timezone, now).day;
            out.push_back({std::move(info), today, rows.maybeTime(4), rows.integer(5)});
        }
        return out;
    });
}

Result<std::optional<StoreInfo>> Store::findStore(const std::string &id) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<StoreInfo>> {
        Query row(connection, "SELECT id, name, region, timezone FROM stores WHERE id = ?", id);
        if (!row.next())
            return std::optional<StoreInfo>();
        return std::optional(StoreInfo{row.text(0), row.text(1), row.text(2), row.text(3)});
    });
}

Result<StoreState> Store::state(const std::string &store) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<StoreState> {
        StoreState out;
        std::int64_t key = 0;
        {
            Query row(
                connection, "SELECT key, version, timezone, last_answer FROM stores WHERE id = ?",
                store);
            if (!row.next())
                return storeNotFound(store);
            key = row.integer(0);
            out = {store, row.integer(1), localNow(row.text(2), now).day, {}, row.maybeTime(3)};
        }
        Query counts(
            connection,
            "SELECT n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10 FROM day_counts "
            "WHERE store = ? AND day = ? AND measure IN (SELECT value FROM each_key(?))",
            key, out.day, Measurements(connection).counted());
        while (counts.next())
            for (int score = 0; score <= metrics::highestScore; ++score)
                out.tally.add(score, counts.integer(score));
        return out;
    });
}

} // namespace vouch::server
