#include "core/storage/kiosk_store.h"

#include "core/base/calendar.h"
#include "core/storage/kiosk_counts.h"
#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

namespace {

/// Columns in the order of readHeader().
constexpr const char *selectCheck =
    "SELECT id, device, store, kind, checklist, version, series, touchpoint, language, opened_at, "
    "closed_at, utc_offset_minutes, day, hour, boot, monotonic_ms, state, score, marks, chain, "
    "sequence, previous, hash, body FROM checks WHERE row = ?";

constexpr const char *insertOpenCheck =
    "INSERT INTO checks (id, device, store, kind, checklist, version, series, touchpoint, "
    "language, opened_at, utc_offset_minutes, day, hour, boot, opened_monotonic_ms, score, marks, "
    "counted, monotonic_ms, state) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?15,?,?,?,?15,'open')";

check::Check readHeader(SQLite::Statement &query)
{
    const auto text = [&](int column) { return query.getColumn(column).getString(); };
    check::Check check;
    check.id = uuidOf(query.getColumn(0));
    check.device = uuidOf(query.getColumn(1));
    check.store = text(2);
    check.kind = text(3);
    check.checklist = text(4);
    check.version = query.getColumn(5).getInt();
    check.series = text(6);
    check.touchpoint = text(7);
    check.language = text(8);
    check.openedAt = timestamp(query.getColumn(9).getInt64());
    check.closedAt = timestamp(query.getColumn(10).getInt64());
    check.utcOffsetMinutes = query.getColumn(11).getInt();
    check.day = parseDay(text(12)).value();
    check.hour = query.getColumn(13).getInt();
    check.boot = uuidOf(query.getColumn(14));
    check.monotonicMs = query.getColumn(15).getInt64();
    check.state = check::stateFrom(text(16)).value_or(check::State::Open);
    if (!query.getColumn(17).isNull())
        check.score = query.getColumn(17).getInt();
    const auto marks = json::parse(text(18));
    for (const auto &mark : marks.as_array())
        check.marks.emplace_back(view(mark.as_string()));
    if (!query.getColumn(20).isNull()) {
        check.chain = uuidOf(query.getColumn(19));
        check.sequence = query.getColumn(20).getInt64();
        check.previous = text(21);
        check.hash = text(22);
    }
    if (!query.getColumn(23).isNull())
        check.body = json::parse(text(23)).as_object();
    return check;
}

/// Binds in the order of insertOpenCheck.
void insertCheck(SQLite::Statement &insert, const check::Check &check)
{
    json::array marks;
    for (const auto &mark : check.marks)
        marks.emplace_back(mark);
    bindUuid(insert, 1, check.id);
    bindUuid(insert, 2, check.device);
    insert.bind(3, check.store);
    insert.bind(4, check.kind);
    insert.bind(5, check.checklist);
    insert.bind(6, check.version);
    insert.bind(7, check.series);
    insert.bind(8, check.touchpoint);
    insert.bind(9, check.language);
    insert.bind(10, millis(check.openedAt));
    insert.bind(11, check.utcOffsetMinutes);
    insert.bind(12, formatDay(check.day));
    insert.bind(13, check.hour);
    bindUuid(insert, 14, check.boot);
    insert.bind(15, check.monotonicMs);
    if (check.score)
        insert.bind(16, *check.score);
    else
        insert.bind(16);
    insert.bind(17, json::serialize(marks));
    insert.bind(18, check.kind == check::kind::survey ? 0 : 1);
    insert.exec();
}

} // namespace

Result<check::Check> KioskStore::Private::read(std::int64_t row)
{
    auto query = prepare(selectCheck);
    query.bind(1, row);
    if (!query.executeStep())
        return Failure{"check-unknown", "There is no such check on this tablet.", ""};
    auto check = readHeader(query);
    auto items = prepare("SELECT question, type, value, salt, digest, corrections FROM items "
                         "WHERE check_row = ? ORDER BY rowid");
    items.bind(1, row);
    while (items.executeStep()) {
        const auto text = [&](int column) { return items.getColumn(column).getString(); };
        check.items.push_back(
            {text(0), text(1), json::parse(text(2)), text(3), text(4),
             items.getColumn(5).getInt()});
    }
    return check;
}

Result<std::int64_t> KioskStore::Private::unclosedRow(const Uuid &id)
{
    auto query = prepare("SELECT row, closed_at FROM checks WHERE id = ?");
    bindUuid(query, 1, id);
    if (!query.executeStep())
        return Failure{"check-unknown", "There is no such check on this tablet.", id.text()};
    if (!query.getColumn(1).isNull())
        return Failure{"check-closed", "The check is closed; it cannot change.", id.text()};
    return query.getColumn(0).getInt64();
}

