#pragma once

#include "app/kiosk/change.h"
#include "app/kiosk/device_state.h"
#include "app/kiosk/figures.h"
#include "app/kiosk/kiosk_times.h"
#include "app/kiosk/pin_guard.h"
#include "app/kiosk/survey_settings.h"
#include "app/kiosk/timers.h"
#include "core/base/opening_hours.h"
#include "core/storage/kiosk_store.h"
#include "sync/protocol/glance.h"
#include "sync/protocol/latest.h"

#include <QObject>
#include <QtQmlIntegration>

namespace vouch::kiosk {

/// What the chain says of the manager's view.
struct ViewSettings
{
    std::optional<OpeningHours> hours; ///< nothing: a day is closed when it is over
    std::optional<int> target;         ///< in points
    bool unmarkedIsOfficial = false;   ///< the official score leaves marked answers out
};

/// The manager's side for QML, behind a PIN. Main thread only; store and clock outlive it.
class ManagerModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml as the property manager")

    /// No PIN is set yet: set-up comes before anything else is shown.
    Q_PROPERTY(bool pinNeeded READ pinNeeded NOTIFY pinChanged)
    Q_PROPERTY(bool pinBusy READ pinBusy NOTIFY pinChanged) ///< being checked or hashed
    Q_PROPERTY(PinProblem pinProblem READ pinProblem NOTIFY pinChanged)
    Q_PROPERTY(int pinLockSeconds READ pinLockSeconds NOTIFY pinChanged) ///< 0: not locked out
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(Role role READ role NOTIFY openChanged) ///< whose PIN opened it

    Q_PROPERTY(Period period READ period WRITE setPeriod NOTIFY figuresChanged)
    Q_PROPERTY(vouch::kiosk::Figures tablet READ tablet NOTIFY figuresChanged)
    Q_PROPERTY(vouch::kiosk::Figures store READ store NOTIFY figuresChanged)
    Q_PROPERTY(vouch::kiosk::Change change READ change NOTIFY figuresChanged) ///< this tablet's
    Q_PROPERTY(vouch::kiosk::Change storeChange READ storeChange NOTIFY figuresChanged)
    /// Whether there are figures to be shown of what is asked here: see ManagerModel::Private.
    Q_PROPERTY(bool figuresShown READ figuresShown NOTIFY figuresChanged)

    Q_PROPERTY(SyncState syncState READ syncState NOTIFY syncChanged)
    Q_PROPERTY(int outboxWaiting READ outboxWaiting NOTIFY syncChanged)
    Q_PROPERTY(int outboxQuarantined READ outboxQuarantined NOTIFY syncChanged)
    Q_PROPERTY(QString outboxText READ outboxText NOTIFY syncChanged)   ///< waiting, own digits
    Q_PROPERTY(QString lastSync READ lastSync NOTIFY syncChanged)       ///< empty: never
    Q_PROPERTY(QString syncProblem READ syncProblem NOTIFY syncChanged) ///< the server's words
    /// Empty for all but a technician.
    Q_PROPERTY(vouch::kiosk::DeviceState device READ device NOTIFY deviceChanged)
    Q_PROPERTY(QString kioskName READ kioskName NOTIFY namesChanged)
    Q_PROPERTY(QString storeName READ storeName NOTIFY namesChanged)

    Q_PROPERTY(bool training READ training NOTIFY trainingChanged)
    Q_PROPERTY(bool cleaning READ cleaning NOTIFY cleaningChanged)
    Q_PROPERTY(int cleaningSeconds READ cleaningSeconds NOTIFY cleaningChanged)
    Q_PROPERTY(QString cleaningText READ cleaningText NOTIFY cleaningChanged) ///< own digits

    /// The manager's own, kept between starts; qsTr() follows it.
    Q_PROPERTY(QString language READ language NOTIFY languageChanged)
    /// Of which numbers are written: in Arabic with the store's country.
    Q_PROPERTY(QString numberTag READ numberTag NOTIFY languageChanged)
    Q_PROPERTY(QVariantList languages READ languages CONSTANT) ///< {code, name}
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)

