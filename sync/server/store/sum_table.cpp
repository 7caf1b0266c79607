#include "sync/server/store/sum_table.h"

#include <algorithm>

namespace vouch::server {

namespace {

/// Some 5 MB of them.
constexpr std::size_t keptYoung = 20'000;

constexpr const char *tables = R"sql(
CREATE TABLE sums (
    kind INTEGER, a INTEGER, b INTEGER, c INTEGER, d INTEGER, e INTEGER,
    n0 INTEGER, n1 INTEGER, n2 INTEGER, n3 INTEGER, n4 INTEGER, n5 INTEGER, n6 INTEGER,
    n7 INTEGER, n8 INTEGER, n9 INTEGER, n10 INTEGER,
    PRIMARY KEY (kind, a, b, c, d, e)
) WITHOUT ROWID;
CREATE TABLE noted (
    id BLOB, device INTEGER,
    PRIMARY KEY (id, device)
) WITHOUT ROWID;
)sql";

/// A database without a name: SQLite writes it to a file of its own when it outgrows the cache.
SQLite::Database temporary()
{
    SQLite::Database out("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    out.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16384");
    out.exec(tables);
    return out;
}

constexpr const char *addSums =
    "INSERT INTO sums VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET "
    "n0=n0+excluded.n0, n1=n1+excluded.n1, n2=n2+excluded.n2, n3=n3+excluded.n3, "
    "n4=n4+excluded.n4, n5=n5+excluded.n5, n6=n6+excluded.n6, n7=n7+excluded.n7, "
    "n8=n8+excluded.n8, n9=n9+excluded.n9, n10=n10+excluded.n10";

void bindNote(SQLite::Statement &statement, const Uuid &id, std::int64_t device)
{
    statement.reset();
    statement.bind(1, id.bytes().data(), static_cast<int>(id.bytes().size()));
    statement.bind(2, device);
}

} // namespace

SumTable::SumTable()
    : m_file(temporary())
    , m_add(m_file, addSums)
    , m_note(m_file, "INSERT INTO noted VALUES (?, ?) ON CONFLICT DO NOTHING")
    , m_noted(m_file, "SELECT 1 FROM noted WHERE id = ? AND device = ?")
{
}

void SumTable::add(int kind, const Key &key, const Values &values, int sign)
{
    auto &sums = m_young.try_emplace({kind, key}).first->second;
    for (std::size_t i = 0; i < valueCount; ++i)
        sums[i] += sign * values[i];
    if (m_young.size() >= keptYoung)
        flush();
}

void SumTable::flush()
{
    m_file.exec("BEGIN");
    for (const auto &[place, sums] : m_young) {
        int at = 0;
        m_add.reset();
        m_add.bind(++at, place.first);
        for (const auto part : place.second)
            m_add.bind(++at, part);
        for (const auto sum : sums)
            m_add.bind(++at, sum);
        m_add.exec();
    }
    m_add.reset();
    m_file.exec("COMMIT");
    m_young.clear();
}

std::optional<std::pair<int, SumTable::Key>> SumTable::firstNotZero()
{
    flush();
    SQLite::Statement row(
        m_file, "SELECT kind, a, b, c, d, e FROM sums WHERE n0<>0 OR n1<>0 OR n2<>0 OR n3<>0 OR "
                "n4<>0 OR n5<>0 OR n6<>0 OR n7<>0 OR n8<>0 OR n9<>0 OR n10<>0 "
                "ORDER BY kind, a, b, c, d, e LIMIT 1");
    if (!row.executeStep())
        return std::nullopt;
    Key key;
    for (std::size_t i = 0; i < keyParts; ++i)
        key[i] = row.getColumn(static_cast<int>(i) + 1).getInt64();
    return std::pair(row.getColumn(0).getInt(), key);
}

void SumTable::note(const Uuid &id, std::int64_t device)
{
    bindNote(m_note, id, device);
    m_note.exec();
    m_hasNotes = true;
}

bool SumTable::isNoted(const Uuid &id, std::int64_t device)
{
    if (!m_hasNotes)
        return false;
    bindNote(m_noted, id, device);
    const bool found = m_noted.executeStep();
    m_noted.reset();
    return found;
}

} // namespace vouch::server
