#include "app/central/serve_command.h"

#include "app/central/administration_socket.h"
#include "app/central/listen_address.h"
#include "app/central/local_administration.h"
#include "core/base/clock.h"
#include "sync/server/api/api.h"
#include "sync/server/api/password_policy.h"
#include "sync/server/api/state_feed.h"
#include "sync/server/http/server.h"
#include "sync/server/store/store.h"

#include <csignal>
#include <iostream>
#include <mutex>

namespace vouch::central {

namespace {

/// What requests under way get when the server is told to end; process managers kill after 10 s.
constexpr std::chrono::seconds stopTime{5};

/// Lines to standard error, whole, from any thread.
void log(const std::string &line)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    std::cerr << printable(line) << std::endl;
}

/// SIGTERM and SIGINT wait for wait(), in this thread and all that it starts from now on.
class StopSignals
{
public:
    StopSignals()
    {
        sigemptyset(&m_set);
        sigaddset(&m_set, SIGTERM);
        sigaddset(&m_set, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }

    void wait() const
    {
        int signal = 0;
        sigwait(&m_set, &signal);
    }

private:
    sigset_t m_set;
};

/// All that runs between start and stop; the members end in the right order.
class Service
{
public:
    Result<void> start(
        const std::filesystem::path &file, const ListenAddress &address,
        std::optional<http::Tls> tls, std::string chain)
    {
        server::Store::Options options;
        options.onChanged = [this](const std::set<std::string> &ids) { m_feed.changed(ids); };
        auto opened = server::Store::open(file, m_clock, std::move(options));
        if (!opened)
            return opened.failure();
        m_store = std::move(*opened);
        m_feed.start(*m_store);
        m_administration.emplace(m_store);
        m_socket.emplace(*m_administration);
        if (const auto listening = m_socket->listen(socketOf(file)); !listening)
            return listening;
        m_api.emplace(*m_store, m_feed, m_clock, server::Api::Options{std::move(chain), log});
        const auto router = m_api->router();
        http::Server::Options serving;
        serving.tls = std::move(tls);
        serving.admit = server::Api::admission(router);
        serving.log = log;
        serving.limits.stopTime = stopTime;
        m_server.emplace(std::move(serving), router.handler());
        return m_server->listen(address.host, address.port);
    }

    std::uint16_t port() const { return m_server->port(); }

    /// Requests under way are answered; then commands; then the writer commits what it has.
    ~Service()
    {
        if (m_server)
            m_server->stop();
        if (m_socket)
            m_socket->stop();
        m_feed.stop();
    }

private:
    SystemClock m_clock;
    server::StateFeed m_feed;
    std::shared_ptr<server::Store> m_store;
    std::optional<LocalAdministration> m_administration;
    std::optional<AdministrationSocket> m_socket;
    std::optional<server::Api> m_api;
    std::optional<http::Server> m_server;
};

} // namespace

CLI::App *ServeCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand("serve", "Takes answers, shows scores; ends on SIGTERM");
    app->add_option("--listen", m_listen, "Address and port; port 0 is any free one")
        ->capture_default_str();
    auto *certificate = app->add_option(
        "--tls-cert", m_certificate, "PEM file: the certificate and the chain behind it");
    auto *key = app->add_option("--tls-key", m_key, "PEM file: its key");
    certificate->needs(key);
    key->needs(certificate);
    app->add_option("--chain", m_chain, "The chain's name, as tablets show it");
    return app;
}

Result<void> ServeCommand::run(const Environment &environment)
{
    const StopSignals signals;
    const auto file = environment.databaseFile();
    if (!file)
        return file.failure();
    const auto address = ListenAddress::parse(m_listen);
    if (!address)
        return address.failure();
    std::optional<http::Tls> tls;
    if (!m_certificate.empty())
        tls = http::Tls{m_certificate, m_key};
    const bool secure = tls.has_value();
    if (!secure && !address->isLoopback())
        log("Warning: others on the network can read along. Give --tls-cert and --tls-key, or "
            "listen on 127.0.0.1 behind a proxy that speaks TLS.");
    if (!server::PasswordPolicy::ofThisMachine().hasList())
        log(std::string(server::PasswordPolicy::adviceWithoutList()));
    Service service;
    if (const auto started = service.start(*file, *address, std::move(tls), m_chain); !started)
        return started.failure();
    std::cout << "listening on " << address->url(secure, service.port()) << std::endl;
    signals.wait();
    return {};
}

} // namespace vouch::central
