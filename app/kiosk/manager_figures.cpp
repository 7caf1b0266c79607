#include "app/kiosk/comment_groups.h"
#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model_private.h"

#include <QDateTime>
#include <QLocale>

/// What the manager reads of the tablet's own records.
namespace vouch::kiosk {

namespace {

constexpr std::size_t commentsRead = 60;
/// How finely opening hours are looked at.
constexpr int minutesApart = 15;

} // namespace

bool ManagerModel::Private::isShown() const
{
    return settings.checklist && checklist::isNps(settings.checklist->measurement) &&
           settings.checklist->measurement != checklist::Measurement::EmployeeNps;
}

storage::SeriesOf ManagerModel::Private::series() const
{
    return {settings.checklist->id, settings.checklist->series};
}

void ManagerModel::Private::readFigures()
{
    if (!isShown()) {
        tablet = {};
        change = {};
        emit q.figuresChanged();
        return;
    }
    const auto range = days();
    const auto read = store.figures(
        range ? storage::DayRange{range->first, range->second} : storage::DayRange(), series());
    if (!read)
        return; // the former figures stay: a busy disk is no reason for an empty page
    const auto tag = numberTag();
    tablet = figuresOf(read->all, read->all.count() - read->unmarked.count(), tag);
    addDetails(tablet, *read, 0, tag);
    tablet.unmarkedIsOfficial = view.unmarkedIsOfficial;
    const auto reasons = [&](const char *question) {
        const auto found = read->reasons.find(question);
        return found == read->reasons.end()
                   ? QVariantList()
                   : reasonsOf(found->second, settings.checklist->find(question), tag);
    };
    tablet.reasonsLiked = reasons("liked");
    tablet.reasonsImprove = reasons("improve");
    readChange();
    emit q.figuresChanged();
}

Asked ManagerModel::Private::asked() const
{
    Asked out;
    out.today = today();
    out.length = period == Days7 ? 7 : period == Today ? 0 : 30;
    out.hour = settings.zone.local(clock.now()).hour;
    out.unmarkedOnly = view.unmarkedIsOfficial;
    out.target = view.target;
    return out;
}

void ManagerModel::Private::readChange()
{
    change = {};
    const auto what = asked();
    const auto first = what.today - std::chrono::days(daysNeeded(what.length));
    if (const auto counts = store.hourCounts({first, what.today}, series()))
        change = changeOf(*counts, what, numberTag());
    if (period == All)
        change.verdict = change_enums::NotAsked;
}

/// The store's change is judged on whole days only: the server is not asked for its hours.
void ManagerModel::Private::askForStore()
{
    const auto range = days();
    if (range)
        emit q.storeFiguresWanted(range->first, range->second);
    else
        emit q.storeFiguresWanted(std::nullopt, std::nullopt);
    const auto what = asked();
    if (period == Days7 || period == Days30)
        emit q.storeDaysWanted(
            what.today - std::chrono::days(daysNeeded(what.length)),
            what.today - std::chrono::days(1), what.unmarkedOnly);
}

void ManagerModel::setStoreDays(const std::vector<metrics::DayTally> &days)
{
    if (!d->open() || (d->period != Days7 && d->period != Days30))
        return;
    std::vector<storage::HourCount> counts;
    for (const auto &day : days)
        counts.push_back({day.day, 0, {}, false, day.tally});
    auto what = d->asked();
    what.unmarkedOnly = false; // the server has left them out
    d->storeChange = changeOf(counts, what, d->numberTag());
    emit figuresChanged();
}

Day ManagerModel::Private::today() const
{
    return settings.zone.local(clock.now()).day;
}

std::optional<std::pair<Day, Day>> ManagerModel::Private::days() const
{
    const auto last = today();
    switch (period) {
    case Today:
        return std::pair(last, last);
    case Days7:
        return std::pair(last - std::chrono::days(6), last);
    case Days30:
        return std::pair(last - std::chrono::days(29), last);
    case All:
        break;
    }
    return std::nullopt;
}

/// A day is closed when it is over, or when the store does not open again on it.
bool ManagerModel::Private::isClosed(Day day) const
{
    auto local = settings.zone.local(clock.now());
    if (day != today())
        return day < today();
    if (!view.hours)
        return false;
    for (int minute = local.hour * 60 + local.minute; minute < 24 * 60; minute += minutesApart) {
        local.hour = minute / 60;
        local.minute = minute % 60;
        if (view.hours->isOpen(local))
            return false;
    }
    return true;
}

QVariantMap ManagerModel::comments() const
{
    if (!d->open() || !d->isShown())
        return {};
    const auto read = d->store.comments(commentsRead, d->series());
    if (!read)
        return {};
    const auto tag = d->numberTag();
    const auto grouped = groupComments(
        *read, [this](Day day) { return d->isClosed(day); },
        [this](Day day) { return d->dayText(day); }, tag);
    return {
        {"groups", grouped.groups},
        {"heldBack", grouped.heldBack},
        {"heldBackText", localNumber(grouped.heldBack, tag)}};
}

QString ManagerModel::Private::dayText(Day day) const
{
    const std::chrono::year_month_day date(day);
    const QDate shown(
        int(date.year()), static_cast<int>(unsigned(date.month())),
        static_cast<int>(unsigned(date.day())));
    const auto tag = numberTag();
    return localDigits(QLocale(tag).toString(shown, QLocale::ShortFormat), tag);
}

QString ManagerModel::Private::timeText(Timestamp time) const
{
    const auto local = settings.zone.local(time);
    const auto clockTime =
        localDigits(QTime(local.hour, local.minute).toString(QStringLiteral("HH:mm")), numberTag());
    if (local.day == settings.zone.local(clock.now()).day)
        return clockTime;
    return dayText(local.day) + u' ' + clockTime;
}

} // namespace vouch::kiosk
