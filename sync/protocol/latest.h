#pragma once

#include "core/base/calendar.h"
#include "core/base/json.h"
#include "core/check/day_part.h"

#include <optional>
#include <string>
#include <vector>

/// The latest that was said in a store, for the manager's view on its tablets: what GET
/// /api/v1/glance/latest answers. One definition for both ends. Nobody is unmasked (method.md §6):
/// with day and part of day, the newest first and within a part in no order; of a day that is not
/// over in threes.
namespace vouch::protocol {

/// Common to both lists.
struct Given
{
    Day day; ///< the business day that counts
    check::DayPart part = check::DayPart::Night;
    std::optional<int> score; ///< every answer has one
    bool isMarked = false;

    bool operator==(const Given &) const = default;
};

struct Latest
{
    /// What was written, names and numbers masked.
    struct Comment : Given
    {
        std::string language;
        std::vector<std::string> texts; ///< one or more
        bool operator==(const Comment &) const = default;
    };
    std::vector<Comment> comments;
    std::int64_t commentsHeldBack = 0; ///< not shown yet because too few belong together

    /// What was tapped, whether or not something was written.
    struct Answer : Given
    {
        struct Pick
        {
            std::string question, code;
            bool operator==(const Pick &) const = default;
        };
        std::vector<Pick> picks; ///< of all lists, in the order of picking
        bool operator==(const Answer &) const = default;
    };
    std::vector<Answer> answers;
    std::int64_t answersHeldBack = 0;

    Timestamp asOf;

    bool operator==(const Latest &) const = default;
};

json::object toJson(const Latest &latest);
/// Failure `answer-malformed`.
Result<Latest> latestFrom(const json::object &object);

} // namespace vouch::protocol
