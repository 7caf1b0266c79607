#include "sync/server/api/trend_judgement.h"

#include "core/metrics/change_point.h"
#include "core/metrics/trend.h"
#include "sync/server/api/drivers_json.h"
#include "sync/server/api/score_json.h"

#include <cmath>
#include <map>

namespace vouch::server {

namespace {

/// Half of 5 %, for each direction.
constexpr double leastSureOfChange = 0.025;

std::string_view wordOf(metrics::Verdict verdict)
{
    switch (verdict) {
    case metrics::Verdict::Better:
        return "better";
    case metrics::Verdict::Worse:
        return "worse";
    case metrics::Verdict::NoClearChange:
        break;
    }
    return "none";
}

std::string_view wordOf(metrics::TargetVerdict verdict)
{
    switch (verdict) {
    case metrics::TargetVerdict::Below:
        return "below";
    case metrics::TargetVerdict::Above:
        return "above";
    case metrics::TargetVerdict::NotClear:
        break;
    }
    return "not-clear";
}

double roundedP(double value)
{
    return std::round(value * 1e6) / 1e6;
}

json::object judgedJson(const metrics::Judgement &judged)
{
    return {
        {"first", formatDay(judged.first)},
        {"last", formatDay(judged.last)},
        {"before_first", formatDay(judged.beforeFirst)},
        {"before_last", formatDay(judged.beforeLast)},
        {"delta", rounded(judged.delta)},
        {"low", rounded(judged.low)},
        {"high", rounded(judged.high)},
        {"p_value", roundedP(judged.pValue)},
        {"verdict", wordOf(judged.verdict)},
        {"between_days_known", judged.betweenDaysKnown}};
}

} // namespace

std::vector<metrics::DayTally> comparableDays(const std::vector<SeriesDay> &days, Day last)
{
    const auto breaks = seriesBreaks(days);
    std::map<Day, metrics::Tally> sums;
    for (const auto &each : days)
        if (each.day <= last && (breaks.empty() || each.day >= breaks.back().day))
            sums[each.day] += each.tally;
    std::vector<metrics::DayTally> out;
    for (const auto &[day, tally] : sums)
        out.push_back({day, tally});
    return out;
}

json::object judgementJson(const std::vector<metrics::DayTally> &days, Day last, std::int64_t asked)
{
    std::optional<Failure> refused;
    for (const int length : {28, 14, 7}) {
        if (length > std::max<std::int64_t>(asked, 7))
            continue;
        const auto judged = metrics::judgeChange(days, last, length);
        if (judged)
            return {{"judgement", judgedJson(*judged)}, {"not_judged", nullptr}};
        if (!refused)
            refused = judged.failure();
    }
    return {{"judgement", nullptr}, {"not_judged", refusalJson(*refused)}};
}

json::array changesJson(const std::vector<metrics::DayTally> &days, Day first, Day last)
{
    json::array out;
    const auto asked = metrics::within(days, first, last);
    for (const auto direction : {metrics::Direction::Fall, metrics::Direction::Rise}) {
        const auto found = metrics::findChange(asked, direction);
        if (!found || !*found || (*found)->pValue > leastSureOfChange)
            continue;
        const auto &change = **found;
        out.push_back(json::object{
            {"day", formatDay(change.day)},
            {"earliest", formatDay(change.earliest)},
            {"latest", formatDay(change.latest)},
            {"direction", direction == metrics::Direction::Fall ? "fall" : "rise"},
            {"delta", rounded(change.delta)},
            {"p_value", roundedP(change.pValue)}});
    }
    return out;
}

json::object
targetJson(const std::vector<metrics::DayTally> &days, Day last, const std::optional<int> &target)
{
    if (!target)
        return {{"target", nullptr}};
    json::object out{{"points", *target}, {"verdict", nullptr}, {"not_judged", nullptr}};
    if (const auto judged = metrics::againstTarget(days, last, *target))
        out["verdict"] = wordOf(judged->verdict);
    else
        out["not_judged"] = refusalJson(judged.failure());
    return {{"target", std::move(out)}};
}

json::object slopeJson(const std::vector<metrics::DayTally> &days, Day first, Day last)
{
    const auto trend = metrics::trend(metrics::within(days, first, last));
    if (!trend)
        return {{"slope", nullptr}, {"no_slope", refusalJson(trend.failure())}};
    json::object slope{
        {"per_week", rounded(trend->slope)},
        {"low", rounded(trend->low)},
        {"high", rounded(trend->high)},
        {"p_value", roundedP(trend->pValue)},
        {"clear", trend->clear()}};
    return {{"slope", std::move(slope)}, {"no_slope", nullptr}};
}

} // namespace vouch::server
