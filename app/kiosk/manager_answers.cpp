#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model_private.h"

/// What the manager reads of what was said: comments and single answers.
namespace vouch::kiosk {

void ManagerModel::setStoreLatest(const protocol::Latest &latest)
{
    if (!d->open() || !d->isShown())
        return;
    d->latest = latest;
    emit latestChanged();
}

/// The server tells those of purchases only.
const protocol::Latest *ManagerModel::Private::storesLatest() const
{
    return latest && isTransactional() ? &*latest : nullptr;
}

QVariantMap ManagerModel::comments() const
{
    if (!d->open() || !d->isShown())
        return {};
    const auto days = d->groupedDays();
    if (const auto *latest = d->storesLatest())
        return d->shown(storesComments(*latest, days.text, d->numberTag()));
    const auto read = d->store.comments(mostGrouped, d->series());
    return read ? d->shown(groupComments(*read, days, d->numberTag())) : QVariantMap();
}

QVariantMap ManagerModel::answers() const
{
    if (!d->open() || !d->isShown())
        return {};
    const auto days = d->groupedDays();
    const auto &checklist = *d->settings.checklist;
    if (const auto *latest = d->storesLatest())
        return d->shown(storesAnswers(*latest, days.text, checklist, d->numberTag()));
    const auto read = d->store.answers(mostGrouped, d->series());
    return read ? d->shown(groupAnswers(*read, days, checklist, d->numberTag())) : QVariantMap();
}

GroupedDays ManagerModel::Private::groupedDays() const
{
    return {
        [this](Day day) { return isClosed(day); },
        [this](Day day) { return dayText(day, QLocale::LongFormat); }};
}

QVariantMap ManagerModel::Private::shown(const AnswerGroups &groups) const
{
    const auto *told = storesLatest();
    return {
        {"groups", groups.groups},
        {"heldBack", groups.heldBack},
        {"heldBackText", localNumber(groups.heldBack, numberTag())},
        {"asOf", told ? timeText(told->asOf) : QString()}};
}

/// A day is closed when it is over, or when the store does not open again on it.
bool ManagerModel::Private::isClosed(Day day) const
{
    if (day != today())
        return day < today();
    return view.hours && !view.hours->opensAgain(now(), dayStart());
}

} // namespace vouch::kiosk
