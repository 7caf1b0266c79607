#include "sync/server/api/state_feed.h"

#include "core/base/crypto.h"
#include "sync/server/api/score_json.h"

#include <algorithm>

namespace vouch::server {

namespace {

/// Between two rounds of pushes: a busy chain is shown ten times a second, not a thousand.
constexpr std::chrono::milliseconds leastPause{100};
constexpr std::chrono::seconds dayCheck{30};
/// After it a topic that nobody reads is forgotten.
constexpr std::chrono::seconds unwatchedTime{60};

std::string dataOf(const StoreState &state)
{
    json::object data{
        {"store", state.store}, {"version", state.version}, {"day", formatDay(state.day)}};
    for (auto &member : scoreJson(state.tally))
        data[member.key()] = std::move(member.value());
    return plainJson(data);
}

} // namespace

StateFeed::StateFeed(std::chrono::milliseconds recheck)
    : m_hub(http::EventHub::make())
    , m_recheck(recheck)
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

void StateFeed::rightsChanged()
{
    {
        const std::lock_guard lock(m_mutex);
        m_rightsChanged = true;
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
    auto recheckAt = std::chrono::steady_clock::now() + m_recheck;
    auto dayCheckAt = std::chrono::steady_clock::now() + dayCheck;
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_wake.wait_until(
            lock, recheckAt, [this] { return m_ending || m_rightsChanged || !m_changed.empty(); });
        const auto changed = std::exchange(m_changed, {});
        const auto now = std::chrono::steady_clock::now();
        const bool rechecks = std::exchange(m_rightsChanged, false) || now >= recheckAt;
        lock.unlock();
        if (rechecks) {
            dropWhoMayNot();
            recheckAt = now + m_recheck;
        }
        pushAll(changed);
        if (now >= dayCheckAt) {
            pushWatched();
            dayCheckAt = now + dayCheck;
        }
        lock.lock();
        m_wake.wait_for(lock, leastPause, [this] { return m_ending; });
    }
}

std::vector<StateFeed::Watch> StateFeed::watches()
{
    const std::lock_guard lock(m_mutex);
    std::vector<Watch> out;
    for (const auto &[key, watch] : m_watches)
        out.push_back(watch);
    return out;
}

void StateFeed::pushAll(const std::set<std::string> &stores)
{
    if (stores.empty())
        return;
    const auto all = watches();
    std::map<std::string, std::string> latest; // by topic
    const std::lock_guard lock(m_pushing);
    for (const auto &id : stores) {
        const auto state = m_store->state(id);
        if (!state)
            continue; // the next change, or the next who asks, tells it
        const auto data = dataOf(*state);
        for (const auto &watch : all)
            if (watch.stores.contains(id))
                latest[watch.topic] = data;
    }
    for (auto &[topic, data] : latest)
        m_hub->publish(topic, std::move(data));
}

void StateFeed::pushWatched()
{
    for (const auto &watch : watches())
        if (watch.stores.ids().size() == 1)
            (void)refresh(watch); // tried again at the next check
}

void StateFeed::dropWhoMayNot()
{
    const auto now = std::chrono::steady_clock::now();
    std::vector<std::string> over;
    for (const auto &watch : watches()) {
        const bool isLeft =
            m_hub->subscribers(watch.topic) == 0 && now - watch.askedAt > unwatchedTime;
        if (isLeft || !watch.stillMay())
            over.push_back(watch.topic);
    }
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_watches, [&](const auto &entry) {
            return std::find(over.begin(), over.end(), entry.second.topic) != over.end();
        });
    }
    for (const auto &topic : over)
        m_hub->end(topic);
}

Result<std::string>
StateFeed::watch(const std::string &who, StoreSet stores, std::function<bool()> stillMay)
{
    std::string key = who + '\n' + (stores.isAll() ? "all" : "");
    for (const auto &id : stores.ids())
        key += ' ' + id;
    key = crypto::blake2bHex(key);
    Watch watch;
    {
        const std::lock_guard lock(m_mutex);
        auto &entry = m_watches[key];
        if (entry.topic.empty()) {
            entry.topic = "watch/" + std::to_string(++m_lastTopic);
            entry.stores = std::move(stores);
            entry.stillMay = std::move(stillMay);
        }
        entry.askedAt = std::chrono::steady_clock::now();
        watch = entry;
    }
    if (const auto ready = refresh(watch); !ready)
        return ready.failure();
    return watch.topic;
}

Result<void> StateFeed::refresh(const Watch &watch)
{
    std::optional<std::string> latest;
    if (watch.stores.ids().size() == 1) {
        latest = *watch.stores.ids().begin();
    } else if (!m_hub->newest(watch.topic)) {
        const auto all = m_store->stores();
        if (!all)
            return all.failure();
        const StoreStatus *last = nullptr;
        for (const auto &status : *all)
            if (watch.stores.contains(status.info.id) &&
                (!last || status.lastAnswer > last->lastAnswer))
                last = &status;
        if (last)
            latest = last->info.id;
    }
    if (!latest)
        return {};
    const std::lock_guard lock(m_pushing);
    const auto state = m_store->state(*latest);
    if (!state)
        return state.failure();
    if (watch.stores.ids().size() == 1)
        m_hub->publish(watch.topic, dataOf(*state));
    else
        m_hub->publishIfNone(watch.topic, dataOf(*state));
    return {};
}

} // namespace vouch::server
