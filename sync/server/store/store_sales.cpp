#include "core/base/utf8.h"
#include "sync/server/store/sales.h"

#include "sync/server/store/shop_choice.h"

#include <map>
#include <set>

namespace vouch::server {

namespace {

namespace chr = std::chrono;

/// What the rows of one request are judged by.
class Judge
{
public:
    Judge(Connection &connection, const StoreSet &scope)
    {
        Query stores(connection, "SELECT id, key FROM stores");
        while (stores.next())
            if (scope.contains(stores.text(0)))
                m_stores[stores.text(0)] = stores.integer(1);
        Query touchpoints(connection, "SELECT id FROM touchpoints");
        while (touchpoints.next())
            m_touchpoints.insert(touchpoints.text(0));
    }

    /// The store's key, or why not.
    Result<std::int64_t> judge(const SaleRow &row, Day latest) const
    {
        const auto store = m_stores.find(row.store);
        if (store == m_stores.end())
            return Failure{
                "no-such-store", "There is no store \"" + row.store + "\" that you may tell of.",
                "store"};
        if (row.hour < 0 || row.hour > 23)
            return Failure{"sale-malformed", "An hour is from 0 to 23.", "hour"};
        if (row.count < 0 || row.count > mostSales)
            return Failure{
                "sale-malformed", "A count is from 0 to " + std::to_string(mostSales) + ".",
                "count"};
        if (row.day > latest)
            return Failure{"sale-malformed", "This day has not come yet.", "day"};
        if (!row.touchpoint.empty() && !isName(row.touchpoint, 100))
            return Failure{
                "sale-malformed",
                "A touchpoint has at most 100 bytes, none of them a control character.",
                "touchpoint"};
        if (!row.touchpoint.empty() && !m_touchpoints.empty() &&
            !m_touchpoints.contains(row.touchpoint))
            return Failure{
                "touchpoint-unknown", "The chain has no touchpoint \"" + row.touchpoint + "\".",
                "touchpoint"};
        return store->second;
    }

private:
    std::map<std::string, std::int64_t> m_stores;
    std::set<std::string> m_touchpoints; ///< empty: the chain names none, and any will do
};

/// The number that was there before, if any.
std::optional<std::int64_t> former(Connection &connection, std::int64_t store, const SaleRow &row)
{
    Query found(
        connection,
        "SELECT sold FROM sales WHERE store = ?1 AND day = ?2 AND hour = ?3 AND touchpoint = ?4",
        store, row.day, row.hour, row.touchpoint);
    return found.next() ? std::optional(found.integer(0)) : std::nullopt;
}

void keep(Connection &connection, std::int64_t store, const SaleRow &row, Timestamp now)
{
    Query(
        connection,
        "INSERT INTO sales (store, day, hour, touchpoint, sold, set_at) VALUES (?1,?2,?3,?4,?5,?6) "
        "ON CONFLICT (store, day, hour, touchpoint) DO UPDATE SET sold = excluded.sold, "
        "set_at = excluded.set_at",
        store, row.day, row.hour, row.touchpoint, row.count, now)
        .run();
}

/// Of a store, day and hour: what was told of the whole store, else the sum of its touchpoints.
constexpr const char *soldByHour =
    "SELECT store, day, hour, sum(CASE WHEN touchpoint = '' THEN sold ELSE 0 END), "
    "sum(sold), sum(CASE WHEN touchpoint = '' THEN 1 ELSE 0 END) FROM sales "
    "WHERE store IN (SELECT value FROM each_key(?1)) AND day BETWEEN ?2 AND ?3 "
    "AND (?4 IS NULL OR touchpoint = ?4) GROUP BY store, day, hour";
// By day only what tablets took. The counters of hours do not tell who brought an answer.
constexpr const char *scoredByDay =
    "SELECT c.store, c.day, 0, "
    "sum(n0 + n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10) FROM each_key(?1) s "
    "CROSS JOIN device_counts c ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 "
    "CROSS JOIN devices d ON d.key = c.device "
    "WHERE d.source = '' AND c.measure IN (SELECT value FROM each_key(?4)) "
    "GROUP BY c.store, c.day";
constexpr const char *scoredByHour =
    "SELECT c.store, c.day, c.hour, "
    "sum(n0 + n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10) FROM each_key(?1) s "
    "CROSS JOIN hour_counts c ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 "
    "WHERE c.measure IN (SELECT value FROM each_key(?4)) GROUP BY c.store, c.day, c.hour";

class RateReading
{
public:
    RateReading(Connection &connection, const RateQuery &query, const ShopChoice &shops)
        : m_connection(connection)
        , m_query(query)
        , m_shops(shops)
        , m_from(query.from.value_or(Day(chr::year(1) / 1 / 1)))
        , m_to(query.to.value_or(Day(chr::year(9999) / 12 / 31)))
    {
    }

