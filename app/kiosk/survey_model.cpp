#include "app/kiosk/survey_model.h"

#include "app/kiosk/survey_model_private.h"
#include "core/checklist/path.h"

#include <algorithm>

namespace vouch::kiosk {

using namespace std::chrono_literals;
using checklist::Type;

/// A contact that could not be sealed is not asked for: its questions are taken out.
void SurveyModel::Private::use(SurveySettings now)
{
    settings = std::move(now);
    const auto &contactSettings = settings.contact;
    if (contactSettings.enabled && !contactSettings.key.empty())
        return;
    auto without = *settings.checklist;
    std::erase_if(without.questions, [](const checklist::Question &question) {
        return question.type == Type::Contact;
    });
    settings.checklist = std::make_shared<checklist::Checklist>(std::move(without));
}

void SurveyModel::Private::step(Event event)
{
    const auto made = next(state, event);
    if (!made)
        return;
    const auto before = q.pageKey();
    const auto done = perform(made->effect);
    given.reset();
    if (!done) {
        fail();
        return;
    }
    enter(*made);
    if (q.pageKey() != before)
        emit q.pageChanged();
}

Result<void> SurveyModel::Private::perform(Effect effect)
{
    Result<void> result;
    switch (effect) {
    case Effect::None:
    case Effect::Edit:
    case Effect::Forget:
        return {};
    case Effect::Warn:
        setWarningSeconds(static_cast<int>(times.warning.count()));
        wait(*second, 1s);
        emit q.warned();
        return {};
    case Effect::EndWarning:
        setWarningSeconds(0);
        emit q.moreTimeTaken();
        return {};
    case Effect::Open:
    case Effect::OpenWithAnswer:
    case Effect::OpenAndComplete:
        result = interview.open(settings, language, training, given);
        if (result && effect == Effect::OpenAndComplete)
            result = interview.complete();
        break;
    case Effect::Answer:
        result = storeAnswer();
        break;
    case Effect::AnswerAndComplete:
        result = storeAnswer();
        if (result)
            result = interview.complete();
        break;
    case Effect::GoBack:
        result = interview.goBack();
        break;
    case Effect::KeepPage:
        result = interview.keepPage();
        break;
    case Effect::Complete:
        result = interview.complete();
        break;
    case Effect::StoreContact:
        result = storeContact();
        break;
    case Effect::SetLanguage:
        if (interview.isOpen())
            result = interview.setLanguage(pickedLanguage);
        if (result)
            setLanguage(pickedLanguage);
        break;
    case Effect::Abandon:
        // The shopper has gone: what cannot be stored now is closed later, and nobody is told.
        (void)interview.keepPage();
        (void)interview.close(settings.keepUnsentText);
        break;
    case Effect::Close:
        (void)interview.close(false);
        break;
    }
    emit q.stored();
    return result;
}

Result<void> SurveyModel::Private::storeAnswer()
{
    return given ? interview.answer(*given) : interview.goOn();
}

void SurveyModel::Private::enter(const Step &step)
{
    const bool ended = !isAtRest(step.from) && isAtRest(step.to);
    state = isAtRest(step.to) ? restState() : step.to;
    if (isAtRest(state) && step.effect != Effect::SetLanguage)
        rest();
    if (ended)
        setLocked(true);
    if (state == State::Thanks)
        stayOnThanks();
    else
        thanks->stop();
    if (state == State::Thanks || isAtRest(state))
        setWarningSeconds(0);
    if (closed)
        wake(true);
    if (step.effect == Effect::Answer || step.effect == Effect::GoBack)
        contact.clear();
    if (step.effect != Effect::Edit)
        numberProblem = {};
    showAnswers();
    waitForShopper();
    emit q.answersChanged();
    emit q.contactChanged();
    if (step.from != step.to || step.effect != Effect::Edit)
        emit q.commentChanged();
}

/// Nothing of the former shopper is left.
void SurveyModel::Private::rest()
{
    thanks->stop();
    contact.clear();
    erasureCode.fill(u'0');
    erasureCode.clear();
    if (interview.isOpen())
        interview.forget();
    if (nextSettings) {
        use(std::move(*nextSettings));
        nextSettings.reset();
        state = restState();
        emit q.surveyChanged();
        emit q.languageChanged();
        emit q.pageChanged();
    }
    setLanguage(defaultLanguage());
    emit q.commentChanged();
    emit q.shopperLeft();
}

void SurveyModel::Private::fail()
{
    failed = true;
    state = restState();
    const auto spoken = language;
    rest();
    setLanguage(spoken); // the kind text is for the shopper who is still there
    setWarningSeconds(0);
    idle->stop();
    wait(*kindText, times.failure);
    showAnswers();
    emit q.answersChanged();
    emit q.pageChanged();
    emit q.failureChanged();
}

void SurveyModel::Private::countDown()
{
    if (warningSeconds > 1) {
        setWarningSeconds(warningSeconds - 1);
        wait(*second, 1s);
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
    showAnswers();
    emit q.languageChanged();
    emit q.answersChanged();
    emit q.contactChanged();
    emit q.warningChanged();
    emit q.pageChanged();
}

void SurveyModel::Private::showAnswers()
{
    showScale();
    showChoices();
}

void SurveyModel::Private::showScale()
{
    const auto &question = asked();
    if (question.type != Type::Scale)
        return;
    QVariantList points;
    for (int value = question.min; value <= question.max; ++value)
        points.append(QVariantMap{{"value", value}, {"label", numberText(value)}});
    const auto low = wording(question.low);
    const auto high = wording(question.high);
    if (points == scale && low == lowLabel && high == highLabel)
        return;
    scale = std::move(points);
    lowLabel = low;
    highLabel = high;
    emit q.scaleChanged();
}

void SurveyModel::Private::showChoices()
{
    std::vector<ChoiceModel::Row> rows;
    const auto *page =
        state == State::Question || state == State::Comment ? interview.page() : nullptr;
    if (!page || (page->type != Type::Choices && page->type != Type::Choice)) {
        choices.forgetPicks();
    } else {
        const bool single = page->type == Type::Choice;
        const bool full = !single && q.pickedCount() >= q.maxPicks();
        const auto *answered = single ? interview.answered(page->code) : nullptr;
        for (const auto *choice : interview.choices()) {
            const bool picked = single ? answered && *answered == checklist::Answer(choice->code)
                                       : interview.isPicked(choice->code);
            rows.push_back(
                {toQString(choice->code), wording(choice->text), picked, picked || !full});
        }
        choices.setRows(std::move(rows));
    }
}

void SurveyModel::Private::waitForShopper()
{
    const bool writing = !textCode().empty() || isTypingContact();
    if (warningSeconds > 0 || failed || state == State::Thanks)
        idle->stop();
    else if (isAtRest(state) && language == defaultLanguage())
        idle->stop();
    else if (isAtRest(state))
        wait(*idle, times.idleAtRest);
    else
        wait(*idle, writing ? times.idleInComment : times.idleOnList);
}

void SurveyModel::Private::stayOnThanks()
{
    wait(
        *thanks, !erasureCode.isEmpty() ? times.thanksWithCode
                 : contactOffered()     ? times.thanksWithOffer
                                        : times.thanks);
}

void SurveyModel::Private::wait(Timer &timer, std::chrono::milliseconds time) const
{
    if (speaking)
        timer.stop();
    else
        timer.start(time);
}

void SurveyModel::setSpeaking(bool speaking)
{
    if (speaking)
        d->speech->start(d->times.speech);
    else
        d->speech->stop();
    if (std::exchange(d->speaking, speaking) == speaking)
        return;
    d->waitForShopper();
    if (d->warningSeconds > 0)
        d->wait(*d->second, 1s);
    if (d->state == State::Thanks)
        d->stayOnThanks();
    if (d->failed)
        d->wait(*d->kindText, d->times.failure);
}

std::string SurveyModel::Private::defaultLanguage() const
{
    const auto &offered = settings.checklist->languages;
    const auto found = std::find(offered.begin(), offered.end(), settings.language);
    return found == offered.end() ? offered.front() : *found;
}

const checklist::Question &SurveyModel::Private::first() const
{
    return *checklist::path(*settings.checklist, {}).front();
}

State SurveyModel::Private::restState() const
{
    const bool inviting = settings.invitation || first().type != Type::Scale;
    return inviting ? State::Inviting : State::Resting;
}

bool SurveyModel::Private::contactOffered() const
{
    return state == State::Thanks && erasureCode.isEmpty() && interview.contact();
}

std::string SurveyModel::Private::textCode() const
{
    if (state == State::Comment && interview.comment())
        return interview.comment()->code;
    return isOnPage(Type::Text) ? interview.page()->code : std::string();
}

SurveyModel::SurveyModel(
    storage::KioskStore &store, const Clock &clock, Timers &timers, SurveySettings settings,
    KioskTimes times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, clock, timers))
{
    d->use(std::move(settings));
    d->times = times;
    d->state = d->restState();
    d->language = d->defaultLanguage();
    d->showAnswers();
}

SurveyModel::~SurveyModel() = default;

void SurveyModel::setSettings(SurveySettings settings)
{
    d->nextSettings = std::move(settings);
    if (isAtRest(d->state) && !d->failed)
        d->step(Event::StartAgain);
}

bool SurveyModel::atRest() const
{
    return isAtRest(d->state);
}

void SurveyModel::setTraining(bool training)
{
    if (d->training == training)
        return;
    end();
    d->training = training;
    emit trainingChanged();
}

void SurveyModel::setDimmed(bool dimmed)
{
    const bool before = this->dimmed();
    d->closed = dimmed;
    if (this->dimmed() != before)
        emit dimmedChanged();
}

/// A touch on a dark screen wakes it and is no answer.
void SurveyModel::Private::wake(bool on)
{
    if (on)
        darkness->start(times.awakeWhenClosed);
    const bool before = q.dimmed();
    awake = on;
    if (q.dimmed() != before)
        emit q.dimmedChanged();
}

void SurveyModel::end()
{
    dismissFailure();
    d->step(Event::StartAgain);
}

} // namespace vouch::kiosk

#include "moc_survey_model.cpp"
