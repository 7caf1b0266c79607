#pragma once

#include "sync/server/store/written.h"

#include <deque>
#include <functional>
#include <thread>

namespace vouch::server {

/// Something to be written. Pieces can be stored without one another.
class WriteJob
{
public:
    virtual ~WriteJob() = default;

    virtual std::size_t pieces() const { return 1; }
    /// Writes one piece inside a transaction; may be called again from the start when the
    /// transaction was rolled back. A job that decides to refuse does so before it writes.
    /// Throws what the engine throws.
    virtual void write(Written &written, std::size_t piece) = 0;
    /// All pieces, when none need be told from the others. Throws what the engine throws.
    virtual void writeAll(Written &written);
    /// The one device of whose records alone it writes; nothing: it writes anything. Where several
    /// servers share a database, jobs of one device come one after the other, and so do those
    /// that write anything.
    virtual std::optional<Uuid> device() const { return std::nullopt; }
    /// After all pieces, in the transaction of the last attempt.
    virtual void conclude(Written &) {}
    /// This piece cannot be stored even alone, for a reason of its own. True when the job goes on
    /// without it; else it finishes with the failure.
    virtual bool giveUp(std::size_t /*piece*/, const Failure & /*failure*/) { return false; }
    /// Called exactly once: after the commit, or with the reason why there was none.
    virtual void finish(Result<void> outcome) = 0;
};

/// Long work that needs the writer's connection but must not hold up the jobs: it is done in small
/// steps, one after each group. All of it runs on the writer's thread.
class SteppedWork
{
public:
    virtual ~SteppedWork() = default;

    /// Outside of any transaction, and leaves none open. True when there is nothing left to do.
    virtual bool step(Connection &connection) = 0;
    /// The writer ends before the work did; no step follows.
    virtual void abandon() = 0;
};

/// The one thread that writes, on the only read-write connection. Takes what is queued in groups,
/// one transaction a group; a group that fails is tried again job by job, then piece by piece.
class Writer
{
public:
    using OnChanged = std::function<void(const std::set<std::string> &)>;

    Writer(
        std::unique_ptr<Connection> connection, std::size_t mostQueued, OnChanged onChanged,
        int checkpointFrames);
    ~Writer();

    /// Finishes what is queued, takes nothing more, and ends the thread.
    void stop();

    /// False when the queue is full; `job` is then left with the caller.
    bool add(std::unique_ptr<WriteJob> &&job);
    /// Jobs that wait, and how many may.
    std::size_t queued();
    std::size_t mostQueued() const { return m_mostQueued; }
    /// Nothing is being written, and nothing waits.
    bool isIdle();
    /// False when there is such work already, or the writer ends.
    bool addStepped(std::shared_ptr<SteppedWork> work);

private:
    using Group = std::vector<std::unique_ptr<WriteJob>>;
    using Jobs = std::vector<const WriteJob *>;

    void loop();
    void store(Group &group);
    void storePieces(WriteJob &job);
    template <class Work> Result<void> commit(const Jobs &jobs, Work &&work);
    template <class Work> void attempt(const Jobs &jobs, Work &&work);
    bool takeGroup(Group &group);
    void stepOnce();
    void checkpointWhenDue();

    std::unique_ptr<Connection> m_connection;
    const std::size_t m_mostQueued;
    const OnChanged m_onChanged;
    const int m_checkpointFrames;

    std::mutex m_mutex;
    std::condition_variable m_added;
    std::deque<std::unique_ptr<WriteJob>> m_queue;
    std::shared_ptr<SteppedWork> m_stepped;
    bool m_stopping = false;
    bool m_isWriting = false; ///< a group was taken, and not all of it is finished

    std::set<std::string> m_changed;    ///< committed, not yet told
    SqlFault m_fault = SqlFault::Other; ///< of the last commit that failed
    bool m_committing = false;          ///< it failed at its very end
    int m_walFrames = 0;
    int m_checkpointed = 0; ///< frames in the log at the last checkpoint
    std::thread m_thread;
};

} // namespace vouch::server
