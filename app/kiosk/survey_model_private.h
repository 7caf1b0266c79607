#pragma once

#include "app/kiosk/contact_form.h"
#include "app/kiosk/interface_text.h"
#include "app/kiosk/interview.h"
#include "app/kiosk/local_text.h"
#include "app/kiosk/survey_model.h"

namespace vouch::kiosk {

/// What SurveyModel holds; shared by its source files only.
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
        , darkness(timers.make([this] { wake(false); }))
        , speech(timers.make([this] { q.setSpeaking(false); }))
    {
    }

    void use(SurveySettings now);
    void step(Event event);
    Result<void> perform(Effect effect);
    Result<void> storeAnswer();
    Result<void> storeContact();
    void enter(const Step &step);
    void rest();
    void fail();
    void countDown();
    void setWarningSeconds(int seconds);
    void setLocked(bool on);
    void setLanguage(const std::string &code);
    /// What the page has to tap on, ready before the page itself turns.
    void showAnswers();
    void showScale();
    void showChoices();
    void waitForShopper();
    void stayOnThanks();
    /// Unless something is being read aloud: then it is started when that has ended.
    void wait(Timer &timer, std::chrono::milliseconds time) const;
    /// The page's answer in one touch.
    void give(const checklist::Answer &answer);
    /// The page as its draft has it.
    void goOn();
    void edited();
    void wake(bool on);

    std::string defaultLanguage() const;
    State restState() const;
    /// The first page of every path.
    const checklist::Question &first() const;
    /// The question that the present screen is about.
    const checklist::Question &asked() const;
    bool isOnPage(checklist::Type type) const
    {
        return state == State::Question && interview.page()->type == type;
    }
    bool isTypingContact() const
    {
        return state == State::Contact || isOnPage(checklist::Type::Contact);
    }
    bool contactOffered() const;
    /// The code of the text that is being written; empty on other pages.
    std::string textCode() const;

    QString wording(const checklist::Wording &wording) const
    {
        return toQString(checklist::in(wording, language));
    }
    QString text(std::string_view key, int count = -1) const
    {
        return interface.text(*settings.checklist, key, qLanguage(), count);
    }
    QString numberText(qint64 number) const { return localInteger(number, numberTag()); }
    /// A text of the keypad with the bounds of the number asked for.
    QString boundsText(std::string_view key) const;
    QString answerText(const checklist::Question &question) const;
    QString qLanguage() const { return toQString(language); }
    /// Arabic is written with the digits of the store's country.
    QString numberTag() const;
    /// Whether a touch on the page counts at all.
    bool takes() const { return !locked && !failed && warningSeconds == 0; }

    SurveyModel &q;
    Interview interview;
    SurveySettings settings;
    std::optional<SurveySettings> nextSettings;
    KioskTimes times;
    mutable InterfaceText interface;
    State state = State::Resting;
    ChoiceModel choices;
    QVariantList scale;
    QString lowLabel, highLabel;
    ContactForm contact;
    QString erasureCode;
    std::string language;
    int warningSeconds = 0; ///< 0: no warning
    bool locked = false;
    bool failed = false;
    bool training = false;
    bool closed = false; ///< the store
    bool awake = false;  ///< touched since it was last dark
    bool speaking = false;
    std::string_view numberProblem; ///< the key of its text
    /// What the event under way carries.
    std::optional<checklist::Answer> given;
    std::string pickedLanguage;

    std::unique_ptr<Timer> idle, second, thanks, lock, kindText, darkness, speech;
};

} // namespace vouch::kiosk
