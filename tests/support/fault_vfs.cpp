#include "fault_vfs.h"

#include <csignal>
#include <cstring>
#include <new>
#include <unistd.h>

namespace vouch::test {

/// A file of the real VFS behind one of this. Plain data: SQLite gives the memory.
struct FaultFile
{
    sqlite3_file base;
    sqlite3_file *real;
    const char *path; ///< null for temporary files
};

namespace {

FaultFile *own(sqlite3_file *file)
{
    return reinterpret_cast<FaultFile *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return own(file)->real;
}

} // namespace

/// SQLite's callbacks.
struct FaultCalls
{
    using Event = FaultVfs::Event;
    using Verdict = FaultVfs::Verdict;

    static FaultVfs &vfs() { return FaultVfs::get(); }

    /// SQLite's code for a verdict that is not Go; `error` is that of an I/O error here.
    static int code(Verdict verdict, int error)
    {
        if (verdict == Verdict::Tear)
            ::raise(SIGKILL); // nothing here has halves
        return verdict == Verdict::DiskFull ? SQLITE_FULL
               : verdict == Verdict::Busy   ? SQLITE_BUSY
                                            : error;
    }

    template <class Note> static void note(sqlite3_file *file, Note &&what)
    {
        const std::lock_guard guard(vfs().m_mutex);
        if (vfs().m_watched && own(file)->path)
            what(vfs().m_disk, own(file)->path);
    }

    static int close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }

    static int read(sqlite3_file *file, void *out, int size, sqlite3_int64 at)
    {
        if (const auto verdict = vfs().judge(Event::Call); verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_READ);
        return real(file)->pMethods->xRead(real(file), out, size, at);
    }

    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
    {
        const auto verdict = vfs().judge({Event::Call, Event::Change, Event::Growth});
        if (verdict == Verdict::Tear) {
            real(file)->pMethods->xWrite(real(file), bytes, size / 2, at);
            ::raise(SIGKILL);
        }
        if (verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_WRITE);
        const int done = real(file)->pMethods->xWrite(real(file), bytes, size, at);
        if (done == SQLITE_OK)
            note(file, [&](auto &disk, auto *path) { disk.written(path, bytes, size, at); });
        return done;
    }

    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        const auto verdict = vfs().judge({Event::Call, Event::Change});
        if (verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_TRUNCATE);
        const int done = real(file)->pMethods->xTruncate(real(file), size);
        if (done == SQLITE_OK)
            note(file, [&](auto &disk, auto *path) { disk.truncated(path, size); });
        return done;
    }

    static int sync(sqlite3_file *file, int)
    {
        const auto verdict = vfs().judge({Event::Call, Event::Change, Event::Growth});
        if (verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_FSYNC);
        note(file, [](auto &disk, auto *path) { disk.synced(path); });
        return SQLITE_OK;
    }

    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        if (const auto verdict = vfs().judge(Event::Call); verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_FSTAT);
        return real(file)->pMethods->xFileSize(real(file), size);
    }

    static int lock(sqlite3_file *file, int level)
    {
        if (const auto verdict = vfs().judge({Event::Call, Event::Lock}); verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_LOCK);
        return real(file)->pMethods->xLock(real(file), level);
    }

    // What gives back or only asks passes: nothing that holds a lock waits for a fault to end.
    static int unlock(sqlite3_file *file, int level)
    {
        return real(file)->pMethods->xUnlock(real(file), level);
    }
    static int checkReservedLock(sqlite3_file *file, int *out)
    {
        return real(file)->pMethods->xCheckReservedLock(real(file), out);
    }
    static int fileControl(sqlite3_file *file, int what, void *argument)
    {
        return real(file)->pMethods->xFileControl(real(file), what, argument);
    }
    static int sectorSize(sqlite3_file *file)
    {
        return real(file)->pMethods->xSectorSize(real(file));
    }
    static int deviceCharacteristics(sqlite3_file *file)
    {
        return real(file)->pMethods->xDeviceCharacteristics(real(file));
    }

    static int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **out)
    {
        const auto verdict = extend ? vfs().judge({Event::Call, Event::Change, Event::Growth})
                                    : vfs().judge(Event::Call);
        if (verdict == Verdict::DiskFull)
            return SQLITE_IOERR_SHMSIZE;
        if (verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_SHMMAP);
        return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
    }
    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        if (flags & SQLITE_SHM_LOCK) {
            const auto verdict = vfs().judge({Event::Call, Event::Lock});
            if (verdict != Verdict::Go)
                return code(verdict, SQLITE_IOERR_SHMLOCK);
        }
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file *file, int remove)
    {
        return real(file)->pMethods->xShmUnmap(real(file), remove);
    }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *, const char *name, int syncFolder)
    {
        const auto verdict = vfs().judge({Event::Call, Event::Change});
        if (verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_DELETE);
        const int done = vfs().m_real->xDelete(vfs().m_real, name, 0);
        const std::lock_guard guard(vfs().m_mutex);
        if (done == SQLITE_OK && vfs().m_watched)
            vfs().m_disk.removed(name, syncFolder);
        return done;
    }
    static int access(sqlite3_vfs *, const char *name, int flags, int *out)
    {
        if (const auto verdict = vfs().judge(Event::Call); verdict != Verdict::Go)
            return code(verdict, SQLITE_IOERR_ACCESS);
        return vfs().m_real->xAccess(vfs().m_real, name, flags, out);
    }
    static int fullPathname(sqlite3_vfs *, const char *name, int size, char *out)
    {
        return vfs().m_real->xFullPathname(vfs().m_real, name, size, out);
    }
    static int randomness(sqlite3_vfs *, int size, char *out)
    {
        return vfs().m_real->xRandomness(vfs().m_real, size, out);
    }
    /// Nobody waits in a test: a busy time-out is over at once.
    static int sleep(sqlite3_vfs *, int microseconds) { return microseconds; }
    static int currentTime(sqlite3_vfs *, double *out)
    {
        return vfs().m_real->xCurrentTime(vfs().m_real, out);
    }
    static int lastError(sqlite3_vfs *, int size, char *out)
    {
        return vfs().m_real->xGetLastError(vfs().m_real, size, out);
    }
    static int currentTimeMs(sqlite3_vfs *, sqlite3_int64 *out)
    {
        return vfs().m_real->xCurrentTimeInt64(vfs().m_real, out);
    }

    static int ended(unsigned, void *, void *, void *)
    {
        (void)vfs().judge(Event::Statement);
        return 0;
    }
    static int connected(sqlite3 *connection, const char **, const sqlite3_api_routines *)
    {
        return sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, ended, nullptr);
    }
};

