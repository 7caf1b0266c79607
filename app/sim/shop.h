#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// The shops of the demo chain and when people buy there.
namespace vouch::sim {

/// Shares of the three segments in percent.
struct Mix
{
    double promoters = 0;
    double passives = 0;
    double detractors = 0;
};

/// What is hidden in a shop's answers for the reports to find; see planted.h.
enum class Planted { Nothing, Clerk, SlowCheckout, LikedStaff, Fall, LuckyWeek };

struct Shop
{
    std::size_t index = 0; ///< in its chain: part of its seed
    std::string id;
    std::string name;
    double salesPerDay = 0; ///< the mean over a week
    int tills = 1;
    double response = 0; ///< scored checks per sale, once the tablet is no novelty
    Mix mix;
    Planted planted = Planted::Nothing;
};

inline constexpr std::string_view region = "dubai";
inline constexpr std::string_view timezone = "Asia/Dubai";
inline constexpr int openingHour = 9;
inline constexpr int closingHour = 22;

/// Which chain: the five shops of the demo, or more or fewer like them.
struct ChainSize
{
    int stores = 5;
    int kiosks = 0; ///< tills in each shop; 0: as many as each of the five has
    bool planted = true;
};

/// Shops s1 … sN. From the sixth on they are like the first five, with nothing planted.
std::vector<Shop> chain(const ChainSize &size);

/// The share of a day's sales in the hour that begins at `hour`.
double hourShare(int hour);

/// How many times an average day's hour this one sells; `weekday` 0 is Monday.
double salesFactor(int weekday, int hour);

/// How many times a shop's own response rate people answer then. `index` counts the days since the
/// tablet came: at first it is a novelty.
double responseFactor(int index, int hour);

} // namespace vouch::sim
