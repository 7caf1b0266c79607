#include "app/central/housekeeping.h"

namespace vouch::central {

namespace {

constexpr std::chrono::minutes restTime{15};
/// Until it is asked again whether this server is the one that does it: at the start nobody knows.
constexpr std::chrono::seconds patience{2};

} // namespace

Housekeeping::Housekeeping(server::Store &store, const ServerLog &log)
    : m_store(store)
    , m_log(log)
    , m_thread([this] { work(); })
{
}

Housekeeping::~Housekeeping()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

bool Housekeeping::isEnding()
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

void Housekeeping::work()
{
    while (!isEnding()) {
        // Of several servers on one database one does it.
        const bool isMine = m_store.leads();
        const auto run = isMine ? m_store.applyRetention([this] { return !isEnding(); })
                                : Result<server::RetentionRun>(server::RetentionRun());
        if (!run)
            m_log.write(LogLevel::Error, "Retention was not applied: " + run.failure().text());
        else if (run->contacts + run->comments > 0)
            m_log.write(
                LogLevel::Info, "retention applied",
                {{"contacts", std::to_string(run->contacts)},
                 {"comments", std::to_string(run->comments)}});
        std::unique_lock lock(m_mutex);
        m_ended.wait_for(
            lock, isMine ? std::chrono::seconds(restTime) : patience, [this] { return m_ending; });
    }
}

} // namespace vouch::central
