#include "sync/server/http/event_hub.h"

#include "core/base/crypto.h"

#include <utility>

namespace vouch::http {

EventHub::Subscription::Subscription(
    std::shared_ptr<EventHub> hub, std::string topic, std::uint64_t key)
    : m_hub(std::move(hub))
    , m_topic(std::move(topic))
    , m_key(key)
{
}

EventHub::Subscription::~Subscription()
{
    m_hub->unsubscribe(m_topic, m_key);
}

std::shared_ptr<EventHub> EventHub::make()
{
    return std::shared_ptr<EventHub>(new EventHub);
}

void EventHub::publish(const std::string &topic, std::string data)
{
    put(topic, std::move(data), true);
}

bool EventHub::publishIfNone(const std::string &topic, std::string data)
{
    return put(topic, std::move(data), false);
}

bool EventHub::put(const std::string &topic, std::string data, bool replace)
{
    std::vector<std::shared_ptr<std::function<void()>>> wakers;
    {
        const std::lock_guard lock(m_mutex);
        Topic &entry = m_topics[topic];
        if (entry.newest && (!replace || entry.newest->data == data))
            return false;
        if (entry.random.empty())
            entry.random = crypto::toHex(crypto::randomBytes(12));
        entry.newest = std::make_shared<const Event>(
            Event{entry.random + "-" + std::to_string(++entry.lastNumber), std::move(data)});
        for (const auto &[key, wake] : entry.wakers)
            wakers.push_back(wake);
    }
    for (const auto &wake : wakers)
        (*wake)();
    return true;
}

void EventHub::end(const std::string &topic)
{
    Topic ended;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_topics.find(topic);
        if (found == m_topics.end())
            return;
        ended = std::move(found->second);
        m_topics.erase(found);
    }
    for (const auto &[key, wake] : ended.wakers)
        (*wake)();
}

bool EventHub::isOver(const Subscription &subscription) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_topics.find(subscription.m_topic);
    return found == m_topics.end() || !found->second.wakers.contains(subscription.m_key);
}

std::shared_ptr<const EventHub::Event> EventHub::newest(const std::string &topic) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_topics.find(topic);
    return found == m_topics.end() ? nullptr : found->second.newest;
}

std::unique_ptr<EventHub::Subscription>
EventHub::subscribe(const std::string &topic, std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t key = ++m_lastKey;
    m_topics[topic].wakers.emplace(key, std::make_shared<std::function<void()>>(std::move(wake)));
    return std::make_unique<Subscription>(shared_from_this(), topic, key);
}

std::size_t EventHub::subscribers(const std::string &topic) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_topics.find(topic);
    return found == m_topics.end() ? 0 : found->second.wakers.size();
}

std::size_t EventHub::listeners() const
{
    const std::lock_guard lock(m_mutex);
    std::size_t out = 0;
    for (const auto &[name, topic] : m_topics)
        out += topic.wakers.size();
    return out;
}

void EventHub::unsubscribe(const std::string &topic, std::uint64_t key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_topics.find(topic);
    if (found == m_topics.end())
        return;
    found->second.wakers.erase(key);
    if (found->second.wakers.empty() && !found->second.newest)
        m_topics.erase(found);
}

} // namespace vouch::http
