#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model_private.h"
#include "core/base/calendar.h"

#include <QDateTime>
#include <QLocale>

/// What the manager reads in figures, of the tablet's own records and of the whole store.
namespace vouch::kiosk {

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
        forgetStore();
        emit q.figuresChanged();
        return;
    }
    const auto range = days();
    const auto read = store.figures(
        range ? storage::DayRange{range->first, range->second} : storage::DayRange(), series());
    if (!read)
        return; // the former figures stay: a busy disk is no reason for an empty page
    const auto tag = numberTag();
    tablet = figuresOf(*read, view.unmarkedIsOfficial, dayStart(), tag);
    showReasons(*read, tablet);
    readChange();
    showStore();
    emit q.figuresChanged();
}

void ManagerModel::Private::showReasons(const storage::Figures &read, Figures &shown) const
{
    const auto reasons = [&](const char *question) {
        const auto found = read.reasons.find(question);
        return found == read.reasons.end()
                   ? QVariantList()
                   : reasonsOf(found->second, settings.checklist->find(question), numberTag());
    };
    shown.reasonsLiked = reasons("liked");
    shown.reasonsImprove = reasons("improve");
}

Asked ManagerModel::Private::asked() const
{
    Asked out;
    out.today = today();
    out.length = period == Days7 ? 7 : period == Days30 ? 30 : 0;
    out.isToday = period == Today;
    const auto local = now();
    out.hour = local.hour;
    out.minute = local.minute;
    out.dayStart = dayStart();
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
        change = changeOf(
            dayTallies(*counts, what.unmarkedOnly), todayOf(*counts, what), what, numberTag());
}

protocol::StoreQuestion ManagerModel::Private::daysQuestion() const
{
    const auto what = asked();
    return {
        what.today - std::chrono::days(daysNeeded(what.length)), what.today - std::chrono::days(1),
        storesChecklist(), what.unmarkedOnly};
}

/// Its closed days are asked for once: what comes late to them changes no verdict of today.
void ManagerModel::Private::askForStore()
{
    if (!isShown())
        return;
    protocol::StoreQuestion question{{}, {}, storesChecklist(), view.unmarkedIsOfficial};
    if (const auto range = days()) {
        question.from = range->first;
        question.to = range->second;
    }
    emit q.storeFiguresWanted(question);
    if (const auto wanted = daysQuestion(); storeDaysOf != wanted)
        emit q.storeDaysWanted(wanted);
    if (isTransactional())
        emit q.storeLatestWanted();
}

bool ManagerModel::Private::isTransactional() const
{
    return settings.checklist->measurement == checklist::Measurement::TransactionalNps;
}

std::string ManagerModel::Private::storesChecklist() const
{
    return isTransactional() ? std::string() : settings.checklist->id;
}

void ManagerModel::Private::forgetStore()
{
    glance.reset();
    storeDays.clear();
    storeDaysOf.reset();
    showStore();
}

void ManagerModel::Private::showStore()
{
    storeFigures = {};
    storeChange = {};
    if (!glance)
        return;
    storage::Figures read;
    read.all = glance->all;
    read.unmarked = glance->unmarked;
    read.hours = glance->hours;
    for (const auto &[code, tally] : glance->touchpoints)
        read.touchpoints[code] += tally;
    for (const auto &[mark, count] : glance->marks.value_or(std::vector<protocol::Glance::Pick>()))
        read.marks[mark] += count;
    const auto tag = numberTag();
    storeFigures = figuresOf(read, view.unmarkedIsOfficial, dayStart(), tag);
    storeFigures.marksKnown = glance->marks.has_value();
    storeFigures.asOf = timeText(glance->asOf);
    if (glance->reasons) {
        for (const auto &[question, picks] : *glance->reasons)
            for (const auto &[code, count] : picks)
                read.reasons[question].push_back({code, count});
        showReasons(read, storeFigures);
        storeFigures.reasonsKnown = true;
    }
    for (const auto &[name, tally, last] : glance->tablets)
        storeFigures.tablets += QVariantMap{
            {"name", toQString(name)},
            {"countText", localNumber(tally.count(), tag)},
            {"score", saidScore(tally, tag)},
            {"last", last ? timeText(*last) : QString()}};
    auto what = asked();
    if (!storeDaysOf) {
        what.length = 0;
        what.target.reset();
    }
    storeChange = changeOf(
        storeDays, {glance->today, glance->usual, glance->usualHour, glance->usualDays}, what, tag);
}

void ManagerModel::setStoreFigures(const std::optional<protocol::Glance> &glance)
{
    if (!d->open() || !d->isShown())
        return;
    d->glance = glance;
    d->showStore();
    emit figuresChanged();
}

void ManagerModel::setStoreDays(const std::vector<metrics::DayTally> &days)
{
    if (!d->open() || !d->isShown())
        return;
    d->storeDays = days;
    d->storeDaysOf = d->daysQuestion();
    d->showStore();
    emit figuresChanged();
}

LocalTime ManagerModel::Private::now() const
{
    return settings.zone.local(store.shopClock().now());
}

Day ManagerModel::Private::today() const
{
    return businessDay(now(), dayStart());
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

QString ManagerModel::Private::dayText(Day day, QLocale::FormatType format) const
{
    return localDay(day, format, numberTag());
}

QString ManagerModel::Private::timeText(Timestamp time) const
{
    const auto local = settings.zone.local(time);
    const auto clockTime =
        localDigits(QTime(local.hour, local.minute).toString(QStringLiteral("HH:mm")), numberTag());
    if (local.day == now().day)
        return clockTime;
    return dayText(local.day) + u' ' + clockTime;
}

} // namespace vouch::kiosk
