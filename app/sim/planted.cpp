#include "app/sim/planted.h"

#include <algorithm>

namespace vouch::sim {

namespace {

constexpr int peakFrom = 17;
constexpr int peakTo = 20;
constexpr Mix mixAtPeak{40, 27, 33};
constexpr double queueFactorAtPeak = 2;

constexpr int fallIndex = 18; ///< the nineteenth day
constexpr Mix mixAfterFall{46, 26, 28};

constexpr double staffUsually = 32;
constexpr double staffInGarden = 45;

// Days before the last one.
constexpr std::array<int, 3> clerkEvenings{12, 9, 4};
constexpr int switchedOffTill = 3;
constexpr std::array<int, 4> switchedOffDays{13, 8, 5, 2};
constexpr int offlineTill = 2;
constexpr std::array<int, 2> offlineDays{4, 3};

bool isPeak(int hour)
{
    return hour >= peakFrom && hour < peakTo;
}

template <std::size_t count>
bool isOneOf(const std::array<int, count> &daysBefore, const Window &window, Day day)
{
    const int before = static_cast<int>((window.last - day).count());
    return window.days() >= daysForStories &&
           std::find(daysBefore.begin(), daysBefore.end(), before) != daysBefore.end();
}

} // namespace

Mix mixAt(const Shop &shop, int index, int hour)
{
    if (shop.planted == Planted::SlowCheckout && isPeak(hour))
        return mixAtPeak;
    if (shop.planted == Planted::Fall && index >= fallIndex)
        return mixAfterFall;
    return shop.mix;
}

double queueFactor(const Shop &shop, int hour)
{
    return shop.planted == Planted::SlowCheckout && isPeak(hour) ? queueFactorAtPeak : 1;
}

double staffLiked(const Shop &shop)
{
    return shop.planted == Planted::LikedStaff ? staffInGarden : staffUsually;
}

bool clerk::comes(const Shop &shop, const Window &window, Day day)
{
    return shop.planted == Planted::Clerk && shop.tills >= till &&
           isOneOf(clerkEvenings, window, day);
}

bool lucky_week::covers(const Shop &shop, const Window &window, Day day)
{
    return shop.planted == Planted::LuckyWeek && window.days() >= daysForStories &&
           day <= window.last && day > window.last - std::chrono::days(days);
}

bool switchedOff(const Shop &shop, const Window &window, Day day, int till, int hour)
{
    return shop.planted == Planted::SlowCheckout && till == switchedOffTill && isPeak(hour) &&
           isOneOf(switchedOffDays, window, day);
}

bool offline(const Shop &shop, const Window &window, Day day, int till)
{
    return shop.planted == Planted::LikedStaff && till == offlineTill &&
           isOneOf(offlineDays, window, day);
}

bool tellsSales(const Shop &shop)
{
    return shop.planted != Planted::LuckyWeek;
}

} // namespace vouch::sim
