#pragma once

#include "sync/server/report/report_figures.h"

namespace vouch::test {

inline metrics::Tally tallyOf(std::int64_t tens, std::int64_t eights, std::int64_t threes)
{
    metrics::Tally out;
    out.add(10, tens * 7 / 10);
    out.add(9, tens - tens * 7 / 10);
    out.add(8, eights);
    out.add(3, threes / 2);
    out.add(6, threes - threes / 2);
    return out;
}

inline server::ReportReasons
reasonsOf(std::int64_t asked, std::initializer_list<std::pair<const char *, std::int64_t>> picked)
{
    server::ReportReasons out;
    out.asked = asked;
    for (const auto &[name, count] : picked)
        out.reasons.push_back({name, name, *metrics::proportion(count, asked)});
    return out;
}

inline Day sampleDay(const char *text)
{
    return parseDay(text).value();
}

/// A store with much to say of November 2026, in the words of `names`: of six reasons.
inline server::ReportFigures sampleStore(const std::vector<std::string> &names)
{
    using namespace server;
    ReportFigures out;
    out.name = "Harbour";
    out.within = "Dubai";
    out.first = sampleDay("2026-11-01");
    out.last = sampleDay("2026-11-30");
    out.madeOn = sampleDay("2026-12-01");
    out.tally = tallyOf(423, 221, 196);
    for (int i = 0; i < reportMonths; ++i) {
        const std::chrono::year_month month =
            std::chrono::year(2025) / std::chrono::November + std::chrono::months(i);
        ReportMonth each;
        each.first = Day(month / 1);
        each.tally = i == 1    ? tallyOf(10, 5, 3)
                     : i == 12 ? out.tally
                               : tallyOf(480 + 12 * i, 200, 120 + 5 * (i % 4));
        each.isBroken = i == 5;
        out.months.push_back(each);
    }
    metrics::Judgement judged;
    judged.first = out.first;
    judged.last = out.last;
    judged.beforeFirst = sampleDay("2026-09-27");
    judged.beforeLast = sampleDay("2026-10-26");
    judged.delta = -16.4;
    judged.low = -23.8;
    judged.high = -9;
    judged.verdict = metrics::Verdict::Worse;
    judged.betweenDaysKnown = true;
    out.judgement = judged;
    out.change = ReportChange{
        metrics::Direction::Fall, sampleDay("2026-11-11"), sampleDay("2026-11-08"),
        sampleDay("2026-11-14")};
    out.target = ReportTarget{45, metrics::TargetVerdict::Below};
    out.responseRate = metrics::proportion(840, 24213);
    out.coverage = 0.874;
    out.improve = reasonsOf(
        417, {{names[0].c_str(), 151},
              {names[1].c_str(), 96},
              {names[2].c_str(), 61},
              {names[3].c_str(), 40},
              {names[4].c_str(), 22}});
    out.liked = reasonsOf(
        423, {{names[4].c_str(), 160},
              {names[5].c_str(), 98},
              {names[3].c_str(), 70},
              {names[1].c_str(), 52},
              {names[2].c_str(), 31}});
    out.associations = {
        {ReportAssociation::Kind::NamedMore, names[0], metrics::proportion(151, 417),
         metrics::proportion(70, 380)},
        {ReportAssociation::Kind::Detractors, names[0], metrics::proportion(80, 150),
         metrics::proportion(45, 140)}};
    out.standouts = {{ReportStandout::Kind::Hours, 17, 19, tallyOf(80, 54, 66), true}};
    out.touchpoints = {
        {"checkout", tallyOf(400, 200, 180), 0.861},
        {"exit", tallyOf(13, 11, 5), 0.93},
        {"", tallyOf(10, 10, 11)}};
    out.actions = {
        {.kind = ReportAction::Kind::Fall, .day = sampleDay("2026-11-11")},
        {.kind = ReportAction::Kind::Reason,
         .name = names[0],
         .share = metrics::proportion(151, 417)},
        {.kind = ReportAction::Kind::Hours, .first = 17, .last = 19}};
    out.notes = {{ReportNote::Kind::Survey, sampleDay("2026-11-03"), "checkout-nps", 3}};
    out.quality.marked = 36;
    out.quality.answers = 840;
    out.quality.otherReading = tallyOf(390, 220, 194);
    out.quality.late = 12;
    out.quality.silent = {{"Till 2", 3}};
    return out;
}

/// A region of as many stores, the last two with too few answers.
inline server::ReportFigures sampleRegion(const std::vector<std::string> &names, int count)
{
    using namespace server;
    auto out = sampleStore(names);
    out.isRegion = true;
    out.name = "Dubai";
    out.within.clear();
    out.touchpoints.pop_back();
    std::vector<metrics::StoreScores> scores;
    for (int i = 0; i < count; ++i)
        scores.push_back(
            {i + 2 < count ? tallyOf(300 + 14 * ((i * 7) % count), 150, 90 + 9 * ((i * 5) % count))
                           : tallyOf(5, 0, 0)});
    for (const auto &ranked : metrics::rank(scores).stores) {
        ReportStore each;
        each.name = "Store " + std::to_string(ranked.index + 1);
        each.tally = scores[ranked.index].tally;
        each.ranked = ranked;
        if (ranked.index != 1)
            each.coverage = 0.98 - 0.017 * static_cast<double>(ranked.index % 20);
        if (ranked.place)
            each.verdict =
                ranked.index == 3 ? metrics::Verdict::Worse : metrics::Verdict::NoClearChange;
        out.stores.push_back(each);
    }
    return out;
}

} // namespace vouch::test
