#pragma once

#include "app/kiosk/kiosk_config.h"
#include "app/kiosk/kiosk_health.h"
#include "app/kiosk/kiosk_hours.h"
#include "app/kiosk/kiosk_options.h"
#include "app/kiosk/kiosk_theme.h"
#include "app/kiosk/less_motion.h"
#include "app/kiosk/lockdown.h"
#include "app/kiosk/manager_model.h"
#include "app/kiosk/manager_translator.h"
#include "app/kiosk/records_watch.h"
#include "app/kiosk/screen_awake.h"
#include "app/kiosk/survey_model.h"
#include "app/kiosk/theme_file.h"
#include "app/kiosk/watchdog.h"
#include "sync/client/sync_client.h"

#include <QQmlComponent>
#include <QQmlEngine>

namespace vouch::kiosk {

/// The running kiosk: store, sync, both view models and the window, tied together.
class KioskApp : public QObject
{
    Q_OBJECT

public:
    /// `options` as parsed; the store is open and outlives this. `again`: started by the watchdog
    /// after a crash; what the options order once is not done twice.
    KioskApp(storage::KioskStore &store, const Clock &clock, KioskOptions options, bool again);
    ~KioskApp() override;

    /// Closes what a former run left open, shows the window, then starts to send.
    Result<void> start();

private:
    void configure();
    void readConfig();
    void useConfig();
    void useConfigOfShoppers();
    void configureManager();
    void watchRecords();
    /// Something that the kiosk can go on without: to standard error, and to the technician.
    void warn(const Failure &failure);
    DeviceState deviceState() const;
    /// What the server is told of the tablet.
    protocol::Heartbeat health();
    void connectModels();
    void connectSync();
    void enrol();
    Result<void> startSync();
    Result<void> readPin();
    void readFiles();
    QVariantMap windowProperties() const;
    void sendAfterFirstFrame();
    Result<void> showWindow();
    KioskTheme &theme();
    void followTheSystem();
    void useServersTheme();
    void lockDown();
    SurveySettings settings() const;
    check::MarkPolicy markPolicy() const;

    storage::KioskStore &m_store;
    const Clock &m_clock;
    KioskOptions m_options;
    bool m_again;
    KioskConfig m_config;
    bool m_configIsNew = false; ///< for shoppers: see useConfigOfShoppers()
    RecentFailures m_failures;
    json::object m_themeInForce; ///< the server's
    QtTimers m_timers;
    client::SyncClient m_client;
    bool m_sending = false;
    std::unique_ptr<SurveyModel> m_survey;
    std::unique_ptr<ManagerModel> m_manager;
    std::unique_ptr<KioskHours> m_hours;
    std::unique_ptr<RecordsWatch> m_records;
    QQmlEngine m_engine;
    QQmlComponent m_windowFile;
    QQmlComponent m_pageFile; ///< of the page at rest: read while the window's own is put up
    std::unique_ptr<QObject> m_window;
    ManagerTranslator m_translator;
    LessMotion m_lessMotion;
    std::unique_ptr<ScreenAwake> m_awake;
    std::unique_ptr<Lockdown> m_lockdown;
};

/// Opens the data folder and runs the kiosk until it is told to end; the exit code.
int runKiosk(const KioskOptions &options, Watched watched, int argc, char **argv);

} // namespace vouch::kiosk
