#include "sync/server/http/server.h"

#include "sync/server/http/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <condition_variable>
#include <thread>
#include <unordered_map>

namespace vouch::http {

namespace {

using Acceptor = net::ip::tcp::acceptor;

/// Connections that are told 503; beyond them a connection is closed without a word.
constexpr std::size_t maxRefusing = 64;
/// After a failed accept, which most often means that there are no more file descriptors.
constexpr std::chrono::milliseconds acceptPause{50};

Failure listenFailure(const std::string &address, std::uint16_t port, const std::string &why)
{
    return {
        "listen-failed",
        "The server cannot listen there (" + why + "). Choose another address or port.",
        address + ":" + std::to_string(port)};
}

Failure tlsFailure(const std::string &file, const std::string &why)
{
    return {"tls-failed", "This certificate or key cannot be used: " + why + ".", file};
}

Result<void> loadTls(net::ssl::context &context, const Tls &tls)
{
    Transport::Error error;
    context.set_options(
        net::ssl::context::default_workarounds | net::ssl::context::no_sslv2 |
        net::ssl::context::no_sslv3 | net::ssl::context::no_tlsv1 | net::ssl::context::no_tlsv1_1 |
        net::ssl::context::no_compression);
    context.use_certificate_chain_file(tls.certificateFile, error);
    if (error)
        return tlsFailure(tls.certificateFile, error.message());
    context.use_private_key_file(tls.keyFile, net::ssl::context::pem, error);
    if (error)
        return tlsFailure(tls.keyFile, error.message());
    return {};
}

} // namespace

class Server::Impl
{
public:
    Impl(Options options, Handler handler)
        : m_shared(std::move(options), std::move(handler))
        , m_io(static_cast<int>(m_shared.options.ioThreads))
        , m_acceptor(net::make_strand(m_io))
        , m_pause(m_acceptor.get_executor())
    {
    }

    Result<void> listen(const std::string &address, std::uint16_t port);
    Result<void> reloadTls();
    void stop();
    std::uint16_t port() const { return m_port; }
    Statistics statistics();

private:
    Result<void> bind(const std::string &address, std::uint16_t port);
    net::awaitable<void> acceptAll();
    void take(Transport::Socket socket);
    void forget(Connection *connection, Connection::Service service);
    std::vector<std::shared_ptr<Connection>> connections();
    void runThread();

    Shared m_shared;
    net::io_context m_io;
    Acceptor m_acceptor;
    net::steady_timer m_pause;
    std::shared_ptr<net::ssl::context> m_tls; ///< guarded by m_mutex
    std::vector<std::thread> m_threads;
    std::uint16_t m_port = 0;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<Connection *, std::weak_ptr<Connection>> m_connections;
    std::size_t m_refusing = 0;
    bool m_stopping = false;
};

Result<void> Server::Impl::listen(const std::string &address, std::uint16_t port)
{
    if (const Result<void> loaded = reloadTls(); !loaded)
        return loaded.failure();
    if (const Result<void> bound = bind(address, port); !bound)
        return bound.failure();
    net::co_spawn(m_acceptor.get_executor(), acceptAll(), net::detached);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, m_shared.options.ioThreads); ++i)
        m_threads.emplace_back([this] { runThread(); });
    return {};
}

Result<void> Server::Impl::reloadTls()
{
    const auto &tls = m_shared.options.tls;
    if (!tls)
        return {};
    const auto fresh = std::make_shared<net::ssl::context>(net::ssl::context::tls_server);
    if (const Result<void> loaded = loadTls(*fresh, *tls); !loaded)
        return loaded.failure();
    const std::lock_guard lock(m_mutex);
    m_tls = fresh; // a connection holds what it was made with
    return {};
}

