#include "core/storage/database.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace vouch::storage {

namespace {

constexpr int busyTimeoutMs = 10000;
constexpr long journalSizeLimit = 64L << 20;

/// The file before SQLite makes it with wider rights; -wal and -shm inherit them.
Result<void> createPrivate(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Failure{
            errno == ENOSPC ? "disk-full" : "database-unreadable",
            std::string("Cannot open or create the database: ") + std::strerror(errno) +
                ". Check the path, the rights and the free space.",
            file.string()};
    ::close(descriptor);
    return {};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, Mode mode)
{
    const bool writes = mode == Mode::ReadWrite;
    if (writes) {
        if (const auto made = createPrivate(file); !made)
            return made.failure();
    }
    auto opened = guarded([&]() -> Result<std::unique_ptr<Database>> {
        SQLite::Database raw(
            file.string(),
            (writes ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLite::OPEN_NOMUTEX,
            busyTimeoutMs);
        if (writes) {
            raw.exec("PRAGMA journal_mode=WAL");
            raw.exec("PRAGMA synchronous=FULL");
            raw.exec("PRAGMA journal_size_limit=" + std::to_string(journalSizeLimit));
        }
        raw.exec("PRAGMA foreign_keys=ON");
        raw.execAndGet("SELECT count(*) FROM sqlite_schema");
        return std::unique_ptr<Database>(new Database(std::move(raw)));
    });
    if (!opened) {
        Failure failure = opened.failure();
        failure.where = file.string();
        return failure;
    }
    return opened;
}

Failure failureOf(const SQLite::Exception &exception)
{
    const std::string what = exception.what();
    if (exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE) // no room for the log's index
        return {"disk-full", "The disk is full. Free some space; nothing stored was lost.", ""};
    switch (exception.getErrorCode()) {
    case SQLITE_FULL:
        return {"disk-full", "The disk is full. Free some space; nothing stored was lost.", ""};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // the locks of the log were taken too long
        return {"database-busy", "The database is in use by another program: " + what + ".", ""};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            "database-damaged",
            "The database file is damaged: " + what + ". Set it aside, do not delete it.", ""};
    default:
        return {"database-error", "The database refused: " + what + ".", ""};
    }
}

Failure unreadableValue(const std::exception &exception)
{
    return {
        "database-damaged",
        std::string("A stored value cannot be read: ") + exception.what() +
            ". Set the database aside, do not delete it.",
        ""};
}

Result<void> migrate(
    Database &database, std::span<const Migration> steps, std::int32_t applicationId,
    const std::function<Result<void>(int former)> &andThen)
{
    return transacted(database, [&]() -> Result<void> {
        auto &raw = database.raw();
        const int version = raw.execAndGet("PRAGMA user_version").getInt();
        const int owner = raw.execAndGet("PRAGMA application_id").getInt();
        const bool empty = raw.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
        if (!empty && owner != applicationId)
            return Failure{
                "database-foreign",
                "This is a database of another program. Name another file or folder.",
                raw.getFilename()};
        if (version > static_cast<int>(steps.size()))
            return Failure{
                "schema-newer",
                "The database was written by a newer version (schema " + std::to_string(version) +
                    ", this program knows " + std::to_string(steps.size()) +
                    "). Start the newer program; nothing was changed.",
                raw.getFilename()};
        for (std::size_t step = static_cast<std::size_t>(version); step < steps.size(); ++step)
            raw.exec(steps[step].sql);
        if (version < static_cast<int>(steps.size())) {
            raw.exec("PRAGMA user_version=" + std::to_string(steps.size()));
            raw.exec("PRAGMA application_id=" + std::to_string(applicationId));
        }
        return andThen ? andThen(version) : Result<void>();
    });
}

Result<DataLock> DataLock::acquire(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Failure{
            "data-unwritable",
            std::string("Cannot write in the data folder: ") + std::strerror(errno) +
                ". Check that it is there and who owns it.",
            file.string()};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Failure{
            "data-in-use",
            "Another program is running on the same data. Stop it first, or name other data.",
            file.string()};
    }
    return DataLock(descriptor);
}

DataLock::DataLock(DataLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

DataLock &DataLock::operator=(DataLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

DataLock::~DataLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace vouch::storage
