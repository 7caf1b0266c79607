#pragma once

#include "sync/server/http/server.h"

namespace vouch::http {

/// Reads one request out of bytes, strictly: what two readers could understand differently is
/// refused. It does no input or output.
class RequestReader
{
public:
    enum class State { Header, Body, Done, Failed };

    explicit RequestReader(const Limits &limits);
    RequestReader(const RequestReader &) = delete;
    RequestReader &operator=(const RequestReader &) = delete;
    ~RequestReader();

    State state() const { return m_state; }

    /// Takes what it can of the bytes that are there and returns how many it took; the rest must
    /// come again, at the front, with more behind it. Stops after the header, and after the
    /// request. Only in state Header or Body.
    std::size_t put(const char *data, std::size_t size);

    /// Call it in state Body before the first put(): the body may have so many bytes.
    void limitBody(std::uint64_t limit);

    /// From the end of the header on; the body is there when the state is Done.
    Request &request() { return m_request; }
    bool isVersion11() const { return m_version11; }
    bool keepsAlive() const { return m_keepsAlive; }
    /// The client waits for "100 Continue" before it sends the body.
    bool expectsContinue() const { return m_expectsContinue; }

    /// In state Failed: what to tell the client before the connection is closed.
    const Response &failure() const { return m_failure; }

private:
    class Parser;

    void finishHeader();
    void fail(int status, std::string_view code, std::string_view detail);
    void failMalformed(std::string_view detail);

    const Limits &m_limits;
    std::unique_ptr<Parser> m_parser;
    State m_state = State::Header;
    std::size_t m_headerSize = 0;
    bool m_version11 = true;
    bool m_keepsAlive = false;
    bool m_expectsContinue = false;
    Request m_request;
    Response m_failure;
};

} // namespace vouch::http