    std::vector<RateRow> run()
    {
        if (m_query.by == RateBy::None)
            m_rows[{}];
        if (m_query.by == RateBy::Store)
            for (const auto key : m_shops.askedKeys)
                m_rows[m_shops.ids.at(key)];
        readSales();
        readScored();
        std::vector<RateRow> out;
        for (auto &[key, row] : m_rows) {
            row.key = m_query.by == RateBy::Hour ? std::to_string(std::stoi(key)) : key;
            out.push_back(std::move(row));
        }
        return out;
    }

private:
    RateRow &rowOf(std::int64_t store, Day day, std::int64_t hour)
    {
        switch (m_query.by) {
        case RateBy::Day:
            return m_rows[formatDay(day)];
        case RateBy::Hour: // in the order of the numbers
            return m_rows[(hour < 10 ? "0" : "") + std::to_string(hour)];
        case RateBy::Store:
            return m_rows[m_shops.ids.at(store)];
        case RateBy::None:
            break;
        }
        return m_rows[{}];
    }

    void readSales()
    {
        Query rows(m_connection, soldByHour, m_shops.asked, m_from, m_to, m_query.touchpoint);
        while (rows.next()) {
            const auto sold = rows.integer(5) > 0 ? rows.integer(3) : rows.integer(4);
            m_known.insert({rows.integer(0), rows.day(1)});
            auto &row = rowOf(rows.integer(0), rows.day(1), rows.integer(2));
            row.sales = row.sales.value_or(0) + sold;
        }
    }

    void readScored()
    {
        Query rows(
            m_connection, m_query.by == RateBy::Hour ? scoredByHour : scoredByDay, m_shops.asked,
            m_from, m_to, Measurements(m_connection).counted(m_query.touchpoint));
        while (rows.next()) {
            auto &row = rowOf(rows.integer(0), rows.day(1), rows.integer(2));
            row.scored += rows.integer(3);
            if (m_known.contains({rows.integer(0), rows.day(1)}))
                row.answered += rows.integer(3);
        }
    }

    Connection &m_connection;
    const RateQuery &m_query;
    const ShopChoice &m_shops;
    const Day m_from;
    const Day m_to;
    std::map<std::string, RateRow> m_rows;
    std::set<std::pair<std::int64_t, Day>> m_known; ///< stores and days of which a till told
};

} // namespace

std::string_view toText(SaleOutcome::Status status)
{
    switch (status) {
    case SaleOutcome::Status::Accepted:
        return "accepted";
    case SaleOutcome::Status::Unchanged:
        return "unchanged";
    case SaleOutcome::Status::Rejected:
        return "rejected";
    }
    return "";
}

std::optional<RateBy> rateByFrom(std::string_view text)
{
    constexpr std::pair<std::string_view, RateBy> names[] = {
        {"none", RateBy::None},
        {"day", RateBy::Day},
        {"hour", RateBy::Hour},
        {"store", RateBy::Store}};
    for (const auto &[name, by] : names)
        if (name == text)
            return by;
    return std::nullopt;
}

Result<std::vector<SaleOutcome>>
Store::takeSales(const std::vector<SaleRow> &rows, const StoreSet &scope, const Actor &by)
{
    const auto now = m_parts->clock.now();
    const auto latest = chr::floor<chr::days>(now) + chr::days(1); // somewhere it is tomorrow
    return m_parts->write([&](Written &written) -> Result<std::vector<SaleOutcome>> {
        auto &connection = written.connection();
        const Judge judge(connection, scope);
        std::vector<SaleOutcome> out;
        std::int64_t altered = 0;
        for (const auto &row : rows) {
            const auto key = judge.judge(row, latest);
            if (!key) {
                out.push_back(
                    {SaleOutcome::Status::Rejected, key.failure().code, key.failure().message});
                continue;
            }
            const auto before = former(connection, *key, row);
            const bool isSame = before && *before == row.count;
            altered += before && !isSame;
            if (!isSame)
                keep(connection, *key, row, now);
            out.push_back(
                {isSame ? SaleOutcome::Status::Unchanged : SaleOutcome::Status::Accepted});
        }
        if (altered > 0)
            addAudit(
                connection, now, by,
                {audited::salesChange,
                 "sales",
                 {{"rows", std::int64_t(rows.size())}, {"changed", altered}}});
        return out;
    });
}

Result<std::vector<RateRow>> Store::responseRate(const RateQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<RateRow>> {
        const auto shops = chooseShops(
            connection, {{query.stores.begin(), query.stores.end()}, query.region, query.scope});
        if (!shops)
            return shops.failure();
        return RateReading(connection, query, *shops).run();
    });
}

} // namespace vouch::server
