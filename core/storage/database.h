#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

/// SQLite as both ends use it.
namespace vouch::storage {

/// One connection. Not thread-safe, and SQLite takes no lock either: a connection belongs to the
/// thread that uses it.
///
/// A read-write connection has WAL, synchronous=FULL, foreign keys and a busy time-out, and is the
/// only one of its file that writes or checkpoints: SQLite before 3.51.3 can corrupt a database
/// when two connections commit and checkpoint (DataLock keeps a second program away).
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Creates the file (0600) when it is not there and the mode allows. Failures
    /// `database-unreadable` (cannot be opened, or is no database), `disk-full`.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, Mode mode);

    /// For statements; what throws SQLite::Exception is to be wrapped in guarded().
    SQLite::Database &raw() { return m_raw; }

private:
    explicit Database(SQLite::Database raw)
        : m_raw(std::move(raw))
    {
    }

    SQLite::Database m_raw;
};

/// Turns SQLite's exceptions into values, so that none leaves the module.
/// Codes: `disk-full`, `database-busy`, `database-damaged`, `database-error`.
Failure failureOf(const SQLite::Exception &exception);
/// Of what reads a stored value that is not what was ever stored: `database-damaged`.
Failure unreadableValue(const std::exception &exception);

/// Runs `work` (which returns a Result) and gives its result, or the Failure of what it threw.
template <class Work> auto guarded(Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return failureOf(exception);
    } catch (const std::exception &exception) {
        return unreadableValue(exception);
    }
}

/// Runs `work` inside BEGIN IMMEDIATE … COMMIT; rolls back when it fails or throws.
template <class Work> auto transacted(Database &database, Work &&work) -> decltype(work())
{
    return guarded([&]() -> decltype(work()) {
        SQLite::Transaction transaction(database.raw(), SQLite::TransactionBehavior::IMMEDIATE);
        auto result = work();
        if (result)
            transaction.commit();
        return result;
    });
}

/// The i-th step brings a database from schema version i to i+1.
struct Migration
{
    const char *sql;
};

/// Creates or migrates in one transaction. Failures: `schema-newer` when the file was written by a
/// newer program (nothing is touched), `database-foreign` when it is another program's.
/// `andThen` does within the same transaction what SQL cannot; it is told the version before.
Result<void> migrate(
    Database &database, std::span<const Migration> steps, std::int32_t applicationId,
    const std::function<Result<void>(int former)> &andThen = {});

/// Held for as long as a program uses a data folder; a second one is refused.
class DataLock
{
public:
    /// Locks `file` (made when missing). Failure `data-in-use`, naming the file.
    static Result<DataLock> acquire(const std::filesystem::path &file);
    DataLock(DataLock &&other) noexcept;
    DataLock &operator=(DataLock &&other) noexcept;
    ~DataLock();

private:
    explicit DataLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor = -1;
};

} // namespace vouch::storage
