#include "sync/server/http/connection.h"

#include "sync/server/http/event_hub.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdio>

namespace vouch::http {

namespace {

/// RFC 9110, whatever the locale is.
std::string httpDate(std::chrono::system_clock::time_point when)
{
    using namespace std::chrono;
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<std::chrono::days>(when);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(when - day));
    std::array<char, 64> text;
    std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        days[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return text.data();
}

bool isSetByServer(std::string_view name)
{
    for (const std::string_view own :
         {"content-length", "transfer-encoding", "connection", "date"}) {
        if (equalIgnoringCase(name, own))
            return true;
    }
    return false;
}

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

void appendFields(std::string &text, const Headers &fields)
{
    for (const auto &[name, value] : fields) {
        if (!isSetByServer(name))
            text += name + ": " + value + "\r\n";
    }
}

/// One chunk of a chunked body; as it is when the body ends with the connection.
/// Keeps the stream from looking dead on its way and lets a page see that it is not, as a comment
/// could not. `data` has no colon: it is no change for who looks for "data:" only.
constexpr std::string_view aliveEvent = "event: alive\ndata\n\n";

std::string framed(std::string_view bytes, bool chunked)
{
    if (!chunked)
        return std::string(bytes);
    std::array<char, 20> size;
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    std::string frame = size.data();
    frame.reserve(frame.size() + bytes.size() + 2);
    frame += bytes;
    frame += "\r\n";
    return frame;
}

std::string eventText(const EventHub::Event &event)
{
    std::string text = "id: " + event.id + "\n";
    std::string_view rest = event.data;
    while (true) {
        const auto end = rest.find_first_of("\r\n");
        text += "data: ";
        text += rest.substr(0, end);
        text += '\n';
        if (end == std::string_view::npos)
            break;
        rest.remove_prefix(rest.substr(end, 2) == "\r\n" ? end + 2 : end + 1);
    }
    return text + "\n";
}

} // namespace

std::string Connection::head(const Response &response, const Exchange &how, Framing framing) const
{
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
    text += reason(response.status);
    text += "\r\nDate: " + httpDate(std::chrono::system_clock::now()) + "\r\n";
    appendFields(text, response.headers);
    if (framing == Framing::Chunked)
        text += "Transfer-Encoding: chunked\r\n";
    else if (framing == Framing::Length && !hasNoBody(response.status))
        text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    text += how.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

net::awaitable<bool> Connection::respond(Response response, Exchange how)
{
    how.keepAlive = how.keepAlive && !m_stopping && !response.events;
    const bool streams = response.source || response.events;
    if (streams && !how.version11)
        how.keepAlive = false;
    bool sent = false;
    if (streams && !how.head && response.events) {
        sent = co_await sendEvents(std::move(response), how);
    } else if (streams && !how.head) {
        sent = co_await sendSource(std::move(response), how);
    } else {
        const bool chunked = streams && how.version11;
        std::string text = head(
            response, how,
            chunked   ? Framing::Chunked
            : streams ? Framing::UntilClose
                      : Framing::Length);
        if (!how.head && !hasNoBody(response.status))
            text += response.body;
        sent = co_await send(text);
    }
    m_answeredLast = sent && !how.keepAlive;
    co_return sent &&how.keepAlive;
}

/// The first piece is there before the header goes out, so that a source which fails at once still
/// gets a proper 500.
net::awaitable<bool> Connection::sendSource(Response response, Exchange how)
{
    const bool chunked = how.version11;
    Piece piece = co_await pull(response.source);
    if (piece.step == BodySource::Step::Failed) {
        response = problem(
            500, code::internal,
            "The server could not make this document; its log says why. Try again.");
        const std::string text = head(response, how, Framing::Length) + response.body;
        co_return co_await send(text);
    }
    std::string text = head(response, how, chunked ? Framing::Chunked : Framing::UntilClose);
    while (piece.step == BodySource::Step::Chunk) {
        if (!piece.chunk.empty())
            text += framed(piece.chunk, chunked);
        piece.chunk = {};
        const bool sent = co_await send(text);
        if (!sent)
            co_return false;
        text.clear();
        piece = co_await pull(response.source);
    }
    if (piece.step == BodySource::Step::Failed) {
        m_shared.log("A streamed body could not be finished; the connection was cut.");
        m_transport->abort();
        co_return false;
    }
    if (chunked) {
        text += "0\r\n";
        appendFields(text, piece.trailers);
        text += "\r\n";
    }
    co_return co_await send(text);
}

net::awaitable<bool> Connection::sendEvents(Response response, Exchange how)
{
    const bool chunked = how.version11;
    const auto heartbeat = m_shared.limits().heartbeat;
    const auto hub = response.events->hub;
    const std::string topic = response.events->topic;
    const auto subscription = hub->subscribe(topic, [wakeup = m_wakeup] { wakeup->notify(); });
    watchPeer();

    std::string text = head(response, how, chunked ? Framing::Chunked : Framing::UntilClose);
    text += framed("retry: 2000\n\n", chunked);
    std::string lastId = how.lastEventId;
    while (true) {
        const bool isOver = hub->isOver(*subscription);
        const auto event = isOver ? nullptr : hub->newest(topic);
        if (event && event->id != lastId) {
            lastId = event->id;
            text += framed(eventText(*event), chunked);
        }
        if (!text.empty()) {
            const bool sent = co_await send(text);
            if (!sent)
                co_return false;
            text.clear();
            continue;
        }
        if (m_stopping || m_cut || m_peerGone || isOver)
            break;
        const bool woken = co_await wait(std::chrono::steady_clock::now() + heartbeat);
        if (!woken)
            text = framed(aliveEvent, chunked);
    }
    if (m_peerGone || m_cut)
        co_return false;
    if (!chunked)
        co_return true;
    co_return co_await send("0\r\n\r\n");
}

/// An event stream reads nothing, so that only this tells soon that the peer has closed.
void Connection::watchPeer()
{
    m_transport->socket().async_wait(
        Transport::Socket::wait_read, [self = shared_from_this()](Transport::Error error) {
            char byte = 0;
            const auto seen = error ? -1
                                    : ::recv(
                                          self->m_transport->socket().native_handle(), &byte, 1,
                                          MSG_PEEK | MSG_DONTWAIT);
            if (error || seen > 0)
                return;
            // It wakes for bytes too that were read meanwhile.
            if (seen < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
                return self->watchPeer();
            self->m_peerGone = true;
            self->wake();
        });
}

} // namespace vouch::http
