#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

Result<bool> KioskStore::Private::dropContacts(std::int64_t row)
{
    auto drop = prepare("UPDATE items SET value = 'null', salt = '' "
                        "WHERE check_row = ? AND type = ? AND salt <> ''");
    drop.bind(1, row);
    drop.bind(2, std::string(check::item_type::contact));
    if (drop.exec() == 0)
        return false;

    auto query = prepare("SELECT canonical FROM checks WHERE row = ?");
    query.bind(1, row);
    query.executeStep();
    auto record = parseJson(bytesOf(query.getColumn(0)));
    query.reset();
    if (!record)
        return record.failure();
    for (auto &element : record->as_object()["items"].as_array()) {
        auto &item = element.as_object();
        if (view(item["type"].as_string()) == check::item_type::contact) {
            item.erase("value");
            item.erase("salt");
        }
    }
    const auto canonical = canonicalJson(*record);
    if (!canonical)
        return canonical.failure();
    auto update = prepare("UPDATE checks SET canonical = ? WHERE row = ?");
    bindBlob(update, 1, *canonical);
    update.bind(2, row);
    update.exec();
    return true;
}

void KioskStore::Private::emptyLog()
{
    // Where that cannot be now, the next checkpoint does it; nothing that was stored depends on it.
    (void)guarded([&]() -> Result<void> {
        database->raw().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    });
}

} // namespace vouch::storage
