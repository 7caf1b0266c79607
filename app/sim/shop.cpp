#include "app/sim/shop.h"

namespace vouch::sim {

namespace {

struct Profile
{
    std::string_view name;
    double salesPerDay;
    int tills;
    double response;
    Mix mix;
    Planted planted;
};

constexpr std::array<Profile, 5> profiles{{
    {"Central", 1100, 3, 0.036, {60, 24, 16}, Planted::Clerk},
    {"Station", 1500, 4, 0.026, {54, 26, 20}, Planted::SlowCheckout},
    {"Garden", 650, 2, 0.045, {70, 20, 10}, Planted::LikedStaff},
    {"Harbour", 800, 2, 0.035, {62, 23, 15}, Planted::Fall},
    {"Old Town", 180, 1, 0.020, {62, 22, 16}, Planted::LuckyWeek},
}};

/// Percent of a day's sales from 9 to 22 o'clock.
constexpr std::array<double, closingHour - openingHour> hours{3, 5,  7,  8,  8, 7, 7,
                                                              8, 10, 12, 11, 9, 5};
/// Percent of a week's sales from Monday to Sunday.
constexpr std::array<double, 7> weekdays{12, 12, 12.5, 13.5, 16.5, 18.5, 15};

constexpr int friday = 4;
constexpr double fridayPrayer = 0.4; ///< of the sales from 12 to 14

constexpr double busyShare = 0.10; ///< from here on an hour is busy
constexpr double responseWhenBusy = 0.8;
constexpr double responseWhenCalm = 1.15;
constexpr double noveltyFirstWeek = 1.4;
constexpr double noveltySecondWeek = 1.15;

} // namespace

std::vector<Shop> chain(const ChainSize &size)
{
    std::vector<Shop> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(size.stores); ++i) {
        const auto &like = profiles[i % profiles.size()];
        const auto round = i / profiles.size();
        Shop shop;
        shop.index = i;
        shop.id = "s" + std::to_string(i + 1);
        shop.name = like.name;
        if (round > 0)
            shop.name += " " + std::to_string(round + 1);
        shop.salesPerDay = like.salesPerDay;
        shop.tills = size.kiosks > 0 ? size.kiosks : like.tills;
        shop.response = like.response;
        shop.mix = like.mix;
        if (size.planted && round == 0)
            shop.planted = like.planted;
        out.push_back(std::move(shop));
    }
    return out;
}

double hourShare(int hour)
{
    return hours.at(static_cast<std::size_t>(hour - openingHour)) / 100;
}

double salesFactor(int weekday, int hour)
{
    const double day = weekdays.at(static_cast<std::size_t>(weekday)) / 100 * 7;
    const bool prayer = weekday == friday && (hour == 12 || hour == 13);
    return day * hourShare(hour) * (prayer ? fridayPrayer : 1);
}

double responseFactor(int index, int hour)
{
    const double novelty = index < 7 ? noveltyFirstWeek : index < 14 ? noveltySecondWeek : 1;
    return novelty * (hourShare(hour) >= busyShare ? responseWhenBusy : responseWhenCalm);
}

} // namespace vouch::sim