public:
    enum Period { Today, Days7, Days30, All };
    Q_ENUM(Period)
    /// Each may what the one before it may, and more: read the figures, try the survey and clean
    /// the screen; leave the program and set a PIN; see the state of the device.
    enum Role { NoRole, FiguresRole, ExitRole, TechnicianRole };
    Q_ENUM(Role)
    enum PinProblem { NoProblem, NotFourToEightDigits, NotTheSame, Wrong, LockedOut, NotStored };
    Q_ENUM(PinProblem)
    /// As vouch::client::SyncState: Waiting = the last try failed and the next is planned, Refused
    /// = the server shuts this tablet out and staff must act.
    enum SyncState { NotEnrolled, Enrolling, UpToDate, Sending, Waiting, Refused };
    Q_ENUM(SyncState)

    ManagerModel(
        storage::KioskStore &store, const Clock &clock, Timers &timers, SurveySettings settings,
        KioskTimes times = {}, QObject *parent = nullptr);
    ~ManagerModel() override;

    void setSettings(SurveySettings settings);
    void setViewSettings(const ViewSettings &settings);
    void setNames(const QString &kiosk, const QString &store);
    /// The PINs that the server gives the store, as PinGuard::setServers() takes them. Who is in
    /// stays in until the view closes.
    Result<void> setServerPins(const PinHashes &hashes);
    /// `problems`, `refusals` and `ownPin` are added here.
    void setDevice(const DeviceState &device);
    /// For the technician: what went wrong, the newest few.
    void addProblem(const QString &text);
    void setSync(SyncState state, const QString &problem);
    /// Of the period that was last asked for by storeFiguresWanted; nothing when not known.
    void setStoreFigures(const std::optional<protocol::Glance> &glance);
    /// Asked for by storeLatestWanted. Kept until the view closes.
    void setStoreLatest(const protocol::Latest &latest);
    /// Of the days that were last asked for by storeDaysWanted.
    void setStoreDays(const std::vector<metrics::DayTally> &days);
    /// Something was stored or acknowledged: reads figures and outbox again.
    void refresh();
    /// Somebody uses the tablet: training goes on.
    void touched();
    /// Sets the PIN without the set-up page (--pin-from-stdin). Blocks while hashing.
    Result<void> setPinNow(const std::string &pin);

    bool pinNeeded() const;
    bool pinBusy() const;
    PinProblem pinProblem() const;
    int pinLockSeconds() const;
    bool isOpen() const;
    Role role() const;
    DeviceState device() const;
    Period period() const;
    void setPeriod(Period period);
    Figures tablet() const;
    Figures store() const;
    Change change() const;
    Change storeChange() const;
    bool figuresShown() const;
    SyncState syncState() const;
    int outboxWaiting() const;
    int outboxQuarantined() const;
    QString outboxText() const;
    QString lastSync() const;
    QString syncProblem() const;
    QString kioskName() const;
    QString storeName() const;
    bool training() const;
    bool cleaning() const;
    int cleaningSeconds() const;
    QString cleaningText() const;
    QString language() const;
    QString numberTag() const;
    QVariantList languages() const;
    bool rightToLeft() const;

    /// Set-up: both entries of the new PIN. Ends in pinNeeded = false, or in a pinProblem.
    Q_INVOKABLE void setPin(const QString &pin, const QString &again);
    /// Ends in open = true, or in a pinProblem; hashing runs beside the screen.
    Q_INVOKABLE void tryPin(const QString &pin);
    /// The PIN page was opened or left: the former problem is forgotten.
    Q_INVOKABLE void clearPinProblem();
    Q_INVOKABLE void activity(); ///< any touch in the manager's view
    Q_INVOKABLE void close();
    Q_INVOKABLE void startTraining(); ///< closes the view
    Q_INVOKABLE void endTraining();
    Q_INVOKABLE void cleanScreen(); ///< closes the view
    Q_INVOKABLE void exit();        ///< ends the program
    Q_INVOKABLE void setLanguage(const QString &code);
    /// {groups, heldBack, heldBackText, asOf} of the latest comments: see AnswerGroups. The whole
    /// store's as soon as the server has told them, `asOf` being when that was; else this tablet's,
    /// without it. Never the one beside the other: what one list has more than the other could be
    /// fewer than three.
    Q_INVOKABLE QVariantMap comments() const;
    /// Likewise of the latest answers, whether they have a comment or not.
    Q_INVOKABLE QVariantMap answers() const;
    /// For the technician: the refused records one by one, {id, kind, time, code, reason}, the
    /// newest hundred.
    Q_INVOKABLE QVariantList refusedRecords() const;

signals:
    void pinChanged();
    void openChanged();
    void figuresChanged();
    void latestChanged(); ///< comments() and answers() of the store
    void syncChanged();
    void deviceChanged();
    void namesChanged();
    void trainingChanged();
    void cleaningChanged();
    void languageChanged();
    void exitRequested();
    // C++ only.
    void storeFiguresWanted(const vouch::protocol::StoreQuestion &question);
    void storeLatestWanted();
    void storeDaysWanted(const vouch::protocol::StoreQuestion &question);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vouch::kiosk
