#include "sync/server/store/writer.h"

#include <sqlite3.h>

#include <utility>

namespace vouch::server {

namespace {

constexpr std::size_t groupSize = 32;
/// A checkpoint that does not wait for readers may never reach the end of the log under constant
/// reading; from so many times the usual length on it waits.
constexpr int patience = 10;

int keepFrames(void *frames, sqlite3 *, const char *, int inLog)
{
    *static_cast<int *>(frames) = inLog;
    return SQLITE_OK;
}

} // namespace

Writer::Writer(
    std::unique_ptr<Connection> connection, std::size_t mostQueued, OnChanged onChanged,
    int checkpointFrames)
    : m_connection(std::move(connection))
    , m_mostQueued(mostQueued)
    , m_onChanged(std::move(onChanged))
    , m_checkpointFrames(checkpointFrames)
    , m_checkpointAt(checkpointFrames)
{
    if (auto *sqlite = m_connection->sqlite()) {
        sqlite->raw().exec("PRAGMA wal_autocheckpoint=0");
        sqlite3_wal_hook(sqlite->raw().getHandle(), &keepFrames, &m_walFrames);
    }
    m_thread = std::thread([this] { loop(); });
}

Writer::~Writer()
{
    stop();
}

void Writer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_added.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool Writer::add(std::unique_ptr<WriteJob> &&job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= m_mostQueued)
            return false;
        m_queue.push_back(std::move(job));
    }
    m_added.notify_one();
    return true;
}

std::size_t Writer::queued()
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
}

bool Writer::addStepped(std::shared_ptr<SteppedWork> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_stepped)
            return false;
        m_stepped = std::move(work);
    }
    m_added.notify_one();
    return true;
}

/// False at the end. The group is empty when there is only stepped work to do.
bool Writer::takeGroup(Group &group)
{
    std::unique_lock lock(m_mutex);
    m_added.wait(lock, [this] { return m_stopping || !m_queue.empty() || m_stepped; });
    while (!m_queue.empty() && group.size() < groupSize) {
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return !group.empty() || !m_stopping;
}

void Writer::stepOnce()
{
    std::shared_ptr<SteppedWork> work;
    {
        const std::lock_guard lock(m_mutex);
        work = m_stepped;
    }
    if (!work || !work->step(*m_connection))
        return;
    const std::lock_guard lock(m_mutex);
    m_stepped.reset();
}

void Writer::loop()
{
    for (Group group; takeGroup(group); group.clear()) {
        if (!group.empty())
            store(group);
        if (m_onChanged && !m_changed.empty())
            m_onChanged(std::exchange(m_changed, {}));
        stepOnce();
        checkpointWhenDue();
    }
    if (m_stepped)
        m_stepped->abandon();
}

template <class Work> Result<void> Writer::commit(Work &&work)
{
    m_ownFault = false;
    try {
        m_connection->settle();
        Written written(*m_connection);
        Transaction transaction(*m_connection, Transaction::Kind::Writing);
        work(written);
        written.flush();
        transaction.commit();
        for (auto &store : written.changedStores())
            m_changed.insert(std::move(store));
        return {};
    } catch (const std::exception &exception) {
        const auto fault = faultOf(exception);
        m_ownFault = fault == SqlFault::OwnFault;
        if (fault != SqlFault::Foreign)
            return failureOf(exception);
        return Failure{
            "internal", std::string("Writing failed: ") + exception.what() + ". Try again.", ""};
    }
}

void Writer::store(Group &group)
{
    const auto writeAll = [](Written &written, WriteJob &job) {
        for (std::size_t piece = 0; piece < job.pieces(); ++piece)
            job.write(written, piece);
        job.conclude(written);
    };
    const auto together = commit([&](Written &written) {
        for (auto &job : group)
            writeAll(written, *job);
    });
    if (together) {
        for (auto &job : group)
            job->finish({});
        return;
    }
    for (auto &job : group) {
        const auto alone = commit([&](Written &written) { writeAll(written, *job); });
        if (alone || !m_ownFault)
            job->finish(alone);
        else
            storePieces(*job);
    }
}

void Writer::storePieces(WriteJob &job)
{
    for (std::size_t piece = 0; piece < job.pieces(); ++piece) {
        const auto stored = commit([&](Written &written) { job.write(written, piece); });
        if (!stored && !(m_ownFault && job.giveUp(piece, stored.failure())))
            return job.finish(stored);
    }
    job.finish(commit([&](Written &written) { job.conclude(written); }));
}

void Writer::checkpointWhenDue()
{
    if (m_walFrames < m_checkpointFrames)
        m_checkpointAt = m_checkpointFrames;
    if (m_walFrames < m_checkpointAt)
        return;
    const int mode = m_walFrames / patience < m_checkpointFrames ? SQLITE_CHECKPOINT_PASSIVE
                                                                 : SQLITE_CHECKPOINT_RESTART;
    sqlite3_wal_checkpoint_v2(
        m_connection->sqlite()->raw().getHandle(), nullptr, mode, nullptr, nullptr);
    // What could not be copied yet stays in the log, safe; the next try is as many frames later.
    m_checkpointAt = m_walFrames + m_checkpointFrames;
}

} // namespace vouch::server
