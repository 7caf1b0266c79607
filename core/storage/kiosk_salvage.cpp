#include "core/storage/kiosk_salvage.h"

#include "core/storage/kiosk_counts.h"
#include "core/storage/kiosk_seal.h"
#include "core/storage/kiosk_store_private.h"
#include "core/storage/stored_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace vouch::storage {

namespace {

using Which = PageReader::Which;

constexpr const char *insertRow =
    "INSERT OR IGNORE INTO checks (row, id, device, store, kind, checklist, version, series, "
    "touchpoint, language, opened_at, closed_at, utc_offset_minutes, day, hour, boot, "
    "monotonic_ms, state, score, marks, chain, sequence, previous, hash, canonical, "
    "acknowledged_at, opened_monotonic_ms, later_marks, left_on, counted, body, seal) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

class Salvage
{
public:
    Salvage(Database &into, const std::optional<check::Link> &newest)
        : m_into(into)
        , m_newest(newest)
        , m_insert(into.raw(), insertRow)
        , m_item(into.raw(), "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?)")
    {
    }

    void take(StoredRow &&row, Which which)
    {
        if (!looksLikeCheck(row))
            return;
        if (blobOf(row.values[column::canonical]))
            takeSealed(row);
        else if (which == Which::Newest)
            takeUnsealed(row);
    }
    void takeItem(const StoredRow &row);
    void takeSetting(const StoredRow &row, bool identityOnly);
    void takeHead(const StoredRow &row);
    void takeActivity(const StoredRow &row);
    void takeRefusal(const StoredRow &row);
    void takeCountedOn(const StoredRow &row);
    Salvaged finish();

private:
    void takeSealed(const StoredRow &row);
    void takeUnsealed(const StoredRow &row);
    bool insert(
        const StoredRow &row, const check::Check &check, const std::string *canonical,
        bool keepRow);
    void insertItems(std::int64_t row, const check::Check &check);
    bool has(const Uuid &id);
    bool keepIdentity();
    std::int64_t storeHeads(const crypto::SigningKey &key, bool former);
    std::int64_t missingOf(const crypto::SigningKey &key);

    Database &m_into;
    std::optional<check::Link> m_newest;
    SQLite::Statement m_insert;
    SQLite::Statement m_item;
    std::set<std::int64_t> m_unsealed;
    std::set<Uuid> m_damaged;
    Salvaged m_found;
};

bool Salvage::has(const Uuid &id)
{
    SQLite::Statement query(m_into.raw(), "SELECT 1 FROM checks WHERE id = ?");
    bindUuid(query, 1, id);
    return query.executeStep();
}

void Salvage::takeSealed(const StoredRow &row)
{
    const auto id = idOf(row.values[column::id]);
    const auto &canonical = *blobOf(row.values[column::canonical]);
    auto record = parseJson(canonical);
    const auto *object = record ? record->if_object() : nullptr;
    const bool verified = object && check::verify(*object);
    auto check = verified ? check::fromJson(*object) : Result<check::Check>(Failure{});
    if (!check) {
        m_damaged.insert(id);
        return;
    }
    if (!has(check->id) &&
        (insert(row, *check, &canonical, true) || insert(row, *check, &canonical, false))) {
        ++m_found.records;
        insertItems(m_into.raw().getLastInsertRowid(), *check);
    }
}

void Salvage::takeUnsealed(const StoredRow &row)
{
    const auto check = unsealedOf(row);
    if (check && insert(row, *check, nullptr, true)) {
        ++m_found.answers;
        m_unsealed.insert(row.rowid);
    } else {
        m_damaged.insert(idOf(row.values[column::id]));
    }
}

/// Binds the columns of insertRow one after the other.
class RowBinder
{
public:
    RowBinder(SQLite::Statement &statement, const StoredRow &row)
        : m_statement(statement)
        , m_row(row)
    {
        m_statement.reset();
        m_statement.clearBindings();
    }

