#pragma once

#include "app/sim/shop.h"
#include "core/base/time.h"

#include <array>
#include <chrono>

/// What the demo chain hides for the reports to find, and what goes wrong in it. Everything stands
/// at a place counted from the ends of the window, so that it is there whatever the date.
namespace vouch::sim {

/// The business days that are simulated, both included.
struct Window
{
    Day first;
    Day last;

    /// 0 on the first day.
    int index(Day day) const { return static_cast<int>((day - first).count()); }
    int days() const { return index(last) + 1; }
};

/// Under two weeks there is no room for a story: no clerk, lucky week, dead or offline till.
inline constexpr int daysForStories = 14;

/// Everybody's mix then and there.
Mix mixAt(const Shop &shop, int index, int hour);
/// How many times more often than usual the queue is named as what to improve.
double queueFactor(const Shop &shop, int hour);
/// Percent of those who pick from what they liked that pick the staff.
double staffLiked(const Shop &shop);

/// Central: the clerk at till 2 gives tens in a row when the shop is empty.
namespace clerk {
inline constexpr int till = 2;
inline constexpr int score = 10;
inline constexpr int tens = 12; ///< each evening
inline constexpr auto from = std::chrono::hours(21) + std::chrono::minutes(40);
inline constexpr auto to = std::chrono::hours(22);
bool comes(const Shop &shop, const Window &window, Day day);
} // namespace clerk

/// Old Town: these answers and no others in the last seven days (none on the last of them, which
/// may be a day that has only begun).
namespace lucky_week {
inline constexpr int days = 7;
inline constexpr int promoters = 17;
inline constexpr int passives = 4;
inline constexpr int detractors = 1;
bool covers(const Shop &shop, const Window &window, Day day);
} // namespace lucky_week

/// Station: somebody switches a till off at the peak of four days.
bool switchedOff(const Shop &shop, const Window &window, Day day, int till, int hour);

/// Garden: a till has no network for two days; its answers come the day after.
bool offline(const Shop &shop, const Window &window, Day day, int till);

/// One shop's cash registers tell nobody what they sold.
bool tellsSales(const Shop &shop);

} // namespace vouch::sim
