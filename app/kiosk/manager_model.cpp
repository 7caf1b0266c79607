#include "app/kiosk/manager_model.h"

#include "app/kiosk/background.h"
#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model_private.h"
#include "core/base/crypto.h"

#include <QDateTime>
#include <QLocale>

namespace vouch::kiosk {

using namespace std::chrono_literals;

namespace {

const std::string languageKey = "manager.language";

} // namespace

ManagerModel::Private::Private(
    ManagerModel &model, storage::KioskStore &keptIn, const Clock &time, Timers &timers,
    KioskTimes waits)
    : q(model)
    , store(keptIn)
    , clock(time)
    , times(waits)
    , pin(keptIn, time, waits.pinLock)
    , unused(timers.make([this] { setOpen(false); }))
    , trainingUnused(timers.make([this] { setTraining(false); }))
    , lockSecond(timers.make([this] { countDownLock(); }))
    , cleaningSecond(timers.make([this] { countDownCleaning(); }))
{
}

void ManagerModel::Private::setOpen(bool on)
{
    if (on)
        unused->start(times.managerUnused);
    else
        unused->stop();
    if (std::exchange(open, on) == on)
        return;
    if (on) {
        period = Days30;
        q.refresh();
    } else {
        tablet = {};
        storeFigures.reset();
        emit q.figuresChanged();
    }
    emit q.openChanged();
}

void ManagerModel::Private::setProblem(PinProblem what)
{
    problem = what;
    if (pin.lockedFor() > 0s)
        lockSecond->start(1s);
    emit q.pinChanged();
}

void ManagerModel::Private::setTraining(bool on)
{
    if (on)
        trainingUnused->start(times.trainingUnused);
    else
        trainingUnused->stop();
    if (std::exchange(training, on) != on)
        emit q.trainingChanged();
}

void ManagerModel::Private::setCleaningSeconds(int seconds)
{
    if (seconds > 0)
        cleaningSecond->start(1s);
    if (std::exchange(cleaningSeconds, seconds) != seconds)
        emit q.cleaningChanged();
}

void ManagerModel::Private::pinHashed(const Result<std::string> &hash)
{
    pinBusy = false;
    const bool kept = hash && pin.setHash(*hash);
    setProblem(kept ? NoProblem : NotStored);
}

void ManagerModel::Private::pinVerified(bool right)
{
    pinBusy = false;
    if (!right) {
        setProblem(pin.lockedFor() > 0s ? LockedOut : Wrong);
        return;
    }
    (void)pin.succeeded(); // not stored: the next failures count on from the former ones
    setProblem(NoProblem);
    setOpen(true);
}

void ManagerModel::Private::countDownLock()
{
    if (pin.lockedFor() == 0s && problem == LockedOut)
        problem = NoProblem;
    setProblem(problem);
}

void ManagerModel::Private::countDownCleaning()
{
    setCleaningSeconds(cleaningSeconds - 1);
}

void ManagerModel::Private::readFigures()
{
    const auto range = days();
    const auto read = range ? store.figures(range->first, range->second)
                            : store.figures(std::nullopt, std::nullopt);
    if (!read)
        return; // the former figures stay: a busy disk is no reason for an empty page
    tablet = figuresOf(read->all, read->all.count() - read->unmarked.count(), language);
    const auto reasons = [&](const char *question) {
        const auto found = read->reasons.find(question);
        return found == read->reasons.end()
                   ? QVariantList()
                   : reasonsOf(found->second, settings.checklist->find(question), language);
    };
    tablet.reasonsLiked = reasons("liked");
    tablet.reasonsImprove = reasons("improve");
    emit q.figuresChanged();
}

void ManagerModel::Private::readOutbox()
{
    if (const auto status = store.outbox())
        outbox = *status;
    emit q.syncChanged();
}

std::optional<std::pair<Day, Day>> ManagerModel::Private::days() const
{
    const auto today = settings.zone.local(clock.now()).day;
    switch (period) {
    case Today:
        return std::pair(today, today);
    case Days7:
        return std::pair(today - std::chrono::days(6), today);
    case Days30:
        return std::pair(today - std::chrono::days(29), today);
    case All:
        break;
    }
    return std::nullopt;
}

QString ManagerModel::Private::timeText(Timestamp time) const
{
    const auto local = settings.zone.local(time);
    const QLocale locale(language);
    const auto clockTime =
        localDigits(QTime(local.hour, local.minute).toString(QStringLiteral("HH:mm")), language);
    if (local.day == settings.zone.local(clock.now()).day)
        return clockTime;
    const std::chrono::year_month_day date(local.day);
    const QDate day(
        int(date.year()), static_cast<int>(unsigned(date.month())),
        static_cast<int>(unsigned(date.day())));
    return localDigits(locale.toString(day, QLocale::ShortFormat), language) + u' ' + clockTime;
}

ManagerModel::ManagerModel(
    storage::KioskStore &store, const Clock &clock, Timers &timers, SurveySettings settings,
    KioskTimes times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, clock, timers, times))
{
    d->settings = std::move(settings);
    const auto kept = store.setting(languageKey);
    setLanguage(toQString(kept && *kept ? **kept : d->settings.language));
    if (d->pin.lockedFor() > 0s)
        d->setProblem(LockedOut);
    d->readOutbox();
}

