#include "sync/server/store/shop_choice.h"
#include "sync/server/store/structure.h"

#include <algorithm>

namespace vouch::server {

namespace {

namespace chr = std::chrono;

#define VOUCH_EACH_SUM                                                                             \
    "coalesce(sum(n0), 0), coalesce(sum(n1), 0), coalesce(sum(n2), 0), coalesce(sum(n3), 0), "     \
    "coalesce(sum(n4), 0), coalesce(sum(n5), 0), coalesce(sum(n6), 0), coalesce(sum(n7), 0), "     \
    "coalesce(sum(n8), 0), coalesce(sum(n9), 0), coalesce(sum(n10), 0) "
// Every table of counters by every key that is asked of it. CROSS JOIN keeps the order: shops, then
// their rows by the primary key.
#define VOUCH_OF(TABLE)                                                                            \
    "FROM each_key(?1) s "                                                                         \
    "CROSS JOIN " TABLE " c ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 "                     \
    "WHERE c.measure IN (SELECT value FROM each_key(?4)) AND (?5 OR c.marked = 0)"
// By the table of stores, which SQLite reads in the order of their keys and need not sort.
#define VOUCH_SUMS_BY_STORE(TABLE)                                                                 \
    "SELECT s.key, " VOUCH_EACH_SUM "FROM stores s "                                               \
    "CROSS JOIN " TABLE " c ON c.store = s.key AND c.day BETWEEN ?2 AND ?3 "                       \
    "WHERE s.key IN (SELECT value FROM each_key(?1)) "                                             \
    "AND c.measure IN (SELECT value FROM each_key(?4)) AND (?5 OR c.marked = 0) GROUP BY s.key"
#define VOUCH_SUMS(TABLE, KEY) "SELECT " KEY ", " VOUCH_EACH_SUM VOUCH_OF(TABLE) " GROUP BY 1"
// Without a group: SQLite would sort all rows to make one of them.
#define VOUCH_SUM(TABLE) "SELECT 0, " VOUCH_EACH_SUM VOUCH_OF(TABLE)

constexpr const char *daysTogether = VOUCH_SUM("day_counts");
constexpr const char *daysByDay = VOUCH_SUMS("day_counts", "c.day");
constexpr const char *daysByStore = VOUCH_SUMS_BY_STORE("day_counts");
constexpr const char *monthsTogether = VOUCH_SUM("month_counts");
constexpr const char *monthsByMonth = VOUCH_SUMS("month_counts", "c.day");
constexpr const char *monthsByStore = VOUCH_SUMS_BY_STORE("month_counts");
constexpr const char *hoursByHour = VOUCH_SUMS("hour_counts", "c.hour");

#undef VOUCH_SUM
#undef VOUCH_SUMS_BY_STORE
#undef VOUCH_SUMS
#undef VOUCH_OF
#undef VOUCH_EACH_SUM

using Sums = std::map<std::int64_t, metrics::Tally>;

/// Both included; empty when from > to.
struct Days
{
    Day from;
    Day to;
};

struct Span
{
    Days months; ///< whole months inside, by their days
    Days before; ///< edge days
    Days after;
};

Span split(const Days &days)
{
    constexpr auto oneDay = chr::days(1);
    const auto monthOf = firstOfMonth(days.from);
    const chr::year_month_day ymd(monthOf);
    const Day firstWhole =
        monthOf == days.from ? monthOf : Day((ymd.year() / ymd.month() + chr::months(1)) / 1);
    const Day behindWhole = firstOfMonth(days.to + oneDay);
    if (firstWhole >= behindWhole)
        return {{days.to + oneDay, days.to}, days, {days.to + oneDay, days.to}};
    return {
        {firstWhole, behindWhole - oneDay},
        {days.from, firstWhole - oneDay},
        {behindWhole, days.to}};
}

Result<ShopChoice> shopsOf(Connection &connection, const ScoreQuery &query)
{
    return chooseShops(
        connection, {{query.stores.begin(), query.stores.end()}, query.region, query.scope, true});
}

class Reading
{
public:
    Reading(
        Connection &connection, const ScoreQuery &query, const ShopChoice &shops,
        std::string measures)
        : m_connection(connection)
        , m_query(query)
        , m_shops(shops)
        , m_measures(std::move(measures))
        , m_days{
              query.from.value_or(Day(chr::year(1) / 1 / 1)),
              query.to.value_or(Day(chr::year(9999) / 12 / 31))}
    {
    }

