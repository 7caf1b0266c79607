#pragma once

#include "core/base/json.h"
#include "core/metrics/judgement.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// How a store is doing, for the manager's view on its tablets: what GET /api/v1/glance answers.
/// One definition for both ends.
namespace vouch::protocol {

/// What is asked of a store.
struct StoreQuestion
{
    std::optional<Day> from; ///< business days, both included; absent: all
    std::optional<Day> to;
    std::string checklist; ///< empty: all transactional ones
    bool unmarkedOnly = false;

    bool operator==(const StoreQuestion &) const = default;
};

struct Glance
{
    /// Of the days asked for.
    metrics::Tally all;
    metrics::Tally unmarked; ///< those without a quality mark
    /// By hour of the store's wall clock.
    std::array<metrics::Tally, 24> hours{};

    struct Touchpoint
    {
        std::string code;
        metrics::Tally tally;
        bool operator==(const Touchpoint &) const = default;
    };
    std::vector<Touchpoint> touchpoints; ///< those with answers

    struct Tablet
    {
        std::string name;
        metrics::Tally tally;
        std::optional<Timestamp> lastAnswer; ///< of whatever day
        bool operator==(const Tablet &) const = default;
    };
    std::vector<Tablet> tablets; ///< those that stand in the store

    struct Pick
    {
        std::string code;
        std::int64_t count = 0;
        bool operator==(const Pick &) const = default;
    };
    /// By the question of a list of reasons ("liked", "improve"): the most mentioned first. Nothing
    /// from a server that does not count them.
    std::optional<std::map<std::string, std::vector<Pick>>> reasons;
    /// Why answers are marked (core/check/marks.h), in the order of the marks; of the newest 5,000
    /// marked ones. Nothing from a server that does not tell.
    std::optional<std::vector<Pick>> marks;

    // Whatever days were asked for.
    metrics::Tally today;
    /// The same weekday of the weeks before, pooled: until the hour under way, and in it.
    metrics::Tally usual, usualHour;
    int usualDays = 0; ///< how many of them had answers

    Timestamp asOf;

    bool operator==(const Glance &) const = default;
};

json::object toJson(const Glance &glance);
/// Failure `answer-malformed`.
Result<Glance> glanceFrom(const json::object &object);

} // namespace vouch::protocol
