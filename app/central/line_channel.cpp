#include "app/central/line_channel.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>

namespace vouch::central {

namespace {

/// One page of an export, escaped, with room to spare.
constexpr std::size_t longestLine = 64u << 20;

Failure closed()
{
    return {
        "channel-closed",
        "The connection between the command and the running server ended. Try again.",
        {}};
}

} // namespace

LineChannel::~LineChannel()
{
    ::close(m_descriptor);
}

Result<void> LineChannel::send(const json::object &message)
{
    const auto line = json::serialize(message) + '\n';
    for (std::size_t sent = 0; sent < line.size();) {
        const auto count =
            ::send(m_descriptor, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return closed();
        sent += static_cast<std::size_t>(count);
    }
    return {};
}

Result<json::object> LineChannel::receive()
{
    std::size_t searched = 0;
    std::size_t end;
    while ((end = m_buffer.find('\n', searched)) == m_buffer.npos) {
        searched = m_buffer.size();
        char piece[65536];
        const auto count = ::recv(m_descriptor, piece, sizeof piece, 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || m_buffer.size() > longestLine)
            return closed();
        m_buffer.append(piece, static_cast<std::size_t>(count));
    }
    auto value = parseJson(std::string_view(m_buffer).substr(0, end));
    m_buffer.erase(0, end + 1);
    if (!value)
        return value.failure();
    auto *object = value->if_object();
    if (!object)
        return Failure{"json-malformed", "A message must be an object.", {}};
    return std::move(*object);
}

Result<std::string> socketPath(const std::filesystem::path &path)
{
    auto text = path.string();
    if (text.size() >= sizeof(sockaddr_un::sun_path))
        return Failure{
            "path-too-long",
            "The path of the database is too long for the socket beside it; use a shorter one.",
            std::move(text)};
    return text;
}

} // namespace vouch::central
