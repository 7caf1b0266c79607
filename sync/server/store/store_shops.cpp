#include "sync/server/store/store_parts.h"
#include "sync/server/store/structure.h"

namespace vouch::server {

namespace {

json::object told(const StoreInfo &store)
{
    return {
        {"name", store.name},
        {"region", store.region},
        {"timezone", store.timezone},
        {"target_nps", store.targetNps ? json::value(*store.targetNps) : json::value(nullptr)}};
}

} // namespace

Day todayIn(const std::string &zoneName, Timestamp now, int dayStart)
{
    const auto zone = TimeZone::find(zoneName);
    return businessDay((zone ? *zone : TimeZone::utc()).local(now), dayStart);
}

Day firstOpenDay(
    Connection &connection, const std::string &store, const std::string &zoneName, Timestamp now,
    int dayStart)
{
    const auto zone = TimeZone::find(zoneName);
    const auto local = (zone ? *zone : TimeZone::utc()).local(now);
    const auto today = businessDay(local, dayStart);
    const auto hours = openingHoursOf(settingsOf(connection, store));
    return hours && !hours->opensAgain(local, dayStart) ? today + std::chrono::days(1) : today;
}

std::optional<std::int64_t> storeKey(Connection &connection, const std::string &id)
{
    Query row(connection, "SELECT key FROM stores WHERE id = ?", id);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

StoreInfo storeFrom(const Query &row)
{
    StoreInfo out{row.text(0), row.text(1), row.text(2), row.text(3), {}};
    if (!row.isNull(4))
        out.targetNps = static_cast<int>(row.integer(4));
    return out;
}

Failure storeNotFound(const std::string &id)
{
    return {
        std::string(protocol::code::notFound),
        "There is no store \"" + id + "\". See the list of stores.", "store"};
}

Result<void> Store::addStore(const StoreInfo &store, const Actor &by)
{
    if (const auto fine = checkStore(store); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        const int added =
            Query(
                connection,
                "INSERT INTO stores (id, name, region, timezone, target_nps, "
                "added_at) VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT DO NOTHING",
                store.id, store.name, store.region, store.timezone, store.targetNps, now)
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
    if (const auto fine = checkStore(store); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (!store.region.empty() &&
            !Query(connection, "SELECT 1 FROM regions WHERE id = ?", store.region).next())
            return regionNotFound(store.region);
        const int changed =
            Query(
                connection,
                "UPDATE stores SET name = ?1, region = ?2, timezone = ?3, target_nps = ?4 "
                "WHERE id = ?5",
                store.name, store.region, store.timezone, store.targetNps, store.id)
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
        const int dayStart = server::chainSettings(connection).dayStart;
        std::vector<StoreStatus> out;
        Query rows(
            connection,
            "SELECT id, name, region, timezone, target_nps, last_answer, version FROM stores "
            "ORDER BY id");
        while (rows.next()) {
            auto info = storeFrom(rows);
            const auto today = todayIn(info.timezone, now, dayStart);
            out.push_back({std::move(info), today, rows.maybeTime(5), rows.integer(6)});
        }
        return out;
    });
}

Result<std::optional<StoreInfo>> Store::findStore(const std::string &id) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::optional<StoreInfo>> {
        Query row(
            connection, "SELECT id, name, region, timezone, target_nps FROM stores WHERE id = ?1",
            id);
        if (!row.next())
            return std::optional<StoreInfo>();
        return std::optional(storeFrom(row));
    });
}

Result<StoreState> Store::state(const std::string &store) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<StoreState> {
        const int dayStart = server::chainSettings(connection).dayStart;
        StoreState out;
        std::int64_t key = 0;
        {
            Query row(
                connection, "SELECT key, version, timezone, last_answer FROM stores WHERE id = ?",
                store);
            if (!row.next())
                return storeNotFound(store);
            key = row.integer(0);
            out = {
                store, row.integer(1), todayIn(row.text(2), now, dayStart), {}, row.maybeTime(3)};
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
