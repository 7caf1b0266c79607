#include "sync/server/api/report_reading_private.h"

#include "core/metrics/funnel.h"
#include "sync/server/api/trend_judgement.h"

#include <algorithm>
#include <map>

namespace vouch::server {

namespace {

/// How days differ is learnt from the eight weeks up to the last one.
constexpr std::chrono::days eightWeeksOfDays(56);

/// Of a store, or of the tablets at a touchpoint; undefined where nothing is told of it.
std::optional<double> coverageIn(const Presences &presences, const std::string &store)
{
    const auto found = presences.find(store);
    return found == presences.end()
               ? std::nullopt
               : metrics::coverage(found->second.minutes, found->second.minutesOpen);
}

} // namespace

std::string ReportReader::nameOf(const std::string &touchpoint) const
{
    const auto &known = m_structure.touchpoints;
    const auto named = std::find_if(
        known.begin(), known.end(), [&](const Touchpoint &one) { return one.id == touchpoint; });
    return named == known.end() ? touchpoint : named->name;
}

Result<MonthScores> ReportReader::readMonth(const Scope &scope) const
{
    auto query = monthOf(scope);
    query.withMarked = false;
    auto hours = m_view->weekHours(query);
    if (!hours)
        return hours.failure();
    MonthScores out;
    out.hours = std::move(*hours);
    if (!scope.storeIds.empty()) {
        auto places = readTouchpoints(query);
        if (!places)
            return places.failure();
        out.places = std::move(*places);
    }
    query.from = std::min(m_month.first, m_month.last - (eightWeeksOfDays - std::chrono::days(1)));
    query.by = By::Day;
    const auto days = m_view->seriesDays(query);
    if (!days)
        return days.failure();
    out.days = comparableDays(*days, m_month.last);
    return out;
}

/// What came by telephone or letter is no tablet beside the others.
Result<std::vector<TouchpointTablets>> ReportReader::readTouchpoints(ScoreQuery query) const
{
    const auto touchpoints = m_view->touchpointScores(query);
    if (!touchpoints)
        return touchpoints.failure();
    std::vector<TouchpointTablets> out;
    for (const auto &each : *touchpoints) {
        query.touchpoint = each.touchpoint;
        const auto kiosks = m_view->kioskScores(query);
        if (!kiosks)
            return kiosks.failure();
        TouchpointTablets place{{nameOf(each.touchpoint), each.tally}, {}};
        for (const auto &kiosk : *kiosks)
            if (kiosk.channel.empty())
                place.tablets.push_back({kiosk.name, kiosk.tally});
        out.push_back(std::move(place));
    }
    return out;
}

Result<void> ReportReader::readStores(const Scope &scope, ReportFigures &report) const
{
    if (!report.isRegion)
        return {};
    auto query = monthOf(scope);
    query.by = By::Store;
    const auto rows = m_view->score(query);
    if (!rows)
        return rows.failure();
    query.withMarked = !query.withMarked;
    const auto others = m_view->score(query);
    if (!others)
        return others.failure();
    std::map<std::string, std::int64_t> otherCounts;
    for (const auto &row : *others)
        otherCounts[row.key] = row.tally.count();
    std::vector<std::vector<metrics::DayTally>> shops;
    std::vector<metrics::Judgement> judgements;
    std::map<std::string, std::size_t> judged;
    const int length = static_cast<int>((m_month.last - m_month.first).count()) + 1;
    for (const auto &row : *rows) {
        auto one = monthOf(scope);
        one.stores = {row.key};
        one.region.reset();
        one.from = m_month.trendStarts.front();
        one.by = By::Day;
        const auto days = m_view->seriesDays(one);
        if (!days)
            return days.failure();
        shops.push_back(comparableDays(*days, m_month.last));
        const auto judgement = metrics::judgeChange(shops.back(), m_month.last, length);
        if (!judgement)
            continue;
        judged[row.key] = judgements.size();
        judgements.push_back(*judgement);
    }
    metrics::judgeTogether(judgements);
    const auto effects = metrics::shopEffects(shops, m_month.first, m_month.last);
    std::vector<metrics::StoreScores> scores;
    for (std::size_t i = 0; i < rows->size(); ++i)
        scores.push_back({(*rows)[i].tally, effects.varianceFactors[i]});
    const auto ranking = metrics::rank(scores, effects.between);
    for (const auto &ranked : ranking.stores) {
        const auto &row = rows->at(ranked.index);
        const auto info = m_structure.stores.find(row.key);
        ReportStore store{
            info == m_structure.stores.end() ? row.key : info->second.name,
            row.tally,
            ranked,
            {},
            coverageIn(scope.presences, row.key),
            std::abs(row.tally.count() - otherCounts[row.key])};
        if (const auto at = judged.find(row.key); at != judged.end())
            store.verdict = judgements[at->second].verdict;
        report.stores.push_back(std::move(store));
    }
    return {};
}

} // namespace vouch::server
