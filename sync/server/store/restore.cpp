#include "sync/server/store/restore.h"

#include "sync/server/store/server_schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vouch::server {

namespace {

namespace fs = std::filesystem;

/// SQLite's log and its index, beside a database that was not closed.
constexpr const char *logSuffixes[] = {"-wal", "-shm"};

fs::path with(fs::path path, const std::string &suffix)
{
    path += suffix;
    return path;
}

Failure cannotPlace(const fs::path &file)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return {
        full ? "disk-full" : "file-unwritable",
        "The database cannot be put in place: " + std::string(std::strerror(errno)) +
            (full ? ". Make room and try again." : ". Check the folder and who may write there."),
        file.string()};
}

class Descriptor
{
public:
    Descriptor(const fs::path &file, int flags)
        : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0600))
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    operator int() const { return m_number; }

private:
    int m_number;
};

bool writeAll(int descriptor, const char *bytes, std::size_t size)
{
    while (size > 0) {
        const auto count = ::write(descriptor, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

Result<void> copyFile(const fs::path &from, const fs::path &to)
{
    const Descriptor source(from, O_RDONLY);
    if (source < 0)
        return Failure{
            "backup-missing",
            "The back-up cannot be read: " + std::string(std::strerror(errno)) +
                ". Check its name and who may read it.",
            from.string()};
    const Descriptor target(to, O_WRONLY | O_CREAT | O_TRUNC);
    if (target < 0)
        return cannotPlace(to);
    std::string piece(1u << 20, '\0');
    for (;;) {
        const auto count = ::read(source, piece.data(), piece.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return Failure{
                "backup-missing",
                "The back-up cannot be read: " + std::string(std::strerror(errno)) + ".",
                from.string()};
        if (count == 0)
            break;
        if (!writeAll(target, piece.data(), static_cast<std::size_t>(count)))
            return cannotPlace(to);
    }
    return ::fsync(target) == 0 ? Result<void>() : cannotPlace(to);
}

Result<void> syncFolderOf(const fs::path &file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    return descriptor >= 0 && ::fsync(descriptor) == 0 ? Result<void>() : cannotPlace(folder);
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
    }

    const fs::path &file() const { return m_file; }

private:
    fs::path m_file;
};

/// A raw copy of a database may have its log beside it.
Result<void> copyWithLog(const fs::path &from, const fs::path &to)
{
    if (const auto copied = copyFile(from, to); !copied)
        return copied;
    std::error_code error;
    if (fs::file_size(with(from, "-wal"), error) > 0 && !error)
        return copyFile(with(from, "-wal"), with(to, "-wal"));
    return {};
}

Result<Restored> checkCopy(const fs::path &copy, const fs::path &from, const fs::path &keys)
{
    auto opened = storage::Database::open(copy, storage::Database::Mode::ReadWrite);
    if (!opened)
        return Failure{
            "database-damaged",
            "The back-up cannot be read: it is no database, or a damaged one. Name another file; "
            "nothing was changed.",
            from.string()};
    return storage::guarded([&]() -> Result<Restored> {
        auto &raw = (*opened)->raw();
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
        raw.execAndGet("PRAGMA journal_mode=DELETE"); // all in one file
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
    });
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

Result<Restored> restoreDatabase(const fs::path &from, const fs::path &database, const Clock &clock)
{
    const auto lock = storage::DataLock::acquire(with(database, ".lock"));
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
    auto out = checkCopy(copy.file(), from, database.parent_path() / "keys");
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
