#pragma once

#include "app/kiosk/manager_model.h"
#include "app/kiosk/survey_model.h"
#include "core/storage/activity_log.h"

#include <QObject>

namespace vouch::kiosk {

/// What goes with the clock on the wall: the record of what the kiosk did in each hour, the rules
/// by which answers are marked, and the screen that is dimmed while the store is closed. Main
/// thread only; what it is given outlives it.
class KioskHours : public QObject
{
    Q_OBJECT

public:
    KioskHours(
        storage::KioskStore &store, const Clock &clock, Timers &timers, SurveyModel &survey,
        const ManagerModel &manager, QObject *parent = nullptr);
    /// Stores what was gathered.
    ~KioskHours() override;

    /// Whose hours these are, and by which rules; from now on.
    void setPlace(const SurveySettings &place, const check::MarkPolicy &marks);
    /// Something that shoppers can touch is on the screen, or no longer.
    void setAsking(bool asking);

signals:
    /// Hours could not be stored; they are kept for the next try.
    void failed(const QString &reason);

private:
    void showAvailability();
    void minute();
    void tick();

    storage::KioskStore &m_store;
    SurveyModel &m_survey;
    const ManagerModel &m_manager;
    storage::ActivityLog m_log;
    std::unique_ptr<Timer> m_minute;
    TimeZone m_zone = TimeZone::utc();
    std::optional<OpeningHours> m_hours;
    bool m_asking = false;
};

} // namespace vouch::kiosk
