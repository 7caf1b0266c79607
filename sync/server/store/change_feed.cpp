#include "sync/server/store/change_feed.h"

#include "core/base/json.h"
#include "sync/server/store/postgresql_session.h"

#include <libpq-fe.h>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <utility>

namespace vouch::server {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds leastPause{500};
/// How soon another server leads when the one that led is gone, and a lost connection is made anew.
constexpr std::chrono::milliseconds retryEvery{1000};

/// Names the advisory lock of the server that leads.
constexpr const char *takeLead = "SELECT pg_try_advisory_lock(6228060735397724163)";

/// PostgreSQL takes 8000 bytes at once.
constexpr std::size_t mostBytes = 7000;

/// JSON arrays of ids, each short enough; they hold no quotation mark.
std::vector<std::string> payloads(const std::set<std::string> &stores)
{
    std::vector<std::string> out;
    json::array ids;
    std::size_t bytes = 0;
    for (const auto &store : stores) {
        if (bytes + store.size() > mostBytes) {
            out.push_back(json::serialize(std::exchange(ids, {})));
            bytes = 0;
        }
        ids.emplace_back(store);
        bytes += store.size() + 3;
    }
    out.push_back(json::serialize(ids));
    return out;
}

std::set<std::string> storesIn(const char *payload)
{
    std::set<std::string> out;
    const auto parsed = parseJson(payload);
    if (const auto *ids = parsed ? parsed->if_array() : nullptr)
        for (const auto &id : *ids)
            if (const auto *text = id.if_string())
                out.emplace(view(*text));
    return out;
}

} // namespace

Result<std::unique_ptr<ChangeFeed>> ChangeFeed::open(const std::string &url, OnChanged onChanged)
{
    auto session = PostgresqlSession::open(url);
    if (!session)
        return session.failure();
    std::unique_ptr<ChangeFeed> out(new ChangeFeed(std::move(*session), std::move(onChanged)));
    auto ready = guarded([&]() -> Result<void> {
        out->listen();
        return {};
    });
    if (!ready)
        return ready.failure();
    if (::pipe2(out->m_wake, O_CLOEXEC | O_NONBLOCK) != 0)
        return Failure{"internal", "No more files can be opened.", ""};
    out->m_thread = std::thread([feed = out.get()] { feed->work(); });
    return out;
}

ChangeFeed::ChangeFeed(std::unique_ptr<PostgresqlSession> session, OnChanged onChanged)
    : m_session(std::move(session))
    , m_onChanged(std::move(onChanged))
    , m_toldAt(Steady::now() - leastPause)
{
}

ChangeFeed::~ChangeFeed()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    if (m_thread.joinable()) {
        (void)!::write(m_wake[1], "", 1);
        m_thread.join();
    }
    ::close(m_wake[0]);
    ::close(m_wake[1]);
}

void ChangeFeed::changed(const std::set<std::string> &stores)
{
    {
        const std::lock_guard lock(m_mutex);
        m_changed.insert(stores.begin(), stores.end());
    }
    (void)!::write(m_wake[1], "", 1);
}

void ChangeFeed::listen()
{
    m_session->exec("LISTEN vouch_changed");
}

void ChangeFeed::tryToLead()
{
    if (m_wantsToLead && !m_leads)
        m_leads = m_session->ask(takeLead) == "t";
}

void ChangeFeed::work()
{
    for (;;) {
        waitForNews();
        bool isEnding = false;
        {
            const std::lock_guard lock(m_mutex);
            isEnding = m_ending;
        }
        try {
            if (isEnding) {
                m_toldAt -= leastPause;
                return tell();
            }
            if (!m_session->isConnected()) {
                m_leads = false;
                m_session->settle();
                listen();
                if (m_onChanged)
                    m_onChanged(storesIn(
                        m_session->ask("SELECT coalesce(json_agg(id), '[]') FROM stores").c_str()));
            }
            hear();
            tell();
            tryToLead();
        } catch (const SqlError &) {
            if (isEnding)
                return;
            m_leads = m_leads && m_session->isConnected();
        }
    }
}

/// Of others, of this server, or that there is none for a while.
void ChangeFeed::waitForNews()
{
    bool hasToTell = false;
    {
        const std::lock_guard lock(m_mutex);
        hasToTell = !m_changed.empty();
    }
    const auto due = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_toldAt + leastPause - Steady::now());
    // While it may not tell yet, what wakes it is read and the rest of the pause waited for.
    const auto pause = hasToTell && m_session->isConnected()
                           ? std::max(due, std::chrono::milliseconds(0))
                           : retryEvery;
    pollfd files[] = {{m_wake[0], POLLIN, 0}, {PQsocket(m_session->raw()), POLLIN, 0}};
    ::poll(files, m_session->isConnected() ? 2 : 1, static_cast<int>(pause.count()));
    char bytes[256];
    while (::read(m_wake[0], bytes, sizeof bytes) > 0) {
    }
}

void ChangeFeed::tell()
{
    std::set<std::string> stores;
    {
        const std::lock_guard lock(m_mutex);
        if (m_changed.empty() || Steady::now() < m_toldAt + leastPause)
            return;
        stores = std::exchange(m_changed, {});
    }
    m_toldAt = Steady::now();
    try {
        for (const auto &payload : payloads(stores)) {
            PostgresqlParameters parameters;
            parameters.addText(payload);
            m_session->run("SELECT pg_notify('vouch_changed', ?)", parameters);
        }
    } catch (const SqlError &) {
        changed(stores);
        throw;
    }
}

void ChangeFeed::hear()
{
    if (PQconsumeInput(m_session->raw()) == 0)
        throw SqlError(SqlFault::ConnectionLost, "The connection was lost");
    while (PGnotify *news = PQnotifies(m_session->raw())) {
        const bool isOwn = news->be_pid == PQbackendPID(m_session->raw());
        const auto stores = isOwn ? std::set<std::string>() : storesIn(news->extra);
        PQfreemem(news);
        if (m_onChanged && !stores.empty())
            m_onChanged(stores);
    }
}

} // namespace vouch::server
