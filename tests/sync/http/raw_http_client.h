#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace vouch::test {

/// A response as it came over the wire; names of fields in lower case.
struct RawResponse
{
    int status = 0;
    std::multimap<std::string, std::string> headers;
    std::string body;
    std::multimap<std::string, std::string> trailers;
    /// False if the connection ended before the body did.
    bool whole = false;

    std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

/// A TCP client that sends exactly the bytes it is told to. Every wait ends after `patience`, which
/// only a failing test reaches.
class RawHttpClient
{
public:
    static constexpr std::chrono::seconds patience{20};

    explicit RawHttpClient(std::uint16_t port, int receiveBuffer = 0)
        : RawHttpClient()
    {
        if (receiveBuffer > 0) {
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        }
        connect(port);
    }
    /// With its socket, but without a connection yet.
    static RawHttpClient unconnected() { return {}; }

    RawHttpClient(RawHttpClient &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_connected(other.m_connected)
        , m_ended(other.m_ended)
        , m_bytes(std::move(other.m_bytes))
    {
    }
    ~RawHttpClient() { close(); }

    void connect(std::uint16_t port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected =
            m_socket >= 0 &&
            ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    bool isConnected() const { return m_connected; }

    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }

    void shutdownSending() { ::shutdown(m_socket, SHUT_WR); }

    /// Sends `byte` again and again; whether the server closed the connection at last.
    bool trickleUntilClosed(const std::string &byte)
    {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < until) {
            pollfd waiting{m_socket, POLLIN, 0};
            if (::poll(&waiting, 1, 5) > 0)
                return !readSome();
            if (!send(byte))
                return true;
        }
        return false;
    }

    /// False once the server does not take more.
    bool send(const std::string &bytes)
    {
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            const auto count = unbroken([&] {
                return ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            });
            if (count <= 0)
                return false;
            sent += static_cast<std::size_t>(count);
        }
        return true;
    }

    /// Reads up to `limit` more bytes; false at the end of the connection.
    bool readSome(std::size_t limit = 64 * 1024)
    {
        pollfd waiting{m_socket, POLLIN, 0};
        const auto time = std::chrono::milliseconds(patience).count();
        if (m_ended || unbroken([&] { return ::poll(&waiting, 1, static_cast<int>(time)); }) <= 0)
            return false;
        std::string piece(limit, '\0');
        const auto count =
            unbroken([&] { return ::recv(m_socket, piece.data(), piece.size(), 0); });
        if (count <= 0) {
            m_ended = true;
            m_reset = count < 0;
            return false;
        }
        m_bytes.append(piece, 0, static_cast<std::size_t>(count));
        return true;
    }

    /// Whether the server closes the connection; what comes before that is in bytes().
    bool awaitClose()
    {
        while (readSome()) {
        }
        return m_ended;
    }
    bool wasReset() const { return m_reset; }
    const std::string &bytes() const { return m_bytes; }

    /// The bytes up to and including `mark`, taken; nothing if the connection ends before.
    std::optional<std::string> readUntil(const std::string &mark)
    {
        std::size_t end;
        while ((end = m_bytes.find(mark)) == std::string::npos) {
            if (!readSome())
                return std::nullopt;
        }
        return take(end + mark.size());
    }

    /// Status 0 if none comes.
    RawResponse readResponse(bool hasBody = true)
    {
        RawResponse response;
        const auto head = readUntil("\r\n\r\n");
        if (!head)
            return response;
        response.status = std::atoi(head->c_str() + 9);
        response.headers = fields(head->substr(head->find("\r\n") + 2));
        if (!hasBody || response.status < 200 || response.status == 204 || response.status == 304) {
            response.whole = true;
        } else if (response.header("transfer-encoding") == "chunked") {
            readChunks(response);
        } else if (response.headers.contains("content-length")) {
            const std::size_t size = std::stoul(response.header("content-length"));
            while (m_bytes.size() < size && readSome()) {
            }
            response.whole = m_bytes.size() >= size;
            response.body = take(size);
        } else {
            response.whole = awaitClose() && !m_reset;
            response.body = take(m_bytes.size());
        }
        return response;
    }

    RawResponse exchange(const std::string &request)
    {
        send(request);
        return readResponse();
    }

    /// The data of the next chunk; nothing after the last one, or if the connection ends.
    std::optional<std::string> readChunk()
    {
        const auto line = readUntil("\r\n");
        if (!line)
            return std::nullopt;
        const std::size_t size = std::stoul(*line, nullptr, 16);
        m_lastChunk = size == 0;
        if (m_lastChunk)
            return std::nullopt;
        while (m_bytes.size() < size + 2) {
            if (!readSome())
                return std::nullopt;
        }
        return take(size + 2).substr(0, size);
    }
    bool sawLastChunk() const { return m_lastChunk; }

private:
    RawHttpClient()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
    }

    /// Again when a signal came in between: libFuzzer keeps time by one.
    template <class Call> static ssize_t unbroken(Call &&call)
    {
        ssize_t done = call();
        while (done < 0 && errno == EINTR)
            done = call();
        return done;
    }

    std::string take(std::size_t size)
    {
        std::string taken = m_bytes.substr(0, size);
        m_bytes.erase(0, taken.size());
        return taken;
    }

    void readChunks(RawResponse &response)
    {
        while (const auto chunk = readChunk())
            response.body += *chunk;
        if (!m_lastChunk)
            return;
        while (true) {
            const auto line = readUntil("\r\n");
            if (!line)
                return;
            if (*line == "\r\n")
                break;
            response.trailers.merge(fields(*line));
        }
        response.whole = true;
    }

    static std::multimap<std::string, std::string> fields(const std::string &lines)
    {
        std::multimap<std::string, std::string> found;
        std::size_t start = 0;
        for (auto end = lines.find("\r\n"); end != std::string::npos && end > start;
             end = lines.find("\r\n", start)) {
            const std::string line = lines.substr(start, end - start);
            const auto colon = line.find(": ");
            std::string name = line.substr(0, colon);
            for (char &c : name)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            found.emplace(name, line.substr(colon + 2));
            start = end + 2;
        }
        return found;
    }

    int m_socket = -1;
    bool m_connected = false;
    bool m_ended = false;
    bool m_reset = false;
    bool m_lastChunk = false;
    std::string m_bytes;
};

} // namespace vouch::test
