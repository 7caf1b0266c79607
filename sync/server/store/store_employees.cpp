#include "core/metrics/disclosure.h"
#include "sync/server/store/shop_choice.h"
#include "sync/server/store/structure.h"

#include <algorithm>

namespace vouch::server {

namespace {

constexpr const char *employeeDays =
    "SELECT c.store, c.day, c.measure, sum(n0), sum(n1), sum(n2), sum(n3), sum(n4), sum(n5), "
    "sum(n6), sum(n7), sum(n8), sum(n9), sum(n10) FROM each_key(?1) s "
    "CROSS JOIN day_counts c ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 "
    "WHERE c.measure IN (SELECT value FROM each_key(?4)) AND (?5 OR c.marked = 0) GROUP BY 1, 2, 3";

/// What the caller sees as groups within groups: all of it, the regions, the stores.
class SeenGroups
{
public:
    SeenGroups(Connection &connection, const ShopChoice &shops)
    {
        m_groups.push_back({});
        std::multimap<std::string, std::string> below;
        for (Query rows(connection, "SELECT coalesce(parent, ''), id FROM regions"); rows.next();)
            below.emplace(rows.text(0), rows.text(1));
        addRegions(below, {}, 0);
        for (Query rows(connection, "SELECT key, region FROM stores"); rows.next();) {
            if (!shops.maySee(rows.integer(0)))
                continue;
            const auto region = m_regions.find(rows.text(1));
            m_stores[rows.integer(0)] = m_groups.size();
            m_groups.push_back({region == m_regions.end() ? 0 : region->second, 0});
        }
    }

    /// The one that a query means.
    std::optional<std::size_t> asked(const ScoreQuery &query, const ShopChoice &shops) const
    {
        if (query.stores.size() == 1 && shops.askedKeys.size() == 1)
            return m_stores.at(*shops.askedKeys.begin());
        if (!query.stores.empty())
            return std::nullopt;
        if (!query.region)
            return 0;
        const auto region = m_regions.find(*query.region);
        return region == m_regions.end() ? std::nullopt : std::optional(region->second);
    }

    bool mayTell(std::size_t group, const std::map<std::int64_t, metrics::Tally> &ofStores) const
    {
        auto groups = m_groups;
        for (const auto &[store, tally] : ofStores)
            groups[m_stores.at(store)].answers = tally.count();
        return metrics::mayBeTold(groups, metrics::leastOfEmployees)[group];
    }

private:
    void addRegions(
        const std::multimap<std::string, std::string> &below, const std::string &parent,
        std::size_t around)
    {
        const auto [first, last] = below.equal_range(parent);
        for (auto at = first; at != last; ++at) {
            const auto place = m_groups.size();
            m_regions[at->second] = place;
            m_groups.push_back({around, 0});
            addRegions(below, at->second, place);
        }
    }

    std::vector<metrics::NestedGroup> m_groups;
    std::map<std::string, std::size_t> m_regions;
    std::map<std::int64_t, std::size_t> m_stores; ///< by key
};

/// The answers of one week to one series.
struct AskedWeek
{
    std::map<std::int64_t, metrics::Tally> ofStores; ///< by key, of all that are seen
    metrics::Tally asked;
};
using AskedWeeks = std::map<std::pair<std::string, std::string>, std::map<Day, AskedWeek>>;

/// Whole weeks that are over in every store, within the query's days; empty when from > to.
struct WholeWeeks
{
    Day from;
    Day to;
};

WholeWeeks weeksOf(
    Connection &connection, const ScoreQuery &query, const ShopChoice &shops, Timestamp now,
    const ChainSettings &chain)
{
    constexpr std::chrono::days week(7), day(1);
    auto open = Day::max(); // the first day that is not over somewhere
    for (Query rows(connection, "SELECT key, timezone FROM stores"); rows.next();)
        if (shops.maySee(rows.integer(0)))
            open = std::min(open, todayIn(rows.text(1), now, chain.dayStart));
    if (open == Day::max())
        return {open, open - day};
    const auto end = query.to ? std::min(open, *query.to + day) : open;
    const auto first = query.from.value_or(Day(std::chrono::year(1970) / 1 / 1));
    return {
        firstOfWeek(first + week - day, chain.weekStart), firstOfWeek(end, chain.weekStart) - day};
}

} // namespace

Result<EmployeeFigures> Store::employeeWeeks(const ScoreQuery &query) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<EmployeeFigures> {
        const auto shops = chooseShops(
            connection, {{query.stores.begin(), query.stores.end()}, query.region, query.scope});
        if (!shops)
            return shops.failure();
        const auto chain = server::chainSettings(connection);
        const auto weeks = weeksOf(connection, query, *shops, now, chain);
        EmployeeFigures out{weeks.from, weeks.to, chain.weekStart, {}};
        const SeenGroups groups(connection, *shops);
        const auto group = groups.asked(query, *shops);
        const auto measures = Measurements(connection).ofEmployees(query.checklist);
        if (!group || weeks.from > weeks.to || measures.empty())
            return out;
        std::string keys = "[";
        for (const auto &[key, series] : measures)
            (keys += keys.size() > 1 ? "," : "") += std::to_string(key);
        keys += "]";
        AskedWeeks found;
        Query rows(
            connection, employeeDays, shops->seen, weeks.from, weeks.to, keys,
            !chain.unmarkedIsOfficial);
        while (rows.next()) {
            metrics::Tally tally;
            for (int score = 0; score <= metrics::highestScore; ++score)
                tally.add(score, rows.integer(score + 3));
            const auto store = rows.integer(0);
            auto &week =
                found[measures.at(rows.integer(2))][firstOfWeek(rows.day(1), chain.weekStart)];
            week.ofStores[store] += tally;
            if (shops->areAsked(store))
                week.asked += tally;
        }
        for (const auto &[series, ofSeries] : found) {
            EmployeeSeries each{series.first, series.second, {}};
            for (const auto &[first, week] : ofSeries) {
                if (week.asked.count() == 0)
                    continue;
                each.weeks.push_back({first, std::nullopt});
                if (groups.mayTell(*group, week.ofStores))
                    each.weeks.back().score = metrics::employeeScore(week.asked);
            }
            if (!each.weeks.empty())
                out.series.push_back(std::move(each));
        }
        return out;
    });
}

} // namespace vouch::server
