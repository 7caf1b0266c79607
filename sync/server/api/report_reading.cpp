#include "sync/server/api/report_reading_private.h"

#include "core/metrics/funnel.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/compared_wordings.h"
#include "sync/server/api/export_labels.h"
#include "sync/server/api/trend_judgement.h"
#include "sync/server/api/trend_rows.h"

#include <algorithm>

namespace vouch::server {

namespace {

Failure notThere(const char *what)
{
    return {
        std::string(protocol::code::notFound), std::string("There is no such ") + what + ".", what};
}

/// Of a few stores the furthest business day that has begun.
Day todayOf(const std::vector<StoreStatus> &all, const StoreSet &stores, Timestamp now)
{
    auto out = std::chrono::floor<std::chrono::days>(now) - std::chrono::days(1);
    for (const auto &each : all)
        if (stores.contains(each.info.id))
            out = std::max(out, each.today);
    return out;
}

/// Days of all wordings together as months of the trend.
std::vector<ReportMonth> monthsOf(
    const ReportMonthSpan &span, const std::vector<SeriesDay> &days,
    const std::vector<SeriesBreak> &breaks)
{
    std::vector<ReportMonth> out;
    for (const auto first : span.trendStarts)
        out.push_back({first, {}, false});
    const auto of = [&](Day day) -> ReportMonth & {
        auto at =
            std::upper_bound(out.begin(), out.end(), day, [](Day wanted, const ReportMonth &month) {
                return wanted < month.first;
            });
        return *(at == out.begin() ? at : at - 1);
    };
    for (const auto &day : days)
        of(day.day).tally += day.tally;
    for (const auto &each : breaks)
        of(each.day).isBroken = true;
    return out;
}

std::optional<double> coverageAt(const Presences &presences, const std::string &touchpoint)
{
    PlaceMinutes sum;
    for (const auto &[store, presence] : presences)
        if (const auto at = presence.touchpoints.find(touchpoint); at != presence.touchpoints.end())
            sum += at->second;
    return metrics::coverage(sum.available, sum.open);
}

} // namespace

Result<ReportReader> ReportReader::open(
    const StoreView &view, const StoreSet &stores, const std::string &month,
    const std::string &language, Timestamp now)
{
    const auto chain = view.chainSettings();
    if (!chain)
        return chain.failure();
    auto structure = view.structure();
    if (!structure)
        return structure.failure();
    const auto all = view.stores();
    if (!all)
        return all.failure();
    const auto span = reportMonth(month, chain->calendar, todayOf(*all, stores, now));
    if (!span)
        return span.failure();
    const auto versions = view.checklists();
    if (!versions)
        return versions.failure();
    ReportReader out(view, ReasonLists(readChecklists(*versions), language));
    out.m_chain = *chain;
    out.m_structure = std::move(*structure);
    out.m_month = *span;
    out.m_now = now;
    return out;
}

Result<ReportFigures> ReportReader::store(const std::string &id) const
{
    const auto found = m_structure.stores.find(id);
    if (found == m_structure.stores.end())
        return notThere("store");
    ReportFigures report;
    report.name = found->second.name;
    const auto region = m_structure.regions.find(found->second.region);
    if (region != m_structure.regions.end())
        report.within = region->second.name;
    const Scope scope{
        .storeIds = {id}, .stores = StoreSet({id}), .target = found->second.targetNps};
    return read(scope, std::move(report));
}

Result<ReportFigures> ReportReader::region(const std::string &id) const
{
    auto stores = m_view->select({}, id);
    if (!stores)
        return stores.failure();
    const auto found = m_structure.regions.find(id);
    ReportFigures report;
    report.isRegion = true;
    report.name = found == m_structure.regions.end() ? id : found->second.name;
    if (found != m_structure.regions.end()) {
        const auto parent = m_structure.regions.find(found->second.parent);
        if (parent != m_structure.regions.end())
            report.within = parent->second.name;
    }
    return read({.region = id, .stores = std::move(*stores)}, std::move(report));
}

Result<ReportFigures> ReportReader::read(Scope scope, ReportFigures report) const
{
    report.calendar = m_chain.calendar;
    report.first = m_month.first;
    report.last = m_month.last;
    report.isWhole = m_month.isWhole;
    report.unmarkedIsOfficial = m_chain.unmarkedIsOfficial;
    report.madeOn = std::chrono::floor<std::chrono::days>(m_now);
    auto presences = m_view->presence(
        {.stores = scope.stores, .from = m_month.first, .to = m_month.last, .byTouchpoint = true});
    if (!presences)
        return presences.failure();
    scope.presences = std::move(*presences);
    const auto days = readDays(scope, report);
    if (!days)
        return days.failure();
    const auto scores = readMonth(scope);
    if (!scores)
        return scores.failure();
    const auto picks = readPicks(scope);
    if (!picks)
        return picks.failure();
    judgeMonth(report, *days, scope.target);
    judgePicks(report, *picks, m_reasons.names());
    judgeStandouts(report, *scores);
    for (const auto part :
         {&ReportReader::readShares, &ReportReader::readStores, &ReportReader::readQuality,
          &ReportReader::readNotes})
        if (const auto done = (this->*part)(scope, report); !done)
            return done.failure();
    chooseActions(report);
    return report;
}

ScoreQuery ReportReader::monthOf(const Scope &scope) const
{
    ScoreQuery out;
    out.stores = scope.storeIds;
    out.region = scope.region;
    out.from = m_month.first;
    out.to = m_month.last;
    out.withMarked = !m_chain.unmarkedIsOfficial;
    return out;
}

Result<std::vector<metrics::DayTally>>
ReportReader::readDays(const Scope &scope, ReportFigures &report) const
{
    auto query = monthOf(scope);
    query.from = m_month.trendStarts.front();
    query.by = By::Day;
    const auto days = m_view->seriesDays(query);
    if (!days)
        return days.failure();
    const auto breaks = seriesBreaks(*days);
    report.months = monthsOf(m_month, *days, breaks);
    report.tally = report.months.back().tally;
    for (const auto &each : breaks)
        if (each.day >= m_month.first)
            report.notes.push_back({ReportNote::Kind::Wording, each.day, each.checklist, 0});
    return comparableDays(*days, m_month.last);
}

/// By weeks that begin with the month.
Result<MonthPicks> ReportReader::readPicks(const Scope &scope) const
{
    auto query = monthOf(scope);
    const auto read = [&](Day first, Day last) {
        query.from = first;
        query.to = last;
        return m_view->weeklyTraits(query, ReasonLists::questions(), std::chrono::weekday(first));
    };
    const auto now = read(m_month.first, m_month.last);
    if (!now)
        return now.failure();
    const auto before = read(m_month.monthBefore, m_month.first - std::chrono::days(1));
    if (!before)
        return before.failure();
    const auto words = [&](Day first, Day last) -> Result<Wordings> {
        query.from = first;
        query.to = last;
        const auto days = m_view->seriesDays(query);
        if (!days)
            return days.failure();
        return wordingsOf(*days);
    };
    query.by = By::Day;
    const auto wordsNow = words(m_month.first, m_month.last);
    if (!wordsNow)
        return wordsNow.failure();
    const auto wordsBefore = words(m_month.monthBefore, m_month.first - std::chrono::days(1));
    if (!wordsBefore)
        return wordsBefore.failure();
    return MonthPicks{
        m_reasons.tableOf(*now), m_reasons.tableOf(*before),
        changedWordings(*wordsNow, *wordsBefore).empty()};
}

Result<void> ReportReader::readShares(const Scope &scope, ReportFigures &report) const
{
    RateQuery rates;
    rates.stores = scope.storeIds;
    rates.region = scope.region;
    rates.from = m_month.first;
    rates.to = m_month.last;
    const auto rate = m_view->responseRate(rates);
    if (!rate)
        return rate.failure();
    if (const auto &row = rate->front(); row.sales && row.answered <= *row.sales)
        report.responseRate = metrics::proportion(row.answered, *row.sales);
    const auto touchpoints = m_view->touchpointScores(monthOf(scope));
    if (!touchpoints)
        return touchpoints.failure();
    for (const auto &each : *touchpoints)
        report.touchpoints.push_back(
            {nameOf(each.touchpoint), each.tally, coverageAt(scope.presences, each.touchpoint)});
    return {};
}

Result<void> ReportReader::readQuality(const Scope &scope, ReportFigures &report) const
{
    auto query = monthOf(scope);
    query.withMarked = !query.withMarked;
    const auto other = m_view->score(query);
    if (!other)
        return other.failure();
    auto &quality = report.quality;
    quality.otherReading = other->front().tally;
    quality.answers = std::max(report.tally.count(), quality.otherReading.count());
    quality.marked = std::abs(report.tally.count() - quality.otherReading.count());
    LedgerQuery asked;
    if (!scope.storeIds.empty())
        asked.store = scope.storeIds.front();
    asked.region = scope.region;
    asked.from = m_month.first;
    asked.to = m_month.last;
    const auto totals = m_view->ledgerTotals(asked);
    if (!totals)
        return totals.failure();
    quality.late = totals->counts.late;
    quality.refused = totals->counts.refused;
    quality.missing = totals->missing;
    std::int64_t minutes = 0, minutesOpen = 0;
    for (const auto &[store, presence] : scope.presences) {
        minutes += presence.minutes;
        minutesOpen += presence.minutesOpen;
        for (const auto &silent : presence.silent)
            quality.silent.push_back({silent.tablet, silent.days});
    }
    report.coverage = metrics::coverage(minutes, minutesOpen);
    return {};
}

Result<void> ReportReader::readNotes(const Scope &scope, ReportFigures &report) const
{
    const auto published = m_view->publishedChecklists(scope.stores, m_month.first, m_month.last);
    if (!published)
        return published.failure();
    for (const auto &each : *published)
        report.notes.push_back(
            {ReportNote::Kind::Survey, std::chrono::floor<std::chrono::days>(each.at), each.subject,
             each.value ? static_cast<int>(each.value->to_number<std::int64_t>()) : 0});
    std::stable_sort(
        report.notes.begin(), report.notes.end(),
        [](const ReportNote &a, const ReportNote &b) { return a.day < b.day; });
    return {};
}

} // namespace vouch::server
