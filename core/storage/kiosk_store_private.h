#pragma once

#include "core/base/shop_clock.h"
#include "core/storage/kiosk_seal.h"
#include "core/storage/kiosk_store.h"
#include "core/storage/log_note.h"

namespace vouch::storage {

struct KioskStore::Private
{
    const Clock &clock;
    DataLock lock;
    std::unique_ptr<Database> database;
    LogNote logNote; ///< goes before the database is closed
    ShopClock shop;
    std::optional<check::Link> justSealed = {}; ///< by the transaction under way
    std::optional<crypto::SigningKey> key = {}; ///< nothing when the stored one is damaged
    std::optional<check::MarkPolicy> policy = {};
    TimeZone zone = TimeZone::utc();
    int dayStart = 0;

    /// The round of verifySome() under way, and what the last whole one found.
    struct Audit
    {
        check::Link at = {};
        std::map<Uuid, ChainReport> reports = {};
        std::map<Uuid, ChainReport> found = {};
    };
    Audit audit = {};

    SQLite::Statement prepare(const char *sql) { return {database->raw(), sql}; }
    template <class Work> auto transaction(Work &&work) -> decltype(work())
    {
        justSealed.reset();
        auto result = transacted(*database, std::forward<Work>(work));
        if (result)
            logNote.keep(justSealed);
        return result;
    }

    /// What a migration leaves to the program: the key, and what it has to sign.
    Result<void> prepareKey(int formerSchema);
    Result<Uuid> chain();
    Result<check::Link> head();
    /// The whole check of a row, with its items.
    Result<check::Check> read(std::int64_t row);
    /// The row of a check that is not yet closed. Failures `check-unknown`, `check-closed`.
    Result<std::int64_t> unclosedRow(const Uuid &id);
    void insertItem(std::int64_t row, const check::Item &item);
    Result<check::Check> close(std::int64_t row, std::int64_t monotonicMs);
    /// Puts a closed check behind the head of the chain and into the outbox.
    Result<void> seal(std::int64_t row, check::Check &check);
    enum class Genuine { Yes, Unsealed, Altered, Inserted };
    Genuine judge(const std::string &canonical, const std::string &seal);
    void auditRow(SQLite::Statement &row);
    void endOfChain();
    /// A closed record that is no conversation: stored, and sealed when it names a device.
    Result<void> addRecord(check::Check record);
    /// The shop's time when it is `wall` by the tablet's clock; nothing where they are the same.
    std::optional<LocalTime> shopTime(Timestamp wall) const;
    /// From now on the check counts at `time`; without it at what its record states.
    void countAt(std::int64_t row, const std::optional<check::CountedTime> &time);

    std::vector<HourCount> hourCounts(const DayRange &days, const SeriesOf &of);

    void addShare(const ActivityShare &share);
    /// Makes the record of an hour, and lets go of what was kept for it.
    Result<void> closeHour(const ActivityShare &hour);

    /// The marks that the policy finds for a check that is closing, and the earlier checks that
    /// each of them concerns too.
    struct Found
    {
        std::string_view mark;
        std::vector<std::int64_t> earlier; ///< rows that do not have this mark yet
    };
    std::vector<Found> findMarks(std::int64_t row, const check::Check &check);
    void storeMarks(std::int64_t row, check::Check &check, std::span<const Found> found);
    /// Marks what is not sealed yet; of the rest one record of kind `mark` is made.
    Result<void> markEarlier(const Found &found, const check::Check &cause);
    enum class Erased { Contacts, ContactsAndTexts };
    /// Their value and salt leave the tablet; hash and digest stay, so that the chain still
    /// verifies. Whether there was one.
    Result<bool> erase(std::int64_t row, Erased which);
    /// What was overwritten or deleted is in the write-ahead log no more.
    void emptyLog();
};

inline constexpr const char *chainSetting = "chain";

inline void bindBlob(SQLite::Statement &statement, int index, std::string_view bytes)
{
    statement.bind(index, static_cast<const void *>(bytes.data()), static_cast<int>(bytes.size()));
}

inline void bindUuid(SQLite::Statement &statement, int index, const Uuid &id)
{
    statement.bind(index, static_cast<const void *>(id.bytes().data()), 16);
}

inline Uuid uuidOf(const SQLite::Column &column)
{
    const auto id = Uuid::fromBytes(column.getBlob(), static_cast<std::size_t>(column.getBytes()));
    return id ? *id : Uuid();
}

inline std::string bytesOf(const SQLite::Column &column)
{
    return {
        static_cast<const char *>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

inline std::int64_t millis(Timestamp time)
{
    return time.time_since_epoch().count();
}

inline Timestamp timestamp(std::int64_t ms)
{
    return Timestamp(std::chrono::milliseconds(ms));
}

} // namespace vouch::storage
