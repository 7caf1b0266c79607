#include "sync/server/api/answer_place.h"

#include "sync/protocol/codes.h"

#include <charconv>

namespace vouch::server {

namespace {

/// Days from 1970, as a record's day can be.
constexpr std::int64_t lastDay = Day(std::chrono::year(9999) / 12 / 31).time_since_epoch().count();

} // namespace

std::string cursorOf(const CommentPlace &place)
{
    return std::to_string(place.day.time_since_epoch().count()) + "." +
           std::to_string(static_cast<int>(place.part)) + "." + std::to_string(place.shuffle);
}

json::value cursorJson(const std::optional<CommentPlace> &place)
{
    return place ? json::value(cursorOf(*place)) : json::value(nullptr);
}

Result<std::optional<CommentPlace>> placeIn(const Exchange &exchange)
{
    const auto text = exchange.parameter("after");
    if (text.empty())
        return std::optional<CommentPlace>();
    const Failure bad{
        std::string(protocol::code::malformed), "This must be what an answer gave as `next`.",
        "after"};
    std::int64_t numbers[3] = {};
    const char *at = text.data(), *const end = at + text.size();
    for (auto &number : numbers) {
        const auto read = std::from_chars(at, end, number);
        const bool isLast = &number == &numbers[2];
        if (read.ec != std::errc() || (isLast ? read.ptr != end : *read.ptr != '.'))
            return bad;
        at = read.ptr + 1;
    }
    if (numbers[1] < 0 || numbers[1] > 3 || numbers[0] < 0 || numbers[0] > lastDay)
        return bad;
    return std::optional(
        CommentPlace{Day(std::chrono::days(numbers[0])), check::DayPart(numbers[1]), numbers[2]});
}

Parameter segmentParameter()
{
    return {"score", "Of whom.", {"promoters", "passives", "detractors"}};
}

std::optional<ScoreRange> segmentIn(const Exchange &exchange)
{
    const auto score = exchange.parameter("score");
    if (score == "promoters")
        return ScoreRange{9, 10};
    if (score == "passives")
        return ScoreRange{7, 8};
    if (score == "detractors")
        return ScoreRange{0, 6};
    return std::nullopt;
}

} // namespace vouch::server
