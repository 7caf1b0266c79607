#include "core/metrics/change_point.h"

#include "core/metrics/refusal.h"
#include "core/metrics/shuffle.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vouch::metrics {

namespace {

/// What one day adds to either side: +1 for a promoter, −1 for a detractor.
struct DaySum
{
    double score = 0;
    double count = 0;
};

struct Found
{
    std::size_t split = 0; ///< the first day of the new level; 0: nothing
    double height = 0;     ///< in points · √answers
};

/// How far the new level from `split` on is in the direction; negative the other way. Weighted as
/// of two independent means.
double heightAt(const DaySum &left, const DaySum &all, double sign)
{
    const double right = all.count - left.count;
    const double apart = left.score / left.count - (all.score - left.score) / right;
    return sign * apart * std::sqrt(left.count * right / all.count);
}

/// Calls `each(split, height)` for each day that has enough on both sides.
template <class Each>
void scan(std::span<const DaySum> days, const DaySum &all, double sign, const Each &each)
{
    DaySum left;
    for (std::size_t split = 1; split + leastDaysBeside <= days.size(); ++split) {
        left.score += days[split - 1].score;
        left.count += days[split - 1].count;
        if (split >= leastDaysBeside && left.count >= double(leastAnswersBeside) &&
            all.count - left.count >= double(leastAnswersBeside))
            each(split, heightAt(left, all, sign));
    }
}

Found highest(std::span<const DaySum> days, const DaySum &all, double sign)
{
    Found found;
    scan(days, all, sign, [&](std::size_t split, double height) {
        if (height > found.height)
            found = {split, height};
    });
    return found;
}

double pValueOfHighest(
    const std::vector<DayTally> &series, std::vector<DaySum> days, const DaySum &all, double sign,
    double height, const Orders &orders)
{
    std::array<std::vector<std::size_t>, 7> weekdays;
    for (std::size_t i = 0; i < series.size(); ++i)
        weekdays[std::chrono::weekday(series[i].day).c_encoding()].push_back(i);
    SplitMix random(orders.seed);
    int asHigh = 0;
    for (int order = 0; order < orders.count; ++order) {
        for (const auto &places : weekdays) {
            for (std::size_t i = places.size(); i > 1; --i)
                std::swap(days[places[i - 1]], days[places[random.below(i)]]);
        }
        asHigh += highest(days, all, sign).height >= height * (1 - 1e-12) ? 1 : 0;
    }
    return (asHigh + 1.0) / (orders.count + 1.0);
}

} // namespace

Result<std::optional<ChangePoint>>
findChange(std::span<const DayTally> given, Direction direction, Orders orders)
{
    std::vector<DayTally> series;
    std::copy_if(given.begin(), given.end(), std::back_inserter(series), [](const DayTally &day) {
        return day.tally.count() > 0;
    });
    std::sort(
        series.begin(), series.end(), [](const auto &a, const auto &b) { return a.day < b.day; });
    if (static_cast<int>(series.size()) < leastDaysForChange)
        return tooFew("days", static_cast<std::int64_t>(series.size()), leastDaysForChange);

    std::vector<DaySum> days;
    DaySum all;
    for (const auto &[day, tally] : series) {
        days.push_back(
            {points * static_cast<double>(tally.promoters() - tally.detractors()),
             static_cast<double>(tally.count())});
        all.score += days.back().score;
        all.count += days.back().count;
    }
    const double sign = direction == Direction::Fall ? 1 : -1;
    bool searched = false;
    scan(days, all, sign, [&](std::size_t, double) { searched = true; });
    if (!searched)
        return tooFew(
            "answers", pooled(series).count(), 2 * leastAnswersBeside, "on both sides of a day");
    const Found found = highest(days, all, sign);
    if (found.split == 0)
        return std::optional<ChangePoint>();

    ChangePoint out;
    const std::span<const DayTally> span(series);
    out.before = pooled(span.first(found.split));
    out.after = pooled(span.subspan(found.split));
    out.day = series[found.split].day;
    out.delta = difference(out.after, out.before)->delta;
    out.pValue = pValueOfHighest(series, days, all, sign, found.height, orders);

    // The likelihood of the true day is within 2/α of the highest with probability 1 − α.
    const auto between = betweenDays(
        series, series.back().day,
        static_cast<int>((series.back().day - series.front().day).count() / 7 + 1));
    const double perAnswer = (*answerVariance(out.before) * double(out.before.count()) +
                              *answerVariance(out.after) * double(out.after.count())) /
                                 all.count +
                             (between ? between->variance * all.count / double(series.size()) : 0);
    const double drop = 2 * perAnswer * std::log(2 / 0.05);
    out.earliest = out.latest = out.day;
    scan(days, all, sign, [&](std::size_t split, double height) {
        if (height > 0 && found.height * found.height - height * height <= drop) {
            out.earliest = std::min(out.earliest, series[split].day);
            out.latest = std::max(out.latest, series[split].day);
        }
    });
    return std::optional(out);
}

} // namespace vouch::metrics
