#include "core/storage/kiosk_store.h"

#include "core/storage/kiosk_store_private.h"

/// What must have travelled before a tablet may be given up.
namespace vouch::storage {

Result<std::vector<check::Link>> KioskStore::heads()
{
    return guarded([&]() -> Result<std::vector<check::Link>> {
        std::vector<check::Link> out;
        // With max() SQLite takes the other columns from the row that has it.
        auto query = d->prepare("SELECT chain, max(sequence), hash FROM checks "
                                "WHERE chain IS NOT NULL GROUP BY chain");
        while (query.executeStep())
            out.push_back(
                {uuidOf(query.getColumn(0)), query.getColumn(1).getInt64(),
                 query.getColumn(2).getString()});
        return out;
    });
}

Result<std::int64_t> KioskStore::unsealed()
{
    return guarded([&]() -> Result<std::int64_t> {
        return d->database->raw()
            .execAndGet("SELECT count(*) FROM checks WHERE sequence IS NULL AND kind <> 'activity'")
            .getInt64();
    });
}

Result<std::vector<Refusal>> KioskStore::refusals()
{
    return guarded([&]() -> Result<std::vector<Refusal>> {
        std::vector<Refusal> out;
        auto query = d->prepare("SELECT code, max(reason), count(*) FROM quarantine "
                                "GROUP BY code ORDER BY code");
        while (query.executeStep())
            out.push_back(
                {query.getColumn(0).getString(), query.getColumn(1).getString(),
                 query.getColumn(2).getInt64()});
        return out;
    });
}

Result<std::vector<QuarantinedRecord>> KioskStore::quarantined(std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<QuarantinedRecord>> {
        std::vector<QuarantinedRecord> out;
        auto query = d->prepare("SELECT id, kind, closed_at, code, reason FROM quarantine "
                                "JOIN checks ON row = check_row ORDER BY row DESC LIMIT ?");
        query.bind(1, static_cast<std::int64_t>(limit));
        while (query.executeStep())
            out.push_back(
                {uuidOf(query.getColumn(0)), query.getColumn(1).getString(),
                 timestamp(query.getColumn(2).getInt64()), query.getColumn(3).getString(),
                 query.getColumn(4).getString()});
        return out;
    });
}

} // namespace vouch::storage
