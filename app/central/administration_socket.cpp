#include "app/central/administration_socket.h"

#include "app/central/line_channel.h"
#include "app/central/local_administration.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vouch::central {

namespace {

/// A command that neither asks nor takes for so long is gone.
constexpr timeval clientPatience{20, 0};

json::object failureJson(const Failure &failure)
{
    return {
        {"failure",
         json::object{
             {"code", failure.code}, {"message", failure.message}, {"where", failure.where}}}};
}

Failure systemFailure(const std::string &path)
{
    return {
        "socket-failed",
        "The socket for administration commands cannot be made: " +
            std::string(std::strerror(errno)) + ". Check who may write to the data's folder.",
        path};
}

} // namespace

AdministrationSocket::AdministrationSocket(Administration &administration)
    : m_administration(administration)
{
}

AdministrationSocket::~AdministrationSocket()
{
    stop();
}

Result<void> AdministrationSocket::listen(const std::filesystem::path &socket)
{
    const auto path = socketPath(socket);
    if (!path)
        return path.failure();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path->copy(address.sun_path, path->size());
    ::unlink(path->c_str());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto before = ::umask(077);
    const auto *generic = reinterpret_cast<const sockaddr *>(&address);
    const bool bound = m_listener >= 0 && ::bind(m_listener, generic, sizeof address) == 0;
    ::umask(before);
    if (!bound || ::listen(m_listener, 8) != 0 || ::pipe2(m_wake, O_CLOEXEC) != 0)
        return systemFailure(*path);
    m_path = socket;
    m_thread = std::thread([this] { work(); });
    return {};
}

void AdministrationSocket::stop()
{
    m_ending = true;
    if (m_thread.joinable()) {
        [[maybe_unused]] const auto written = ::write(m_wake[1], "x", 1);
        m_thread.join();
    }
    for (int *descriptor : {&m_listener, &m_wake[0], &m_wake[1]}) {
        if (*descriptor >= 0)
            ::close(*descriptor);
        *descriptor = -1;
    }
    if (!m_path.empty())
        ::unlink(m_path.c_str());
    m_path.clear();
}

void AdministrationSocket::work()
{
    while (!m_ending) {
        pollfd watched[] = {{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
        if (::poll(watched, 2, -1) < 0 || !(watched[0].revents & POLLIN))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            serve(client);
    }
}

void AdministrationSocket::serve(int descriptor)
{
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &clientPatience, sizeof clientPatience);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &clientPatience, sizeof clientPatience);
    LineChannel channel(descriptor);
    auto request = channel.receive();
    if (!request)
        return;
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return;
    (*request)["by"] = accountOf(peer.uid); // whatever the request says of it
    const auto sink = [this, &channel](std::string_view piece) -> Result<void> {
        if (m_ending)
            return Failure{"server-stopping", "The server is stopping. Try again later.", {}};
        return channel.send({{"piece", piece}});
    };
    const auto result = m_administration.perform(*request, sink);
    // A client that has gone meanwhile gets no answer; what it asked for is done all the same.
    (void)channel.send(result ? json::object{{"result", *result}} : failureJson(result.failure()));
}

} // namespace vouch::central
