#pragma once

#include "core/base/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace vouch::server {

class PostgresqlSession;

/// Tells other servers on the same PostgreSQL database which stores changed, and hears it from
/// them: by NOTIFY and LISTEN on a connection of its own, at most twice a second, and never within
/// a transaction that stores anything. The same connection holds the advisory lock of the one
/// server that does scheduled work. Safe from any thread.
class ChangeFeed
{
public:
    using OnChanged = std::function<void(const std::set<std::string> &)>;

    /// `onChanged` is called with what others changed, on a thread of the feed's; after a break of
    /// the connection with all stores, for nobody knows what was missed. Failures as of
    /// PostgresqlSession::open().
    static Result<std::unique_ptr<ChangeFeed>> open(const std::string &url, OnChanged onChanged);
    ~ChangeFeed();

    /// To be told to the others.
    void changed(const std::set<std::string> &stores);
    /// As Store::leads(). Who never asks never leads.
    bool leads()
    {
        m_wantsToLead = true;
        return m_leads;
    }

private:
    ChangeFeed(std::unique_ptr<PostgresqlSession> session, OnChanged onChanged);
    void work();
    void waitForNews();
    void listen();
    void tell();
    void hear();
    void tryToLead();

    std::unique_ptr<PostgresqlSession> m_session;
    const OnChanged m_onChanged;
    int m_wake[2] = {-1, -1}; ///< a pipe
    std::mutex m_mutex;
    std::set<std::string> m_changed;
    bool m_ending = false;
    std::chrono::steady_clock::time_point m_toldAt;
    std::atomic<bool> m_wantsToLead = false;
    std::atomic<bool> m_leads = false;
    std::thread m_thread;
};

} // namespace vouch::server
