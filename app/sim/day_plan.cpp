#include "app/sim/day_plan.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vouch::sim {

namespace {

using namespace std::chrono_literals;
using metrics::Segment;

/// Streams of chance: each draws alike whatever the others do.
enum Stream : std::uint64_t { Customers, Availability, Lucky, Clerk };

constexpr double dayEffectPoints = 4; ///< standard deviation of a day's score
constexpr double inFamilyPairs = 0.10;
/// Somebody's companion answers too: two answers of a pair are this share of all.
constexpr double companion = inFamilyPairs / (2 - inFamilyPairs);

constexpr double childrensShare = 0.01;
constexpr int smallestBurst = 4;
constexpr int burstSpread = 5;
constexpr double meanBurst = smallestBurst + (burstSpread - 1) / 2.0;
constexpr double tooFast = 0.005;
constexpr double outsideHours = 0.003;
constexpr double trainingShare = 0.002;

constexpr double leastAvailable = 0.96;
constexpr double mostAvailable = 0.99;

/// How long somebody waits for a till that is in use.
constexpr Milliseconds patience = 2min;
/// The kiosk's lock after thanks.
constexpr Milliseconds between = 1s;

std::uint64_t number(Day day)
{
    return static_cast<std::uint64_t>(day.time_since_epoch().count());
}

Milliseconds closes(const Conversation &conversation)
{
    return conversation.opened + conversation.lasts;
}

void sortByTime(std::vector<Conversation> &all)
{
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return std::tie(a.opened, a.till) < std::tie(b.opened, b.till);
    });
}

/// One after the other at each till: the next waits, or goes when it takes too long.
std::vector<Conversation> queued(std::vector<Conversation> all, int tills)
{
    sortByTime(all);
    std::vector<Milliseconds> free(static_cast<std::size_t>(tills) + 1, Milliseconds(0));
    std::vector<Conversation> out;
    for (auto &each : all) {
        auto &freeAt = free[static_cast<std::size_t>(each.till)];
        if (!each.fixed && freeAt - each.opened > patience)
            continue;
        each.opened = std::max(each.opened, freeAt);
        freeAt = closes(each) + between;
        out.push_back(std::move(each));
    }
    sortByTime(out);
    return out;
}

Mix shifted(Mix mix, double points)
{
    const double by = std::clamp(points / 2, -mix.promoters, mix.detractors);
    return {mix.promoters + by, mix.passives, mix.detractors - by};
}

} // namespace

std::vector<Conversation> DayPlan::day(const Shop &shop, Day day) const
{
    Conversations out;
    if (lucky_week::covers(shop, m_window, day)) {
        luckyWeek(shop, day, out);
    } else {
        Dice dice({m_seed, Customers, shop.index, number(day)});
        customers(dice, shop, day, out);
        children(dice, shop, out);
        clerkEvening(shop, day, out);
    }
    out = queued(std::move(out), shop.tills);
    // Companions, children and those who waited find it dark too.
    std::erase_if(out, [&](const Conversation &each) {
        const int hour = static_cast<int>(each.opened / 1h);
        return !each.fixed && hour >= openingHour && hour < closingHour &&
               !available(shop, day, each.till, hour);
    });
    return out;
}

std::vector<TillHour>
DayPlan::hours(const Shop &shop, Day day, const std::vector<Conversation> &conversations) const
{
    std::map<std::pair<int, int>, TillHour> out;
    const auto at = [&](int till, int hour) -> TillHour & {
        auto &found = out[{till, hour}];
        found.till = till;
        found.hour = hour;
        found.over = std::max<Milliseconds>(found.over, std::chrono::hours(hour + 1));
        return found;
    };
    for (int till = 1; till <= shop.tills; ++till)
        for (int hour = openingHour; hour < closingHour; ++hour)
            if (available(shop, day, till, hour))
                at(till, hour);
    for (const auto &each : conversations) {
        auto &hour = at(each.till, static_cast<int>(each.opened / 1h));
        hour.over = std::max(hour.over, closes(each));
        hour.conversations.push_back(each);
    }
    std::vector<TillHour> list;
    for (auto &[key, hour] : out)
        list.push_back(std::move(hour));
    return list;
}

void DayPlan::customers(Dice &dice, const Shop &shop, Day day, Conversations &out) const
{
    const int index = m_window.index(day);
    const int weekday =
        static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1; // 0 is Monday
    const double points = dayEffectPoints * dice.normal();
    for (int hour = openingHour; hour < closingHour; ++hour) {
        const double scored = shop.salesPerDay * salesFactor(weekday, hour) * shop.response *
                              responseFactor(index, hour) * m_rate;
        const double opened = scored / (scoredPercent / 100) / (1 + companion);
        const Mood mood{
            shifted(mixAt(shop, index, hour), points), queueFactor(shop, hour), staffLiked(shop)};
        for (int till = 1; till <= shop.tills; ++till) {
            if (available(shop, day, till, hour))
                atTill(dice, shop, till, hour, opened / shop.tills, mood, out);
        }
    }
}

