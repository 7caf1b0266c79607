#pragma once

#include "app/sim/planted.h"
#include "app/sim/shopper.h"

namespace vouch::sim {

/// An hour in which a till could be answered, or was.
struct TillHour
{
    int till = 1;
    int hour = 0;
    std::vector<Conversation> conversations; ///< that began in it
    Milliseconds over{}; ///< the hour and the last of them, after midnight of the business day
};

/// What happens in a shop on a day: a pure function of seed, rate, window, shop and day, so that a
/// day may be made in pieces, in several runs.
class DayPlan
{
public:
    /// `rate`: how many times more answers than real shops get; what is planted keeps its size,
    /// except the lucky week, which grows with it. `shoppers` outlives it.
    DayPlan(std::uint64_t seed, double rate, Window window, const Shoppers &shoppers)
        : m_seed(seed)
        , m_rate(rate)
        , m_window(window)
        , m_shoppers(shoppers)
    {
    }

    /// In the order of opening; those of one till never overlap. No day before the window.
    std::vector<Conversation> day(const Shop &shop, Day day) const;

    /// Of such a day: each till's hours, in order.
    std::vector<TillHour>
    hours(const Shop &shop, Day day, const std::vector<Conversation> &conversations) const;

    const Window &window() const { return m_window; }

private:
    using Conversations = std::vector<Conversation>;

    void customers(Dice &dice, const Shop &shop, Day day, Conversations &out) const;
    void atTill(
        Dice &dice, const Shop &shop, int till, int hour, double expected, const Mood &mood,
        Conversations &out) const;
    void children(Dice &dice, const Shop &shop, Conversations &out) const;
    void noise(Dice &dice, Conversation &conversation) const;
    void luckyWeek(const Shop &shop, Day day, Conversations &out) const;
    void clerkEvening(const Shop &shop, Day day, Conversations &out) const;
    bool available(const Shop &shop, Day day, int till, int hour) const;

    std::uint64_t m_seed;
    double m_rate;
    Window m_window;
    const Shoppers &m_shoppers;
};

} // namespace vouch::sim
