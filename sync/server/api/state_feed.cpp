#include "sync/server/api/state_feed.h"

#include "sync/server/api/score_json.h"

#include <algorithm>

namespace vouch::server {

namespace {

/// Between two rounds of pushes: a busy chain is shown ten times a second, not a thousand.
constexpr std::chrono::milliseconds leastPause{100};
constexpr std::chrono::seconds dayCheck{30};

std::string dataOf(const StoreState &state)
{
    json::object data{
        {"store", state.store}, {"version", state.version}, {"day", formatDay(state.day)}};
    for (auto &member : scoreJson(state.tally))
        data[member.key()] = std::move(member.value());
    return plainJson(data);
}

} // namespace

StateFeed::StateFeed()
    : m_hub(http::EventHub::make())
{
}

StateFeed::~StateFeed()
{
    stop();
}

void StateFeed::changed(const std::set<std::string> &stores)
{
    {
        const std::lock_guard lock(m_mutex);
        m_changed.insert(stores.begin(), stores.end());
    }
    m_wake.notify_one();
}

void StateFeed::start(const Store &store)
{
    m_store = &store;
    m_thread = std::thread([this] { work(); });
}

void StateFeed::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void StateFeed::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_wake.wait_for(lock, dayCheck, [this] { return m_ending || !m_changed.empty(); });
        const auto changed = std::exchange(m_changed, {});
        lock.unlock();
        if (changed.empty())
            pushWatched();
        else
            pushAll(changed);
        lock.lock();
        m_wake.wait_for(lock, leastPause, [this] { return m_ending; });
    }
}

void StateFeed::pushAll(const std::set<std::string> &stores)
{
    for (const auto &id : stores) {
        const auto info = m_store->findStore(id);
        if (!info || !*info)
            continue;
        const std::lock_guard lock(m_pushing);
        const auto state = m_store->state(id);
        if (!state)
            continue; // the next change, or the next who asks, tells it
        const auto data = dataOf(*state);
        m_hub->publish(storeTopic(id), data);
        if (!(*info)->region.empty())
            m_hub->publish(regionTopic((*info)->region), data);
        m_hub->publish(chainTopic(), data);
    }
}

void StateFeed::pushWatched()
{
    const auto stores = m_store->stores();
    if (!stores)
        return;
    for (const auto &status : *stores) {
        if (m_hub->subscribers(storeTopic(status.info.id)))
            (void)refresh(status.info); // tried again at the next check
    }
}

Result<void> StateFeed::refresh(const StoreInfo &info)
{
    const std::lock_guard lock(m_pushing);
    const auto state = m_store->state(info.id);
    if (!state)
        return state.failure();
    m_hub->publish(storeTopic(info.id), dataOf(*state));
    return {};
}

Result<void> StateFeed::prime(const std::string &topic, const Scope &scope)
{
    if (m_hub->newest(topic))
        return {};
    const auto stores = m_store->stores();
    if (!stores)
        return stores.failure();
    const StoreStatus *latest = nullptr;
    for (const auto &status : *stores) {
        if (scope.sees(status.info) && (!latest || status.lastAnswer > latest->lastAnswer))
            latest = &status;
    }
    if (!latest)
        return {};
    const std::lock_guard lock(m_pushing);
    const auto state = m_store->state(latest->info.id);
    if (!state)
        return state.failure();
    m_hub->publishIfNone(topic, dataOf(*state));
    return {};
}

} // namespace vouch::server
