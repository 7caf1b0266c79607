#pragma once

#include "app/sim/day_plan.h"
#include "app/sim/demo_data.h"
#include "core/checklist/parser.h"

#include <functional>
#include <stdexcept>

namespace vouch::test {

/// The shipped survey and comments, and the demo's shops over a window that ends on a Sunday.
struct SimWorld
{
    checklist::Checklist survey = checklist::parse(sim::surveyJson(), "checkout-nps.json").value();
    sim::CommentLibrary comments = sim::CommentLibrary::parse(sim::commentsTsv()).value();
    sim::Shoppers shoppers{survey, comments};
    std::vector<sim::Shop> shops = sim::chain({});

    static sim::Window window(int days)
    {
        const auto last = parseDay("2026-11-22").value();
        return {last - std::chrono::days(days - 1), last};
    }
    const sim::Shop &shop(std::string_view name) const
    {
        for (const auto &each : shops) {
            if (each.name == name)
                return each;
        }
        throw std::out_of_range(std::string(name));
    }

    using Visit = std::function<void(int index, const sim::Conversation &)>;
    /// Every conversation of the shop over the whole window.
    void eachIn(const sim::DayPlan &plan, const sim::Shop &shop, const Visit &visit) const
    {
        for (int index = 0; index < plan.window().days(); ++index) {
            for (const auto &each : plan.day(shop, plan.window().first + std::chrono::days(index)))
                visit(index, each);
        }
    }
};

inline int hourOf(const sim::Conversation &conversation)
{
    return static_cast<int>(conversation.opened / std::chrono::hours(1));
}

} // namespace vouch::test
