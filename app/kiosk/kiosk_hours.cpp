#include "app/kiosk/kiosk_hours.h"

namespace vouch::kiosk {

using namespace std::chrono_literals;

KioskHours::KioskHours(
    storage::KioskStore &store, const Clock &clock, Timers &timers, SurveyModel &survey,
    const ManagerModel &manager, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_survey(survey)
    , m_manager(manager)
    , m_log(store, clock)
    , m_minute(timers.make([this] { minute(); }))
{
    connect(&survey, &SurveyModel::warned, this, [this] { m_log.warned(); });
    connect(&survey, &SurveyModel::moreTimeTaken, this, [this] { m_log.gaveMoreTime(); });
    // Queued: the next page comes first.
    connect(&survey, &SurveyModel::shopperLeft, this, &KioskHours::tick, Qt::QueuedConnection);
    const auto show = [this] { showAvailability(); };
    connect(&survey, &SurveyModel::failureChanged, this, show);
    connect(&survey, &SurveyModel::trainingChanged, this, show);
    connect(&manager, &ManagerModel::openChanged, this, show);
    connect(&manager, &ManagerModel::pinChanged, this, show);
    connect(&manager, &ManagerModel::cleaningChanged, this, show);
    m_minute->start(1min);
}

KioskHours::~KioskHours()
{
    m_log.setAvailable(false);
    (void)m_log.tick(); // what cannot be stored now is lost, as in a crash: a minute at most
}

void KioskHours::setPlace(const SurveySettings &place, const check::MarkPolicy &marks)
{
    m_zone = place.zone;
    m_hours = marks.hours;
    m_store.setMarkPolicy(marks);
    m_log.setPlace(place.device, place.store, place.zone, place.dayStart);
    tick();
}

void KioskHours::setAsking(bool asking)
{
    m_asking = asking;
    showAvailability();
}

void KioskHours::showAvailability()
{
    m_log.setAvailable(
        m_asking && !m_manager.isOpen() && !m_manager.pinNeeded() && !m_manager.cleaning() &&
        !m_survey.training() && m_survey.failure().isEmpty());
}

void KioskHours::minute()
{
    tick();
    m_minute->start(1min);
}

void KioskHours::tick()
{
    m_survey.setDimmed(m_hours && !m_hours->isOpen(m_zone.local(m_store.shopClock().now())));
    if (const auto stored = m_log.tick(); !stored)
        emit failed(QString::fromStdString(stored.failure().text()));
}

} // namespace vouch::kiosk

#include "moc_kiosk_hours.cpp"
