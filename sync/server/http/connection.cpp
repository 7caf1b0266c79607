#include "sync/server/http/connection.h"

#include "sync/server/http/forwarded.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>

#include <algorithm>
#include <exception>

namespace vouch::http {

namespace {

/// While a connection waits for its first byte, and while it reads a header or a body.
constexpr std::size_t idleRead = 2 * 1024;
constexpr std::size_t headerRead = 4 * 1024;
constexpr std::size_t bodyRead = 64 * 1024;
/// The most that stop() waits for a peer that has its last response to close.
constexpr std::chrono::milliseconds stopDrainTime{1'000};

Response overloaded()
{
    Response response = problem(
        503, code::overloaded, "The server has too much to do just now. Try again in a moment.");
    response.headers.set("Retry-After", "2");
    return response;
}

void runHandler(const Shared &shared, Request request, Responder respond)
{
    const Responder fallback = respond;
    const std::string what = request.method; // the path may name somebody
    try {
        shared.handler(std::move(request), std::move(respond));
        return;
    } catch (const std::exception &error) {
        shared.log(what + ": the handler failed: " + error.what());
    } catch (...) {
        shared.log(what + ": the handler failed");
    }
    fallback(problem(
        500, code::internal,
        "The server failed at this request; its log says why. Trying again may help."));
}

/// False if the workers have too much to do. Not a coroutine, whose frame would keep the Responder.
bool enqueue(Shared &shared, Request request, std::function<void(Response)> deliver)
{
    auto job = [&shared, request = std::move(request),
                respond = Responder(std::move(deliver))]() mutable {
        runHandler(shared, std::move(request), std::move(respond));
    };
    return shared.workers.tryPost(std::move(job));
}

} // namespace

Connection::Connection(Shared &shared, std::unique_ptr<Transport> transport, Service service)
    : m_shared(shared)
    , m_transport(std::move(transport))
    , m_service(service)
    , m_timer(m_transport->socket().get_executor())
{
    Transport::Error error;
    const auto endpoint = m_transport->socket().remote_endpoint(error);
    if (!error)
        m_peer = endpoint.address().to_string();
    m_transport->socket().set_option(net::ip::tcp::no_delay(true), error);
}

void Connection::start(std::function<void()> finished)
{
    const auto executor = m_timer.get_executor();
    auto wake = [executor, weak = weak_from_this()] {
        net::post(executor, [weak] {
            if (const auto self = weak.lock())
                self->wake();
        });
    };
    m_wakeup = std::make_shared<Wakeup>(std::move(wake));

    auto done = [self = shared_from_this(),
                 finished = std::move(finished)](std::exception_ptr failure) {
        if (failure)
            self->m_shared.log("A connection failed and was closed.");
        self->m_wakeup->close();
        self->m_transport->close();
        finished();
    };
    net::co_spawn(executor, run(), std::move(done));
}

void Connection::stop()
{
    net::post(m_timer.get_executor(), [self = shared_from_this()] {
        self->m_stopping = true;
        if (self->m_idle)
            self->m_transport->close();
        self->wake();
    });
}

void Connection::cut()
{
    net::post(m_timer.get_executor(), [self = shared_from_this()] {
        self->m_cut = true;
        self->m_transport->close();
        self->wake();
    });
}

void Connection::wake()
{
    m_woken = true;
    m_timer.cancel();
}

net::awaitable<void> Connection::run()
{
    if (m_service == Service::Refuse) {
        ++m_shared.overloaded;
        co_await respond(overloaded(), Exchange());
    } else {
        m_transport->expireAfter(m_shared.limits().handshake);
        m_idle = true;
        const Transport::Error error = co_await m_transport->handshake();
        m_idle = false;
        noteTimeout(error);
        bool goesOn = !error;
        while (goesOn && !m_cut)
            goesOn = co_await exchange();
    }
    if (m_answeredLast && !m_cut) {
        const auto time = m_shared.limits().drainTime;
        m_transport->expireAfter(m_stopping ? std::min(time, stopDrainTime) : time);
        co_await m_transport->finish(m_shared.limits().drain);
    }
}

net::awaitable<bool> Connection::exchange()
{
    const bool begun = co_await awaitRequest();
    if (!begun)
        co_return false;
    RequestReader reader(m_shared.limits());
    bool arrived = co_await readHeader(reader);
    std::optional<Response> early;
    if (arrived && reader.state() != RequestReader::State::Failed)
        early = admit(reader);
    BodyShare share(m_shared);
    if (arrived && !early && reader.state() == RequestReader::State::Body)
        arrived = co_await readBody(reader, share);
    if (!arrived)
        co_return false;
    if (share.isTooMuch()) {
        ++m_shared.overloaded;
        early = overloaded();
    }

    Exchange how;
    how.head = reader.request().method == "HEAD";
    how.version11 = reader.isVersion11();
    how.keepAlive = reader.keepsAlive() && reader.state() == RequestReader::State::Done;
    how.lastEventId = reader.request().headers.value("last-event-id");
    if (reader.state() == RequestReader::State::Failed)
        early = reader.failure();
    if (!early)
        early = co_await handle(std::move(reader.request()));
    co_return co_await respond(std::move(*early), std::move(how));
}

net::awaitable<bool> Connection::awaitRequest()
{
    if (m_stopping)
        co_return false;
    if (m_buffer.size() > 0)
        co_return true;
    if (m_buffer.capacity() > headerRead)
        m_buffer = {};
    m_idle = true;
    m_transport->expireAfter(m_shared.limits().idle);
    const bool more = co_await readMore(idleRead);
    m_idle = false;
    co_return more;
}

net::awaitable<bool> Connection::readHeader(RequestReader &reader)
{
    m_transport->expireAfter(m_shared.limits().headerTime);
    feed(reader);
    while (reader.state() == RequestReader::State::Header) {
        const bool more = co_await readMore(headerRead);
        if (!more)
            co_return false;
        feed(reader);
    }
    co_return true;
}

/// What the header alone decides.
std::optional<Response> Connection::admit(RequestReader &reader)
{
    Request &request = reader.request();
    request.peer = m_peer;
    request.secure = m_shared.options.tls.has_value();
    const auto &proxy = m_shared.options.trustedProxy;
    if (!proxy.empty() && isSameAddress(proxy, m_peer))
        takeForwarded(request);
    std::uint64_t limit = m_shared.limits().body;
    if (m_shared.options.admit) {
        Server::Admission admission = m_shared.options.admit(request);
        if (auto *refusal = std::get_if<Response>(&admission))
            return std::move(*refusal);
        limit = std::get<std::uint64_t>(admission);
    }
    if (reader.state() == RequestReader::State::Body)
        reader.limitBody(limit);
    return std::nullopt;
}

net::awaitable<bool> Connection::readBody(RequestReader &reader, BodyShare &share)
{
    if (reader.expectsContinue() && m_buffer.size() == 0) {
        const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n");
        if (!sent)
            co_return false;
    }
    m_transport->expireAfter(m_shared.limits().bodyTime);
    share.grow(m_buffer.size());
    feed(reader);
    while (reader.state() == RequestReader::State::Body && !share.isTooMuch()) {
        const auto before = m_buffer.size();
        const bool more = co_await readMore(bodyRead);
        if (!more)
            co_return false;
        share.grow(m_buffer.size() - before);
        feed(reader);
    }
    co_return true;
}

void Connection::feed(RequestReader &reader)
{
    // The parser stops after each chunk's head and body; it has had enough once it takes nothing.
    while (m_buffer.size() > 0 && reader.state() <= RequestReader::State::Body) {
        const auto before = reader.state();
        const auto bytes = m_buffer.data();
        const std::size_t used = reader.put(static_cast<const char *>(bytes.data()), bytes.size());
        m_buffer.consume(used);
        if (used == 0 || reader.state() != before)
            return;
    }
}

net::awaitable<bool> Connection::readMore(std::size_t size)
{
    Transport::Error error;
    const std::size_t count = co_await m_transport->read(m_buffer.prepare(size), error);
    m_buffer.commit(count);
    if (!m_idle)
        noteTimeout(error);
    co_return !error;
}

net::awaitable<Response> Connection::handle(Request request)
{
    ++m_shared.requests;
    const auto slot = std::make_shared<Slot<Response>>();
    auto deliver = [slot, wakeup = m_wakeup](Response response) {
        slot->put(std::move(response));
        wakeup->notify();
    };
    if (!enqueue(m_shared, std::move(request), std::move(deliver))) {
        ++m_shared.overloaded;
        co_return overloaded();
    }
    std::optional<Response> answer = co_await arrival(slot);
    if (answer)
        co_return std::move(*answer);
    co_return problem(503, code::timeout, "The server took too long. Try again in a moment.");
}

net::awaitable<Connection::Piece> Connection::pull(std::shared_ptr<BodySource> source)
{
    const auto slot = std::make_shared<Slot<Piece>>();
    auto job = [&shared = m_shared, source, slot, wakeup = m_wakeup] {
        Piece piece;
        try {
            piece.step = source->next(piece.chunk);
            if (piece.step == BodySource::Step::End)
                piece.trailers = source->trailers();
        } catch (const std::exception &error) {
            piece.step = BodySource::Step::Failed;
            shared.log(std::string("A streamed body failed: ") + error.what());
        }
        slot->put(std::move(piece));
        wakeup->notify();
    };
    m_shared.workers.post(std::move(job));
    std::optional<Piece> piece = co_await arrival(slot);
    if (piece)
        co_return std::move(*piece);
    co_return Piece();
}

template <class T>
net::awaitable<std::optional<T>> Connection::arrival(std::shared_ptr<Slot<T>> slot)
{
    const auto until = std::chrono::steady_clock::now() + m_shared.limits().answerTime;
    std::optional<T> value = slot->take();
    while (!value && !m_cut) {
        const bool woken = co_await wait(until);
        value = slot->take();
        if (!woken)
            break;
    }
    co_return value;
}

net::awaitable<bool> Connection::wait(std::chrono::steady_clock::time_point until)
{
    if (!m_woken) {
        m_timer.expires_at(until);
        Transport::Error ignored;
        co_await m_timer.async_wait(net::redirect_error(net::use_awaitable, ignored));
    }
    co_return std::exchange(m_woken, false);
}

net::awaitable<bool> Connection::send(std::string_view bytes)
{
    constexpr std::size_t pieceSize = 256 * 1024;
    while (!bytes.empty() && !m_cut) {
        const std::string_view piece = bytes.substr(0, pieceSize);
        bytes.remove_prefix(piece.size());
        m_transport->expireAfter(m_shared.limits().writeTime);
        const Transport::Error error =
            co_await m_transport->write(net::buffer(piece.data(), piece.size()));
        noteTimeout(error);
        if (error)
            co_return false;
    }
    co_return !m_cut;
}

void Connection::noteTimeout(const Transport::Error &error)
{
    if (error == boost::beast::error::timeout)
        ++m_shared.timeouts;
}

} // namespace vouch::http