Result<void> Server::Impl::bind(const std::string &address, std::uint16_t port)
{
    Transport::Error error;
    const auto ip = net::ip::make_address(address, error);
    if (error)
        return listenFailure(address, port, "it is not a numeric address");
    const net::ip::tcp::endpoint endpoint(ip, port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(Acceptor::max_listen_connections, error);
    if (error)
        return listenFailure(address, port, error.message());
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

/// Ends when no handler and no accept is left, which stop() brings about.
void Server::Impl::runThread()
{
    while (true) {
        try {
            m_io.run();
            return;
        } catch (const std::exception &error) {
            m_shared.log(std::string("An I/O thread caught: ") + error.what());
        }
    }
}

net::awaitable<void> Server::Impl::acceptAll()
{
    bool isFailing = false;
    while (m_acceptor.is_open()) {
        Transport::Error error;
        const net::any_io_executor strand = net::make_strand(m_io);
        Transport::Socket socket = co_await m_acceptor.async_accept(
            strand, net::redirect_error(net::use_awaitable, error));
        if (!error) {
            isFailing = false;
            take(std::move(socket));
        } else if (m_acceptor.is_open()) {
            if (!std::exchange(isFailing, true))
                m_shared.log("No connection can be accepted for now: " + error.message());
            m_pause.expires_after(acceptPause);
            co_await m_pause.async_wait(net::redirect_error(net::use_awaitable, error));
        }
    }
}

void Server::Impl::take(Transport::Socket socket)
{
    const std::lock_guard lock(m_mutex);
    const bool isFull = m_connections.size() - m_refusing >= m_shared.limits().connections;
    if (isFull && (m_tls || m_refusing >= maxRefusing))
        ++m_shared.overloaded;
    if (m_stopping || (isFull && (m_tls || m_refusing >= maxRefusing)))
        return;
    const auto service = isFull ? Connection::Service::Refuse : Connection::Service::Full;
    auto transport = m_tls ? Transport::encrypted(std::move(socket), *m_tls)
                           : Transport::plain(std::move(socket));
    const auto connection = std::make_shared<Connection>(m_shared, std::move(transport), service);
    m_connections.emplace(connection.get(), connection);
    m_refusing += isFull;
    connection->start([this, key = connection.get(), service] { forget(key, service); });
}

void Server::Impl::forget(Connection *connection, Connection::Service service)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(connection);
    m_refusing -= service == Connection::Service::Refuse;
    m_changed.notify_all();
}

std::vector<std::shared_ptr<Connection>> Server::Impl::connections()
{
    std::vector<std::shared_ptr<Connection>> all;
    for (const auto &[key, weak] : m_connections) {
        if (auto connection = weak.lock())
            all.push_back(std::move(connection));
    }
    return all;
}

void Server::Impl::stop()
{
    std::unique_lock lock(m_mutex);
    if (std::exchange(m_stopping, true))
        return;
    for (const auto &connection : connections())
        connection->stop();
    net::post(m_acceptor.get_executor(), [this] {
        Transport::Error ignored;
        m_acceptor.close(ignored);
        m_pause.cancel();
    });
    const auto allGone = [this] { return m_connections.empty(); };
    if (!m_changed.wait_for(lock, m_shared.limits().stopTime, allGone)) {
        for (const auto &connection : connections())
            connection->cut();
        m_changed.wait(lock, allGone);
    }
    lock.unlock();
    for (std::thread &thread : m_threads)
        thread.join();
    m_shared.workers.stop();
}

Server::Statistics Server::Impl::statistics()
{
    const std::lock_guard lock(m_mutex);
    return {m_connections.size(), m_shared.requests, m_shared.overloaded, m_shared.timeouts};
}

Server::Server(Options options, Handler handler)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(handler)))
{
}

Server::~Server()
{
    stop();
}

Result<void> Server::listen(const std::string &address, std::uint16_t port)
{
    return m_impl->listen(address, port);
}

Result<void> Server::checkTls(const Tls &tls)
{
    net::ssl::context context(net::ssl::context::tls_server);
    return loadTls(context, tls);
}

Result<void> Server::reloadTls()
{
    return m_impl->reloadTls();
}

std::uint16_t Server::port() const
{
    return m_impl->port();
}

void Server::stop()
{
    m_impl->stop();
}

Server::Statistics Server::statistics() const
{
    return m_impl->statistics();
}

} // namespace vouch::http
