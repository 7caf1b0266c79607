#include "sync/server/store/writer.h"

#include "sync/server/store/postgresql_array.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace vouch::server {

namespace {

constexpr std::size_t groupSize = 32;
/// A checkpoint that does not wait for readers may never reach the end of the log under constant
/// reading; from so many times the usual length on it waits.
constexpr int patience = 10;
/// While nothing waits it is made at this part of the usual length: short, and beside the reading
/// of what comes next, so that no batch waits for a long one.
constexpr int idlePart = 4;

int keepFrames(void *frames, sqlite3 *, const char *, int inLog)
{
    *static_cast<int *>(frames) = inLog;
    return SQLITE_OK;
}

/// Of transactions that collide with those of another server.
constexpr int attempts = 5;

/// Names the advisory lock of the jobs that write anything.
constexpr std::int64_t administrationLock = 0x566f756368000002;

/// Keeps other servers on the same database from what these jobs write. All is locked at once, the
/// devices in order, so that two servers do not wait for each other.
void lockOut(Connection &connection, const std::vector<const WriteJob *> &jobs)
{
    if (!connection.isPostgresql())
        return;
    PostgresqlArray devices(pg_type::byteaArray);
    bool anything = false;
    for (const auto *job : jobs) {
        if (const auto device = job->device())
            devices.add(*device);
        else
            anything = true;
    }
    if (anything)
        Query(connection, "SELECT pg_advisory_xact_lock(?)", administrationLock).next();
    if (devices.size() > 0)
        Query(
            connection, "SELECT key FROM devices WHERE id = ANY(?) ORDER BY key FOR NO KEY UPDATE",
            devices)
            .next();
}

Failure commitUnknown(const std::exception &exception)
{
    auto failure = failureOf(exception);
    failure.message = "The connection to the database was lost while this was being stored. Look "
                      "whether it is there before you try again.";
    return failure;
}

} // namespace

void WriteJob::writeAll(Written &written)
{
    for (std::size_t piece = 0; piece < pieces(); ++piece)
        write(written, piece);
}

Writer::Writer(
    std::unique_ptr<Connection> connection, std::size_t mostQueued, OnChanged onChanged,
    int checkpointFrames)
    : m_connection(std::move(connection))
    , m_mostQueued(mostQueued)
    , m_onChanged(std::move(onChanged))
    , m_checkpointFrames(checkpointFrames)
{
    if (auto *sqlite = m_connection->sqlite()) {
        sqlite->raw().exec("PRAGMA wal_autocheckpoint=0");
        sqlite->raw().exec("PRAGMA secure_delete=ON"); // what is erased is gone from the file too
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

bool Writer::isIdle()
{
    const std::lock_guard lock(m_mutex);
    return m_queue.empty() && !m_isWriting;
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
    m_isWriting = false;
    m_added.wait(lock, [this] { return m_stopping || !m_queue.empty() || m_stepped; });
    while (!m_queue.empty() && group.size() < groupSize) {
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_isWriting = !group.empty();
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

template <class Work> void Writer::attempt(const Jobs &jobs, Work &&work)
{
    m_committing = false;
    m_connection->settle();
    Written written(*m_connection);
    const bool mayRecord = std::any_of(
        jobs.begin(), jobs.end(), [](const auto *job) { return job->device().has_value(); });
    Transaction transaction(
        *m_connection, mayRecord ? Transaction::Kind::Recording : Transaction::Kind::Writing);
    lockOut(*m_connection, jobs);
    work(written);
    written.flush();
    m_committing = true;
    transaction.commit();
    for (auto &store : written.changedStores())
        m_changed.insert(std::move(store));
}

template <class Work> Result<void> Writer::commit(const Jobs &jobs, Work &&work)
{
    for (int left = attempts;;) {
        try {
            attempt(jobs, work);
            return {};
        } catch (const std::exception &exception) {
            m_fault = faultOf(exception);
            if (m_fault == SqlFault::Foreign)
                return Failure{
                    "internal", std::string("Writing failed: ") + exception.what() + ". Try again.",
                    ""};
            const bool isLost = m_fault == SqlFault::ConnectionLost;
            if (isLost && m_committing)
                return commitUnknown(exception);
            left = isLost ? std::min(left - 1, 1) : left - 1;
            if ((isLost || m_fault == SqlFault::Collided) && left > 0)
                continue;
            return failureOf(exception);
        }
    }
}

void Writer::store(Group &group)
{
    const auto writeAll = [](Written &written, WriteJob &job) {
        job.writeAll(written);
        job.conclude(written);
    };
    Jobs all;
    for (const auto &job : group)
        all.push_back(job.get());
    const auto together = commit(all, [&](Written &written) {
        for (auto &job : group)
            writeAll(written, *job);
    });
    if (together || m_fault == SqlFault::ConnectionLost) {
        for (auto &job : group)
            job->finish(together);
        return;
    }
    for (auto &job : group) {
        const auto alone = commit({job.get()}, [&](Written &written) { writeAll(written, *job); });
        if (alone || m_fault != SqlFault::OwnFault)
            job->finish(alone);
        else
            storePieces(*job);
    }
}

void Writer::storePieces(WriteJob &job)
{
    for (std::size_t piece = 0; piece < job.pieces(); ++piece) {
        const auto stored = commit({&job}, [&](Written &written) { job.write(written, piece); });
        const bool isOwnFault = !stored && m_fault == SqlFault::OwnFault;
        if (!stored && !(isOwnFault && job.giveUp(piece, stored.failure())))
            return job.finish(stored);
    }
    job.finish(commit({&job}, [&](Written &written) { job.conclude(written); }));
}

void Writer::checkpointWhenDue()
{
    if (m_walFrames < m_checkpointed) // the log began anew
        m_checkpointed = 0;
    const int enough = queued() == 0 ? m_checkpointFrames / idlePart : m_checkpointFrames;
    if (m_walFrames - m_checkpointed < enough)
        return;
    const int mode = m_walFrames / patience < m_checkpointFrames ? SQLITE_CHECKPOINT_PASSIVE
                                                                 : SQLITE_CHECKPOINT_RESTART;
    sqlite3_wal_checkpoint_v2(
        m_connection->sqlite()->raw().getHandle(), nullptr, mode, nullptr, nullptr);
    // What could not be copied yet stays in the log, safe; the next try is as many frames later.
    m_checkpointed = m_walFrames;
}

} // namespace vouch::server
