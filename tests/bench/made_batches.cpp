#include "tests/bench/made_batches.h"

#include "core/base/json.h"
#include "sync/protocol/compression.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <span>

namespace vouch::bench {

using test::Tablet;
using SteadyTime = std::chrono::steady_clock;

namespace {

std::string onTheWire(const Tablet &tablet, const std::vector<json::object> &records)
{
    std::vector<protocol::SealedCheck> sealed;
    for (const auto &record : records)
        sealed.push_back(
            {std::string(view(record.at("hash").as_string())), canonicalJson(record).value()});
    const auto body =
        protocol::compress(
            protocol::encodeBatch(tablet.batch({}), sealed, tablet.key), protocol::Encoding::Zstd)
            .value();
    return "POST /api/v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
           tablet.token +
           "\r\nContent-Type: application/json\r\nContent-Encoding: zstd\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Most of an answer is not even looked at.
std::array<char, 64 * 1024> scratch;

double milliseconds(SteadyTime::time_point since)
{
    return std::chrono::duration<double, std::milli>(SteadyTime::now() - since).count();
}

/// Of the kiosks; the server's certificate is its own, and nobody is in between.
SSL_CTX *clientContext()
{
    static const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    return context.get();
}

/// One kiosk's connection and the batches that it has to send.
class Sender
{
public:
    Sender(std::span<const std::string> requests, std::uint16_t port, Wire wire)
        : m_requests(requests)
        , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("a kiosk could not connect");
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (wire == Wire::Plain)
            return;
        m_tls.reset(SSL_new(clientContext()));
        SSL_set_fd(m_tls.get(), m_socket);
        if (SSL_connect(m_tls.get()) != 1)
            qFatal("a kiosk could not speak TLS");
    }
    Sender(const Sender &) = delete;
    Sender(Sender &&other) noexcept
        : m_requests(other.m_requests)
        , m_tls(std::move(other.m_tls))
        , m_socket(std::exchange(other.m_socket, -1))
    {
    }
    ~Sender()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }

    pollfd waiting() const { return {m_socket, POLLIN, 0}; }

    double bytes() const { return m_bytes; }

    /// False when there is none left.
    bool sendNext()
    {
        if (m_next == m_requests.size())
            return false;
        const auto &request = m_requests[m_next++];
        m_left = 0;
        m_since = SteadyTime::now();
        for (std::size_t sent = 0; sent < request.size();) {
            const auto rest = std::string_view(request).substr(sent);
            const auto count = m_tls ? SSL_write(m_tls.get(), rest.data(), int(rest.size()))
                                     : ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL);
            if (count <= 0)
                qFatal("a batch could not be sent");
            sent += std::size_t(count);
        }
        m_bytes += double(request.size());
        return true;
    }

    /// The milliseconds since the batch was sent, once its answer is there to the end.
    std::optional<double> read()
    {
        do {
            const auto count = m_tls ? SSL_read(m_tls.get(), scratch.data(), int(scratch.size()))
                                     : ::recv(m_socket, scratch.data(), scratch.size(), 0);
            if (count <= 0)
                qFatal("the server closed the connection");
            m_bytes += double(count);
            const std::string_view piece(scratch.data(), std::size_t(count));
            m_left = m_left == 0 ? sizeOf(piece) - piece.size() : m_left - piece.size();
        } while (m_tls && SSL_pending(m_tls.get()) > 0); // poll() does not know of it
        return m_left == 0 ? std::optional(milliseconds(m_since)) : std::nullopt;
    }

private:
    /// Of the whole answer, by its head, which comes in one piece.
    static std::size_t sizeOf(std::string_view piece)
    {
        constexpr std::string_view length = "\r\nContent-Length: ";
        const auto at = piece.find(length), end = piece.find("\r\n\r\n");
        if (!piece.starts_with("HTTP/1.1 200 ") || at == piece.npos || end == piece.npos)
            qFatal("a batch was answered with %s", std::string(piece).c_str());
        return end + 4 + std::strtoul(piece.data() + at + length.size(), nullptr, 10);
    }

    std::span<const std::string> m_requests;
    std::size_t m_next = 0;
    std::size_t m_left = 0; ///< bytes of the answer yet to come
    std::unique_ptr<SSL, decltype(&SSL_free)> m_tls{nullptr, &SSL_free};
    double m_bytes = 0;
    int m_socket;
    SteadyTime::time_point m_since;
};

} // namespace

check::Check usualCheck(const Clock &clock, const Uuid &device, std::size_t number)
{
    auto check = test::sampleCheck(clock, static_cast<int>(number * 7 % 11), device);
    check.items.push_back(
        {"liked",
         std::string(check::item_type::choices),
         json::array{"staff", "prices"},
         {},
         {},
         0});
    if (number % 20 == 0) {
        check::Item comment{
            "comment",
            std::string(check::item_type::text),
            "The staff at the till were friendly, but the queue was long.",
            {},
            {},
            0};
        check.items.push_back(check::withDigest(std::move(comment)).value());
    }
    return check;
}

json::object usualRecord(Tablet &tablet, const Clock &clock, std::size_t number)
{
    auto check = usualCheck(clock, tablet.device.id, number);
    check.state = check::State::Completed;
    return tablet.chained(std::move(check));
}

MadeBatches makeBatches(
    RealServer &server, test::ManualClock &clock, std::size_t kiosks, std::size_t batches,
    const std::function<std::size_t()> &size)
{
    MadeBatches out;
    std::vector<Tablet> tablets;
    for (std::size_t i = 0; i < kiosks; ++i)
        tablets.emplace_back(clock, *server.store);
    out.requests.resize(kiosks);
    for (std::size_t batch = 0; batch < batches; ++batch) {
        for (std::size_t i = 0; i < kiosks; ++i) {
            std::vector<json::object> records;
            for (auto left = size(); left > 0; --left) {
                clock.advance(std::chrono::milliseconds(40));
                records.push_back(usualRecord(tablets[i], clock, out.records++));
            }
            out.requests[i].push_back(onTheWire(tablets[i], records));
        }
    }
    return out;
}

Sent send(const MadeBatches &made, std::uint16_t port, Turn turn, Wire wire)
{
    std::vector<Sender> kiosks;
    std::vector<pollfd> waiting;
    for (const std::span<const std::string> requests : made.requests) {
        const auto rest = requests.subspan(std::min(turn.first, requests.size()));
        kiosks.emplace_back(rest.first(std::min(turn.count, rest.size())), port, wire);
        waiting.push_back(kiosks.back().waiting());
    }
    Sent out;
    const auto since = SteadyTime::now();
    std::size_t busy = 0;
    for (auto &kiosk : kiosks)
        busy += kiosk.sendNext();
    while (busy > 0) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0)
            qFatal("poll failed");
        for (std::size_t i = 0; i < kiosks.size(); ++i) {
            const auto took = waiting[i].revents ? kiosks[i].read() : std::nullopt;
            if (!took)
                continue;
            out.acknowledged.push_back(*took);
            busy -= !kiosks[i].sendNext();
        }
    }
    out.seconds = milliseconds(since) / 1000;
    for (const auto &kiosk : kiosks)
        out.bytes += kiosk.bytes();
    return out;
}

} // namespace vouch::bench
