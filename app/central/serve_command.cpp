#include "app/central/serve_command.h"

#include "app/central/administration_socket.h"
#include "app/central/configuration.h"
#include "app/central/housekeeping.h"
#include "app/central/local_administration.h"
#include "app/central/server_signals.h"
#include "app/central/service_notice.h"
#include "core/base/clock.h"
#include "sync/server/api/api.h"
#include "sync/server/api/password_policy.h"
#include "sync/server/api/state_feed.h"
#include "sync/server/http/server.h"
#include "sync/server/store/store.h"

#include <filesystem>
#include <iostream>
#include <utility>

namespace vouch::central {

namespace {

/// What requests under way get when the server is told to end; process managers kill after 10 s.
constexpr std::chrono::seconds stopTime{5};

/// How often the certificate's files are looked at.
constexpr std::chrono::seconds lookTime{2};

/// Tells whether files were replaced since it was asked last.
class WatchedFiles
{
public:
    explicit WatchedFiles(std::vector<std::string> files)
        : m_files(std::move(files))
        , m_state(state())
    {
    }

    bool haveChanged() { return std::exchange(m_state, state()) != m_state; }

private:
    using State = std::vector<std::pair<std::filesystem::file_time_type, std::uintmax_t>>;

    State state() const
    {
        State out;
        std::error_code error;
        for (const auto &file : m_files) {
            const auto time = std::filesystem::last_write_time(file, error);
            out.emplace_back(time, std::filesystem::file_size(file, error));
        }
        return out;
    }

    const std::vector<std::string> m_files;
    State m_state;
};

/// All that runs between start and stop; the members end in the right order.
class Service
{
public:
    explicit Service(const ServerLog &log)
        : m_log(log)
    {
    }

    Result<void> start(const server::DatabaseAddress &database, const ServeSettings &settings)
    {
        server::Store::Options options;
        options.onChanged = [this](const std::set<std::string> &ids) { m_feed.changed(ids); };
        auto opened = server::Store::open(database, m_clock, std::move(options));
        if (!opened)
            return opened.failure();
        m_store = std::move(*opened);
        m_feed.start(*m_store);
        // Beside a server on PostgreSQL commands go to the database themselves.
        if (!database.isPostgresql()) {
            m_administration.emplace(m_store);
            m_socket.emplace(*m_administration);
            if (const auto listening = m_socket->listen(socketOf(database.file())); !listening)
                return listening;
        }
        m_api.emplace(*m_store, m_feed, m_clock, apiOptions(settings));
        const auto router = m_api->router();
        http::Server::Options serving;
        serving.tls = settings.tls;
        serving.trustedProxy = settings.trustedProxy;
        serving.admit = server::Api::admission(router, m_api->observer());
        serving.log = [this](const std::string &line) { m_log.write(LogLevel::Warning, line); };
        serving.limits.stopTime = stopTime;
        serving.limits.connections = settings.connections;
        m_server.emplace(std::move(serving), router.handler());
        if (const auto listening = m_server->listen(settings.listen.host, settings.listen.port);
            !listening)
            return listening;
        m_housekeeping.emplace(*m_store, m_log);
        return {};
    }

    void reloadTls()
    {
        if (const auto loaded = m_server->reloadTls(); !loaded)
            m_log.write(
                LogLevel::Error, "The new certificate is not used, the one before stays: " +
                                     loaded.failure().text());
        else
            m_log.write(LogLevel::Info, "New connections get the certificate that was read now.");
    }

    std::uint16_t port() const { return m_server->port(); }

    /// Requests under way are answered; then commands; then the writer commits what it has.
    ~Service()
    {
        m_housekeeping.reset();
        if (m_server)
            m_server->stop();
        if (m_socket)
            m_socket->stop();
        m_feed.stop();
    }

private:
    server::Api::Options apiOptions(const ServeSettings &settings)
    {
        server::Api::Options out;
        out.chainName = settings.chain;
        out.log = [this](const std::string &line) { m_log.write(LogLevel::Error, line); };
        out.observe = [this](const server::Handled &request) { m_log.write(request); };
        out.perDevice = settings.perDevice;
        out.perAddress = settings.perAddress;
        out.metricsToken = settings.metricsToken;
        out.httpStatistics = [this] { return m_server->statistics(); };
        out.version = VOUCH_VERSION;
        return out;
    }

    const ServerLog &m_log;
    SystemClock m_clock;
    server::StateFeed m_feed;
    std::shared_ptr<server::Store> m_store;
    std::optional<LocalAdministration> m_administration;
    std::optional<AdministrationSocket> m_socket;
    std::optional<server::Api> m_api;
    std::optional<http::Server> m_server;
    std::optional<Housekeeping> m_housekeeping;
};

/// Until it is told to end.
void serveOn(const ServerSignals &signals, Service &service, const ServeSettings &settings)
{
    std::vector<std::string> files;
    if (settings.tls)
        files = {settings.tls->certificateFile, settings.tls->keyFile};
    WatchedFiles watched(files);
    for (;;) {
        const auto event = signals.wait(lookTime);
        if (event == ServerSignals::Event::Stop)
            return;
        const bool changed = watched.haveChanged();
        if (settings.tls && (changed || event == ServerSignals::Event::Reload))
            service.reloadTls();
    }
}

void warn(const ServerLog &log, const ServeSettings &settings)
{
    if (!settings.tls && settings.trustedProxy.empty() && !settings.listen.isLoopback())
        log.write(
            LogLevel::Warning,
            "Others on the network can read along. Give --tls-cert and --tls-key, or listen on "
            "127.0.0.1 behind a proxy that speaks TLS.");
    if (!server::PasswordPolicy::ofThisMachine().hasList())
        log.write(LogLevel::Warning, server::PasswordPolicy::adviceWithoutList());
}

} // namespace

CLI::App *ServeCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand("serve", "Takes answers, shows scores; ends on SIGTERM");
    app->fallthrough(); // --config, --database and --keys may stand behind it
    for (const auto &setting : allSettings()) {
        const std::string key(setting.key);
        if (key == "database" || key == "keys")
            continue;
        auto description = std::string(setting.description) + " (Env:" + environmentName(key);
        if (!setting.byItself.empty())
            description += ", by itself " + std::string(setting.byItself);
        m_options[key] = app->add_option("--" + key, m_values[key], description + ")")
                             ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
    app->add_flag("--check-config", m_onlyChecks, "Only says whether the configuration is fit");
    return app;
}

Result<void> ServeCommand::run(const Environment &environment)
{
    const ServerSignals signals;
    auto given = environment.given;
    for (const auto &[key, option] : m_options)
        if (option->count() > 0)
            given[key] = m_values[key];
    const auto settings = ServeSettings::from(Configuration::load(given, environment.configFile));
    if (!settings)
        return settings.failure();
    const auto database = environment.address();
    if (!database)
        return database.failure();
    if (m_onlyChecks) {
        std::cout << "The configuration is fit." << std::endl;
        return {};
    }
    raiseFileLimit();
    const ServerLog log(std::cerr, settings->logFormat, settings->logLevel);
    warn(log, *settings);
    Service service(log);
    if (const auto started = service.start(*database, *settings); !started)
        return started.failure();
    std::cout << "listening on " << settings->listen.url(settings->tls.has_value(), service.port())
              << std::endl;
    log.write(LogLevel::Info, "started", {{"version", VOUCH_VERSION}});
    notifyService("READY=1");
    serveOn(signals, service, *settings);
    notifyService("STOPPING=1");
    log.write(LogLevel::Info, "stopping");
    return {};
}

} // namespace vouch::central
