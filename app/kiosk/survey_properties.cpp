#include "app/kiosk/survey_model_private.h"

/// What QML reads of SurveyModel.
namespace vouch::kiosk {

SurveyModel::Page SurveyModel::page() const
{
    switch (d->state) {
    case State::Resting:
    case State::Changing:
        return Resting;
    case State::List:
        return List;
    case State::Comment:
        return Comment;
    case State::Thanks:
        return Thanks;
    }
    return Resting;
}

bool SurveyModel::changing() const
{
    return d->state == State::Changing;
}

int SurveyModel::currentScore() const
{
    return d->interview.score().value_or(-1);
}

QString SurveyModel::echo() const
{
    const auto score = d->interview.score();
    if (!score)
        return {};
    return d->text("echo").replace(QLatin1String("{score}"), localNumber(*score, d->qLanguage()));
}

QString SurveyModel::question() const
{
    return d->state == State::Thanks ? d->text("thanks") : d->wording(d->asked().text);
}

QString SurveyModel::language() const
{
    return d->qLanguage();
}

QVariantList SurveyModel::languages() const
{
    QVariantList out;
    for (const auto &code : d->settings.checklist->languages) {
        const auto name = toQString(d->settings.checklist->interfaceText("language", code));
        out.append(QVariantMap{{"code", toQString(code)}, {"name", name}});
    }
    return out;
}

bool SurveyModel::rightToLeft() const
{
    return isRightToLeft(d->qLanguage());
}

QVariantMap SurveyModel::texts() const
{
    QVariantMap out;
    for (const auto &[key, wording] : d->settings.checklist->texts)
        out.insert(camelCase(key), d->wording(wording));
    return out;
}

QString SurveyModel::lowLabel() const
{
    return d->wording(d->settings.checklist->find(d->settings.checklist->score)->low);
}

QString SurveyModel::highLabel() const
{
    return d->wording(d->settings.checklist->find(d->settings.checklist->score)->high);
}

QVariantList SurveyModel::scale() const
{
    const auto &question = *d->settings.checklist->find(d->settings.checklist->score);
    QVariantList out;
    for (int value = question.min; value <= question.max; ++value)
        out.append(QVariantMap{{"value", value}, {"label", localNumber(value, d->qLanguage())}});
    return out;
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
    return d->interview.list() ? d->interview.list()->maxPicks : 0;
}

bool SurveyModel::commentOffered() const
{
    return d->interview.comment() != nullptr;
}

QString SurveyModel::comment() const
{
    return toQString(d->interview.draft());
}

int SurveyModel::maxCommentLength() const
{
    return Interview::maxCommentLength;
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
    return d->text("countdown")
        .replace(QLatin1String("{n}"), localNumber(d->warningSeconds, d->qLanguage()));
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
