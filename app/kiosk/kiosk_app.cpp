#include "app/kiosk/kiosk_app.h"

#include <QSysInfo>
#include <QTimeZone>

#include <iostream>
#include <utility>

namespace vouch::kiosk {

namespace {

const std::string nameKey = "kiosk.name";

ManagerModel::SyncState toManager(client::SyncState state)
{
    switch (state) {
    case client::SyncState::NotEnrolled:
        return ManagerModel::NotEnrolled;
    case client::SyncState::Enrolling:
        return ManagerModel::Enrolling;
    case client::SyncState::Idle:
        return ManagerModel::UpToDate;
    case client::SyncState::Sending:
        return ManagerModel::Sending;
    case client::SyncState::Waiting:
        return ManagerModel::Waiting;
    case client::SyncState::Refused:
        return ManagerModel::Refused;
    }
    return ManagerModel::Waiting;
}

TimeZone systemZone()
{
    const auto found = TimeZone::find(QTimeZone::systemTimeZoneId().toStdString());
    return found ? *found : TimeZone::utc();
}

Failure ofClocks(std::chrono::milliseconds behind)
{
    using std::chrono::minutes;
    return {
        "clock-differs",
        "The tablet's clock is " +
            std::to_string(std::chrono::duration_cast<minutes>(abs(behind)).count()) +
            (behind.count() > 0 ? " minutes behind" : " minutes ahead of") +
            " the server's. Set the one that is wrong: when they are over an hour apart, the "
            "server's day counts, and this tablet shows its own.",
        ""};
}

/// Every setting with the value that the server gave.
QVariantList listOf(const KioskSettings &settings)
{
    QVariantList out;
    for (const auto &kind : protocol::settingKinds()) {
        const auto *value = settings.given.if_contains(kind.key);
        out += QVariantMap{
            {QStringLiteral("key"), QString::fromUtf8(kind.key.data(), qsizetype(kind.key.size()))},
            {QStringLiteral("value"),
             value ? QString::fromStdString(plainJson(*value)) : QString()}};
    }
    return out;
}

} // namespace

KioskApp::KioskApp(storage::KioskStore &store, const Clock &clock, KioskOptions options, bool again)
    : m_store(store)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_again(again)
    , m_client(store, clock, {})
    , m_windowFile(&m_engine)
    , m_pageFile(&m_engine)
{
}

KioskApp::~KioskApp()
{
    if (m_survey)
        m_survey->end();
    m_lockdown.reset();
    m_hours.reset();  // while there is a survey and a manager to look at
    m_window.reset(); // before the models that it looks at
}

Result<void> KioskApp::start()
{
    readFiles();
    readConfig(); // first: what was left open is marked by the rules in force
    m_store.setMarkPolicy(markPolicy());
    // On a full disk it waits: the first shopper after it has room closes what was left open.
    const auto closed = m_store.closeLeftOpen(m_clock.monotonicMs());
    if (!closed && closed.failure().code != "disk-full")
        return closed.failure();
    if (!m_options.name.empty()) {
        if (const auto stored = m_store.setSetting(nameKey, m_options.name); !stored)
            return stored;
    }
    if (auto started = startSync(); !started)
        return started;
    m_survey = std::make_unique<SurveyModel>(m_store, m_clock, m_timers, settings());
    m_manager = std::make_unique<ManagerModel>(m_store, m_clock, m_timers, settings());
    m_hours = std::make_unique<KioskHours>(m_store, m_clock, m_timers, *m_survey, *m_manager);
    connect(m_hours.get(), &KioskHours::failed, this, [](const QString &reason) {
        std::cerr << "vouch-kiosk: " << reason.toStdString() << std::endl;
    });
    if (m_options.pinFromStdin && !m_again) {
        if (auto read = readPin(); !read)
            return read;
    }
    connectModels();
    connectSync();
    useConfig();
    if (!closed)
        warn(closed.failure());
    watchRecords();
    return showWindow();
}

void KioskApp::watchRecords()
{
    m_records = std::make_unique<RecordsWatch>(m_store, m_timers);
    connect(m_records.get(), &RecordsWatch::troubled, this, &KioskApp::warn);
    connect(m_records.get(), &RecordsWatch::damaged, qApp, [] {
        QCoreApplication::exit(exit_code::failed); // the watchdog's next start recovers it
    });
    m_records->start();
}

/// Puts the server's configuration in force, as far as it is there; the survey after its end.
void KioskApp::configure()
{
    readConfig();
    if (m_survey)
        useConfig();
}

void KioskApp::readConfig()
{
    if (const auto text = m_client.config(); text && *text) {
        if (auto config = parseConfig(**text)) {
            m_config = std::move(*config);
            for (const auto &problem : m_config.problems)
                warn(problem);
        } else {
            warn(config.failure());
        }
    }
}

void KioskApp::useConfig()
{
    m_configIsNew = true;
    m_survey->setSettings(settings()); // at rest the shopper has left with it
    useConfigOfShoppers();
    configureManager();
}

/// What a conversation under way keeps as it began: its looks, and by which rules it is marked.
void KioskApp::useConfigOfShoppers()
{
    if (!m_configIsNew || !m_survey->atRest())
        return;
    m_configIsNew = false;
    m_hours->setPlace(settings(), markPolicy());
    if (m_window)
        useServersTheme();
}

void KioskApp::configureManager()
{
    m_manager->setSettings(settings());
    if (const auto &pins = m_config.settings.pins) {
        if (const auto kept = m_manager->setServerPins(*pins); !kept)
            warn(kept.failure());
    }
    ViewSettings view;
    view.hours = markPolicy().hours;
    view.target = m_config.settings.target;
    view.unmarkedIsOfficial = m_config.settings.unmarkedIsOfficial;
    m_manager->setViewSettings(view);
    const auto name = m_store.setting(nameKey);
    const auto &identity = m_client.identity();
    const auto store = !m_config.storeName.empty() ? m_config.storeName
                       : identity                  ? identity->store
                                                   : std::string();
    m_manager->setNames(
        name && *name ? QString::fromStdString(**name) : QSysInfo::machineHostName(),
        QString::fromStdString(store));
    m_manager->setDevice(deviceState());
}

DeviceState KioskApp::deviceState() const
{
    DeviceState out;
    out.version = QStringLiteral(VOUCH_VERSION);
    if (const auto &identity = m_client.identity()) {
        out.id = QString::fromStdString(identity->device.text());
        out.server = identity->server.toString();
    }
    if (const auto checklist = settings().checklist)
        out.checklist = QStringLiteral("%1 %2")
                            .arg(QString::fromStdString(checklist->id))
                            .arg(checklist->version);
    out.settings = listOf(m_config.settings);
    return out;
}

protocol::Heartbeat KioskApp::health()
{
    protocol::Heartbeat out;
    out.version = VOUCH_VERSION;
    out.configVersion = m_config.version;
    out.locked = m_lockdown != nullptr;
    if (m_survey && !m_survey->failure().isEmpty())
        m_failures.note("answers-not-stored", m_clock.now());
    out.failing = m_failures.at(m_clock.now());
    readHealth({.data = m_options.data}, out);
    return out;
}

void KioskApp::warn(const Failure &failure)
{
    std::cerr << "vouch-kiosk: " << failure.text() << std::endl;
    m_failures.note(failure.code, m_clock.now());
    if (m_manager)
        m_manager->addProblem(QString::fromStdString(failure.text()));
}

SurveySettings KioskApp::settings() const
{
    const auto &given = m_config.settings;
    SurveySettings out;
    out.checklist = m_config.checklist ? m_config.checklist : builtInChecklist();
    out.zone = m_config.zone ? *m_config.zone : systemZone();
    out.dayStart = given.dayStart;
    out.language = given.language;
    out.invitation = given.resting == KioskSettings::Resting::Invitation;
    out.keepUnsentText = given.keepUnsentComment;
    out.lowReach = given.lowReach;
    out.readAloud = given.readAloud;
    out.contact.enabled = given.contact.enabled;
    out.contact.chain = given.contact.chain;
    out.contact.days = given.contact.days;
    out.contact.consent.insert(given.contact.texts.begin(), given.contact.texts.end());
    out.contact.consentVersion = given.contact.version;
    if (const auto &identity = m_client.identity()) {
        out.device = identity->device;
        out.store = identity->store;
        out.contact.keyId = identity->sealingKeyId;
        out.contact.key = identity->sealingKey;
    }
    // Without a name the consent would not say who asks.
    if (out.contact.chain.empty())
        out.contact.chain = m_config.storeName;
    return out;
}

check::MarkPolicy KioskApp::markPolicy() const
{
    const auto &given = m_config.settings;
    check::MarkPolicy out;
    out.burstChecks = given.marks.burstChecks;
    out.burstWindow = std::chrono::seconds(given.marks.burstSeconds);
    out.repeatScores = given.marks.repeatScores;
    if (!given.openingHours.empty()) {
        if (auto hours = OpeningHours::parse(given.openingHours))
            out.hours = *hours;
    }
    return out;
}

Result<void> KioskApp::startSync()
{
    if (!m_options.server.empty()) {
        const auto url = client::serverUrl(QString::fromStdString(m_options.server));
        if (!url)
            return url.failure();
        auto identity = client::loadIdentity(m_store);
        if (!identity)
            return identity.failure();
        if (!*identity && m_options.enrol.empty())
            return Failure{
                "not-enrolled",
                "This tablet is not enrolled. Give the code of `vouch-central device code` too: "
                "--enrol CODE.",
                m_options.server};
        if (*identity && m_options.enrol.empty() && (*identity)->server != *url) {
            (*identity)->server = *url; // the server has moved
            if (auto saved = client::saveIdentity(m_store, **identity); !saved)
                return saved;
        }
    }
    if (auto prepared = m_client.prepare(); !prepared)
        return prepared;
    if (!m_options.enrol.empty() && !(m_again && m_client.identity()))
        enrol();
    return {};
}

void KioskApp::enrol()
{
    if (m_client.state() == client::SyncState::Sending) {
        connect(
            &m_client, &client::SyncClient::stateChanged, this, &KioskApp::enrol,
            Qt::ConnectionType(Qt::SingleShotConnection | Qt::QueuedConnection));
        return;
    }
    connect(&m_client, &client::SyncClient::enrolled, this, [this] {
        const auto &identity = *m_client.identity();
        std::cout << "Enrolled as " << identity.device.text() << " in the store " << identity.store
                  << '.' << std::endl;
    });
    connect(&m_client, &client::SyncClient::enrolmentFailed, this, [](const QString &reason) {
        std::cerr << "vouch-kiosk: not enrolled: " << reason.toStdString()
                  << " The kiosk goes on without a server." << std::endl;
    });
    const auto name = m_store.setting(nameKey);
    m_client.enrol(
        client::serverUrl(QString::fromStdString(m_options.server)).value(),
        QString::fromStdString(m_options.enrol),
        name && *name ? QString::fromStdString(**name) : QSysInfo::machineHostName());
}

Result<void> KioskApp::readPin()
{
    std::string pin;
    std::getline(std::cin, pin);
    return m_manager->setPinNow(pin);
}

void KioskApp::connectModels()
{
    auto *survey = m_survey.get();
    auto *manager = m_manager.get();
    // Queued: the next page comes first.
    connect(survey, &SurveyModel::stored, manager, &ManagerModel::refresh, Qt::QueuedConnection);
    connect(
        survey, &SurveyModel::stored, &m_client, &client::SyncClient::poke, Qt::QueuedConnection);
    connect(survey, &SurveyModel::touched, manager, &ManagerModel::touched);
    connect(survey, &SurveyModel::shopperLeft, this, &KioskApp::useConfigOfShoppers);
    connect(manager, &ManagerModel::trainingChanged, survey, [survey, manager] {
        survey->setTraining(manager->training());
    });
    connect(manager, &ManagerModel::exitRequested, qApp, [] {
        QCoreApplication::exit(exit_code::ok); // quit() asks the window, which refuses
    });
    const auto translate = [this, manager] {
        m_translator.setLanguage(manager->language(), manager->numberTag());
        m_engine.retranslate();
    };
    connect(manager, &ManagerModel::languageChanged, this, translate);
    translate();
}

void KioskApp::connectSync()
{
    auto *manager = m_manager.get();
    using client::SyncClient;
    m_client.setHealth([this] { return health(); });
    const auto show = [this, manager] {
        manager->setSync(toManager(m_client.state()), m_client.trouble());
    };
    connect(&m_client, &SyncClient::stateChanged, manager, show);
    connect(&m_client, &SyncClient::outboxChanged, manager, &ManagerModel::refresh);
    connect(&m_client, &SyncClient::storeChanged, manager, &ManagerModel::refresh);
    connect(&m_client, &SyncClient::clockDiffers, this, [this](std::chrono::milliseconds behind) {
        warn(ofClocks(behind));
    });
    connect(&m_client, &SyncClient::configChanged, this, &KioskApp::configure);
    connect(&m_client, &SyncClient::enrolled, this, &KioskApp::configure);
    connect(
        manager, &ManagerModel::storeFiguresWanted, &m_client, &SyncClient::requestStoreFigures);
    connect(manager, &ManagerModel::storeDaysWanted, &m_client, &SyncClient::requestStoreDays);
    connect(&m_client, &SyncClient::storeDays, manager, &ManagerModel::setStoreDays);
    connect(manager, &ManagerModel::storeLatestWanted, &m_client, &SyncClient::requestStoreLatest);
    connect(&m_client, &SyncClient::storeLatest, manager, &ManagerModel::setStoreLatest);
    // Without an answer the former figures stay, with the time that they are from.
    connect(&m_client, &SyncClient::storeFigures, manager, &ManagerModel::setStoreFigures);
    connect(manager, &ManagerModel::openChanged, &m_client, [this, manager] {
        m_client.watchStore(manager->isOpen());
    });
    show();
}

} // namespace vouch::kiosk

#include "moc_kiosk_app.cpp"
