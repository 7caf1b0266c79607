#include "app/central/socket_administration.h"

#include "app/central/command.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace vouch::central {

Result<std::unique_ptr<SocketAdministration>>
SocketAdministration::connect(const std::filesystem::path &socket)
{
    auto path = socketPath(socket);
    if (!path)
        return path.failure();
    auto first = open(*path);
    if (!first)
        return first.failure();
    return std::unique_ptr<SocketAdministration>(
        new SocketAdministration(std::move(*path), std::move(*first)));
}

Result<SocketAdministration::Channel> SocketAdministration::open(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, path.size());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto *generic = reinterpret_cast<const sockaddr *>(&address);
    if (descriptor < 0 || ::connect(descriptor, generic, sizeof address) != 0) {
        if (descriptor >= 0)
            ::close(descriptor);
        return Failure{"server-absent", "No server takes commands here.", path};
    }
    return std::make_unique<LineChannel>(descriptor);
}

Result<json::object> SocketAdministration::perform(const json::object &request, const Sink &sink)
{
    if (!m_next) {
        auto opened = open(m_path);
        if (!opened)
            return opened.failure();
        m_next = std::move(*opened);
    }
    const auto channel = std::move(m_next);
    if (const auto sent = channel->send(request); !sent)
        return sent.failure();
    for (;;) {
        auto line = channel->receive();
        if (!line)
            return line;
        if (const auto *piece = findString(*line, "piece")) {
            if (const auto taken = sink(view(*piece)); !taken)
                return taken.failure();
        } else if (const auto *failure = findObject(*line, "failure")) {
            return Failure{
                textOf(*failure, "code"), textOf(*failure, "message"), textOf(*failure, "where")};
        } else if (const auto *result = findObject(*line, "result")) {
            return *result;
        } else {
            return Failure{
                "answer-malformed",
                "The running server answered what this version does not know. Restart it.",
                {}};
        }
    }
}

} // namespace vouch::central
