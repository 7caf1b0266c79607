#include "app/kiosk/survey_model_private.h"
#include "core/checklist/path.h"

#include <algorithm>

/// What the shopper does.
namespace vouch::kiosk {

using checklist::Type;

void SurveyModel::Private::give(const checklist::Answer &answer)
{
    if (isAtRest(state)) {
        if (!checklist::validate(first(), answer))
            return;
        given = answer;
        const auto pages = checklist::path(*settings.checklist, {{first().code, answer}});
        step(pages.size() > 1 ? Event::Answered : Event::AnsweredLast);
        return;
    }
    if (state != State::Question || !checklist::validate(*interview.page(), answer))
        return;
    given = answer;
    step(interview.isLast(&answer) ? Event::AnsweredLast : Event::Answered);
}

void SurveyModel::Private::goOn()
{
    given.reset();
    const bool last = interview.isLast();
    if (state == State::Comment)
        step(last ? Event::CommentSavedLast : Event::CommentSaved);
    else
        step(last ? Event::AnsweredLast : Event::Answered);
}

void SurveyModel::Private::edited()
{
    step(Event::Edited);
}

void SurveyModel::begin()
{
    emit touched();
    if (d->takes())
        d->step(Event::Begin);
}

void SurveyModel::tapPoint(int value)
{
    emit touched();
    const bool shown = d->state == State::Resting || d->isOnPage(Type::Scale);
    if (d->takes() && shown)
        d->give(value);
}

void SurveyModel::answerYesNo(bool yes)
{
    emit touched();
    if (d->takes() && d->isOnPage(Type::YesNo))
        d->give(yes);
}

void SurveyModel::toggle(const QString &code)
{
    emit touched();
    if (!d->takes())
        return;
    if (d->isOnPage(Type::Choice))
        d->give(code.toStdString());
    if (!d->isOnPage(Type::Choices))
        return;
    d->interview.toggle(code.toStdString());
    d->edited();
}

void SurveyModel::typeDigit(int digit)
{
    emit touched();
    if (!d->takes())
        return;
    d->numberProblem = {};
    if (d->isTypingContact())
        d->contact.typeDigit(digit);
    else if (d->isOnPage(Type::Number) && !d->interview.typeDigit(digit))
        d->numberProblem = "number-high";
    d->edited();
}

void SurveyModel::typeSign()
{
    emit touched();
    if (!d->takes())
        return;
    d->numberProblem = {};
    if (d->isTypingContact())
        d->contact.typePlus();
    else if (d->isOnPage(Type::Number))
        d->interview.flipSign();
    d->edited();
}

void SurveyModel::eraseDigit()
{
    emit touched();
    if (!d->takes())
        return;
    d->numberProblem = {};
    if (d->isTypingContact())
        d->contact.eraseDigit();
    else if (d->isOnPage(Type::Number))
        d->interview.eraseDigit();
    d->edited();
}

void SurveyModel::done()
{
    emit touched();
    if (!d->takes() || d->state != State::Question)
        return;
    if (d->interview.canGoOn()) {
        d->goOn();
    } else if (canGoOn()) {
        const auto number = d->interview.typedNumber();
        d->numberProblem = !number                    ? "number-missing"
                           : *number < d->asked().min ? "number-low"
                                                      : "number-high";
        d->edited();
    }
}

void SurveyModel::writeComment()
{
    emit touched();
    if (d->takes() && d->interview.comment())
        d->step(Event::WriteComment);
}

void SurveyModel::setComment(const QString &text)
{
    const auto code = d->textCode();
    if (code.empty() || text == comment())
        return;
    auto kept = text.left(maxCommentLength());
    if (!kept.isEmpty() && kept.back().isHighSurrogate())
        kept.chop(1);
    kept.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\n'; });
    d->interview.setText(code, kept.toStdString());
    activity();
    emit commentChanged();
    emit answersChanged();
}

void SurveyModel::saveComment()
{
    emit touched();
    if (d->takes() && d->state == State::Comment)
        d->goOn();
}

void SurveyModel::giveConsent()
{
    emit touched();
    if (!d->takes())
        return;
    if (d->contactOffered())
        d->step(Event::ConsentGiven);
    if (!d->isTypingContact())
        return;
    d->contact.consented = true;
    d->waitForShopper();
    emit contactChanged();
}

void SurveyModel::refuseConsent()
{
    emit touched();
    if (!d->takes())
        return;
    if (d->state == State::Thanks) {
        d->step(Event::ThanksOver);
    } else if (d->isOnPage(Type::Contact)) {
        if (d->interview.dropContact(d->interview.page()->code))
            d->goOn();
        else
            d->fail();
    }
}

void SurveyModel::setByEmail(bool byEmail)
{
    emit touched();
    if (!d->isTypingContact() || d->contact.byEmail == byEmail)
        return;
    d->contact.byEmail = byEmail;
    d->contact.wrong.clear();
    d->edited();
}

void SurveyModel::setContact(const QString &text)
{
    if (!d->isTypingContact() || !d->contact.byEmail || text == contact())
        return;
    d->contact.setEmail(text);
    activity();
    emit contactChanged();
}

void SurveyModel::back()
{
    emit touched();
    // From the address to the number, whence one came.
    if (d->takes() && d->isTypingContact() && d->contact.byEmail)
        setByEmail(false);
    else if (d->takes() && canGoBack())
        d->step(Event::Back);
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
    if (d->closed)
        d->wake(true);
    d->waitForShopper();
    if (d->contactOffered() || !d->erasureCode.isEmpty())
        d->stayOnThanks();
}

} // namespace vouch::kiosk
