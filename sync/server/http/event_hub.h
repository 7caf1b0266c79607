#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace vouch::http {

/// Keeps, for each topic, the newest event only: who reads slowly skips what it missed, and nothing
/// queues. Safe from any thread.
class EventHub : public std::enable_shared_from_this<EventHub>
{
public:
    struct Event
    {
        /// "<random of the topic>-<number within it>": two ids are equal only if the state is, and
        /// none tells how much goes on in other topics.
        std::string id;
        std::string data;
    };

    /// Ends the subscription when it goes.
    class Subscription
    {
    public:
        Subscription(std::shared_ptr<EventHub> hub, std::string topic, std::uint64_t key);
        Subscription(const Subscription &) = delete;
        Subscription &operator=(const Subscription &) = delete;
        ~Subscription();

    private:
        friend class EventHub;
        std::shared_ptr<EventHub> m_hub;
        std::string m_topic;
        std::uint64_t m_key;
    };

    static std::shared_ptr<EventHub> make();

    /// `data` becomes the state of the topic and goes to everyone who subscribed to it; a state
    /// that is the topic's already is no event.
    void publish(const std::string &topic, std::string data);
    /// As publish(), but only for a topic without any event: for the state at the start, which must
    /// not replace a newer one that came in meanwhile. False if there was one.
    bool publishIfNone(const std::string &topic, std::string data);

    /// Forgets the topic; the streams that read it end. What is published there later is another.
    void end(const std::string &topic);
    /// Whether the topic was ended after that subscription to it began.
    bool isOver(const Subscription &subscription) const;

    /// Null as long as nothing was published.
    std::shared_ptr<const Event> newest(const std::string &topic) const;

    /// Calls `wake` after each publish(), on the publisher's thread; it must be quick, and may be
    /// called once more just after the subscription ended.
    std::unique_ptr<Subscription> subscribe(const std::string &topic, std::function<void()> wake);
    std::size_t subscribers(const std::string &topic) const;
    /// Of all topics.
    std::size_t listeners() const;

private:
    struct Topic
    {
        std::shared_ptr<const Event> newest;
        std::string random; ///< empty before the first event
        std::uint64_t lastNumber = 0;
        std::map<std::uint64_t, std::shared_ptr<std::function<void()>>> wakers;
    };

    EventHub() = default;
    bool put(const std::string &topic, std::string data, bool replace);
    void unsubscribe(const std::string &topic, std::uint64_t key);

    mutable std::mutex m_mutex;
    std::map<std::string, Topic> m_topics;
    std::uint64_t m_lastKey = 0;
};

} // namespace vouch::http