    void text(const std::string &value) { m_statement.bind(++m_at, value); }
    void integer(std::int64_t value) { m_statement.bind(++m_at, value); }
    void id(const Uuid &value) { bindUuid(m_statement, ++m_at, value); }
    void blob(const std::string &value) { bindBlob(m_statement, ++m_at, value); }
    void nulls(int count) { m_at += count; }
    void asFound(std::size_t index)
    {
        if (const auto *value = integerOf(valueAt(m_row, index)))
            integer(*value);
        else if (const auto *words = textOf(valueAt(m_row, index)))
            text(*words);
        else
            nulls(1);
    }

private:
    SQLite::Statement &m_statement;
    const StoredRow &m_row;
    int m_at = 0;
};

void bindAnswers(RowBinder &bind, const check::Check &check, bool isSealed)
{
    bind.id(check.id);
    bind.id(check.device);
    for (const auto *each : {&check.store, &check.kind, &check.checklist})
        bind.text(*each);
    bind.integer(check.version);
    for (const auto *each : {&check.series, &check.touchpoint, &check.language})
        bind.text(*each);
    bind.integer(millis(check.openedAt));
    if (isSealed)
        bind.integer(millis(check.closedAt));
    else
        bind.asFound(column::closedAt);
    bind.integer(check.utcOffsetMinutes);
    bind.text(formatDay(check.day));
    bind.integer(check.hour);
    bind.id(check.boot);
    bind.integer(check.monotonicMs);
    bind.text(std::string(check::toText(check.state)));
    if (check.score)
        bind.integer(*check.score);
    else
        bind.nulls(1);
    bind.text(json::serialize(json::array(check.marks.begin(), check.marks.end())));
}

void bindPlace(RowBinder &bind, const check::Check &check, const std::string *canonical)
{
    if (!canonical)
        return bind.nulls(6);
    bind.id(check.chain);
    bind.integer(check.sequence);
    bind.text(check.previous);
    bind.text(check.hash);
    bind.blob(*canonical);
    bind.asFound(column::acknowledgedAt);
}

/// What the tablet keeps for itself.
void bindOwn(RowBinder &bind, const StoredRow &row, const check::Check &check)
{
    bind.asFound(column::openedMonotonic);
    const auto later = textsOf(valueAt(row, column::laterMarks));
    bind.text(later ? json::serialize(*later) : "[]");
    bind.asFound(column::leftOn);
    const bool uncounted = orZero(valueAt(row, column::counted)) == 0 &&
                           check.kind == check::kind::survey && row.values.size() > column::counted;
    bind.integer(uncounted ? 0 : 1);
    if (check.body.empty())
        bind.nulls(1);
    else
        bind.text(json::serialize(check.body));
    if (const auto *seal = blobOf(valueAt(row, column::seal)))
        bind.blob(*seal);
}

bool Salvage::insert(
    const StoredRow &row, const check::Check &check, const std::string *canonical, bool keepRow)
{
    RowBinder bind(m_insert, row);
    if (keepRow)
        bind.integer(row.rowid);
    else
        bind.nulls(1);
    bindAnswers(bind, check, canonical != nullptr);
    bindPlace(bind, check, canonical);
    bindOwn(bind, row, check);
    return m_insert.exec() > 0;
}

void Salvage::insertItems(std::int64_t row, const check::Check &check)
{
    for (const auto &item : check.items) {
        m_item.reset();
        m_item.bind(1, row);
        m_item.bind(2, item.question);
        m_item.bind(3, item.type);
        m_item.bind(4, json::serialize(item.value));
        m_item.bind(5, item.salt);
        m_item.bind(6, item.digest);
        m_item.bind(7, item.corrections);
        m_item.exec();
    }
}

void Salvage::takeItem(const StoredRow &row)
{
    const auto &values = row.values;
    if (values.size() != 7 || !integerOf(values[0]) || !m_unsealed.contains(*integerOf(values[0])))
        return;
    for (std::size_t i = 1; i <= 5; ++i) {
        if (!textOf(values[i]))
            return;
    }
    const auto value = parseJson(*textOf(values[3]));
    if (!value || !integerOf(values[6]))
        return;
    check::Check of;
    of.items.push_back(
        {*textOf(values[1]), *textOf(values[2]), *value, *textOf(values[4]), *textOf(values[5]),
         static_cast<int>(*integerOf(values[6]))});
    insertItems(*integerOf(values[0]), of);
}

void Salvage::takeSetting(const StoredRow &row, bool identityOnly)
{
    if (row.values.size() != 2 || !textOf(row.values[0]) || !textOf(row.values[1]))
        return;
    const auto &key = *textOf(row.values[0]);
    const bool named = !key.empty() && std::all_of(key.begin(), key.end(), [](char each) {
        return each > ' ' && each <= '~';
    });
    if (!named || key == chainSetting || (identityOnly && !key.starts_with("identity.")))
        return;
    SQLite::Statement insert(m_into.raw(), "INSERT OR IGNORE INTO setting VALUES (?, ?)");
    insert.bind(1, key);
    insert.bind(2, *textOf(row.values[1]));
    insert.exec();
}

void Salvage::takeHead(const StoredRow &row)
{
    const auto &values = row.values;
    if (values.size() != 5 || !isId(values[0]) || !integerOf(values[1]) || !integerOf(values[2]) ||
        !textOf(values[3]) || !blobOf(values[4]))
        return;
    SQLite::Statement insert(m_into.raw(), "INSERT OR IGNORE INTO chains VALUES (?, ?, ?, ?, ?)");
    bindUuid(insert, 1, idOf(values[0]));
    insert.bind(2, *integerOf(values[1]));
    insert.bind(3, *integerOf(values[2]));
    insert.bind(4, *textOf(values[3]));
    bindBlob(insert, 5, *blobOf(values[4]));
    insert.exec();
}

void Salvage::takeActivity(const StoredRow &row)
{
    const auto &values = row.values;
    if (values.size() != 8 || !textOf(values[0]) || !parseDay(*textOf(values[0])) ||
        !isId(values[3]) || !textOf(values[4]))
        return;
    SQLite::Statement insert(
        m_into.raw(), "INSERT OR IGNORE INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, *textOf(values[0]));
    bindUuid(insert, 4, idOf(values[3]));
    insert.bind(5, *textOf(values[4]));
    for (const int index : {1, 2, 5, 6, 7})
        insert.bind(index + 1, orZero(values[std::size_t(index)]));
    insert.exec();
}

void Salvage::takeRefusal(const StoredRow &row)
{
    const auto &values = row.values;
    if (values.size() != 5 || !textOf(values[1]) || !textOf(values[2]) || !integerOf(values[3]) ||
        !integerOf(values[4]))
        return;
    SQLite::Statement insert(
        m_into.raw(), "INSERT OR IGNORE INTO quarantine SELECT row, ?, ?, ?, ? FROM checks "
                      "WHERE row = ? AND sequence IS NOT NULL AND acknowledged_at IS NULL");
    insert.bind(1, *textOf(values[1]));
    insert.bind(2, *textOf(values[2]));
    insert.bind(3, *integerOf(values[3]));
    insert.bind(4, *integerOf(values[4]) != 0);
    insert.bind(5, row.rowid);
    insert.exec();
}

void Salvage::takeCountedOn(const StoredRow &row)
{
    const auto &values = row.values;
    if (values.size() != 3 || !textOf(values[1]) || !integerOf(values[2]) ||
        !parseDay(*textOf(values[1])) || *integerOf(values[2]) < 0 || *integerOf(values[2]) > 23)
        return;
    SQLite::Statement insert(
        m_into.raw(),
        "INSERT OR IGNORE INTO counted_on SELECT row, ?, ? FROM checks WHERE row = ?");
    insert.bind(1, *textOf(values[1]));
    insert.bind(2, *integerOf(values[2]));
    insert.bind(3, row.rowid);
    insert.exec();
}

/// A tablet without its key cannot sign what it sends: it has to be enrolled again.
bool Salvage::keepIdentity()
{
    const bool key = storedKey(m_into).has_value();
    if (!key) {
        m_into.raw().exec("DELETE FROM setting WHERE key LIKE 'identity.%' "
                          "AND key <> 'identity.server'");
        makeKey(m_into);
    }
    return key && m_into.raw()
                          .execAndGet("SELECT count(*) FROM setting WHERE key IN "
                                      "('identity.device', 'identity.token', 'identity.store')")
                          .getInt() == 3;
}

/// The chains of before, as the key now stands for them; how many of their numbers are missing.
std::int64_t Salvage::storeHeads(const crypto::SigningKey &key, bool former)
{
    // With one max() SQLite takes the other columns from the row that has it.
    SQLite::Statement chains(
        m_into.raw(), "SELECT chain, max(sequence), hash, (SELECT coalesce(max(sequence), 0) FROM "
                      "checks b WHERE b.chain = a.chain AND b.seal IS NULL) FROM checks a "
                      "WHERE chain IS NOT NULL GROUP BY chain");
    while (chains.executeStep()) {
        const auto chain = uuidOf(chains.getColumn(0));
        const auto found = storedHead(m_into, chain, key);
        if (found && found->isSigned)
            continue;
        const auto newest = chains.getColumn(1).getInt64();
        storeHead(
            m_into,
            {{chain, newest, chains.getColumn(2).getString()},
             former ? chains.getColumn(3).getInt64() : newest},
            key);
    }
    return missingOf(key);
}

/// A head also tells how many there were of a chain of which nothing else is left.
std::int64_t Salvage::missingOf(const crypto::SigningKey &key)
{
    std::map<Uuid, std::int64_t> made;
    if (m_newest)
        made[m_newest->chain] = m_newest->sequence;
    for (const auto &chain : chainsWithHead(m_into)) {
        const auto found = storedHead(m_into, chain, key);
        if (found && found->isSigned)
            made[chain] = std::max(made[chain], found->head.newest.sequence);
    }
    std::int64_t missing = 0;
    SQLite::Statement count(m_into.raw(), "SELECT count(*) FROM checks WHERE chain = ?");
    for (const auto &[chain, newest] : made) {
        count.reset();
        bindUuid(count, 1, chain);
        count.executeStep();
        missing += std::max<std::int64_t>(newest - count.getColumn(0).getInt64(), 0);
    }
    return missing;
}

Salvaged Salvage::finish()
{
    const bool former = storedKey(m_into).has_value();
    m_found.identity = keepIdentity();
    if (!former) // what an unknown key has signed proves nothing now
        m_into.raw().exec("DELETE FROM chains; UPDATE checks SET seal = NULL");
    m_found.missing = storeHeads(*storedKey(m_into), former);
    m_into.raw().exec(
        "INSERT INTO outbox SELECT row FROM checks WHERE sequence IS NOT NULL AND acknowledged_at "
        "IS NULL AND row NOT IN (SELECT check_row FROM quarantine) ORDER BY row");
    countAllChecks(m_into);
    for (const auto &id : m_damaged)
        m_found.damaged += !has(id);
    return m_found;
}

} // namespace

Result<Salvaged>
salvage(const PageReader &from, Database &into, const std::optional<check::Link> &newest)
{
    return transacted(into, [&]() -> Result<Salvaged> {
        Salvage salvage(into, newest);
        for (const auto which : {Which::Newest, Which::All}) {
            from.forEachRow(
                which, true, [&](StoredRow &&row) { salvage.take(std::move(row), which); });
        }
        from.forEachRow(Which::Newest, true, [&](StoredRow &&row) {
            salvage.takeItem(row);
            salvage.takeRefusal(row);
            salvage.takeCountedOn(row);
        });
        for (const auto which : {Which::Newest, Which::All}) {
            from.forEachRow(which, false, [&](StoredRow &&row) {
                salvage.takeSetting(row, which == Which::All);
                if (which == Which::Newest) {
                    salvage.takeHead(row);
                    salvage.takeActivity(row);
                }
            });
        }
        return salvage.finish();
    });
}

} // namespace vouch::storage
