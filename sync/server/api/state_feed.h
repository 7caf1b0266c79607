#pragma once

#include "sync/server/http/event_hub.h"
#include "sync/server/store/store.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <thread>

namespace vouch::server {

/// Pushes the live state of stores to those who watch: after a commit, and when a store's day ends.
/// Changes that come faster than they can be read are one push. Who watches several stores gets the
/// state of the one that moved last. Whoever may no longer watch is cut off. Safe from any thread.
class StateFeed
{
public:
    /// How often it asks whether those who watch still may.
    explicit StateFeed(std::chrono::milliseconds recheck = std::chrono::seconds(5));
    StateFeed(const StateFeed &) = delete;
    StateFeed &operator=(const StateFeed &) = delete;
    ~StateFeed();

    /// For Store::Options::onChanged: only remembers and wakes.
    void changed(const std::set<std::string> &stores);
    /// Somebody's rights changed: asks soon whether those who watch still may.
    void rightsChanged();
    /// From here on it reads `store`, which must stay until stop() returned.
    void start(const Store &store);
    void stop();

    const std::shared_ptr<http::EventHub> &hub() const { return m_hub; }

    /// The topic of the hub that holds the state of `stores` from now on. `who` (a credential) and
    /// the same stores share one; it ends as soon as `stillMay` says no, and so do the streams.
    Result<std::string>
    watch(const std::string &who, StoreSet stores, std::function<bool()> stillMay);

private:
    struct Watch
    {
        std::string topic;
        StoreSet stores;
        std::function<bool()> stillMay;
        std::chrono::steady_clock::time_point askedAt;
    };
    using Watches = std::map<std::string, Watch>; ///< by who watches what

    void work();
    void pushAll(const std::set<std::string> &stores);
    /// A new day begins at nought without any answer.
    void pushWatched();
    void dropWhoMayNot();
    std::vector<Watch> watches();
    Result<void> refresh(const Watch &watch);

    std::shared_ptr<http::EventHub> m_hub;
    const std::chrono::milliseconds m_recheck;
    const Store *m_store = nullptr;
    std::mutex m_pushing; ///< state is read and published under it: an older one never comes last
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::set<std::string> m_changed;
    bool m_rightsChanged = false;
    Watches m_watches;
    std::uint64_t m_lastTopic = 0;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace vouch::server
