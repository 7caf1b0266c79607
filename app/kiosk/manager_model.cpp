#include "app/kiosk/manager_model.h"

#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model_private.h"

#include <algorithm>

namespace vouch::kiosk {

using namespace std::chrono_literals;

namespace {

const std::string languageKey = "manager.language";
constexpr std::size_t problemsKept = 6;

} // namespace

ManagerModel::Private::Private(
    ManagerModel &model, storage::KioskStore &keptIn, const Clock &time, Timers &timers,
    KioskTimes waits)
    : q(model)
    , store(keptIn)
    , clock(time)
    , times(waits)
    , pin(keptIn, time, waits.pinLock)
    , unused(timers.make([this] { setRole(NoRole); }))
    , trainingUnused(timers.make([this] { setTraining(false); }))
    , lockSecond(timers.make([this] { countDownLock(); }))
    , cleaningSecond(timers.make([this] { countDownCleaning(); }))
{
}

void ManagerModel::Private::setRole(Role to)
{
    if (to != NoRole)
        unused->start(times.managerUnused);
    else
        unused->stop();
    if (std::exchange(role, to) == to)
        return;
    if (to != NoRole) {
        period = Days30;
        q.refresh();
    } else {
        tablet = {};
        change = {};
        forgetStore();
        latest.reset();
        emit q.figuresChanged();
    }
    emit q.openChanged();
    emit q.deviceChanged();
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

void ManagerModel::Private::countDownCleaning()
{
    setCleaningSeconds(cleaningSeconds - 1);
}

void ManagerModel::Private::readOutbox()
{
    if (const auto status = store.outbox())
        outbox = *status;
    if (auto kept = store.refusals())
        refusals = std::move(*kept);
    emit q.syncChanged();
    emit q.deviceChanged();
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
    const auto tag = d->numberTag();
    d->settings = std::move(settings);
    refresh();
    if (d->numberTag() != tag)
        emit languageChanged();
}

void ManagerModel::setViewSettings(const ViewSettings &settings)
{
    d->view = settings;
    refresh();
}

void ManagerModel::setNames(const QString &kiosk, const QString &store)
{
    d->kioskName = kiosk;
    d->storeName = store;
    emit namesChanged();
}

void ManagerModel::setDevice(const DeviceState &device)
{
    d->device = device;
    emit deviceChanged();
}

void ManagerModel::addProblem(const QString &text)
{
    // The same again is the same, with a newer time.
    std::erase_if(d->problems, [&](const auto &problem) { return problem.second == text; });
    d->problems.emplace_front(d->clock.now(), text);
    if (d->problems.size() > problemsKept)
        d->problems.pop_back();
    emit deviceChanged();
}

void ManagerModel::setSync(SyncState state, const QString &problem)
{
    if (!problem.isEmpty() && problem != d->syncProblem)
        addProblem(problem);
    d->syncState = state;
    d->syncProblem = problem;
    d->readOutbox();
}

void ManagerModel::refresh()
{
    d->readOutbox();
    if (!d->open())
        return;
    d->readFigures();
    d->askForStore();
}

void ManagerModel::touched()
{
    if (d->training)
        d->setTraining(true);
}

void ManagerModel::setPeriod(Period period)
{
    if (std::exchange(d->period, period) == period)
        return;
    d->forgetStore();
    activity();
    refresh();
}

void ManagerModel::activity()
{
    if (d->open())
        d->unused->start(d->times.managerUnused);
}

void ManagerModel::close()
{
    d->setRole(NoRole);
}

void ManagerModel::startTraining()
{
    if (!d->open())
        return;
    d->setRole(NoRole);
    d->setTraining(true);
}

void ManagerModel::endTraining()
{
    d->setTraining(false);
}

void ManagerModel::cleanScreen()
{
    if (!d->open())
        return;
    d->setRole(NoRole);
    d->setCleaningSeconds(static_cast<int>(d->times.cleaning.count()));
}

void ManagerModel::exit()
{
    if (d->role >= ExitRole)
        emit exitRequested();
}

void ManagerModel::setLanguage(const QString &code)
{
    const auto plain = code.section(u'-', 0, 0); // "pt-BR": the country makes no difference here
    const bool known =
        std::any_of(managerLanguages.begin(), managerLanguages.end(), [&](const char *each) {
            return plain == QLatin1String(each);
        });
    const auto language = known ? plain : QStringLiteral("en");
    activity();
    if (std::exchange(d->language, language) == language)
        return;
    if (d->open()) {
        (void)d->store.setSetting(languageKey, language.toStdString());
        d->readFigures();
    }
    emit languageChanged();
    emit figuresChanged();
    emit syncChanged();
    emit cleaningChanged();
}

} // namespace vouch::kiosk

#include "moc_device_state.cpp"
#include "moc_manager_model.cpp"
