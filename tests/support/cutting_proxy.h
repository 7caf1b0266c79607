#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vouch::test {

/// Stands between a client and PostgreSQL, both on Unix sockets, and does something at the n-th
/// message of a client. libpq sends one and waits, so that each is one call.
class CuttingProxy
{
public:
    enum class When {
        Before, ///< the message does not arrive
        After,  ///< it arrives and is answered; the answer does not come back
    };

    /// Listens in `folder`, for what the server in `behind` serves.
    CuttingProxy(std::filesystem::path folder, std::filesystem::path behind);
    ~CuttingProxy();

    /// Every connection is cut at the n-th message from now on, after `first` was called. n = 0:
    /// none.
    void at(int n, When when, std::function<void()> first = {});
    /// Whether there were as many.
    bool happened() const { return m_happened; }
    /// Messages so far of the connection that had most of them, of those in use since countAnew().
    int mostOfOne() const { return m_mostOfOne; }
    void countAnew() { m_mostOfOne = 0; }

private:
    void accept();
    void serve(int client);
    bool isDue(std::function<void()> &first);
    void cutAll();

    const std::filesystem::path m_folder;
    const std::filesystem::path m_behind;
    int m_listener = -1;
    std::mutex m_mutex;
    int m_left = 0;
    When m_when = When::Before;
    std::function<void()> m_first;
    std::atomic<bool> m_happened = false;
    std::atomic<int> m_mostOfOne = 0;
    std::vector<int> m_open; ///< descriptors of both ends
    std::vector<std::thread> m_threads;
    std::thread m_accepting;
};

} // namespace vouch::test