void KioskStore::Private::insertItem(std::int64_t row, const check::Item &item)
{
    auto upsert =
        prepare("INSERT INTO items VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0) ON CONFLICT DO UPDATE SET "
                "type = excluded.type, value = excluded.value, salt = excluded.salt, "
                "digest = excluded.digest, corrections = corrections + (value <> excluded.value)");
    upsert.bind(1, row);
    upsert.bind(2, item.question);
    upsert.bind(3, item.type);
    upsert.bind(4, json::serialize(item.value));
    upsert.bind(5, item.salt);
    upsert.bind(6, item.digest);
    upsert.exec();
}

Result<void> KioskStore::openCheck(const check::Check &check)
{
    std::vector<check::Item> items;
    for (const auto &item : check.items) {
        auto sealed = check::withDigest(item);
        if (!sealed)
            return sealed.failure();
        items.push_back(std::move(*sealed));
    }
    return d->transaction([&]() -> Result<void> {
        auto insert = d->prepare(insertOpenCheck);
        insertCheck(insert, check);
        const auto row = d->database->raw().getLastInsertRowid();
        if (check.kind == check::kind::survey)
            d->addShare(
                {{check.day, check.hour, check.utcOffsetMinutes}, check.device, check.store});
        if (const auto shop = d->shopTime(check.openedAt))
            d->countAt(row, check::CountedTime{businessDay(*shop, d->dayStart), shop->hour});
        for (const auto &item : items)
            d->insertItem(row, item);
        return {};
    });
}

Result<void> KioskStore::putItem(const Uuid &id, const check::Item &item, std::optional<int> score)
{
    const auto sealed = check::withDigest(item);
    if (!sealed)
        return sealed.failure();
    return d->transaction([&]() -> Result<void> {
        const auto row = d->unclosedRow(id);
        if (!row)
            return row.failure();
        d->insertItem(*row, *sealed);
        if (score) {
            auto update = d->prepare("UPDATE checks SET score = ? WHERE row = ?");
            update.bind(1, *score);
            update.bind(2, *row);
            update.exec();
        }
        return {};
    });
}

Result<void> KioskStore::dropItems(const Uuid &id, std::span<const std::string> questions)
{
    return d->transaction([&]() -> Result<void> {
        const auto row = d->unclosedRow(id);
        if (!row)
            return row.failure();
        auto remove = d->prepare("DELETE FROM items WHERE check_row = ? AND question = ?");
        for (const auto &question : questions) {
            remove.bind(1, *row);
            remove.bind(2, question);
            remove.exec();
            remove.reset();
        }
        return {};
    });
}

Result<void> KioskStore::setLanguage(const Uuid &id, const std::string &language)
{
    return d->transaction([&]() -> Result<void> {
        const auto row = d->unclosedRow(id);
        if (!row)
            return row.failure();
        auto update = d->prepare("UPDATE checks SET language = ? WHERE row = ?");
        update.bind(1, language);
        update.bind(2, *row);
        update.exec();
        return {};
    });
}

Result<void> KioskStore::complete(const Uuid &id)
{
    return d->transaction([&]() -> Result<void> {
        const auto row = d->unclosedRow(id);
        if (!row)
            return row.failure();
        auto update = d->prepare("UPDATE checks SET state = 'completed' WHERE row = ?");
        update.bind(1, *row);
        update.exec();
        return {};
    });
}

Result<check::Check>
KioskStore::close(const Uuid &id, std::int64_t monotonicMs, const std::string &leftOn)
{
    return d->transaction([&]() -> Result<check::Check> {
        const auto row = d->unclosedRow(id);
        if (!row)
            return row.failure();
        if (!leftOn.empty()) {
            auto update = d->prepare("UPDATE checks SET left_on = ? WHERE row = ?");
            update.bind(1, leftOn);
            update.bind(2, *row);
            update.exec();
        }
        return d->close(*row, monotonicMs);
    });
}

Result<int> KioskStore::closeLeftOpen(std::int64_t monotonicMs)
{
    return d->transaction([&]() -> Result<int> {
        std::vector<std::int64_t> rows;
        auto query = d->prepare(
            "SELECT row FROM checks WHERE sequence IS NULL AND closed_at IS NULL ORDER BY row");
        while (query.executeStep())
            rows.push_back(query.getColumn(0).getInt64());
        query.reset();
        for (const auto row : rows) {
            if (const auto closed = d->close(row, monotonicMs); !closed)
                return closed.failure();
        }
        return static_cast<int>(rows.size());
    });
}

