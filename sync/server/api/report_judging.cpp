#include "sync/server/api/report_judging.h"

#include "core/metrics/false_discovery.h"
#include "core/metrics/probability.h"
#include "core/metrics/store_weeks.h"

#include <algorithm>
#include <cmath>

namespace vouch::server {

namespace {

constexpr std::size_t mostReasons = 5;
constexpr std::size_t mostAssociations = 3;

// --- Reasons -------------------------------------------------------------------------------------

ReportReasons reasonsIn(
    const metrics::PickTable &table, metrics::PickList list, const std::vector<std::string> &names)
{
    ReportReasons out;
    out.asked = table.pooled().shown.of(list);
    const auto mentions = metrics::mentions(table, list);
    if (!mentions)
        return out;
    for (const auto &mention : *mentions) {
        if (mention.share.count == 0 || out.reasons.size() == mostReasons)
            break;
        out.reasons.push_back(
            {table.criteria()[mention.criterion], names[mention.criterion], mention.share});
    }
    return out;
}

/// Two-sided, of two independent shares.
double pValueOfShares(const metrics::Proportion &a, const metrics::Proportion &b)
{
    const auto n = static_cast<double>(a.base), m = static_cast<double>(b.base);
    const double pooled = static_cast<double>(a.count + b.count) / (n + m);
    const double error = std::sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return error > 0 ? metrics::normalTwoSided((a.value - b.value) / error) : 1;
}

struct Candidate
{
    ReportAssociation association;
    double pValue = 1;
};

/// A criterion's share in this month and in the one before, where both lists were shown enough.
void compareMonths(
    const MonthPicks &picks, metrics::PickList list, const std::vector<std::string> &names,
    std::vector<Candidate> &out)
{
    const auto now = picks.now.pooled(), before = picks.before.pooled();
    const auto asked = now.shown.of(list), askedBefore = before.shown.of(list);
    if (asked < metrics::leastOnASide || askedBefore < metrics::leastOnASide)
        return;
    const bool isLiked = list == metrics::PickList::Liked;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto share = metrics::proportion(now.picks[i].of(list), asked);
        const auto other = metrics::proportion(before.picks[i].of(list), askedBefore);
        out.push_back(
            {{isLiked ? ReportAssociation::Kind::PraisedLess : ReportAssociation::Kind::NamedMore,
              names[i], share, other},
             pValueOfShares(*share, *other)});
    }
}

void addMonths(
    ReportFigures &report, const MonthPicks &picks, const std::vector<std::string> &names)
{
    std::vector<Candidate> all;
    compareMonths(picks, metrics::PickList::Improve, names, all);
    compareMonths(picks, metrics::PickList::Liked, names, all);
    std::vector<double> pValues;
    for (const auto &each : all)
        pValues.push_back(each.pValue);
    const auto sure = metrics::adjusted(pValues);
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto &each = all[i].association;
        const bool isMore = each.share->value > each.other->value;
        if (sure[i] <= metrics::falseDiscoveryRate &&
            isMore == (each.kind == ReportAssociation::Kind::NamedMore))
            found.push_back(all[i]);
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return a.pValue < b.pValue;
    });
    for (const auto &each : found)
        report.associations.push_back(each.association);
}

void addSplits(
    ReportFigures &report, const metrics::PickTable &table, const std::vector<std::string> &names)
{
    auto splits = metrics::splits(table, metrics::PickList::Improve);
    if (!splits) {
        report.noAssociations = splits.failure();
        return;
    }
    std::erase_if(*splits, [](const metrics::Split &each) {
        return !each.clear() || each.test->difference <= 0;
    });
    std::stable_sort(
        splits->begin(), splits->end(), [](const metrics::Split &a, const metrics::Split &b) {
            return a.test->pValue < b.test->pValue;
        });
    for (const auto &each : *splits)
        report.associations.push_back(
            {ReportAssociation::Kind::Detractors, names[each.criterion], each.worse, each.better});
}

void addWeeks(
    ReportFigures &report, const metrics::PickTable &table, const std::vector<std::string> &names)
{
    const auto weeks = metrics::storeWeeks(table, metrics::PickList::Improve);
    if (!weeks)
        return;
    for (const auto &each : weeks->criteria)
        if (each.clear() && each.slope < 0)
            report.associations.push_back(
                {ReportAssociation::Kind::Weeks, names[each.criterion], {}, {}});
}

} // namespace

void judgeMonth(
    ReportFigures &report, const std::vector<metrics::DayTally> &days, std::optional<int> target)
{
    const int length = static_cast<int>((report.last - report.first).count()) + 1;
    const auto judged = metrics::judgeChange(days, report.last, length);
    if (!judged)
        report.notJudged = judged.failure();
    else
        report.judgement = *judged;
    if (judged && judged->verdict != metrics::Verdict::NoClearChange) {
        const auto direction = judged->verdict == metrics::Verdict::Worse
                                   ? metrics::Direction::Fall
                                   : metrics::Direction::Rise;
        const auto found = metrics::findChange(
            metrics::within(days, judged->beforeFirst, judged->last), direction);
        if (found && *found && (*found)->significant())
            report.change =
                ReportChange{direction, (*found)->day, (*found)->earliest, (*found)->latest};
    }
    if (target) {
        report.target = ReportTarget{*target, {}};
        if (const auto held = metrics::againstTarget(days, report.last, *target))
            report.target->verdict = held->verdict;
    }
}

void judgePicks(
    ReportFigures &report, const MonthPicks &picks, const std::vector<std::string> &names)
{
    report.improve = reasonsIn(picks.now, metrics::PickList::Improve, names);
    report.liked = reasonsIn(picks.now, metrics::PickList::Liked, names);
    const bool isBetter = report.judgement && report.judgement->verdict == metrics::Verdict::Better;
    if (!isBetter && picks.areComparable)
        addMonths(report, picks, names);
    addSplits(report, picks.now, names);
    if (report.isRegion)
        addWeeks(report, picks.now, names);
    if (report.associations.size() > mostAssociations)
        report.associations.resize(mostAssociations);
    if (!report.associations.empty())
        report.noAssociations.reset();
}

} // namespace vouch::server
