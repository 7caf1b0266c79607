#pragma once

#include "core/base/result.h"

#include <stdexcept>
#include <string>

namespace vouch::server {

/// Why a statement failed, as far as somebody acts on it.
enum class SqlFault {
    OwnFault,       ///< of what was written: others can be stored
    DiskFull,       ///< of the database's disk
    Busy,           ///< too many connections, a lock that was held too long
    Collided,       ///< with another transaction: the same again will do
    Damaged,        ///< the database
    ConnectionLost, ///< to a database elsewhere: it is tried again by the next use
    Other,
    Foreign, ///< neither engine threw it
};

/// What PostgreSQL refused. Beside it SQLite::Exception is thrown; both stay inside this folder.
class SqlError : public std::runtime_error
{
public:
    SqlError(SqlFault fault, const std::string &message)
        : std::runtime_error(message)
        , m_fault(fault)
    {
    }

    SqlFault fault() const { return m_fault; }

private:
    SqlFault m_fault;
};

/// Of an exception of either engine.
SqlFault faultOf(const std::exception &exception);
/// As a value that may leave the folder: `disk-full`, `database-busy`, `database-damaged`,
/// `database-error`, `unavailable`. What neither engine threw is a stored value that cannot be
/// read.
Failure failureOf(const std::exception &exception);

/// Runs `work` (which returns a Result) and gives its result, or the Failure of what it threw.
template <class Work> auto guarded(Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &exception) {
        return failureOf(exception);
    }
}

} // namespace vouch::server