Result<int> KioskStore::adopt(const Uuid &device, const std::string &store)
{
    return d->transaction([&]() -> Result<int> {
        auto name = d->prepare("UPDATE checks SET device = ?, store = ? WHERE device = ?");
        bindUuid(name, 1, device);
        name.bind(2, store);
        bindUuid(name, 3, Uuid());
        name.exec();
        auto hours = d->prepare("UPDATE activity SET device = ?, store = ? WHERE device = ?");
        bindUuid(hours, 1, device);
        hours.bind(2, store);
        bindUuid(hours, 3, Uuid());
        hours.exec();
        std::vector<std::int64_t> rows;
        auto query = d->prepare(
            "SELECT row FROM checks WHERE sequence IS NULL AND closed_at IS NOT NULL ORDER BY row");
        while (query.executeStep())
            rows.push_back(query.getColumn(0).getInt64());
        query.reset();
        for (const auto row : rows) {
            auto check = d->read(row);
            if (!check)
                return check.failure();
            if (const auto sealed = d->seal(row, *check); !sealed)
                return sealed.failure();
        }
        return static_cast<int>(rows.size());
    });
}

Result<check::Check> KioskStore::Private::close(std::int64_t row, std::int64_t monotonicMs)
{
    auto check = read(row);
    if (!check)
        return check.failure();
    if (check->state == check::State::Open)
        check->state = check::State::Abandoned;
    // A clock that was set back must not make a check end before it began.
    check->closedAt = std::max(clock.now(), check->openedAt);
    check->monotonicMs = monotonicMs;
    auto update =
        prepare("UPDATE checks SET state = ?, closed_at = ?, monotonic_ms = ? WHERE row = ?");
    update.bind(1, std::string(check::toText(check->state)));
    update.bind(2, millis(check->closedAt));
    update.bind(3, monotonicMs);
    update.bind(4, row);
    update.exec();
    const auto found = findMarks(row, *check);
    storeMarks(row, *check, found);
    countCheck(*database, row, 1);
    // adopt() gives it its place else, once there is a device to name in it.
    if (!check->device.isNull()) {
        if (const auto sealed = seal(row, *check); !sealed)
            return sealed.failure();
    }
    for (const auto &each : found) {
        if (const auto marked = markEarlier(each, *check); !marked)
            return marked.failure();
    }
    return check;
}

Result<void> KioskStore::Private::addRecord(check::Check record)
{
    auto insert = prepare(insertOpenCheck);
    insertCheck(insert, record);
    const auto row = database->raw().getLastInsertRowid();
    auto update =
        prepare("UPDATE checks SET state = 'completed', closed_at = ?, body = ? WHERE row = ?");
    update.bind(1, millis(record.closedAt));
    update.bind(2, json::serialize(record.body));
    update.bind(3, row);
    update.exec();
    return record.device.isNull() ? Result<void>() : seal(row, record);
}

Result<void> KioskStore::Private::seal(std::int64_t row, check::Check &check)
{
    const auto last = head();
    if (!last)
        return last.failure();
    if (const auto linked = check::append(check, *last); !linked)
        return linked.failure();
    const auto canonical = canonicalJson(check::toJson(check));
    if (!canonical)
        return canonical.failure();
    auto update = prepare("UPDATE checks SET chain = ?, sequence = ?, previous = ?, hash = ?, "
                          "canonical = ?, seal = ?7 WHERE row = ?6");
    bindUuid(update, 1, check.chain);
    update.bind(2, check.sequence);
    update.bind(3, check.previous);
    update.bind(4, check.hash);
    bindBlob(update, 5, *canonical);
    update.bind(6, row);
    const check::Link link{check.chain, check.sequence, check.hash};
    if (key) {
        bindBlob(update, 7, sealOf(link, *key));
        const auto former = storedHead(*database, check.chain, key);
        storeHead(
            *database, {link, former && former->isSigned ? former->head.unsealedUntil : 0}, *key);
    }
    update.exec();
    auto queue = prepare("INSERT INTO outbox VALUES (?)");
    queue.bind(1, row);
    queue.exec();
    justSealed = link;
    return {};
}

Result<std::optional<check::Check>> KioskStore::find(const Uuid &id)
{
    return guarded([&]() -> Result<std::optional<check::Check>> {
        auto query = d->prepare("SELECT row FROM checks WHERE id = ?");
        bindUuid(query, 1, id);
        if (!query.executeStep())
            return std::optional<check::Check>();
        auto check = d->read(query.getColumn(0).getInt64());
        if (!check)
            return check.failure();
        return std::optional<check::Check>(std::move(*check));
    });
}

} // namespace vouch::storage
