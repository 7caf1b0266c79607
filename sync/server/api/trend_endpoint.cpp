#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"
#include "sync/server/api/trend_judgement.h"
#include "sync/server/api/trend_rows.h"

namespace vouch::server {

namespace {

/// Of the stores asked for, the furthest business day that has begun.
Result<Day> latestToday(const ApiParts &parts, const StoreView &view, const Exchange &exchange)
{
    const auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto stores = view.stores();
    if (!stores)
        return stores.failure();
    auto out = std::chrono::floor<std::chrono::days>(parts.clock.now()) - std::chrono::days(1);
    for (const auto &store : *stores)
        if (selection->stores.contains(store.info.id))
            out = std::max(out, store.today);
    return out;
}

json::object rowJson(const TrendPlan &plan, const TrendRow &row, Day today)
{
    auto out = scoreJson(row.tally);
    out["key"] = plan.by == By::Month ? monthKey(row.first, plan.calendar) : formatDay(row.first);
    out["first"] = formatDay(row.first);
    out["last"] = formatDay(row.last);
    out["running"] = row.last >= today;
    out["pooled"] = plan.by == By::Day ? json::value(scoreJson(row.pooled)) : json::value(nullptr);
    return out;
}

json::object breakJson(const SeriesBreak &each)
{
    return {
        {"day", formatDay(each.day)},
        {"checklist", each.checklist},
        {"from", each.from},
        {"to", each.to}};
}

/// Four weeks, as many before, and eight more to know how days differ.
constexpr std::chrono::days judgedDays(7 * 16);

struct Judged
{
    json::object judgement;
    json::object target;
    json::object slope;
    json::array changes;
};

/// Of the one store that is asked for; a touchpoint of it has none.
Result<std::optional<int>> targetOf(const StoreView &view, const ScoreQuery &query)
{
    if (query.stores.size() != 1 || query.touchpoint)
        return std::optional<int>();
    const auto store = view.findStore(query.stores.front());
    if (!store)
        return store.failure();
    return *store ? (*store)->targetNps : std::optional<int>();
}

/// Of closed days only, by days whatever the rows are by.
Result<Judged> judge(const StoreView &view, ScoreQuery query, const TrendPlan &plan, Day today)
{
    const auto last = std::min(query.to.value_or(today), today - std::chrono::days(1));
    const auto asked = (last - query.from.value_or(Day{})).count() + 1;
    const auto first = std::max(plan.from, last - std::chrono::days(mostTrendDays - 1));
    query.by = By::Day;
    query.from = std::min(first, last - (judgedDays - std::chrono::days(1)));
    query.to = last;
    const auto days = view.seriesDays(query);
    if (!days)
        return days.failure();
    const auto target = targetOf(view, query);
    if (!target)
        return target.failure();
    const auto closed = comparableDays(*days, last);
    return Judged{
        judgementJson(closed, last, asked), targetJson(closed, last, *target),
        slopeJson(closed, first, last), changesJson(closed, first, last)};
}

Result<http::Response> trend(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto today = latestToday(parts, view, exchange);
    if (!today)
        return today.failure();
    const auto asOf = parts.clock.now();
    if (query->by == By::None)
        query->by = By::Day;
    const auto chain = view.chainSettings();
    if (!chain)
        return chain.failure();
    const auto plan = planTrend(query->by, query->from, query->to, *today, *chain);
    auto judged = judge(view, *query, plan, *today);
    if (!judged)
        return judged.failure();
    query->from = readFrom(plan);
    query->to = plan.to;
    if (plan.calendar != Calendar::Gregorian)
        query->by = By::Day; // counters have Gregorian months
    const auto days = view.seriesDays(*query);
    if (!days)
        return days.failure();

    const auto breaks = seriesBreaks(*days);
    json::array rows, broken;
    for (const auto &row : trendRows(plan, *days, breaks))
        rows.push_back(rowJson(plan, row, *today));
    for (const auto &each : breaks)
        if (each.day >= plan.from)
            broken.push_back(breakJson(each));
    json::object out{{"by", toText(plan.by)},       {"from", formatDay(plan.from)},
                     {"to", formatDay(plan.to)},    {"today", formatDay(*today)},
                     {"window", plan.window},       {"rows", std::move(rows)},
                     {"breaks", std::move(broken)}, {"changes", std::move(judged->changes)},
                     {"as_of", formatUtc(asOf)}};
    for (const auto *part : {&judged->judgement, &judged->target, &judged->slope})
        out.insert(part->begin(), part->end());
    return jsonReply(plainJson(out));
}

} // namespace

void addTrendEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/trend",
         .summary = "The score by day, or by week or month of the chain, with its interval, days "
                    "without answers too, where its wording changed, and where it is heading. From "
                    "the counters.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = scoreParameters(
             {{"by",
               "Days (the last 400 at most), weeks (160) or months.",
               {"day", "week", "month"}}}),
         .answers = {{200, "application/json", "Trend"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return trend(parts, e); })});
}

} // namespace vouch::server
