#pragma once

#include "sync/server/http/message.h"

#include <chrono>
#include <cstdint>
#include <variant>

namespace vouch::http {

/// What bounds every connection. The defaults are for a server that faces a network.
struct Limits
{
    std::size_t header = 16 * 1024;
    /// Of the request's target; longer: 414.
    std::size_t target = 8 * 1024;
    /// For requests whose admission does not say otherwise.
    std::uint64_t body = 8 * 1024 * 1024;
    /// Beyond it a connection gets 503 and is closed.
    std::size_t connections = 2000;
    /// Bytes of the bodies that are being read or answered, all connections together; who would
    /// go beyond it gets 503 with Retry-After.
    std::size_t bodies = 256 * 1024 * 1024;
    /// Requests that wait for a worker; beyond it: 503.
    std::size_t queuedRequests = 256;

    std::chrono::milliseconds handshake{10'000};
    /// Between two requests.
    std::chrono::milliseconds idle{75'000};
    /// From the first byte of a request to the end of its header; then to the end of its body.
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds bodyTime{20'000};
    /// Until the handler, or the source of a body, gives something: then 503, or a cut.
    std::chrono::milliseconds answerTime{60'000};
    /// Until the peer took one piece, which has at most 256 KiB.
    std::chrono::milliseconds writeTime{20'000};
    /// What is read, and thrown away, of a request that was refused before it was all there, so
    /// that the peer sees the refusal and no reset.
    std::size_t drain = 16 * 1024 * 1024;
    std::chrono::milliseconds drainTime{5'000};
    /// Between two events named `alive` on an event stream that has nothing else to say.
    std::chrono::milliseconds heartbeat{15'000};
    /// What stop() leaves to the requests under way.
    std::chrono::milliseconds stopTime{10'000};
};

struct Tls
{
    /// PEM files: the server's certificate with the chain behind it, and its key.
    std::string certificateFile;
    std::string keyFile;
};

/// An HTTP/1.1 server. Handlers run on its workers, as many at a time as there are, and may answer
/// later from any other thread. An exception that leaves a handler is logged and answered with 500.
class Server
{
public:
    /// What the header alone decides: how long the body may be, or the answer at once. A body that
    /// was not read costs the client its connection.
    using Admission = std::variant<std::uint64_t, Response>;
    /// Runs on an I/O thread: it must neither block nor throw.
    using Admit = std::function<Admission(const Request &)>;

    struct Options
    {
        Limits limits;
        std::size_t ioThreads = 2;
        std::size_t workers = 4;
        std::optional<Tls> tls;
        /// The address of a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed; of
        /// everybody else they are not. Empty: nobody's are.
        std::string trustedProxy{};
        /// Without it every request may have a body of limits.body.
        Admit admit;
        /// One line without its end, from any thread. Never holds a header, a query or a body.
        std::function<void(const std::string &)> log;
    };

    struct Statistics
    {
        std::size_t connections = 0;
        std::uint64_t requests = 0;
        /// Connections and requests turned away because there were too many.
        std::uint64_t overloaded = 0;
        /// Connections closed because the peer was too slow.
        std::uint64_t timeouts = 0;
    };

    /// Whether both files can be used, and belong together. Failure `tls-failed`.
    static Result<void> checkTls(const Tls &tls);

    Server(Options options, Handler handler);
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    /// Stops.
    ~Server();

    /// `address` is numeric: "127.0.0.1", "::". With port 0 the system chooses a free one. Call it
    /// once. Failures: `listen-failed`, `tls-failed`.
    Result<void> listen(const std::string &address, std::uint16_t port);
    /// Reads certificate and key anew; connections made from now on get them. Failure `tls-failed`:
    /// they cannot be used, and those in use stay. Nothing without TLS.
    Result<void> reloadTls();
    /// The port that is listened on.
    std::uint16_t port() const;

    /// No new connections; idle ones close; requests under way and downloads get limits.stopTime,
    /// then they are cut; event streams end at once. Returns when all connections and threads are
    /// gone. Never call it from a handler. A Responder called later does nothing.
    void stop();

    Statistics statistics() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vouch::http
