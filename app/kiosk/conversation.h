#pragma once

#include <array>
#include <cstdint>
#include <optional>

/// The shopper's conversation (method.md §2) as a table. Pure; what a step has to store or start
/// is named by its effect and done by those who hold the store and the timers.
namespace vouch::kiosk {

enum class State : std::uint8_t {
    Inviting, ///< at rest, with an invitation before the first question
    Resting,  ///< at rest, with the first question itself
    Question, ///< a page of the path
    Comment,  ///< the text that the present page offers on request
    Thanks,
    Contact ///< how to be reached, after the consent on thanks
};

enum class Event : std::uint8_t {
    Begin,
    Answered,     ///< the page is answered, or passed over, and another one follows
    AnsweredLast, ///< likewise, and none follows
    Edited,       ///< picks, digits, text: on the screen only
    WriteComment,
    CommentSaved,     ///< and the page that offered it is not the last
    CommentSavedLast, ///< and it is
    Back,
    LanguagePicked,
    StartAgain,
    ConsentGiven, ///< on thanks
    ContactGiven, ///< confirmed on the page of the contact
    LeftAlone,    ///< nobody touched the screen for as long as the page allows
    MoreTime,     ///< on the warning
    Finish,       ///< on the warning
    WarningOver,  ///< nobody touched the warning
    ThanksOver    ///< by time or by a tap
};

/// What must have been done, durably where it is an answer, before the next page shows. When it
/// fails the conversation ends with a kind text.
enum class Effect : std::uint8_t {
    None,
    Open,           ///< a check without an answer yet
    OpenWithAnswer, ///< one transaction: the check and the first answer
    OpenAndComplete,
    Answer, ///< store the page's answer, drop what is no longer reached, go to the next page
    AnswerAndComplete,
    Edit,     ///< on the screen only, stored when the page is left
    GoBack,   ///< keep what the page has, go to the one before
    KeepPage, ///< keep what the page has
    Complete, ///< keep what the page has and the comment, mark the check as completed
    Abandon,  ///< keep what the page has, close
    Close,
    StoreContact,
    SetLanguage,
    Warn,
    EndWarning,
    Forget ///< the default language again
};

struct Step
{
    State from;
    Event event;
    State to;
    Effect effect;
};

inline constexpr std::array conversation{
    Step{State::Inviting, Event::Begin, State::Question, Effect::Open},
    Step{State::Inviting, Event::LanguagePicked, State::Inviting, Effect::SetLanguage},
    Step{State::Inviting, Event::StartAgain, State::Inviting, Effect::Forget},
    Step{State::Inviting, Event::LeftAlone, State::Inviting, Effect::Forget},

    Step{State::Resting, Event::Answered, State::Question, Effect::OpenWithAnswer},
    Step{State::Resting, Event::AnsweredLast, State::Thanks, Effect::OpenAndComplete},
    Step{State::Resting, Event::LanguagePicked, State::Resting, Effect::SetLanguage},
    Step{State::Resting, Event::StartAgain, State::Resting, Effect::Forget},
    Step{State::Resting, Event::LeftAlone, State::Resting, Effect::Forget},

    Step{State::Question, Event::Answered, State::Question, Effect::Answer},
    Step{State::Question, Event::AnsweredLast, State::Thanks, Effect::AnswerAndComplete},
    Step{State::Question, Event::Edited, State::Question, Effect::Edit},
    Step{State::Question, Event::WriteComment, State::Comment, Effect::KeepPage},
    Step{State::Question, Event::Back, State::Question, Effect::GoBack},
    Step{State::Question, Event::LanguagePicked, State::Question, Effect::SetLanguage},
    Step{State::Question, Event::StartAgain, State::Resting, Effect::Abandon},
    Step{State::Question, Event::LeftAlone, State::Question, Effect::Warn},
    Step{State::Question, Event::MoreTime, State::Question, Effect::EndWarning},
    Step{State::Question, Event::Finish, State::Thanks, Effect::Complete},
    Step{State::Question, Event::WarningOver, State::Resting, Effect::Abandon},

    Step{State::Comment, Event::Edited, State::Comment, Effect::Edit},
    Step{State::Comment, Event::CommentSaved, State::Question, Effect::Answer},
    Step{State::Comment, Event::CommentSavedLast, State::Thanks, Effect::AnswerAndComplete},
    Step{State::Comment, Event::Back, State::Question, Effect::None},
    Step{State::Comment, Event::LanguagePicked, State::Comment, Effect::SetLanguage},
    Step{State::Comment, Event::StartAgain, State::Resting, Effect::Abandon},
    Step{State::Comment, Event::LeftAlone, State::Comment, Effect::Warn},
    Step{State::Comment, Event::MoreTime, State::Comment, Effect::EndWarning},
    Step{State::Comment, Event::Finish, State::Thanks, Effect::Complete},
    Step{State::Comment, Event::WarningOver, State::Resting, Effect::Abandon},

    Step{State::Thanks, Event::ConsentGiven, State::Contact, Effect::None},
    Step{State::Thanks, Event::LanguagePicked, State::Thanks, Effect::SetLanguage},
    Step{State::Thanks, Event::ThanksOver, State::Resting, Effect::Close},
    Step{State::Thanks, Event::StartAgain, State::Resting, Effect::Close},

    Step{State::Contact, Event::Edited, State::Contact, Effect::Edit},
    Step{State::Contact, Event::ContactGiven, State::Thanks, Effect::StoreContact},
    Step{State::Contact, Event::Back, State::Thanks, Effect::None},
    Step{State::Contact, Event::LanguagePicked, State::Contact, Effect::SetLanguage},
    Step{State::Contact, Event::StartAgain, State::Resting, Effect::Close},
    Step{State::Contact, Event::LeftAlone, State::Contact, Effect::Warn},
    Step{State::Contact, Event::MoreTime, State::Contact, Effect::EndWarning},
    Step{State::Contact, Event::Finish, State::Resting, Effect::Close},
    Step{State::Contact, Event::WarningOver, State::Resting, Effect::Close},
};

/// Whether nobody is being asked: `Resting` stands for both here and in the table above, which of
/// the two it is says the setting `resting`.
constexpr bool isAtRest(State state)
{
    return state == State::Resting || state == State::Inviting;
}

/// The step that `event` makes in `state`; nothing where it has no meaning there.
constexpr std::optional<Step> next(State state, Event event)
{
    for (const auto &step : conversation) {
        if (step.from == state && step.event == event)
            return step;
    }
    return std::nullopt;
}

} // namespace vouch::kiosk