ManagerModel::~ManagerModel() = default;

void ManagerModel::setSettings(SurveySettings settings)
{
    d->settings = std::move(settings);
    refresh();
}

void ManagerModel::setNames(const QString &kiosk, const QString &store)
{
    d->kioskName = kiosk;
    d->storeName = store;
    emit namesChanged();
}

void ManagerModel::setSync(SyncState state, const QString &problem)
{
    d->syncState = state;
    d->syncProblem = problem;
    d->readOutbox();
}

void ManagerModel::setStoreFigures(const std::optional<StoreFigures> &figures)
{
    if (!d->open)
        return;
    d->storeFigures = figures;
    emit figuresChanged();
}

void ManagerModel::refresh()
{
    d->readOutbox();
    if (!d->open)
        return;
    d->readFigures();
    const auto range = d->days();
    if (range)
        emit storeFiguresWanted(range->first, range->second);
    else
        emit storeFiguresWanted(std::nullopt, std::nullopt);
}

void ManagerModel::touched()
{
    if (d->training)
        d->setTraining(true);
}

Result<void> ManagerModel::setPinNow(const std::string &pin)
{
    if (!PinGuard::isWellFormed(pin))
        return Failure{"pin-malformed", "a PIN has 4 to 8 digits", {}};
    auto hash = crypto::hashPassword(pin, crypto::Cost::Small);
    if (!hash)
        return hash.failure();
    auto kept = d->pin.setHash(*hash);
    d->setProblem(NoProblem);
    return kept;
}

void ManagerModel::setPeriod(Period period)
{
    if (std::exchange(d->period, period) == period)
        return;
    d->storeFigures.reset();
    activity();
    refresh();
}

void ManagerModel::setPin(const QString &pin, const QString &again)
{
    if (d->pinBusy || (d->pin.isSet() && !d->open))
        return;
    activity();
    const auto digits = pin.toStdString();
    if (!PinGuard::isWellFormed(digits)) {
        d->setProblem(NotFourToEightDigits);
    } else if (pin != again) {
        d->setProblem(NotTheSame);
    } else {
        d->pinBusy = true;
        d->setProblem(NoProblem);
        inBackground([digits] {
            return crypto::hashPassword(digits, crypto::Cost::Small);
        }).then(this, [this](const Result<std::string> &hash) { d->pinHashed(hash); });
    }
}

void ManagerModel::tryPin(const QString &pin)
{
    if (d->pinBusy || d->open || !d->pin.isSet())
        return;
    if (d->pin.lockedFor() > 0s) {
        d->setProblem(LockedOut);
        return;
    }
    if (!d->pin.countTry()) {
        d->setProblem(NotStored);
        return;
    }
    d->pinBusy = true;
    d->setProblem(NoProblem);
    inBackground([digits = pin.toStdString(), hash = d->pin.hash()] {
        return crypto::verifyPassword(digits, hash);
    }).then(this, [this](bool right) { d->pinVerified(right); });
}

void ManagerModel::clearPinProblem()
{
    d->setProblem(d->pin.lockedFor() > 0s && !d->pinBusy ? LockedOut : NoProblem);
}

void ManagerModel::activity()
{
    if (d->open)
        d->unused->start(d->times.managerUnused);
}

void ManagerModel::close()
{
    d->setOpen(false);
}

void ManagerModel::startTraining()
{
    if (!d->open)
        return;
    d->setOpen(false);
    d->setTraining(true);
}

void ManagerModel::endTraining()
{
    d->setTraining(false);
}

void ManagerModel::cleanScreen()
{
    if (!d->open)
        return;
    d->setOpen(false);
    d->setCleaningSeconds(static_cast<int>(d->times.cleaning.count()));
}

void ManagerModel::exit()
{
    if (d->open)
        emit exitRequested();
}

void ManagerModel::setLanguage(const QString &code)
{
    const bool known = code == u"fa" || code == u"ta" || code == u"ru";
    const auto language = known ? code : QStringLiteral("en");
    activity();
    if (std::exchange(d->language, language) == language)
        return;
    if (d->open) {
        (void)d->store.setSetting(languageKey, language.toStdString());
        d->readFigures();
    }
    emit languageChanged();
    emit figuresChanged();
    emit syncChanged();
    emit cleaningChanged();
}

} // namespace vouch::kiosk
