#pragma once

#include "unsynced_disk.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <string>

namespace vouch::test {

/// SQLite's file system with faults: counts every call that a connection makes of it, and every
/// statement, and does at the one that was named what is asked. Real syncs are left out: a killed
/// process loses nothing by that, and what a power cut would lose is kept by UnsyncedDisk.
///
/// There is one for the process. get() makes it SQLite's default, so it is to be called before the
/// first database is opened. Safe from any thread.
class FaultVfs
{
public:
    /// What is counted, each on its own.
    enum class Event {
        Call,      ///< any call of the file system that can fail
        Change,    ///< a call that changes a file: making, writing, truncating, syncing, deleting
        Growth,    ///< a call for which a full disk has no room
        Lock,      ///< taking a lock that another process could hold
        Statement, ///< a statement that has ended
    };
    enum class Fault {
        Kill,     ///< SIGKILL instead of the call; after a statement
        Tear,     ///< the first half of what is written, then SIGKILL
        IoError,  ///< the call does nothing and fails
        DiskFull, ///< likewise
        Busy,     ///< likewise, for locks
        PowerOff, ///< from now on all calls fail and no file changes; then see powerCut()
    };

    static FaultVfs &get();

    /// Forgets the plan and sets all counts to 0.
    void reset();
    /// At the n-th event of this kind from now on (from 1); `lasting`: and at every later one.
    void at(Event event, std::int64_t n, Fault fault, bool lasting = false);
    std::int64_t count(Event event) const;
    /// Whether what was planned has happened.
    bool happened() const;

    /// From now on what was not synced is kept apart. To be called while no database is open; what
    /// the files hold now is on the disk.
    void watchPower();
    /// Gives every file what a disk could hold after a power cut, and ends the watch. Between
    /// PowerOff and this call every connection is to be closed.
    void powerCut(std::uint64_t seed);

    FaultVfs(const FaultVfs &) = delete;

private:
    friend struct FaultFile;
    friend struct FaultCalls;

    FaultVfs();
    /// Counts an event; what is to happen at it. Kill happens here.
    enum class Verdict { Go, Tear, IoError, DiskFull, Busy, Dead };
    Verdict judge(Event event);
    Verdict judge(std::initializer_list<Event> events);

    mutable std::mutex m_mutex;
    sqlite3_vfs m_vfs = {};
    sqlite3_vfs *m_real = nullptr;
    std::array<std::int64_t, 5> m_counts = {};
    Event m_event = Event::Call;
    Fault m_fault = Fault::Kill;
    std::int64_t m_at = 0; ///< 0: nothing is planned
    bool m_lasting = false;
    bool m_happened = false;
    bool m_dead = false;
    bool m_watched = false;
    UnsyncedDisk m_disk;
};

} // namespace vouch::test
