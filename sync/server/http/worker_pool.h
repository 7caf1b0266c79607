#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vouch::http {

/// Threads for what may block. Jobs start in the order in which they came.
class WorkerPool
{
public:
    using Job = std::function<void()>;

    /// At most `maxQueued` jobs given by tryPost() wait at a time.
    WorkerPool(std::size_t threads, std::size_t maxQueued);
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;
    ~WorkerPool();

    /// False if too many jobs wait already. A job must not throw.
    bool tryPost(Job job);
    /// For the next step of work that was let in before: never refused.
    void post(Job job);

    /// Drops what waits, returns when what runs is done.
    void stop();

private:
    void run();

    const std::size_t m_maxQueued;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace vouch::http
