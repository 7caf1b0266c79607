#include "sync/server/store/postgresql_array.h"
#include "sync/server/store/written.h"

namespace vouch::server {

namespace {

/// Rows by the columns that are their key and those that are summed.
using SummedRows = std::map<std::vector<std::int64_t>, std::vector<std::int64_t>>;

std::int64_t dayNumber(Day day)
{
    return day.time_since_epoch().count();
}

template <class Key> std::vector<std::int64_t> numbersOf(const Key &key)
{
    const auto plain = [](const auto &part) -> std::int64_t {
        if constexpr (std::is_same_v<std::decay_t<decltype(part)>, Day>)
            return dayNumber(part);
        else
            return static_cast<std::int64_t>(part);
    };
    return std::apply(
        [&](const auto &...parts) { return std::vector<std::int64_t>{plain(parts)...}; }, key);
}

/// What is more and what is less, together: one row is touched once.
template <class Counters> SummedRows sumsOf(const Counters &more, const Counters &less)
{
    SummedRows out;
    const auto add = [&](const Counters &counters, int sign) {
        for (const auto &[key, tally] : counters) {
            auto &row = out[numbersOf(key)];
            row.resize(tally.histogram.size());
            for (std::size_t i = 0; i < row.size(); ++i)
                row[i] += sign * tally.histogram[i];
        }
    };
    add(more, 1);
    add(less, -1);
    return out;
}

std::vector<PostgresqlArray> columnsOf(const SummedRows &sums)
{
    const auto &[firstKey, firstRow] = *sums.begin();
    std::vector<PostgresqlArray> out(
        firstKey.size() + firstRow.size(), PostgresqlArray(pg_type::int8Array));
    for (const auto &[key, row] : sums) {
        std::size_t column = 0;
        for (const auto value : key)
            out[column++].add(value);
        for (const auto value : row)
            out[column++].add(value);
    }
    return out;
}

#define VOUCH_ADD_ALL(table, key, order, values)                                                   \
    "INSERT INTO " table " AS c SELECT * FROM unnest(" values ") ORDER BY " order                  \
    " ON CONFLICT (" key ") DO UPDATE SET n0=c.n0+excluded.n0, n1=c.n1+excluded.n1, "              \
    "n2=c.n2+excluded.n2, n3=c.n3+excluded.n3, n4=c.n4+excluded.n4, n5=c.n5+excluded.n5, "         \
    "n6=c.n6+excluded.n6, n7=c.n7+excluded.n7, n8=c.n8+excluded.n8, n9=c.n9+excluded.n9, "         \
    "n10=c.n10+excluded.n10"
#define VOUCH_NO_ROWS(table)                                                                       \
    "DELETE FROM " table " WHERE store = ANY(?) AND n0=0 AND n1=0 AND n2=0 AND n3=0 AND n4=0 "     \
    "AND n5=0 AND n6=0 AND n7=0 AND n8=0 AND n9=0 AND n10=0"

constexpr const char *allHours = VOUCH_ADD_ALL(
    "hour_counts", "store, day, hour, measure, marked", "1, 2, 3, 4, 5",
    "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
constexpr const char *allDevices = VOUCH_ADD_ALL(
    "device_counts", "store, day, device, measure, marked", "1, 2, 3, 4, 5",
    "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
constexpr const char *allDays = VOUCH_ADD_ALL(
    "day_counts", "store, day, measure, marked", "1, 2, 3, 4", "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
constexpr const char *allMonths = VOUCH_ADD_ALL(
    "month_counts", "store, day, measure, marked", "1, 2, 3, 4", "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");

constexpr const char *allLedger =
    "INSERT INTO ledger_days AS l SELECT * FROM unnest(?,?,?,?,?,?,?) ORDER BY 1, 2, 3 "
    "ON CONFLICT (chain, day, store) DO UPDATE SET received = l.received + excluded.received, "
    "late = l.late + excluded.late, marked = l.marked + excluded.marked, "
    "forked = l.forked + excluded.forked";

#undef VOUCH_ADD_ALL

void addAll(Connection &connection, const char *sql, const SummedRows &sums)
{
    if (!sums.empty())
        Query(connection, sql, columnsOf(sums)).run();
}

} // namespace

void Written::flushTogether()
{
    addAll(m_connection, allHours, sumsOf(m_counts.hours(), m_noLonger.hours()));
    addAll(m_connection, allDevices, sumsOf(m_counts.devices(), m_noLonger.devices()));
    addAll(m_connection, allDays, sumsOf(m_counts.days(), m_noLonger.days()));
    addAll(m_connection, allMonths, sumsOf(m_counts.months(), m_noLonger.months()));
    if (!m_noLonger.hours().empty()) { // a row of nothing is no row
        PostgresqlArray stores(pg_type::int8Array);
        for (const auto &[key, tally] : m_noLonger.hours())
            stores.add(std::get<0>(key));
        Query(m_connection, VOUCH_NO_ROWS("hour_counts"), stores).run();
        Query(m_connection, VOUCH_NO_ROWS("device_counts"), stores).run();
        Query(m_connection, VOUCH_NO_ROWS("day_counts"), stores).run();
        Query(m_connection, VOUCH_NO_ROWS("month_counts"), stores).run();
    }
    SummedRows ledger;
    for (const auto &[key, delta] : m_ledger)
        ledger[numbersOf(key)] = {delta.received, delta.late, delta.marked, delta.forked};
    addAll(m_connection, allLedger, ledger);
}

#undef VOUCH_NO_ROWS

} // namespace vouch::server
