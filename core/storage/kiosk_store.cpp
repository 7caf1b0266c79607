#include "core/storage/kiosk_store.h"

#include "core/storage/kiosk_schema.h"
#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

namespace {

constexpr const char *chainKey = "chain";

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
    auto database = Database::open(folder / "kiosk.db", Database::Mode::ReadWrite);
    if (!database)
        return database.failure();
    // What is dropped on a tablet is gone from its pages too, whatever SQLite was built with.
    const auto erasing = guarded([&]() -> Result<void> {
        (*database)->raw().exec("PRAGMA secure_delete=ON");
        return {};
    });
    if (!erasing)
        return erasing.failure();
    if (const auto migrated = migrate(**database, kioskMigrations, kioskApplicationId); !migrated)
        return migrated.failure();
    std::unique_ptr<KioskStore> store(new KioskStore(
        std::unique_ptr<Private>(new Private{clock, std::move(*lock), std::move(*database)})));
    const auto chain = store->setting(chainKey);
    if (!chain)
        return chain.failure();
    if (!*chain) {
        if (const auto started = store->startChain(); !started)
            return started.failure();
    }
    return store;
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
    return setSetting(chainKey, Uuid::v7(d->clock).text());
}

Result<check::Link> KioskStore::head()
{
    return guarded([&] { return d->head(); });
}

Result<Uuid> KioskStore::Private::chain()
{
    auto query = prepare("SELECT value FROM setting WHERE key = ?");
    query.bind(1, chainKey);
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
    if (!query.executeStep())
        return check::Link{*current, 0, check::noHash()};
    return check::Link{*current, query.getColumn(0).getInt64(), query.getColumn(1).getString()};
}

} // namespace vouch::storage
