#pragma once

#include "app/kiosk/answer_groups.h"
#include "app/kiosk/local_text.h"
#include "app/kiosk/manager_model.h"

#include <QLocale>

#include <array>
#include <deque>

namespace vouch::kiosk {

/// Those that resources/translations has.
inline constexpr std::array managerLanguages{"en", "fa", "ta", "ru", "ar",
                                             "de", "es", "fr", "hi", "tr"};

/// What ManagerModel holds; shared by its source files only.
struct ManagerModel::Private
{
    Private(
        ManagerModel &model, storage::KioskStore &keptIn, const Clock &time, Timers &timers,
        KioskTimes waits);

    void setRole(Role role);
    bool open() const { return role != NoRole; }
    void setProblem(PinProblem problem);
    void setTraining(bool on);
    void setCleaningSeconds(int seconds);
    void pinHashed(const Result<std::string> &hash);
    void pinVerified(std::optional<PinRole> opened);
    void countDownLock();
    void countDownCleaning();
    /// Whether this survey's figures are shown at all: an employees' score never is, and what is no
    /// NPS has no place in this view.
    bool isShown() const;
    storage::SeriesOf series() const;
    void readFigures();
    void readChange();
    Asked asked() const;
    void askForStore();
    protocol::StoreQuestion daysQuestion() const;
    /// Which the server counts by itself: of the others the name is asked for.
    std::string storesChecklist() const;
    bool isTransactional() const;
    int dayStart() const { return settings.dayStart; }
    void forgetStore();
    /// Figures and change of the store from what the server said.
    void showReasons(const storage::Figures &read, Figures &shown) const;
    void showStore();
    void readOutbox();
    /// The first and last business day of the period; nothing for all.
    std::optional<std::pair<Day, Day>> days() const;
    /// In the shop.
    LocalTime now() const;
    Day today() const;
    bool isClosed(Day day) const;
    GroupedDays groupedDays() const;
    QVariantMap shown(const AnswerGroups &groups) const;
    /// What to show instead of this tablet's own; null when there is nothing.
    const protocol::Latest *storesLatest() const;
    QString dayText(Day day, QLocale::FormatType format = QLocale::ShortFormat) const;
    QString timeText(Timestamp time) const;
    QString numberTag() const { return kiosk::numberTag(language, settings.zone.name()); }

    ManagerModel &q;
    storage::KioskStore &store;
    const Clock &clock;
    KioskTimes times;
    SurveySettings settings;
    PinGuard pin;
    bool pinBusy = false;
    PinProblem problem = NoProblem;
    Role role = NoRole;
    Period period = Days30;
    ViewSettings view;
    Figures tablet, storeFigures;
    Change change, storeChange;
    /// What the server said of the store; the days with the question that they answer.
    std::optional<protocol::Glance> glance;
    std::optional<protocol::Latest> latest;
    std::vector<metrics::DayTally> storeDays;
    std::optional<protocol::StoreQuestion> storeDaysOf;
    storage::OutboxStatus outbox;
    std::vector<storage::Refusal> refusals;
    DeviceState device;
    std::deque<std::pair<Timestamp, QString>> problems; ///< the newest first
    SyncState syncState = NotEnrolled;
    QString syncProblem, kioskName, storeName, language;
    bool training = false;
    int cleaningSeconds = 0;

    std::unique_ptr<Timer> unused, trainingUnused, lockSecond, cleaningSecond;
};

} // namespace vouch::kiosk
