#pragma once

#include <array>
#include <cstdint>
#include <optional>

/// The shopper's conversation (method.md §2) as a table. Pure; what a step has to store or start
/// is named by its effect and done by those who hold the store and the timers.
namespace vouch::kiosk {

enum class State : std::uint8_t {
    Resting,
    List,
    Comment,
    Changing, ///< the scale again, with the present answer
    Thanks
};

enum class Event : std::uint8_t {
    ScoreTapped,
    ChoiceToggled,
    Done,
    WriteComment,
    CommentSaved,
    Back,
    Change,
    LanguagePicked,
    StartAgain,
    LeftAlone,   ///< nobody touched the screen for as long as the page allows
    MoreTime,    ///< on the warning
    Finish,      ///< on the warning
    WarningOver, ///< nobody touched the warning
    ThanksOver   ///< by time or by a tap
};

/// What must have been done, durably where it is an answer, before the next page shows. When it
/// fails the conversation ends with a kind text.
enum class Effect : std::uint8_t {
    None,
    OpenWithScore, ///< one transaction: the check and its score
    StoreScore,    ///< and drop what this score's branch no longer reaches
    Pick,          ///< on the screen only, stored when the page is left
    StorePicks,
    Complete, ///< store picks and comment, mark the check as completed
    Abandon,  ///< store picks, close
    Close,
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
    Step{State::Resting, Event::ScoreTapped, State::List, Effect::OpenWithScore},
    Step{State::Resting, Event::LanguagePicked, State::Resting, Effect::SetLanguage},
    Step{State::Resting, Event::StartAgain, State::Resting, Effect::Forget},
    Step{State::Resting, Event::LeftAlone, State::Resting, Effect::Forget},

    Step{State::List, Event::ChoiceToggled, State::List, Effect::Pick},
    Step{State::List, Event::Done, State::Thanks, Effect::Complete},
    Step{State::List, Event::WriteComment, State::Comment, Effect::StorePicks},
    Step{State::List, Event::Change, State::Changing, Effect::StorePicks},
    Step{State::List, Event::LanguagePicked, State::List, Effect::SetLanguage},
    Step{State::List, Event::StartAgain, State::Resting, Effect::Abandon},
    Step{State::List, Event::LeftAlone, State::List, Effect::Warn},
    Step{State::List, Event::MoreTime, State::List, Effect::EndWarning},
    Step{State::List, Event::Finish, State::Thanks, Effect::Complete},
    Step{State::List, Event::WarningOver, State::Resting, Effect::Abandon},

    Step{State::Comment, Event::CommentSaved, State::Thanks, Effect::Complete},
    Step{State::Comment, Event::Back, State::List, Effect::None},
    Step{State::Comment, Event::LanguagePicked, State::Comment, Effect::SetLanguage},
    Step{State::Comment, Event::StartAgain, State::Resting, Effect::Abandon},
    Step{State::Comment, Event::LeftAlone, State::Comment, Effect::Warn},
    Step{State::Comment, Event::MoreTime, State::Comment, Effect::EndWarning},
    Step{State::Comment, Event::Finish, State::Thanks, Effect::Complete},
    Step{State::Comment, Event::WarningOver, State::Resting, Effect::Abandon},

    Step{State::Changing, Event::ScoreTapped, State::List, Effect::StoreScore},
    Step{State::Changing, Event::Back, State::List, Effect::None},
    Step{State::Changing, Event::LanguagePicked, State::Changing, Effect::SetLanguage},
    Step{State::Changing, Event::StartAgain, State::Resting, Effect::Abandon},
    Step{State::Changing, Event::LeftAlone, State::Changing, Effect::Warn},
    Step{State::Changing, Event::MoreTime, State::Changing, Effect::EndWarning},
    Step{State::Changing, Event::Finish, State::Thanks, Effect::Complete},
    Step{State::Changing, Event::WarningOver, State::Resting, Effect::Abandon},

    Step{State::Thanks, Event::ThanksOver, State::Resting, Effect::Close},
    Step{State::Thanks, Event::StartAgain, State::Resting, Effect::Close},
};

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
