#pragma once

#include "sync/server/store/erasure.h"
#include "sync/server/store/store_parts.h"

/// What erasing on request and by time share.
namespace vouch::server {

/// One record that was kept aside.
struct Copy
{
    bool inConflict = false;
    std::int64_t key = 0;
    ErasedKinds kinds;
};

/// What is known of a copy when it is decided what leaves it.
struct CopyRow
{
    std::optional<Uuid> id;
    Timestamp receivedAt;
    std::string canonical;
};
using Decide = std::function<ErasedKinds(Connection &, const CopyRow &)>;

/// Those copies from which something is to leave.
Result<std::vector<Copy>> copiesToErase(ReaderPool &readers, bool inConflict, const Decide &decide);
/// True when something left.
bool eraseCopy(Connection &connection, const Copy &copy);

/// What was erased of a record so far.
ErasedKinds erasedBefore(Connection &connection, const Uuid &record);
/// Of the stored record alone; nothing when there is none.
std::optional<ErasedRecord>
eraseRecord(Connection &connection, const Uuid &id, const ErasedKinds &kinds, Timestamp now);

} // namespace vouch::server
