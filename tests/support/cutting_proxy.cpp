#include "cutting_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace vouch::test {

namespace {

sockaddr_un addressIn(const std::filesystem::path &folder)
{
    sockaddr_un out{};
    out.sun_family = AF_UNIX;
    std::strncpy(out.sun_path, (folder / ".s.PGSQL.5432").c_str(), sizeof out.sun_path - 1);
    return out;
}

bool forward(const char *bytes, ssize_t size, int to)
{
    while (size > 0) {
        const auto sent = ::send(to, bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= sent;
    }
    return true;
}

} // namespace

CuttingProxy::CuttingProxy(std::filesystem::path folder, std::filesystem::path behind)
    : m_folder(std::move(folder))
    , m_behind(std::move(behind))
{
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = addressIn(m_folder);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(m_listener, 64) != 0)
        throw std::runtime_error("the proxy cannot listen");
    m_accepting = std::thread([this] { accept(); });
}

CuttingProxy::~CuttingProxy()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_accepting.join();
    cutAll();
    for (auto &thread : m_threads)
        thread.join();
    ::close(m_listener);
    ::unlink((m_folder / ".s.PGSQL.5432").c_str());
}

void CuttingProxy::at(int n, When when, std::function<void()> first)
{
    const std::lock_guard lock(m_mutex);
    m_left = n;
    m_when = when;
    m_first = std::move(first);
    m_happened = false;
}

void CuttingProxy::accept()
{
    for (;;) {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        const std::lock_guard lock(m_mutex);
        m_threads.emplace_back([this, client] { serve(client); });
    }
}

/// `first` is what is to be called before it is cut.
bool CuttingProxy::isDue(std::function<void()> &first)
{
    const std::lock_guard lock(m_mutex);
    if (m_left == 0 || --m_left > 0)
        return false;
    m_happened = true;
    first = m_first ? m_first : [] {};
    return true;
}

void CuttingProxy::cutAll()
{
    const std::lock_guard lock(m_mutex);
    for (const int descriptor : m_open)
        ::shutdown(descriptor, SHUT_RDWR);
}

void CuttingProxy::serve(int client)
{
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = addressIn(m_behind);
    bool open =
        ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    {
        const std::lock_guard lock(m_mutex);
        m_open.insert(m_open.end(), {client, server});
    }
    std::function<void()> first;
    int seen = 0;
    std::vector<char> bytes(1u << 16);
    while (open) {
        pollfd ends[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        ::poll(ends, 2, -1);
        if (ends[0].revents != 0) {
            const auto size = ::recv(client, bytes.data(), bytes.size(), 0);
            if (size > 0 && ++seen > m_mostOfOne)
                m_mostOfOne = seen;
            const bool due = size > 0 && isDue(first);
            if (due && m_when == When::Before)
                first();
            open =
                size > 0 && (!due || m_when == When::After) && forward(bytes.data(), size, server);
        } else if (ends[1].revents != 0) {
            const auto size = ::recv(server, bytes.data(), bytes.size(), 0);
            if (first)
                first();
            open = size > 0 && !first && forward(bytes.data(), size, client);
        }
    }
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_open, [&](int each) { return each == client || each == server; });
    ::close(client);
    ::close(server);
}

} // namespace vouch::test
