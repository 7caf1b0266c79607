#include "core/metrics/enough.h"
#include "sync/server/api/report_judging.h"

#include <algorithm>

namespace vouch::server {

namespace {

using Kind = ReportAction::Kind;

constexpr double leastCoverage = 0.9;
constexpr double wantedHalfWidth = 10; ///< points
constexpr std::int64_t leastMarked = 10;
constexpr std::int64_t markedOneIn = 20; ///< from a twentieth of the answers on
constexpr std::string_view somethingElse = "other";

void forTheData(const ReportFigures &report, std::vector<ReportAction> &out)
{
    if (!report.quality.silent.empty())
        out.push_back({.kind = Kind::Silent});
    if (report.coverage && *report.coverage < leastCoverage)
        out.push_back({.kind = Kind::Coverage});
    if (metrics::sufficiency(report.tally.count()) != metrics::Sufficiency::Enough)
        out.push_back(
            {.kind = Kind::MoreAnswers, .count = *metrics::neededAnswers(wantedHalfWidth)});
}

bool isMuchMarked(std::int64_t marked, std::int64_t answers)
{
    return marked >= leastMarked && marked * markedOneIn >= answers;
}

bool isMuchMarked(const ReportStore &store, bool unmarkedIsOfficial)
{
    return isMuchMarked(
        store.marked, store.tally.count() + (unmarkedIsOfficial ? store.marked : 0));
}

void forStores(const ReportFigures &report, std::vector<ReportAction> &out)
{
    // In the order of the ranking: the last ones are the lowest.
    const auto lowest = [&](auto isIt) {
        const auto found = std::find_if(report.stores.rbegin(), report.stores.rend(), isIt);
        return found == report.stores.rend() ? nullptr : &*found;
    };
    const auto *worse =
        lowest([](const ReportStore &each) { return each.verdict == metrics::Verdict::Worse; });
    const auto *below = lowest([](const ReportStore &each) {
        return each.ranked.against == metrics::AgainstRegion::Below;
    });
    if (worse)
        out.push_back({.kind = Kind::VisitWorse, .name = worse->name});
    if (below && below != worse)
        out.push_back({.kind = Kind::VisitBelow, .name = below->name});
    const auto first = [&](auto isIt) {
        const auto found = std::find_if(report.stores.begin(), report.stores.end(), isIt);
        return found == report.stores.end() ? nullptr : &*found;
    };
    const auto *marked = first(
        [&](const ReportStore &each) { return isMuchMarked(each, report.unmarkedIsOfficial); });
    // Nobody is sent to learn from a row of tens that one person may have given.
    const auto *above = first([&](const ReportStore &each) {
        return each.ranked.against == metrics::AgainstRegion::Above &&
               !isMuchMarked(each, report.unmarkedIsOfficial);
    });
    if (marked)
        out.push_back({.kind = Kind::MarkedAt, .name = marked->name, .count = marked->marked});
    if (above)
        out.push_back({.kind = Kind::LearnFrom, .name = above->name});
}

/// What goes with low scores, else what is named most.
void forReasons(const ReportFigures &report, std::vector<ReportAction> &out)
{
    const auto &reasons = report.improve.reasons;
    const auto take = [&](auto isIt) {
        const auto found = std::find_if(reasons.begin(), reasons.end(), isIt);
        if (found == reasons.end())
            return false;
        out.push_back({.kind = Kind::Reason, .name = found->name, .share = found->share});
        return true;
    };
    for (const auto &each : report.associations) {
        if (each.kind == ReportAssociation::Kind::PraisedLess)
            continue;
        if (take([&](const auto &reason) {
                return reason.name == each.reason && reason.code != somethingElse;
            }))
            return;
    }
    take([](const auto &reason) { return reason.code != somethingElse; });
}

ReportAction actionAt(const ReportStandout &found)
{
    switch (found.kind) {
    case ReportStandout::Kind::Hours:
        return {.kind = Kind::Hours, .first = found.first, .last = found.last};
    case ReportStandout::Kind::Weekday:
        return {.kind = Kind::Weekday, .first = found.first, .last = found.last};
    case ReportStandout::Kind::Touchpoint:
        return {.kind = Kind::Touchpoint, .name = found.name};
    case ReportStandout::Kind::Tablet:
        break;
    }
    return {.kind = Kind::Tablet, .name = found.name};
}

void forStandouts(const ReportFigures &report, std::vector<ReportAction> &out)
{
    const auto lower = std::find_if(
        report.standouts.begin(), report.standouts.end(),
        [](const ReportStandout &each) { return each.isLower; });
    if (lower != report.standouts.end())
        out.push_back(actionAt(*lower));
}

void forPeople(const ReportFigures &report, std::vector<ReportAction> &out)
{
    const auto &quality = report.quality;
    if (!report.isRegion && isMuchMarked(quality.marked, quality.answers))
        out.push_back({.kind = Kind::Marked, .count = quality.marked});
    for (const auto &reason : report.liked.reasons) {
        if (reason.code == somethingElse)
            continue;
        out.push_back({.kind = Kind::Praise, .name = reason.name, .share = reason.share});
        break;
    }
    if (report.tally.detractors() > 0)
        out.push_back({.kind = Kind::Cases});
}

} // namespace

void chooseActions(ReportFigures &report)
{
    std::vector<ReportAction> all;
    forTheData(report, all);
    if (report.change && report.change->direction == metrics::Direction::Fall)
        all.push_back({.kind = Kind::Fall, .day = report.change->day});
    forStores(report, all);
    forReasons(report, all);
    forStandouts(report, all);
    forPeople(report, all);
    if (report.judgement && report.judgement->verdict == metrics::Verdict::NoClearChange)
        all.push_back({.kind = Kind::GoOn});
    if (all.size() > mostActions)
        all.resize(mostActions);
    report.actions = std::move(all);
}

} // namespace vouch::server
