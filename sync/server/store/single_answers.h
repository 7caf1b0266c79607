#pragma once

#include "sync/server/store/comments.h"

#include <optional>
#include <string>
#include <vector>

/// Single answers of a store as they are shown to people, so that nobody is unmasked (method.md
/// §6): with day and part of day, in an order that is not that of answering. Of a day that is not
/// over those of one kiosk and part come in threes, and what was written is left to the comments.
/// Of transactional NPS only.
namespace vouch::server {

struct SingleAnswerQuery
{
    ScoreQuery answers{};        ///< of one store; `by` and `calendar` are not looked at
    std::optional<Uuid> kiosk{}; ///< any tablet of the place
    int lowest = 0;              ///< scores, both included
    int highest = metrics::highestScore;
    std::optional<CommentPlace> after{};
    std::size_t limit = 50;
};

struct PickedReason
{
    std::string question; ///< a list of reasons
    std::string code;
};

struct SingleAnswer
{
    CommentPlace place;
    std::string checklist;
    std::string touchpoint;
    std::string language;
    int score = 0;
    bool isMarked = false;
    std::vector<PickedReason> reasons;
    std::vector<CommentText> texts; ///< masked; none before the day is over
};

struct SingleAnswerPage
{
    std::vector<SingleAnswer> answers; ///< the newest part of a day first
    std::optional<CommentPlace> next;  ///< `after` of the next page
    /// Of days that are not over, too few together to be shown yet, whatever their score.
    std::int64_t heldBack = 0;
};

} // namespace vouch::server
