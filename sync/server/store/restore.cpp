#include "sync/server/store/restore.h"

#include "sync/server/store/file_copy.h"
#include "sync/server/store/server_schema.h"
#include "sync/server/store/store.h"
#include "sync/server/store/verification.h"

#include <unistd.h>

#include <cerrno>

namespace vouch::server {

namespace {

namespace fs = std::filesystem;

/// SQLite's log and its index, beside a database that was not closed.
constexpr const char *logSuffixes[] = {"-wal", "-shm"};
constexpr const char *lockSuffix = ".lock";

fs::path with(fs::path path, const std::string &suffix)
{
    path += suffix;
    return path;
}

/// What is copied so far, gone again unless it was kept.
class Copy
{
public:
    explicit Copy(fs::path file)
        : m_file(std::move(file))
    {
    }
    Copy(const Copy &) = delete;
    Copy &operator=(const Copy &) = delete;
    ~Copy()
    {
        ::unlink(m_file.c_str());
        for (const auto *suffix : logSuffixes)
            ::unlink(with(m_file, suffix).c_str());
        ::unlink(with(m_file, lockSuffix).c_str());
    }

    const fs::path &file() const { return m_file; }

private:
    fs::path m_file;
};

/// A raw copy of a database may have its log beside it.
Result<void> copyWithLog(const fs::path &from, const fs::path &to)
{
    if (const auto copied = copyDurably(from, to); !copied)
        return copied;
    std::error_code error;
    if (fs::file_size(with(from, "-wal"), error) > 0 && !error)
        return copyDurably(with(from, "-wal"), with(to, "-wal"));
    return {};
}

Result<void> checkWhole(SQLite::Database &raw, const fs::path &from)
{
    if (raw.execAndGet("PRAGMA application_id").getInt() != applicationId)
        return Failure{
            "database-foreign", "This is no back-up of vouch-central. Name another file.",
            from.string()};
    const auto newest = static_cast<int>(serverMigrations().size());
    const int version = raw.execAndGet("PRAGMA user_version").getInt();
    if (version > newest)
        return Failure{
            "schema-newer",
            "The back-up was made by a newer version (schema " + std::to_string(version) +
                ", this program knows " + std::to_string(newest) +
                "). Use the newer program; nothing was changed.",
            from.string()};
    const auto sound = raw.execAndGet("PRAGMA integrity_check(1)").getString();
    if (sound != "ok")
        return Failure{
            "database-damaged",
            "The back-up is damaged: " + sound + ". Use another; nothing was changed.",
            from.string()};
    return {};
}

Failure unreadable(const fs::path &from)
{
    return {
        "database-damaged",
        "The back-up cannot be read: it is no database, or a damaged one. Name another file; "
        "nothing was changed.",
        from.string()};
}

/// What SQLite takes for whole may still hold other words than tablets sent: a bit that turned on a
/// disk, or somebody's hand. Of this version afterwards.
Result<void> checkContent(const fs::path &copy, const fs::path &from, const Clock &clock)
{
    const auto store = Store::open(copy, clock);
    if (!store)
        return store.failure();
    const auto found = (*store)->verify([] { return true; });
    if (!found)
        return found.failure();
    if (found->isSound())
        return {};
    const auto &first = found->differences.front();
    return Failure{
        "ledger-differs",
        "The back-up holds something else than the tablets sent: " + first.message + " (" +
            first.where +
            "). Nothing was changed. Restore an older one, and the tablets send again what came "
            "after it; or this one as it is, with --altered.",
        from.string()};
}

/// The copy as one file, and what is in it.
Result<Restored> settled(SQLite::Database &raw, const fs::path &keys)
{
    raw.execAndGet("PRAGMA journal_mode=DELETE");
    Restored out;
    out.records = raw.execAndGet("SELECT count(*) FROM records").getInt64();
    SQLite::Statement key(raw, "SELECT id FROM sealing_keys ORDER BY key DESC LIMIT 1");
    std::error_code error;
    if (key.executeStep()) {
        const auto secret = keys / ("sealing-" + key.getColumn(0).getString() + ".key");
        if (!fs::exists(secret, error))
            out.missingKey = secret;
    }
    return out;
}

/// `work` on the copy, opened.
template <class Work>
auto onCopy(const fs::path &copy, const fs::path &from, const Work &work)
    -> decltype(work(std::declval<SQLite::Database &>()))
{
    auto opened = storage::Database::open(copy, storage::Database::Mode::ReadWrite);
    if (!opened)
        return unreadable(from);
    return storage::guarded([&] { return work((*opened)->raw()); });
}

/// A name that nothing has yet.
fs::path asideName(const fs::path &database, const Clock &clock)
{
    std::string time;
    for (const char c : formatUtc(clock.now()).substr(0, 19))
        if (c != '-' && c != ':')
            time += c;
    auto out = with(database, ".replaced-" + time);
    std::error_code error;
    for (int number = 2; fs::exists(out, error); ++number)
        out = with(database, ".replaced-" + time + "-" + std::to_string(number));
    return out;
}

/// The former database stays in its place under a second name. What is still in its log goes into
/// it first; when it is too damaged for that the log is moved along.
Result<fs::path> setAside(const fs::path &database, const Clock &clock)
{
    std::error_code error;
    if (!fs::exists(database, error))
        return fs::path();
    if (const auto former = storage::Database::open(database, storage::Database::Mode::ReadWrite))
        (void)storage::guarded([&]() -> Result<void> {
            (*former)->raw().execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
            return {};
        });
    const auto aside = asideName(database, clock);
    if (::link(database.c_str(), aside.c_str()) != 0)
        return cannotPlace(aside);
    for (const auto *suffix : logSuffixes) {
        const auto log = with(database, suffix);
        if (::rename(log.c_str(), with(aside, suffix).c_str()) != 0 && errno != ENOENT)
            return cannotPlace(log);
    }
    return aside;
}

} // namespace

Result<Restored> restoreDatabase(
    const fs::path &from, const DatabaseAddress &where, const Clock &clock, Altered altered)
{
    const auto &database = where.file();
    const auto lock = storage::DataLock::acquire(with(database, lockSuffix));
    if (!lock && lock.failure().code == "data-in-use")
        return Failure{
            "data-in-use",
            "A server or another command has the database open. Stop it, then restore.",
            database.string()};
    if (!lock)
        return lock.failure();
    const Copy copy(with(database, ".restoring"));
    if (const auto copied = copyWithLog(from, copy.file()); !copied)
        return copied.failure();
    const auto whole = onCopy(copy.file(), from, [&](auto &raw) { return checkWhole(raw, from); });
    if (!whole)
        return whole.failure();
    if (altered == Altered::Refused)
        if (const auto sound = checkContent(copy.file(), from, clock); !sound)
            return sound.failure();
    auto out = onCopy(copy.file(), from, [&](auto &raw) { return settled(raw, where.keys()); });
    if (!out)
        return out;
    const auto aside = setAside(database, clock);
    if (!aside)
        return aside.failure();
    out->setAside = *aside;
    if (::rename(copy.file().c_str(), database.c_str()) != 0)
        return cannotPlace(database);
    if (const auto synced = syncFolderOf(database); !synced)
        return synced.failure();
    return out;
}

} // namespace vouch::server
