#pragma once

#include "core/base/uuid.h"
#include "core/check/check.h"
#include "core/check/day_part.h"
#include "sync/server/store/score_query.h"

#include <functional>
#include <utility>

/// What shoppers wrote, as it is shown to people: names, addresses and numbers masked
/// (core/check/comment_mask.h), with day and part of day, in an order that is not that of writing,
/// and of a day that is not over, see firstOpenDay(), in threes (method.md §6). Only what is shown
/// is searched: what was masked cannot be found out by looking for it.
namespace vouch::server {

/// Where a comment stands in the order in which comments are shown: the newest day and part first,
/// within a part by chance.
struct CommentPlace
{
    Day day;
    check::DayPart part = check::DayPart::Night;
    std::int64_t shuffle = 0; ///< the random end of the record's id

    auto operator<=>(const CommentPlace &) const = default;
};

/// A row of the table of comments, without what the record's own row holds.
struct CommentRow
{
    Uuid id;
    int part = 0; ///< check::DayPart
    std::int64_t shuffle = 0;
    std::string checklist;
    std::string touchpoint;
    std::string language;
    /// As they are shown in lists, each once, spaces between. Empty: only signs were written, which
    /// no search finds.
    std::string words;
    std::string folded; ///< what each is found by, in the same order

    bool operator==(const CommentRow &) const = default;
};
/// Nothing when nobody wrote anything that is shown: no survey, no text but spaces. `hour` is the
/// one that counts.
std::optional<CommentRow> commentRow(const check::Check &check, int hour);

struct CommentQuery
{
    ScoreQuery answers{}; ///< of which answers; `by` and `calendar` are not looked at
    /// All of these words, or others that begin with them; empty: every comment.
    std::vector<std::string> words{};
    int lowest = -1; ///< scores, both included; -1: without a score too
    int highest = metrics::highestScore;
    std::string language{}; ///< empty: all
    std::optional<CommentPlace> after{};
    std::size_t limit = 50;
};

struct CommentText
{
    std::string question;
    std::string text; ///< masked
    /// Begin and end of what was looked for, in code points.
    std::vector<std::pair<std::size_t, std::size_t>> hits;
};

struct CommentEntry
{
    CommentPlace place;
    std::string store;
    std::string checklist;
    std::string touchpoint;
    std::string language;
    std::optional<int> score;
    bool isMarked = false;
    std::vector<CommentText> texts;
};

struct CommentPage
{
    std::vector<CommentEntry> entries;
    std::optional<CommentPlace> next; ///< `after` of the next page
    /// Of all pages, at most mostFound: then there are more.
    std::int64_t found = 0;
    /// In the stores asked for, not shown yet because too few belong together.
    std::int64_t heldBack = 0;

    static constexpr std::int64_t mostFound = 10'000;
};

/// One comment as what is counted of it; gone when the call returns.
struct CountedComment
{
    const std::string &store;
    std::optional<int> score;
    std::string_view language;
    std::string_view words; ///< as CommentRow has it
    std::string_view folded;
};
using TakeComment = std::function<void(const CountedComment &)>;

} // namespace vouch::server
