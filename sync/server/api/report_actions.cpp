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
    for (const auto &store : report.stores) {
        if (store.ranked.against != metrics::AgainstRegion::Above)
            continue;
        out.push_back({.kind = Kind::LearnFrom, .name = store.name});
        break;
    }
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

void forHours(const ReportFigures &report, std::vector<ReportAction> &out)
{
    for (const auto &each : report.standouts) {
        if (!each.isLower)
            continue;
        const bool isHours = each.kind == ReportStandout::Kind::Hours;
        out.push_back(
            {.kind = isHours ? Kind::Hours : Kind::Weekday,
             .first = each.first,
             .last = each.last});
        return;
    }
}

void forPeople(const ReportFigures &report, std::vector<ReportAction> &out)
{
    const auto &quality = report.quality;
    if (quality.marked >= leastMarked && quality.marked * markedOneIn >= quality.answers)
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
    forHours(report, all);
    forPeople(report, all);
    if (report.judgement && report.judgement->verdict == metrics::Verdict::NoClearChange)
        all.push_back({.kind = Kind::GoOn});
    if (all.size() > mostActions)
        all.resize(mostActions);
    report.actions = std::move(all);
}

} // namespace vouch::server
