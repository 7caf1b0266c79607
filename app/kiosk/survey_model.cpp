#include "app/kiosk/survey_model.h"

#include "app/kiosk/survey_model_private.h"

#include <algorithm>

namespace vouch::kiosk {

using namespace std::chrono_literals;

void SurveyModel::Private::step(Event event)
{
    const auto made = next(state, event);
    if (!made)
        return;
    if (!perform(made->effect)) {
        fail();
        return;
    }
    enter(*made);
}

Result<void> SurveyModel::Private::perform(Effect effect)
{
    Result<void> result;
    switch (effect) {
    case Effect::None:
    case Effect::Pick:
    case Effect::Forget:
        return {};
    case Effect::Warn:
        setWarningSeconds(static_cast<int>(times.warning.count()));
        second->start(1s);
        return {};
    case Effect::EndWarning:
        setWarningSeconds(0);
        return {};
    case Effect::OpenWithScore:
        result = interview.open(settings, language, tappedScore, training);
        break;
    case Effect::StoreScore:
        result = interview.setScore(tappedScore);
        break;
    case Effect::StorePicks:
        result = interview.storePicks();
        break;
    case Effect::Complete:
        result = interview.complete();
        break;
    case Effect::SetLanguage:
        if (interview.isOpen())
            result = interview.setLanguage(pickedLanguage);
        if (result)
            setLanguage(pickedLanguage);
        break;
    case Effect::Abandon:
        // The shopper has gone: what cannot be stored now is closed later, and nobody is told.
        (void)interview.storePicks();
        [[fallthrough]];
    case Effect::Close:
        (void)interview.close();
        break;
    }
    emit q.stored();
    return result;
}

void SurveyModel::Private::enter(const Step &step)
{
    const auto to = step.to;
    const bool moved = step.from != to;
    const bool ended = moved && to == State::Resting;
    state = to;
    if (to == State::Resting && step.effect != Effect::SetLanguage)
        rest();
    if (ended)
        setLocked(true);
    if (to == State::Thanks)
        thanks->start(times.thanks);
    if (to == State::Thanks || to == State::Resting)
        setWarningSeconds(0);
    showChoices();
    waitForShopper();
    emit q.answersChanged();
    if (moved)
        emit q.pageChanged();
}

/// Nothing of the former shopper is left.
void SurveyModel::Private::rest()
{
    thanks->stop();
    if (interview.isOpen())
        interview.forget();
    if (nextSettings) {
        settings = std::move(*nextSettings);
        nextSettings.reset();
        emit q.surveyChanged();
        emit q.languageChanged();
        emit q.pageChanged();
    }
    setLanguage(defaultLanguage());
    emit q.commentChanged();
}

void SurveyModel::Private::fail()
{
    failed = true;
    state = State::Resting;
    const auto spoken = language;
    rest();
    setLanguage(spoken); // the kind text is for the shopper who is still there
    setWarningSeconds(0);
    idle->stop();
    kindText->start(times.failure);
    showChoices();
    emit q.answersChanged();
    emit q.pageChanged();
    emit q.failureChanged();
}

void SurveyModel::Private::countDown()
{
    if (warningSeconds > 1) {
        setWarningSeconds(warningSeconds - 1);
        second->start(1s);
        return;
    }
    step(Event::WarningOver);
}

void SurveyModel::Private::setWarningSeconds(int seconds)
{
    if (seconds == 0)
        second->stop();
    if (std::exchange(warningSeconds, seconds) != seconds)
        emit q.warningChanged();
}

void SurveyModel::Private::setLocked(bool on)
{
    if (on)
        lock->start(times.lock);
    if (std::exchange(locked, on) != on)
        emit q.lockedChanged();
}

void SurveyModel::Private::setLanguage(const std::string &code)
{
    if (std::exchange(language, code) == code)
        return;
    showChoices();
    emit q.languageChanged();
    emit q.answersChanged();
    emit q.warningChanged();
    emit q.pageChanged();
}

void SurveyModel::Private::showChoices()
{
    std::vector<ChoiceModel::Row> rows;
    const bool full = q.pickedCount() >= q.maxPicks();
    for (const auto *choice : interview.choices()) {
        const bool picked = interview.isPicked(choice->code);
        rows.push_back({toQString(choice->code), wording(choice->text), picked, picked || !full});
    }
    choices.setRows(std::move(rows));
}

void SurveyModel::Private::waitForShopper()
{
    if (warningSeconds > 0 || failed || state == State::Thanks)
        idle->stop();
    else if (state == State::Comment)
        idle->start(times.idleInComment);
    else if (state != State::Resting)
        idle->start(times.idleOnList);
    else if (language != defaultLanguage())
        idle->start(times.idleAtRest);
    else
        idle->stop();
}

std::string SurveyModel::Private::defaultLanguage() const
{
    const auto &offered = settings.checklist->languages;
    const auto found = std::find(offered.begin(), offered.end(), settings.language);
    return found == offered.end() ? offered.front() : *found;
}

const checklist::Question &SurveyModel::Private::asked() const
{
    if (state == State::List && interview.list())
        return *interview.list();
    if (state == State::Comment && interview.comment())
        return *interview.comment();
    return *settings.checklist->find(settings.checklist->score);
}

SurveyModel::SurveyModel(
    storage::KioskStore &store, const Clock &clock, Timers &timers, SurveySettings settings,
    KioskTimes times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, clock, timers))
{
    d->settings = std::move(settings);
    d->times = times;
    d->language = d->defaultLanguage();
}

