#include "app/kiosk/survey_model_private.h"

#include <QLocale>

/// What QML reads of SurveyModel.
namespace vouch::kiosk {

using checklist::Type;

namespace {

SurveyModel::Page pageOf(Type type)
{
    switch (type) {
    case Type::Scale:
        return SurveyModel::Scale;
    case Type::Choice:
        return SurveyModel::Choice;
    case Type::Choices:
        return SurveyModel::List;
    case Type::YesNo:
        return SurveyModel::YesNo;
    case Type::Number:
        return SurveyModel::Number;
    case Type::Contact:
        return SurveyModel::Contact;
    case Type::Text:
    case Type::Photo: // no survey has one
        break;
    }
    return SurveyModel::Text;
}

} // namespace

const checklist::Question &SurveyModel::Private::asked() const
{
    if (state == State::Comment && interview.comment())
        return *interview.comment();
    if ((state == State::Thanks || state == State::Contact) && interview.contact())
        return *interview.contact();
    return interview.page() ? *interview.page() : first();
}

QString SurveyModel::Private::numberTag() const
{
    return kiosk::numberTag(qLanguage(), settings.zone.name());
}

/// An answer as the shopper would say it; empty where saying it back is of no use.
QString SurveyModel::Private::answerText(const checklist::Question &question) const
{
    const auto *answer = interview.answered(question.code);
    if (!answer)
        return {};
    if (const auto *number = std::get_if<int>(answer))
        return numberText(*number);
    if (const auto *yes = std::get_if<bool>(answer))
        return wording(*yes ? question.yes : question.no);
    return {};
}

QString SurveyModel::Private::boundsText(std::string_view key) const
{
    return text(key)
        .replace(QLatin1String("{min}"), numberText(asked().min))
        .replace(QLatin1String("{max}"), numberText(asked().max));
}

SurveyModel::Page SurveyModel::page() const
{
    switch (d->state) {
    case State::Inviting:
        return Invitation;
    case State::Resting:
        return Resting;
    case State::Question:
        return pageOf(d->interview.page()->type);
    case State::Comment:
        return Comment;
    case State::Contact:
        return Contact;
    case State::Thanks:
        return Thanks;
    }
    return Resting;
}

QString SurveyModel::pageKey() const
{
    const auto key = QString::number(static_cast<int>(d->state));
    return d->state == State::Question ? key + toQString(d->interview.page()->code) : key;
}

QString SurveyModel::question() const
{
    switch (d->state) {
    case State::Inviting:
        return d->text("invitation");
    case State::Thanks:
        return d->erasureCode.isEmpty() ? d->text("thanks") : d->text("contact-kept");
    default:
        return d->wording(d->asked().text);
    }
}

QString SurveyModel::progress() const
{
    const auto progress = d->interview.progress();
    // Two pages need no signpost.
    if (d->state != State::Question || progress.length < 3)
        return {};
    return d->text("progress")
        .replace(QLatin1String("{i}"), d->numberText(progress.place))
        .replace(QLatin1String("{n}"), d->numberText(progress.length));
}

QString SurveyModel::backText() const
{
    const auto *before = d->state == State::Question ? d->interview.before() : nullptr;
    if (!before || before->code != d->settings.checklist->score)
        return d->text("back");
    const auto echo = d->text("echo").replace(QLatin1String("{score}"), d->answerText(*before));
    // Beside a Persian or an Arabic digit a point in the middle of the line is read as a zero.
    return isRightToLeft(d->qLanguage()) ? echo + " (" + d->text("change") + ')'
                                         : echo + " · " + d->text("change");
}

bool SurveyModel::canGoBack() const
{
    return d->state == State::Comment || d->state == State::Contact ||
           (d->state == State::Question && d->interview.before());
}

QString SurveyModel::goOnText() const
{
    if (d->state != State::Question)
        return d->text("done");
    const bool empty = d->interview.isDraftEmpty();
    const auto type = d->interview.page()->type;
    if (empty && !d->interview.page()->required && type != Type::Choices)
        return d->text("skip");
    return d->text(d->interview.isLast() ? "done" : "next");
}

bool SurveyModel::canGoOn() const
{
    // A number that is none to be taken is said to be so, in words, when it is handed in.
    const bool typed = d->isOnPage(Type::Number) && !d->interview.isDraftEmpty();
    return d->state == State::Question && (typed || d->interview.canGoOn());
}

QString SurveyModel::echo() const
{
    const auto *shown = d->state == State::Question ? d->interview.page() : nullptr;
    const auto given = shown ? d->answerText(*shown) : QString();
    return given.isEmpty() ? QString() : d->text("echo").replace(QLatin1String("{score}"), given);
}

QString SurveyModel::hint() const
{
    const auto &asked = d->asked();
    if (d->isOnPage(Type::Number))
        return d->boundsText("number-range");
    if (d->isOnPage(Type::Choice) || d->isOnPage(Type::YesNo))
        return d->text("hint-tap");
    if (!d->isOnPage(Type::Choices))
        return {};
    const auto own = d->settings.checklist->interfaceText("hint", d->language);
    if (!own.empty())
        return toQString(own);
    if (asked.maxPicks == 1)
        return d->text("hint-one");
    if (asked.maxPicks >= static_cast<int>(asked.choices.size()))
        return d->text("hint-any");
    return asked.maxPicks == 3 ? d->text("hint-three")
                               : localDigits(d->text("hint", asked.maxPicks), d->numberTag());
}

QString SurveyModel::language() const
{
    return d->qLanguage();
}

QVariantList SurveyModel::languages() const
{
    QVariantList out;
    for (const auto &code : d->settings.checklist->languages) {
        const auto own = toQString(d->settings.checklist->interfaceText("language", code));
        const auto name = own.isEmpty() ? InterfaceText::nameOf(toQString(code)) : own;
        out.append(QVariantMap{{"code", toQString(code)}, {"name", name}});
    }
    return out;
}

bool SurveyModel::rightToLeft() const
{
    return isRightToLeft(d->qLanguage());
}

bool SurveyModel::lowReachOffered() const
{
    return d->settings.lowReach;
}

bool SurveyModel::readAloudOffered() const
{
    return d->settings.readAloud;
}

QVariantMap SurveyModel::texts() const
{
    return d->interface.texts(*d->settings.checklist, d->qLanguage());
}

QVariantList SurveyModel::scale() const
{
    return d->scale;
}

QString SurveyModel::lowLabel() const
{
    return d->lowLabel;
}

QString SurveyModel::highLabel() const
{
    return d->highLabel;
}

int SurveyModel::currentScore() const
{
    return d->interview.score().value_or(-1);
}

ChoiceModel *SurveyModel::choices()
{
    return &d->choices;
}

int SurveyModel::pickedCount() const
{
    return static_cast<int>(d->interview.picks().size());
}

int SurveyModel::maxPicks() const
{
    return d->interview.page() ? d->interview.page()->maxPicks : 0;
}

bool SurveyModel::commentOffered() const
{
    return d->interview.comment() != nullptr;
}

QString SurveyModel::yesLabel() const
{
    return d->wording(d->asked().yes);
}

QString SurveyModel::noLabel() const
{
    return d->wording(d->asked().no);
}

QString SurveyModel::yesNo() const
{
    const auto *answer =
        d->isOnPage(Type::YesNo) ? d->interview.answered(d->interview.page()->code) : nullptr;
    const auto *yes = answer ? std::get_if<bool>(answer) : nullptr;
    return !yes ? QString() : *yes ? QStringLiteral("yes") : QStringLiteral("no");
}

QString SurveyModel::number() const
{
    if (!d->isOnPage(Type::Number))
        return {};
    const auto typed = toQString(d->interview.number());
    const bool negative = typed.startsWith(u'-');
    const auto digits = negative ? typed.mid(1) : typed;
    const auto shown = digits.isEmpty() ? digits : localNumber(digits.toLongLong(), d->numberTag());
    return negative ? signedDigits(shown, d->qLanguage()) : shown;
}

QString SurveyModel::numberProblem() const
{
    const bool shown = d->isOnPage(Type::Number) && !d->numberProblem.empty();
    return shown ? d->boundsText(d->numberProblem) : QString();
}

QString SurveyModel::unit() const
{
    return d->wording(d->asked().unit);
}

bool SurveyModel::mayBeNegative() const
{
    return d->isOnPage(Type::Number) && d->asked().min < 0;
}

QVariantList SurveyModel::digits() const
{
    QVariantList out;
    for (int digit = 0; digit <= 9; ++digit)
        out.append(d->numberText(digit));
    return out;
}

QString SurveyModel::comment() const
{
    return toQString(d->interview.text(d->textCode()));
}

int SurveyModel::maxCommentLength() const
{
    return Interview::maxTextLength;
}

bool SurveyModel::warning() const
{
    return d->warningSeconds > 0;
}

int SurveyModel::warningSeconds() const
{
    return d->warningSeconds;
}

QString SurveyModel::warningText() const
{
    if (!warning())
        return {};
    return localDigits(
        d->text("countdown", d->warningSeconds)
            .replace(QLatin1String("{n}"), QString::number(d->warningSeconds)),
        d->numberTag());
}

QString SurveyModel::warningSpoken() const
{
    const std::chrono::seconds left(d->warningSeconds);
    if (left == d->times.warning)
        return d->text("idle") + u' ' + warningText() + QStringLiteral(". ") + d->text("more-time");
    return left == d->times.warningAgain ? warningText() : QString();
}

bool SurveyModel::dimmed() const
{
    return d->closed && !d->awake && isAtRest(d->state);
}

bool SurveyModel::training() const
{
    return d->training;
}

bool SurveyModel::locked() const
{
    return d->locked;
}

QString SurveyModel::failure() const
{
    return d->failed ? d->text("unavailable") : QString();
}

} // namespace vouch::kiosk