void DayPlan::atTill(
    Dice &dice, const Shop &, int till, int hour, double expected, const Mood &mood,
    Conversations &out) const
{
    for (int left = dice.poisson(expected); left > 0; --left) {
        auto first = m_shoppers.anybody(dice, mood);
        first.till = till;
        first.opened = std::chrono::hours(hour) + seconds(dice.between(0, 3600));
        const bool paired = first.score && dice.chance(companion);
        if (paired) {
            const auto like = metrics::segmentOf(*first.score);
            auto second =
                m_shoppers.scoring(dice, mood, m_shoppers.scoreIn(dice, like), first.language);
            second.till = till;
            second.opened = closes(first) + seconds(dice.between(2, 20));
            out.push_back(std::move(second));
        } else {
            noise(dice, first);
        }
        out.push_back(std::move(first));
    }
}

void DayPlan::noise(Dice &dice, Conversation &conversation) const
{
    if (!conversation.score)
        return;
    if (dice.chance(tooFast))
        m_shoppers.hurry(dice, conversation);
    if (dice.chance(outsideHours))
        conversation.opened = dice.chance(0.5) ? 8h + seconds(dice.between(1500, 3500))
                                               : 22h + seconds(dice.between(60, 2400));
    conversation.training = dice.chance(trainingShare);
}

void DayPlan::children(Dice &dice, const Shop &shop, Conversations &out) const
{
    const auto answers = std::count_if(
        out.begin(), out.end(), [](const auto &each) { return each.score.has_value(); });
    for (int bursts = dice.poisson(double(answers) * childrensShare / meanBurst); bursts > 0;
         --bursts) {
        const int till = 1 + static_cast<int>(dice.below(std::size_t(shop.tills)));
        auto at = std::chrono::hours(10) + seconds(dice.between(0, 10 * 3600));
        const auto size = smallestBurst + dice.below(burstSpread);
        for (std::size_t i = 0; i < size; ++i) {
            auto each = m_shoppers.child(dice);
            each.till = till;
            each.opened = at;
            at += each.lasts + seconds(dice.between(2, 5));
            out.push_back(std::move(each));
        }
    }
}

void DayPlan::luckyWeek(const Shop &shop, Day day, Conversations &out) const
{
    Dice dice({m_seed, Lucky, shop.index, number(m_window.last)});
    std::vector<Segment> segments;
    const auto add = [&](Segment segment, int count) {
        segments.insert(segments.end(), std::size_t(count * m_rate + 0.5), segment);
    };
    add(Segment::Promoter, lucky_week::promoters);
    add(Segment::Passive, lucky_week::passives);
    add(Segment::Detractor, lucky_week::detractors);
    dice.shuffle(segments);
    std::vector<double> hours;
    for (int hour = openingHour; hour < closingHour; ++hour)
        hours.push_back(hourShare(hour));
    const Mood mood{shop.mix, 1, staffLiked(shop)};
    // The last day stays empty: it may have only begun.
    const int daysBefore = static_cast<int>((m_window.last - day).count());
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto each = m_shoppers.scoring(
            dice, mood, m_shoppers.scoreIn(dice, segments[i]), m_shoppers.language(dice));
        each.till = 1 + static_cast<int>(i) % shop.tills;
        each.opened = std::chrono::hours(openingHour + int(dice.weighted(hours))) +
                      seconds(dice.between(0, 3500));
        each.fixed = true;
        if (static_cast<int>(i % (lucky_week::days - 1)) + 1 == daysBefore)
            out.push_back(std::move(each));
    }
}

void DayPlan::clerkEvening(const Shop &shop, Day day, Conversations &out) const
{
    if (!clerk::comes(shop, m_window, day))
        return;
    Dice dice({m_seed, Clerk, shop.index, number(day)});
    Conversations tens;
    auto at = seconds(dice.between(
        std::chrono::duration<double>(clerk::from).count(),
        std::chrono::duration<double>(clerk::to - 2min).count()));
    for (int i = 0; i < clerk::tens; ++i) {
        Conversation each;
        each.till = clerk::till;
        each.opened = at;
        each.lasts = seconds(dice.between(1.2, 1.9));
        each.language = "en";
        each.orderBits = static_cast<std::uint16_t>(dice.below(1u << 16));
        each.score = clerk::score;
        each.fixed = true;
        at += seconds(dice.between(3, 5));
        tens.push_back(std::move(each));
    }
    // Nobody else is at that till.
    std::erase_if(out, [&](const Conversation &other) {
        return other.till == clerk::till && other.opened < at &&
               closes(other) + between > tens.front().opened;
    });
    out.insert(out.end(), tens.begin(), tens.end());
}

bool DayPlan::available(const Shop &shop, Day day, int till, int hour) const
{
    if (switchedOff(shop, m_window, day, till, hour))
        return false;
    const auto tillNumber = static_cast<std::uint64_t>(till);
    const double share =
        Dice({m_seed, Availability, shop.index, tillNumber}).between(leastAvailable, mostAvailable);
    return Dice({m_seed, Availability, shop.index, tillNumber, number(day), std::uint64_t(hour)})
        .chance(share);
}

} // namespace vouch::sim