SurveyModel::~SurveyModel() = default;

void SurveyModel::setSettings(SurveySettings settings)
{
    d->nextSettings = std::move(settings);
    if (d->state == State::Resting && !d->failed)
        d->step(Event::StartAgain);
}

void SurveyModel::setTraining(bool training)
{
    if (d->training == training)
        return;
    end();
    d->training = training;
    emit trainingChanged();
}

void SurveyModel::end()
{
    dismissFailure();
    d->step(Event::StartAgain);
}

void SurveyModel::tapScore(int score)
{
    emit touched();
    if (!d->takes() || score < 0 || score > 10)
        return;
    d->tappedScore = score;
    d->step(Event::ScoreTapped);
}

void SurveyModel::toggle(const QString &code)
{
    emit touched();
    if (!d->takes() || d->state != State::List)
        return;
    d->interview.toggle(code.toStdString());
    d->step(Event::ChoiceToggled);
}

void SurveyModel::done()
{
    emit touched();
    if (d->takes())
        d->step(Event::Done);
}

void SurveyModel::writeComment()
{
    emit touched();
    if (d->takes() && d->interview.comment())
        d->step(Event::WriteComment);
}

void SurveyModel::setComment(const QString &text)
{
    if (d->state != State::Comment || text == comment())
        return;
    auto kept = text.left(maxCommentLength());
    if (!kept.isEmpty() && kept.back().isHighSurrogate())
        kept.chop(1);
    kept.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\n'; });
    d->interview.setDraft(kept.toStdString());
    activity();
    emit commentChanged();
}

void SurveyModel::saveComment()
{
    emit touched();
    if (d->takes())
        d->step(Event::CommentSaved);
}

void SurveyModel::back()
{
    emit touched();
    if (d->takes())
        d->step(Event::Back);
}

void SurveyModel::change()
{
    emit touched();
    if (d->takes())
        d->step(Event::Change);
}

void SurveyModel::startAgain()
{
    emit touched();
    d->step(Event::StartAgain);
}

void SurveyModel::setLanguage(const QString &code)
{
    emit touched();
    const auto &offered = d->settings.checklist->languages;
    const auto picked = code.toStdString();
    if (!d->takes() || std::find(offered.begin(), offered.end(), picked) == offered.end())
        return;
    d->pickedLanguage = picked;
    d->step(Event::LanguagePicked);
}

void SurveyModel::moreTime()
{
    emit touched();
    if (d->warningSeconds > 0)
        d->step(Event::MoreTime);
}

void SurveyModel::finish()
{
    emit touched();
    if (d->warningSeconds > 0)
        d->step(Event::Finish);
}

void SurveyModel::dismissThanks()
{
    emit touched();
    d->step(Event::ThanksOver);
}

void SurveyModel::dismissFailure()
{
    if (!std::exchange(d->failed, false))
        return;
    d->kindText->stop();
    d->step(Event::StartAgain);
    d->setLocked(true);
    emit failureChanged();
}

void SurveyModel::activity()
{
    emit touched();
    d->waitForShopper();
}

} // namespace vouch::kiosk
