#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

Result<bool> KioskStore::Private::erase(std::int64_t row, Erased which)
{
    const bool all = which == Erased::ContactsAndTexts;
    auto drop = prepare("UPDATE items SET value = 'null', salt = '' "
                        "WHERE check_row = ? AND (type = ? OR ?) AND salt <> ''");
    drop.bind(1, row);
    drop.bind(2, std::string(check::item_type::contact));
    drop.bind(3, all ? 1 : 0);
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
        const auto type = view(item["type"].as_string());
        if (type == check::item_type::contact || (all && check::isErasable(type))) {
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

Result<void> KioskStore::eraseAnswers(std::span<const Uuid> records)
{
    bool erased = false;
    const auto stored = d->transaction([&]() -> Result<void> {
        for (const auto &id : records) {
            auto row = d->prepare("SELECT row FROM checks WHERE id = ? AND sequence IS NOT NULL");
            bindUuid(row, 1, id);
            if (!row.executeStep())
                continue; // it is gone already
            const auto one =
                d->erase(row.getColumn(0).getInt64(), Private::Erased::ContactsAndTexts);
            if (!one)
                return one.failure();
            erased = erased || *one;
        }
        return {};
    });
    if (stored && erased)
        d->emptyLog();
    return stored;
}

} // namespace vouch::storage
