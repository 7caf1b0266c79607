#pragma once

#include "sync/server/http/request_reader.h"
#include "sync/server/http/transport.h"
#include "sync/server/http/worker_pool.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <atomic>
#include <functional>
#include <mutex>

namespace vouch::http {

/// What all connections of a server share. Outlives them and the workers.
struct Shared
{
    Server::Options options;
    Handler handler;
    WorkerPool workers;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> overloaded = 0;
    std::atomic<std::uint64_t> timeouts = 0;
    std::atomic<std::size_t> bodyBytes = 0; ///< held now; bounded by Limits::bodies

    Shared(Server::Options with, Handler by)
        : options(std::move(with))
        , handler(std::move(by))
        , workers(options.workers, options.limits.queuedRequests)
    {
    }

    const Limits &limits() const { return options.limits; }
    void log(const std::string &line) const
    {
        if (options.log)
            options.log(line);
    }
};

/// What one request takes of Limits::bodies, from its first byte to its answer.
class BodyShare
{
public:
    explicit BodyShare(Shared &shared)
        : m_shared(shared)
    {
    }
    BodyShare(const BodyShare &) = delete;
    BodyShare &operator=(const BodyShare &) = delete;
    ~BodyShare() { m_shared.bodyBytes -= m_bytes; }

    void grow(std::size_t bytes)
    {
        m_bytes += bytes;
        m_isTooMuch = (m_shared.bodyBytes += bytes) > m_shared.limits().bodies;
    }
    bool isTooMuch() const { return m_isTooMuch; }

private:
    Shared &m_shared;
    std::size_t m_bytes = 0;
    bool m_isTooMuch = false;
};

/// Wakes a connection from any thread, as long as there is one.
class Wakeup
{
public:
    explicit Wakeup(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    void notify()
    {
        const std::lock_guard lock(m_mutex);
        if (m_wake)
            m_wake();
    }

    /// After this no notify() reaches the connection.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_wake = nullptr;
    }

private:
    std::mutex m_mutex;
    std::function<void()> m_wake;
};

/// Holds one value on its way from another thread to the connection.
template <class T> class Slot
{
public:
    void put(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
    }

    std::optional<T> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<T> m_value;
};

/// One connection, from the handshake to the close: a coroutine that reads a request, has it
/// answered, writes the response, and begins again. Everything runs on the strand of the socket.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    enum class Service {
        Full,
        /// There are too many connections: 503 without reading anything.
        Refuse,
    };

    Connection(Shared &shared, std::unique_ptr<Transport> transport, Service service);

    /// Until the connection is closed. Keeps itself alive.
    void start(std::function<void()> finished);

    /// Any thread: ends it when the request under way is answered; an event stream at once.
    void stop();
    /// Any thread: closes the socket whatever goes on.
    void cut();

private:
    /// How to answer the request under way.
    struct Exchange
    {
        bool head = false;
        bool version11 = true;
        bool keepAlive = false;
        std::string lastEventId;
    };
    struct Piece
    {
        BodySource::Step step = BodySource::Step::Failed;
        std::string chunk;
        Headers trailers;
    };
    enum class Framing { Length, Chunked, UntilClose };

    net::awaitable<void> run();

    // These say whether the connection goes on.
    net::awaitable<bool> exchange();
    net::awaitable<bool> awaitRequest();
    net::awaitable<bool> readHeader(RequestReader &reader);
    net::awaitable<bool> readBody(RequestReader &reader, BodyShare &share);
    net::awaitable<bool> readMore(std::size_t size);
    net::awaitable<bool> respond(Response response, Exchange how);
    // These say whether all was sent.
    net::awaitable<bool> sendSource(Response response, Exchange how);
    net::awaitable<bool> sendEvents(Response response, Exchange how);
    net::awaitable<bool> send(std::string_view bytes);

    net::awaitable<Response> handle(Request request);
    net::awaitable<Piece> pull(std::shared_ptr<BodySource> source);
    /// What comes into the slot within limits.answerTime.
    template <class T> net::awaitable<std::optional<T>> arrival(std::shared_ptr<Slot<T>> slot);
    /// Waits for a wake(), at most until `until`; false if none came.
    net::awaitable<bool> wait(std::chrono::steady_clock::time_point until);

    void wake();
    std::optional<Response> admit(RequestReader &reader);
    void feed(RequestReader &reader);
    std::string head(const Response &response, const Exchange &how, Framing framing) const;
    void watchPeer();
    void noteTimeout(const Transport::Error &error);

    Shared &m_shared;
    std::unique_ptr<Transport> m_transport;
    const Service m_service;
    boost::beast::flat_buffer m_buffer;
    net::steady_timer m_timer;
    std::shared_ptr<Wakeup> m_wakeup;
    std::string m_peer;
    bool m_woken = false;
    /// No request has begun: stop() may close the socket.
    bool m_idle = false;
    bool m_stopping = false;
    bool m_cut = false;
    /// The last response is out: the peer may have the time to take it.
    bool m_answeredLast = false;
    bool m_peerGone = false;
};

} // namespace vouch::http
