#pragma once

#include "sync/server/api/access.h"
#include "sync/server/http/event_hub.h"
#include "sync/server/store/store.h"

#include <condition_variable>
#include <thread>

namespace vouch::server {

/// Pushes the live state of stores to those who watch: after a commit, and when a store's day ends.
/// Changes that come faster than they can be read are one push. Topics: one for each store, one for
/// each region and one for the chain; the last two hold the state of the store that moved last.
/// Safe from any thread.
class StateFeed
{
public:
    StateFeed();
    StateFeed(const StateFeed &) = delete;
    StateFeed &operator=(const StateFeed &) = delete;
    ~StateFeed();

    /// For Store::Options::onChanged: only remembers and wakes.
    void changed(const std::set<std::string> &stores);
    /// From here on it reads `store`, which must stay until stop() returned.
    void start(const Store &store);
    void stop();

    const std::shared_ptr<http::EventHub> &hub() const { return m_hub; }

    static std::string storeTopic(const std::string &store) { return "store/" + store; }
    static std::string regionTopic(const std::string &region) { return "region/" + region; }
    static std::string chainTopic() { return "chain"; }

    /// Makes sure that the topic holds the state of now, before somebody subscribes.
    Result<void> refresh(const StoreInfo &info);
    /// Likewise for a topic of many stores: the one of them that had the last answer.
    Result<void> prime(const std::string &topic, const Scope &scope);

private:
    void work();
    void pushAll(const std::set<std::string> &stores);
    /// A new day begins at nought without any answer.
    void pushWatched();

    std::shared_ptr<http::EventHub> m_hub;
    const Store *m_store = nullptr;
    std::mutex m_pushing; ///< state is read and published under it: an older one never comes last
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::set<std::string> m_changed;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace vouch::server