namespace {

constexpr sqlite3_io_methods methods{
    2,
    FaultCalls::close,
    FaultCalls::read,
    FaultCalls::write,
    FaultCalls::truncate,
    FaultCalls::sync,
    FaultCalls::fileSize,
    FaultCalls::lock,
    FaultCalls::unlock,
    FaultCalls::checkReservedLock,
    FaultCalls::fileControl,
    FaultCalls::sectorSize,
    FaultCalls::deviceCharacteristics,
    FaultCalls::shmMap,
    FaultCalls::shmLock,
    FaultCalls::shmBarrier,
    FaultCalls::shmUnmap,
    nullptr,
    nullptr};

} // namespace

int FaultCalls::open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *mine = new (file) FaultFile{{nullptr}, nullptr, name};
    mine->real = reinterpret_cast<sqlite3_file *>(mine + 1);
    auto *realVfs = vfs().m_real;
    int there = 1;
    if (name)
        realVfs->xAccess(realVfs, name, SQLITE_ACCESS_EXISTS, &there);
    const bool makes = !there && (flags & SQLITE_OPEN_CREATE);
    const auto verdict =
        makes ? vfs().judge({Event::Call, Event::Change, Event::Growth}) : vfs().judge(Event::Call);
    if (verdict != Verdict::Go)
        return code(verdict, SQLITE_CANTOPEN);
    const int done = realVfs->xOpen(realVfs, name, mine->real, flags, outFlags);
    if (mine->real->pMethods)
        file->pMethods = &methods;
    if (done == SQLITE_OK)
        note(file, [&](auto &disk, auto *path) { disk.opened(path, makes); });
    return done;
}

FaultVfs &FaultVfs::get()
{
    static FaultVfs only;
    return only;
}

FaultVfs::FaultVfs()
    : m_real(sqlite3_vfs_find(nullptr))
{
    m_vfs = *m_real;
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = int(sizeof(FaultFile)) + m_real->szOsFile;
    m_vfs.zName = "vouch-fault";
    m_vfs.pNext = nullptr;
    m_vfs.xOpen = FaultCalls::open;
    m_vfs.xDelete = FaultCalls::remove;
    m_vfs.xAccess = FaultCalls::access;
    m_vfs.xFullPathname = FaultCalls::fullPathname;
    m_vfs.xRandomness = FaultCalls::randomness;
    m_vfs.xSleep = FaultCalls::sleep;
    m_vfs.xCurrentTime = FaultCalls::currentTime;
    m_vfs.xGetLastError = FaultCalls::lastError;
    m_vfs.xCurrentTimeInt64 = FaultCalls::currentTimeMs;
    sqlite3_vfs_register(&m_vfs, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&FaultCalls::connected));
}

void FaultVfs::reset()
{
    const std::lock_guard guard(m_mutex);
    m_counts = {};
    m_at = 0;
    m_happened = m_dead = false;
}

void FaultVfs::at(Event event, std::int64_t n, Fault fault, bool lasting)
{
    const std::lock_guard guard(m_mutex);
    m_event = event;
    m_at = m_counts[std::size_t(event)] + n;
    m_fault = fault;
    m_lasting = lasting;
    m_happened = false;
}

std::int64_t FaultVfs::count(Event event) const
{
    const std::lock_guard guard(m_mutex);
    return m_counts[std::size_t(event)];
}

bool FaultVfs::happened() const
{
    const std::lock_guard guard(m_mutex);
    return m_happened;
}

FaultVfs::Verdict FaultVfs::judge(Event event)
{
    return judge({event});
}

FaultVfs::Verdict FaultVfs::judge(std::initializer_list<Event> events)
{
    const std::lock_guard guard(m_mutex);
    if (m_dead)
        return Verdict::Dead;
    bool now = false;
    for (const auto event : events) {
        const auto n = ++m_counts[std::size_t(event)];
        now = now || (event == m_event && m_at > 0 && (n == m_at || (m_lasting && n > m_at)));
    }
    if (!now)
        return Verdict::Go;
    m_happened = true;
    switch (m_fault) {
    case Fault::Kill:
        ::raise(SIGKILL);
        break;
    case Fault::PowerOff:
        m_dead = true;
        return Verdict::Dead;
    case Fault::Tear:
        return Verdict::Tear;
    case Fault::IoError:
        return Verdict::IoError;
    case Fault::DiskFull:
        return Verdict::DiskFull;
    case Fault::Busy:
        return Verdict::Busy;
    }
    return Verdict::Dead;
}

void FaultVfs::watchPower()
{
    const std::lock_guard guard(m_mutex);
    m_watched = true;
    m_disk.clear();
}

void FaultVfs::powerCut(std::uint64_t seed)
{
    const std::lock_guard guard(m_mutex);
    m_disk.cut(seed);
    m_watched = m_dead = false;
    m_at = 0;
}

} // namespace vouch::test
