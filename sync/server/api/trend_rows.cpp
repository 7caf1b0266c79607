#include "sync/server/api/trend_rows.h"

#include <algorithm>
#include <map>

namespace vouch::server {

namespace {

namespace chr = std::chrono;

constexpr chr::days oneDay(1);
constexpr int shortWindow = 7;
constexpr int longWindow = 28;
constexpr int longestWithShortWindow = 62;

Day startOf(const TrendPlan &plan, Day day)
{
    return plan.by == By::Week    ? firstOfWeek(day, plan.weekStart)
           : plan.by == By::Month ? firstOfMonth(day, plan.calendar)
                                  : day;
}

Day startBehind(const TrendPlan &plan, Day start)
{
    return plan.by == By::Month ? firstOfNextMonth(start, plan.calendar)
                                : start + (plan.by == By::Week ? 7 * oneDay : oneDay);
}

} // namespace

std::vector<SeriesBreak> seriesBreaks(const std::vector<SeriesDay> &days)
{
    std::map<std::string, std::vector<std::string>> known; // of a checklist, the oldest first
    std::map<std::string, std::size_t> present;
    std::vector<SeriesBreak> out;
    for (std::size_t i = 0; i < days.size();) {
        const auto &first = days[i];
        std::pair<std::int64_t, std::string> most{-1, {}};
        for (; i < days.size() && days[i].day == first.day && days[i].checklist == first.checklist;
             ++i) {
            auto &seen = known[first.checklist];
            if (std::find(seen.begin(), seen.end(), days[i].series) == seen.end())
                seen.push_back(days[i].series);
            most = std::max(most, {days[i].tally.count(), days[i].series});
        }
        const auto &seen = known[first.checklist];
        const auto at =
            std::size_t(std::find(seen.begin(), seen.end(), most.second) - seen.begin());
        const auto [now, isNew] = present.try_emplace(first.checklist, at);
        if (!isNew && at > now->second) {
            out.push_back({first.day, first.checklist, seen[now->second], most.second});
            now->second = at;
        }
    }
    return out;
}

TrendPlan planTrend(
    By by, std::optional<Day> from, std::optional<Day> to, Day today, const ChainSettings &chain)
{
    TrendPlan plan;
    plan.by = by;
    plan.weekStart = chain.weekStart;
    plan.calendar = chain.calendar;
    plan.to = std::min(to.value_or(today), today);
    Day least = by == By::Day    ? plan.to - (mostTrendDays - 1) * oneDay
                : by == By::Week ? plan.to - (mostTrendWeeks - 1) * 7 * oneDay
                                 : Day(chr::year(1970) / 1 / 1);
    plan.from = startOf(plan, std::max(from.value_or(least), least));
    if (by != By::Day)
        plan.to = startBehind(plan, startOf(plan, plan.to)) - oneDay;
    const auto length = (plan.to - plan.from).count() + 1;
    plan.window = length <= longestWithShortWindow ? shortWindow : longWindow;
    return plan;
}

Day readFrom(const TrendPlan &plan)
{
    return plan.by == By::Day ? plan.from - (plan.window - 1) * oneDay : plan.from;
}

std::vector<TrendRow> trendRows(
    const TrendPlan &plan, const std::vector<SeriesDay> &days,
    const std::vector<SeriesBreak> &breaks)
{
    std::map<Day, metrics::Tally> sums;
    for (const auto &each : days)
        sums[startOf(plan, each.day)] += each.tally;
    std::vector<TrendRow> out;
    if (sums.empty())
        return out;
    const auto first = std::max(plan.from, sums.begin()->first);
    for (Day start = first; start <= plan.to; start = startBehind(plan, start)) {
        TrendRow row{start, startBehind(plan, start) - oneDay, {}, {}};
        if (const auto found = sums.find(start); found != sums.end())
            row.tally = found->second;
        Day back = start - (plan.window - 1) * oneDay;
        for (const auto &each : breaks)
            if (each.day <= start)
                back = std::max(back, each.day);
        if (plan.by == By::Day)
            for (auto at = sums.lower_bound(back); at != sums.end() && at->first <= start; ++at)
                row.pooled += at->second;
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace vouch::server