    Sums all(const char *sql) { return sums(sql, m_days); }
    /// Months where they are whole, days at the edges.
    Sums flat(const char *months, const char *days)
    {
        const auto span = split(m_days);
        Sums out = sums(months, span.months);
        for (const auto &edge : {span.before, span.after})
            for (const auto &[key, tally] : sums(days, edge))
                out[key] += tally;
        return out;
    }

private:
    Sums sums(const char *sql, const Days &days)
    {
        Sums out;
        if (days.from > days.to)
            return out;
        Query rows(
            m_connection, sql, m_shops.asked, days.from, days.to, m_measures, m_query.withMarked);
        while (rows.next()) {
            auto &tally = out[rows.integer(0)];
            for (int score = 0; score <= metrics::highestScore; ++score)
                tally.add(score, rows.integer(score + 1));
        }
        return out;
    }

    Connection &m_connection;
    const ScoreQuery &m_query;
    const ShopChoice &m_shops;
    const std::string m_measures; ///< Measurements::counted()
    const Days m_days;
};

Day dayOf(std::int64_t number)
{
    return Day(chr::days(number));
}

/// Days (or months) folded into rows by `keyOf`, which keeps their order.
template <class KeyOf> std::vector<ScoreRow> folded(const Sums &sums, KeyOf keyOf)
{
    std::vector<ScoreRow> out;
    for (const auto &[number, tally] : sums) {
        const std::string key = keyOf(number);
        if (out.empty() || out.back().key != key)
            out.push_back({key, {}});
        out.back().tally += tally;
    }
    return out;
}

std::vector<ScoreRow> byStore(const Sums &sums, const ShopChoice &shops)
{
    std::vector<ScoreRow> out;
    for (const auto key : shops.askedKeys) {
        const auto found = sums.find(key);
        out.push_back({shops.ids.at(key), found == sums.end() ? metrics::Tally() : found->second});
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    return out;
}

/// Counters have Gregorian months, so those of another calendar are added up from days.
std::vector<ScoreRow> byMonth(Reading &reading, Calendar calendar)
{
    const auto sums = calendar == Calendar::Gregorian ? reading.flat(monthsByMonth, daysByDay)
                                                      : reading.all(daysByDay);
    return folded(sums, [&](auto day) { return monthKey(dayOf(day), calendar); });
}

std::vector<ScoreRow>
rowsOf(Reading &reading, By by, const ShopChoice &shops, const ChainSettings &chain)
{
    switch (by) {
    case By::Hour:
        return folded(reading.all(hoursByHour), [](auto hour) { return std::to_string(hour); });
    case By::Day:
        return folded(reading.all(daysByDay), [](auto day) { return formatDay(dayOf(day)); });
    case By::Week:
        return folded(reading.all(daysByDay), [&](auto day) {
            return formatDay(firstOfWeek(dayOf(day), chain.weekStart));
        });
    case By::Month:
        return byMonth(reading, chain.calendar);
    case By::Store:
        return byStore(reading.flat(monthsByStore, daysByStore), shops);
    case By::None:
        break;
    }
    auto rows =
        folded(reading.flat(monthsTogether, daysTogether), [](auto) { return std::string(); });
    if (rows.empty())
        rows.push_back({});
    return rows;
}

} // namespace

Result<std::vector<ScoreRow>> Store::score(const ScoreQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<ScoreRow>> {
        const auto shops = shopsOf(connection, query);
        if (!shops)
            return shops.failure();
        auto measures = Measurements(connection).counted(query);
        if (!measures)
            return measures.failure();
        auto chain = server::chainSettings(connection);
        chain.calendar = query.calendar.value_or(chain.calendar);
        Reading reading(connection, query, *shops, std::move(*measures));
        return rowsOf(reading, query.by, *shops, chain);
    });
}

} // namespace vouch::server
