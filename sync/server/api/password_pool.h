#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vouch::server {

/// Runs Argon2id away from the server's workers: each run takes 64 MiB and a tenth of a second, so
/// few run at once and few wait. Safe from any thread.
class PasswordPool
{
public:
    explicit PasswordPool(std::size_t threads = 2, std::size_t mostWaiting = 16);
    PasswordPool(const PasswordPool &) = delete;
    PasswordPool &operator=(const PasswordPool &) = delete;
    /// Finishes what was taken.
    ~PasswordPool();

    /// False when too many wait already; `job` then never runs. `job` must not throw.
    bool submit(std::function<void()> job);

private:
    void work();

    const std::size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace vouch::server
