#include "sync/server/store/sql_error.h"

#include "core/storage/database.h"
#include "sync/protocol/codes.h"

#include <sqlite3.h>

namespace vouch::server {

namespace {

SqlFault faultOf(const SQLite::Exception &exception)
{
    switch (exception.getErrorCode()) {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
        return SqlFault::OwnFault;
    default:
        return SqlFault::Other;
    }
}

Failure failureOf(const SqlError &error)
{
    const std::string what = error.what();
    switch (error.fault()) {
    case SqlFault::DiskFull:
        return {
            "disk-full",
            "The disk of the database is full. Free some space; nothing stored was lost.", ""};
    case SqlFault::Busy:
    case SqlFault::Collided:
        return {"database-busy", "The database is busy: " + what + ". Try again later.", ""};
    case SqlFault::Damaged:
        return {
            "database-damaged",
            "The database is damaged: " + what + ". Stop it, and keep a copy before any repair.",
            ""};
    case SqlFault::ConnectionLost:
        return {
            std::string(protocol::code::unavailable),
            "The database cannot be reached: " + what + ". Try again later.", ""};
    case SqlFault::OwnFault:
    case SqlFault::Other:
    case SqlFault::Foreign:
        break;
    }
    return {"database-error", "The database refused: " + what + ".", ""};
}

} // namespace

SqlFault faultOf(const std::exception &exception)
{
    if (const auto *error = dynamic_cast<const SqlError *>(&exception))
        return error->fault();
    if (const auto *error = dynamic_cast<const SQLite::Exception *>(&exception))
        return faultOf(*error);
    return SqlFault::Foreign;
}

Failure failureOf(const std::exception &exception)
{
    if (const auto *error = dynamic_cast<const SqlError *>(&exception))
        return failureOf(*error);
    if (const auto *error = dynamic_cast<const SQLite::Exception *>(&exception))
        return storage::failureOf(*error);
    return storage::unreadableValue(exception);
}

} // namespace vouch::server
