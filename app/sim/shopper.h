#pragma once

#include "app/sim/comment_library.h"
#include "app/sim/dice.h"
#include "app/sim/shop.h"
#include "core/checklist/definition.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vouch::sim {

using Milliseconds = std::chrono::milliseconds;
/// A time in seconds, cut to whole milliseconds.
inline Milliseconds seconds(double value)
{
    return Milliseconds(static_cast<std::int64_t>(value * 1000));
}

enum class Ending {
    LeftUnscored, ///< opened, never scored
    WalkedAway,   ///< scored, and gone before the list was answered
    Done          ///< reached thanks
};

/// What one shopper does at a till, before it becomes a record.
struct Conversation
{
    int till = 1;
    Milliseconds opened{}; ///< after midnight of the shop's business day
    Milliseconds lasts{};
    std::string language;
    /// The last bits of the record's id: they turn the order of the choices.
    std::uint16_t orderBits = 0;
    Ending ending = Ending::Done;
    std::optional<int> score;
    int corrections = 0;
    std::vector<std::string> picks; ///< in the order of picking; only after Done
    std::string comment;            ///< empty when there is none
    bool training = false;
    /// Planted: it happens whatever else goes on at the till.
    bool fixed = false;

    bool operator==(const Conversation &) const = default;
};

/// What bears on a shopper's answers.
struct Mood
{
    Mix mix;
    double queueFactor = 1;
    double staffLiked = 0; ///< percent
};

/// How people answer the shipped survey. `survey` and `comments` outlive it.
class Shoppers
{
public:
    Shoppers(const checklist::Checklist &survey, const CommentLibrary &comments)
        : m_survey(survey)
        , m_comments(comments)
    {
    }

    /// Somebody who touches the screen. Till and time are the caller's to set.
    Conversation anybody(Dice &dice, const Mood &mood) const;
    /// Somebody who is going to give this score.
    Conversation scoring(Dice &dice, const Mood &mood, int score, std::string language) const;
    /// A child who plays with the tablet.
    Conversation child(Dice &dice) const;
    /// Somebody who taps through faster than anyone reads.
    void hurry(Dice &dice, Conversation &conversation) const;

    std::string language(Dice &dice) const;
    metrics::Segment segment(Dice &dice, const Mix &mix) const;
    int scoreIn(Dice &dice, metrics::Segment segment) const;

private:
    void talk(Dice &dice, const Mood &mood, Conversation &conversation) const;
    std::vector<std::string> picks(Dice &dice, const Mood &mood, const Conversation &) const;

    const checklist::Checklist &m_survey;
    const CommentLibrary &m_comments;
};

/// Of 100 opened checks so many are scored.
inline constexpr double scoredPercent = 93;

} // namespace vouch::sim
