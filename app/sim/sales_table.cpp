#include "app/sim/sales_table.h"

#include "app/sim/dice.h"

namespace vouch::sim {

namespace {

/// Apart from the streams of day_plan.cpp: it is no matter of the tablets.
constexpr std::uint64_t salesStream = 100;

int weekdayOf(Day day)
{
    return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
}

} // namespace

std::string salesTable(
    const std::vector<Shop> &shops, const Window &window, std::uint64_t seed, const LocalTime &now)
{
    std::string out = "store,day,hour,count\n";
    for (const auto &shop : shops) {
        if (!tellsSales(shop))
            continue;
        for (auto day = window.first; day <= window.last; day += std::chrono::days(1)) {
            Dice dice(
                {seed, salesStream, shop.index,
                 static_cast<std::uint64_t>(day.time_since_epoch().count())});
            for (int hour = openingHour; hour < closingHour; ++hour) {
                const int count =
                    dice.poisson(shop.salesPerDay * salesFactor(weekdayOf(day), hour));
                if (day < now.day || (day == now.day && hour < now.hour))
                    out += shop.id + ',' + formatDay(day) + ',' + std::to_string(hour) + ',' +
                           std::to_string(count) + '\n';
            }
        }
    }
    return out;
}

} // namespace vouch::sim
