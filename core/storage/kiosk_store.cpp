#include "core/storage/kiosk_store.h"

#include "core/storage/disk_reserve.h"
#include "core/storage/kiosk_counts.h"
#include "core/storage/kiosk_schema.h"
#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

namespace {

Result<void> makeFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return Failure{
            "data-unwritable",
            "Cannot create the data folder: " + error.message() +
                ". Check the path and the rights.",
            folder.string()};
    return {};
}

Result<std::unique_ptr<Database>>
openDatabase(const std::filesystem::path &folder, const Clock &clock)
{
    if (const auto recovered = recoverIfDamaged(folder, clock); !recovered)
        return recovered.failure();
    auto database = Database::open(folder / "kiosk.db", Database::Mode::ReadWrite);
    if (!database)
        return database;
    return guarded([&]() -> Result<std::unique_ptr<Database>> {
        // What is dropped on a tablet is gone from its pages too, whatever SQLite was built with.
        (*database)->raw().exec("PRAGMA secure_delete=ON");
        return std::move(*database);
    });
}

} // namespace

KioskStore::KioskStore(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}
KioskStore::~KioskStore() = default;

Result<std::unique_ptr<KioskStore>>
KioskStore::open(const std::filesystem::path &folder, const Clock &clock)
{
    if (const auto made = makeFolder(folder); !made)
        return made.failure();
    auto lock = DataLock::acquire(folder / "kiosk.lock");
    if (!lock)
        return lock.failure();
    auto database = openDatabase(folder, clock);
    if (!database && database.failure().code == "disk-full" && freeReserve(folder))
        database = openDatabase(folder, clock);
    if (!database)
        return database.failure();
    std::unique_ptr<KioskStore> store(new KioskStore(std::unique_ptr<Private>(new Private{
        clock, std::move(*lock), std::move(*database), LogNote(folder), ShopClock(clock)})));
    auto &inner = *store->d;
    const auto migrated = migrate(
        *inner.database, kioskMigrations, kioskApplicationId, [&](int former) -> Result<void> {
            if (auto prepared = inner.prepareKey(former); !prepared)
                return prepared;
            if (former < countedSchema)
                countAllChecks(*inner.database);
            if (!inner.chain()) {
                auto start = inner.prepare("INSERT OR REPLACE INTO setting VALUES (?, ?)");
                start.bind(1, chainSetting);
                start.bind(2, Uuid::v7(clock).text());
                start.exec();
            }
            return {};
        });
    if (!migrated)
        return migrated.failure();
    keepReserve(folder);
    return store;
}

/// A key that is there and cannot be read stays: signingKey() says so, and staff enrol anew.
Result<void> KioskStore::Private::prepareKey(int formerSchema)
{
    auto query = prepare("SELECT count(*) FROM setting WHERE key IN (?, ?)");
    query.bind(1, publicKeySetting);
    query.bind(2, secretKeySetting);
    query.executeStep();
    key = query.getColumn(0).getInt() < 2 ? makeKey(*database) : storedKey(*database);
    constexpr int withoutSeals = 3;
    if (formerSchema >= withoutSeals || !key)
        return {};
    for (const auto &chain : chainsWithHead(*database))
        storeHead(*database, storedHead(*database, chain, key)->head, *key);
    return {};
}

Result<crypto::SigningKey> KioskStore::signingKey() const
{
    if (!d->key)
        return Failure{
            "identity-damaged", "The tablet's key cannot be read. Enrol this tablet again.", ""};
    return *d->key;
}

Result<std::optional<Recovery>> KioskStore::recovery()
{
    const auto text = setting(recoverySetting);
    if (!text)
        return text.failure();
    if (!*text)
        return std::optional<Recovery>();
    auto read = recoveryFrom(**text);
    if (!read)
        return read.failure();
    return std::optional<Recovery>(std::move(*read));
}

Result<std::optional<std::string>> KioskStore::setting(const std::string &key)
{
    return guarded([&]() -> Result<std::optional<std::string>> {
        auto query = d->prepare("SELECT value FROM setting WHERE key = ?");
        query.bind(1, key);
        if (!query.executeStep())
            return std::optional<std::string>();
        return std::optional<std::string>(query.getColumn(0).getString());
    });
}

Result<void> KioskStore::setSetting(const std::string &key, const std::string &value)
{
    return setSettings({{key, value}});
}

Result<void> KioskStore::setSettings(const std::map<std::string, std::string> &values)
{
    return d->transaction([&]() -> Result<void> {
        auto upsert = d->prepare("INSERT INTO setting VALUES (?, ?) "
                                 "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        for (const auto &[key, value] : values) {
            upsert.bind(1, key);
            upsert.bind(2, value);
            upsert.exec();
            upsert.reset();
        }
        return {};
    });
}

Result<void> KioskStore::removeSetting(const std::string &key)
{
    return d->transaction([&]() -> Result<void> {
        auto remove = d->prepare("DELETE FROM setting WHERE key = ?");
        remove.bind(1, key);
        remove.exec();
        return {};
    });
}

Result<void> KioskStore::startChain()
{
    return setSetting(chainSetting, Uuid::v7(d->clock).text());
}

Result<check::Link> KioskStore::head()
{
    return guarded([&] { return d->head(); });
}

void KioskStore::learnTime(Timestamp now)
{
    d->shop.learn(now);
}

const Clock &KioskStore::shopClock() const
{
    return d->shop;
}

std::optional<LocalTime> KioskStore::Private::shopTime(Timestamp wall) const
{
    const auto behind = shop.behind();
    return behind == std::chrono::milliseconds(0) ? std::nullopt
                                                  : std::optional(zone.local(wall + behind));
}

void KioskStore::Private::countAt(std::int64_t row, const std::optional<check::CountedTime> &time)
{
    auto query = prepare("SELECT day, hour FROM counted_on WHERE check_row = ?");
    query.bind(1, row);
    std::optional<check::CountedTime> former;
    if (query.executeStep())
        former = {parseDay(query.getColumn(0).getString()).value(), query.getColumn(1).getInt()};
    if (former == time)
        return;
    countCheck(*database, row, -1);
    auto write = prepare(
        time ? "INSERT OR REPLACE INTO counted_on VALUES (?1, ?2, ?3)"
             : "DELETE FROM counted_on WHERE check_row = ?1");
    write.bind(1, row);
    if (time) {
        write.bind(2, formatDay(time->day));
        write.bind(3, time->hour);
    }
    write.exec();
    countCheck(*database, row, 1);
}

Result<Uuid> KioskStore::Private::chain()
{
    auto query = prepare("SELECT value FROM setting WHERE key = ?");
    query.bind(1, chainSetting);
    return Uuid::parse(query.executeStep() ? query.getColumn(0).getString() : std::string());
}

Result<check::Link> KioskStore::Private::head()
{
    const auto current = chain();
    if (!current)
        return current.failure();
    auto query = prepare("SELECT sequence, hash FROM checks WHERE chain = ? "
                         "ORDER BY sequence DESC LIMIT 1");
    bindUuid(query, 1, *current);
    check::Link newest{*current, 0, check::noHash()};
    if (query.executeStep())
        newest = {*current, query.getColumn(0).getInt64(), query.getColumn(1).getString()};
    // Where the last records were removed, their numbers are not given again.
    const auto stored = storedHead(*database, *current, key);
    return stored && stored->isSigned && stored->head.newest.sequence > newest.sequence
               ? stored->head.newest
               : newest;
}

} // namespace vouch::storage
