#include "core/metrics/false_discovery.h"
#include "core/metrics/probability.h"
#include "sync/server/api/report_judging.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vouch::server {

namespace {

using StandsOut = ReportStandout::Kind;

constexpr std::size_t mostStandouts = 2;

/// One of what is judged together.
struct Tested
{
    ReportStandout standout;
    double pValue = 1;
};

metrics::Tally without(const metrics::Tally &all, const metrics::Tally &part)
{
    metrics::Tally out = all;
    for (std::size_t score = 0; score < out.histogram.size(); ++score)
        out.histogram[score] -= part.histogram[score];
    return out;
}

bool isEnough(const metrics::Tally &tally)
{
    return metrics::sufficiency(tally.count()) != metrics::Sufficiency::TooFew;
}

/// Families answer one after the other, so that answers vary more than chance alone has it. How
/// much more is read off the hours of the week, once the hour's own level and the weekday's are
/// taken off. Source: P. McCullagh, J. A. Nelder, "Generalized Linear Models", 2nd ed. 1989, 4.5.
struct Spread
{
    std::array<metrics::Tally, 24> hours;
    metrics::Tally all;
    double factor = 1;  ///< of the variance, at least 1
    double degrees = 0; ///< how well that is known

    double pValue(double z) const
    {
        return degrees < 1 ? metrics::normalTwoSided(z)
                           : metrics::studentTwoSided(z / std::sqrt(factor), degrees);
    }
};

Spread spreadOf(const std::vector<WeekHour> &cells)
{
    Spread out;
    std::array<metrics::Tally, 8> weekdays;
    for (const auto &cell : cells) {
        out.hours[static_cast<std::size_t>(cell.hour) % 24] += cell.tally;
        weekdays[static_cast<std::size_t>(cell.weekday) % 8] += cell.tally;
        out.all += cell.tally;
    }
    const auto isUsed = [](const metrics::Tally &tally) { return tally.count() > 0; };
    double sum = 0, used = 0;
    for (const auto &cell : cells) {
        if (!isUsed(cell.tally))
            continue;
        const double expected =
            *metrics::nps(out.hours[static_cast<std::size_t>(cell.hour) % 24]) +
            *metrics::nps(weekdays[static_cast<std::size_t>(cell.weekday) % 8]) -
            *metrics::nps(out.all);
        const double apart = *metrics::nps(cell.tally) - expected;
        sum += static_cast<double>(cell.tally.count()) * apart * apart;
        used += 1;
    }
    if (used == 0)
        return out;
    const auto levels = std::count_if(out.hours.begin(), out.hours.end(), isUsed) +
                        std::count_if(weekdays.begin(), weekdays.end(), isUsed) - 1;
    out.degrees = used - static_cast<double>(levels);
    if (out.degrees >= 1)
        out.factor = std::max(1.0, sum / *metrics::answerVariance(out.all) / out.degrees);
    return out;
}

void testHours(const Spread &spread, std::vector<Tested> &out)
{
    for (int hour = 0; hour < 24; ++hour) {
        const auto &tally = spread.hours[static_cast<std::size_t>(hour)];
        const auto rest = without(spread.all, tally);
        if (!isEnough(tally) || !isEnough(rest))
            continue;
        const auto difference = metrics::difference(tally, rest);
        out.push_back(
            {{StandsOut::Hours, hour, hour, tally, difference->delta < 0},
             spread.pValue(difference->z)});
    }
}

/// With the differences between days, so only where these are known.
void testWeekdays(
    const ReportFigures &report, const std::vector<metrics::DayTally> &days,
    std::vector<Tested> &out)
{
    const auto between = metrics::betweenDays(days, report.last);
    if (!between)
        return;
    const auto month = metrics::within(days, report.first, report.last);
    for (unsigned weekday = 1; weekday <= 7; ++weekday) {
        std::vector<metrics::DayTally> these, others;
        for (const auto &day : month)
            (std::chrono::weekday(day.day).iso_encoding() == weekday ? these : others)
                .push_back(day);
        const auto score = metrics::periodScore(these, between);
        const auto rest = metrics::periodScore(others, between);
        if (!score || !rest || !isEnough(score->tally) || !isEnough(rest->tally))
            continue;
        const double delta = score->range.centre - rest->range.centre;
        const double error = std::hypot(score->standardError, rest->standardError);
        const int number = static_cast<int>(weekday);
        out.push_back(
            {{StandsOut::Weekday, number, number, score->tally, delta < 0},
             metrics::pValueOf(delta / error, between)});
    }
}

void testAgainst(
    const metrics::Tally &rest, StandsOut kind, const ScoredPlace &place, const Spread &spread,
    std::vector<Tested> &out)
{
    if (!isEnough(place.tally) || !isEnough(rest))
        return;
    const auto difference = metrics::difference(place.tally, rest);
    out.push_back(
        {{kind, 0, 0, place.tally, difference->delta < 0, place.name},
         spread.pValue(difference->z)});
}

/// A touchpoint against the others, a tablet against the others at its touchpoint.
void testPlaces(
    const std::vector<TouchpointTablets> &places, const Spread &spread, std::vector<Tested> &out)
{
    metrics::Tally all;
    for (const auto &[place, tablets] : places)
        all += place.tally;
    for (const auto &[place, tablets] : places) {
        testAgainst(without(all, place.tally), StandsOut::Touchpoint, place, spread, out);
        metrics::Tally here;
        for (const auto &tablet : tablets)
            here += tablet.tally;
        for (const auto &tablet : tablets)
            testAgainst(without(here, tablet.tally), StandsOut::Tablet, tablet, spread, out);
    }
}

/// Hours one after the other that stand out in the same direction are one.
std::vector<Tested> merged(const std::vector<Tested> &found)
{
    std::vector<Tested> out;
    for (const auto &each : found) {
        if (!out.empty()) {
            auto &last = out.back();
            if (each.standout.kind == StandsOut::Hours && last.standout.kind == StandsOut::Hours &&
                last.standout.last + 1 == each.standout.first &&
                last.standout.isLower == each.standout.isLower) {
                last.standout.last = each.standout.last;
                last.standout.tally += each.standout.tally;
                last.pValue = std::min(last.pValue, each.pValue);
                continue;
            }
        }
        out.push_back(each);
    }
    return out;
}

/// Where some stand lower, the others stand higher than what is left: that is the same news.
std::vector<Tested> withoutMirrors(std::vector<Tested> found)
{
    for (const auto kind :
         {StandsOut::Hours, StandsOut::Weekday, StandsOut::Touchpoint, StandsOut::Tablet}) {
        const bool hasLower = std::any_of(found.begin(), found.end(), [&](const Tested &each) {
            return each.standout.kind == kind && each.standout.isLower;
        });
        if (hasLower)
            std::erase_if(found, [&](const Tested &each) {
                return each.standout.kind == kind && !each.standout.isLower;
            });
    }
    return found;
}

} // namespace

void judgeStandouts(ReportFigures &report, const MonthScores &month)
{
    std::vector<Tested> all;
    const auto spread = spreadOf(month.hours);
    testHours(spread, all);
    testWeekdays(report, month.days, all);
    testPlaces(month.places, spread, all);
    std::vector<double> pValues;
    for (const auto &each : all)
        pValues.push_back(each.pValue);
    const auto sure = metrics::adjusted(pValues);
    std::vector<Tested> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (sure[i] <= metrics::falseDiscoveryRate)
            found.push_back(all[i]);
    found = withoutMirrors(merged(found));
    std::stable_sort(found.begin(), found.end(), [](const Tested &a, const Tested &b) {
        return std::pair(!a.standout.isLower, a.pValue) < std::pair(!b.standout.isLower, b.pValue);
    });
    for (std::size_t i = 0; i < std::min(found.size(), mostStandouts); ++i)
        report.standouts.push_back(found[i].standout);
}

} // namespace vouch::server
