#pragma once

#include "app/kiosk/interview.h"
#include "app/kiosk/local_text.h"
#include "app/kiosk/survey_model.h"

namespace vouch::kiosk {

/// What SurveyModel holds; shared by its two source files only.
struct SurveyModel::Private
{
    Private(SurveyModel &model, storage::KioskStore &store, const Clock &clock, Timers &timers)
        : q(model)
        , interview(store, clock)
        , idle(timers.make([this] { step(Event::LeftAlone); }))
        , second(timers.make([this] { countDown(); }))
        , thanks(timers.make([this] { step(Event::ThanksOver); }))
        , lock(timers.make([this] { setLocked(false); }))
        , kindText(timers.make([this] { q.dismissFailure(); }))
    {
    }

    void step(Event event);
    Result<void> perform(Effect effect);
    void enter(const Step &step);
    void rest();
    void fail();
    void countDown();
    void setWarningSeconds(int seconds);
    void setLocked(bool on);
    void setLanguage(const std::string &code);
    void showChoices();
    void waitForShopper();
    std::string defaultLanguage() const;
    /// The question that the present page is about.
    const checklist::Question &asked() const;
    QString wording(const checklist::Wording &wording) const
    {
        return toQString(checklist::in(wording, language));
    }
    QString text(std::string_view key) const
    {
        return toQString(settings.checklist->interfaceText(key, language));
    }
    QString qLanguage() const { return toQString(language); }
    /// Whether a touch on the page counts at all.
    bool takes() const { return !locked && !failed && warningSeconds == 0; }

    SurveyModel &q;
    Interview interview;
    SurveySettings settings;
    std::optional<SurveySettings> nextSettings;
    KioskTimes times;
    State state = State::Resting;
    ChoiceModel choices;
    std::string language;
    int warningSeconds = 0; ///< 0: no warning
    bool locked = false;
    bool failed = false;
    bool training = false;
    /// What the event under way carries.
    int tappedScore = 0;
    std::string pickedLanguage;

    std::unique_ptr<Timer> idle, second, thanks, lock, kindText;
};

} // namespace vouch::kiosk
