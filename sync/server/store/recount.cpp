#include "sync/server/store/recount.h"
#include "core/check/marks.h"
#include "sync/server/store/comment_rows.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/sum_table.h"

#include <algorithm>
#include <limits>

namespace vouch::server {

Failure verifyingStopped()
{
    return {"stopped", "The server is stopping. Try again when it runs.", ""};
}

namespace {

Failure differ(const std::string &where)
{
    return {
        "counters-differ", "A counter is not what the records say. Restore from a back-up.", where};
}

/// Records looked at in one SELECT, and counters.
constexpr std::int64_t recordsAtOnce = 1000;
constexpr std::int64_t countersAtOnce = 5000;

/// A table of counters, and how it is read by pages: ?1 to ?5 are the key behind which the page
/// begins, ?6 how many rows it has. The key is the primary one.
struct CounterTable
{
    enum Kind { Hours, Devices, Days, Months, Versions, Ledger, ActivityHours, Traits };

    Kind kind;
    int keys;
    int values;
    const char *sql;
};

#define VOUCH_SCORES "n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10 "

constexpr CounterTable counterTables[] = {
    {CounterTable::Hours, 5, 11,
     "SELECT store, day, hour, measure, marked, " VOUCH_SCORES "FROM hour_counts WHERE "
     "(store, day, hour, measure, marked) > (?1, ?2, ?3, ?4, ?5) "
     "ORDER BY store, day, hour, measure, marked LIMIT ?6"},
    {CounterTable::Devices, 5, 11,
     "SELECT store, day, device, measure, marked, " VOUCH_SCORES "FROM device_counts WHERE "
     "(store, day, device, measure, marked) > (?1, ?2, ?3, ?4, ?5) "
     "ORDER BY store, day, device, measure, marked LIMIT ?6"},
    {CounterTable::Days, 4, 11,
     "SELECT store, day, measure, marked, " VOUCH_SCORES "FROM day_counts WHERE "
     "(store, day, measure, marked) > (?1, ?2, ?3, ?4) AND ?5 < 0 "
     "ORDER BY store, day, measure, marked LIMIT ?6"},
    {CounterTable::Months, 4, 11,
     "SELECT store, day, measure, marked, " VOUCH_SCORES "FROM month_counts WHERE "
     "(store, day, measure, marked) > (?1, ?2, ?3, ?4) AND ?5 < 0 "
     "ORDER BY store, day, measure, marked LIMIT ?6"},
    {CounterTable::Ledger, 3, 4,
     "SELECT chain, day, store, received, late, marked, forked FROM ledger_days WHERE "
     "(chain, day, store) > (?1, ?2, ?3) AND ?4 < 0 AND ?5 < 0 "
     "ORDER BY chain, day, store LIMIT ?6"},
    {CounterTable::ActivityHours, 4, 4,
     "SELECT device, day, hour, store, minutes, opened, scored, completed FROM activity_hours "
     "WHERE (device, day, hour, store) > (?1, ?2, ?3, ?4) AND ?5 < 0 "
     "ORDER BY device, day, hour, store LIMIT ?6"},
    {CounterTable::Traits, 5, 4,
     "SELECT store, day, measure, marked, trait, detractors, passives, nines, tens "
     "FROM trait_counts WHERE (store, day, measure, marked, trait) > (?1, ?2, ?3, ?4, ?5) "
     "ORDER BY store, day, measure, marked, trait LIMIT ?6"},
};

#undef VOUCH_SCORES

/// No key is as low; it also stands for the columns that a key does not have.
constexpr std::int64_t belowAllKeys = std::numeric_limits<std::int64_t>::min();

std::int64_t daysSinceEpoch(Day day)
{
    return day.time_since_epoch().count();
}

/// Compares every counter with the records of one moment. What is stored is added up, what the
/// records say is taken off: whatever is left differs. Records are read by pages up to `m_last`,
/// because rows are never deleted and what a later record marks comes after it.
class Recount
{
public:
    Recount(ReaderPool &readers, const KeepGoing &goOn)
        : m_readers(readers)
        , m_goOn(goOn)
    {
    }

    Result<void> compare()
    {
        if (const auto stored = m_readers.read([this](Connection &c) { return readStored(c); });
            !stored)
            return stored;
        if (const auto marked = byPages(&Recount::marks); !marked)
            return marked;
        if (const auto counted = byPages(&Recount::page); !counted)
            return counted;
        if (const auto first = m_sums.firstNotZero())
            return differ(nameOf(first->first, first->second));
        return m_storedForks == m_forks ? Result<void>() : differ("chains forked");
    }

private:
    /// In one reading, so that it is of one moment.
    Result<void> readStored(Connection &connection)
    {
        for (const auto &table : counterTables)
            if (const auto read = readTable(connection, table); !read)
                return read;
        Query measures(
            connection, "SELECT checklist, series, question, touchpoint, key FROM measures");
        while (measures.next())
            m_measures[{measures.text(0), measures.text(1), measures.text(2), measures.text(3)}] =
                measures.integer(4);
        m_traits = TraitKeys::stored(connection);
        Query stores(connection, "SELECT key, id, version FROM stores");
        while (stores.next()) {
            m_shops[stores.integer(0)] = stores.text(1);
            m_sums.add(CounterTable::Versions, {stores.integer(0)}, {stores.integer(2)});
        }
        Query forks(
            connection, "SELECT key FROM chains WHERE (forked & ?1) <> 0", twice::atOnePlace);
        while (forks.next())
            m_storedForks.insert(forks.integer(0));
        Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
        row.next();
        m_last = row.integer(0);
        return {};
    }

    Result<void> readTable(Connection &connection, const CounterTable &table)
    {
        SumTable::Key key;
        key.fill(belowAllKeys);
        for (bool isLast = false; !isLast;) {
            if (!m_goOn())
                return verifyingStopped();
            std::int64_t count = 0;
            Query rows(
                connection, table.sql, key[0], key[1], key[2], key[3], key[4], countersAtOnce);
            while (rows.next()) {
                ++count;
                for (int i = 0; i < table.keys; ++i)
                    key[std::size_t(i)] = rows.integer(i);
                SumTable::Values values{};
                for (int i = 0; i < table.values; ++i)
                    values[std::size_t(i)] = rows.integer(table.keys + i);
                auto place = key;
                std::fill(place.begin() + table.keys, place.end(), 0);
                m_sums.add(table.kind, place, values);
            }
            isLast = count < countersAtOnce;
        }
        return {};
    }

    Result<void> byPages(Result<void> (Recount::*work)(Connection &, std::int64_t, std::int64_t))
    {
        for (std::int64_t after = 0; after < m_last; after += recordsAtOnce) {
            if (!m_goOn())
                return verifyingStopped();
            const auto to = std::min(after + recordsAtOnce, m_last);
            const auto read = m_readers.read(
                [&](Connection &connection) { return (this->*work)(connection, after, to); });
            if (!read)
                return read;
        }
        return {};
    }

    Result<void> marks(Connection &connection, std::int64_t from, std::int64_t to)
    {
        Query rows(
            connection,
            "SELECT r.canonical, c.device, r.number FROM records r JOIN chains c "
            "ON c.key = r.chain WHERE r.number > ? AND r.number <= ?",
            from, to);
        while (rows.next()) {
            const auto canonical = rows.text(0);
            if (canonical.find("\"kind\":\"mark\"") == canonical.npos)
                continue;
            const auto check = storedCheck(canonical);
            if (!check)
                return differ("record " + std::to_string(rows.integer(2)));
            const auto later = check::laterMarkFrom(*check);
            if (later && later->adds)
                for (const auto &id : later->checks)
                    m_sums.note(id, rows.integer(1));
        }
        return {};
    }

    Result<void> page(Connection &connection, std::int64_t from, std::int64_t to)
    {
        auto comments = storedComments(connection, from, to);
        Query rows(
            connection,
            "SELECT r.canonical, r.store, r.day, r.hour, r.number, c.device, r.chain, "
            "r.received_at, r.clock_error_ms, EXISTS (SELECT 1 FROM records o WHERE "
            "o.chain = r.chain AND o.sequence = r.sequence AND o.number < r.number), r.marked "
            "FROM records r JOIN chains c ON c.key = r.chain "
            "WHERE r.number > ? AND r.number <= ?",
            from, to);
        while (rows.next())
            if (const auto counted = count(rows, comments); !counted)
                return counted;
        return comments.empty() ? Result<void>()
                                : differ("comment " + std::to_string(comments.begin()->first));
    }

    /// Marked as its record is now: what a later record marks may have come since the counters were
    /// read.
    static bool hasItsComment(
        const Query &row, const check::Check &check,
        std::map<std::int64_t, StoredComment> &comments)
    {
        auto comment = commentRow(check, static_cast<int>(row.integer(3)));
        if (!comment)
            return true;
        comment->id = {};
        const auto stored = comments.extract(row.integer(4));
        return stored &&
               stored.mapped() ==
                   StoredComment{
                       *comment, {row.integer(1), row.day(2), check.score, row.integer(10) != 0}};
    }

    /// From the canonical bytes and not from the columns beside them; only the day and hour that
    /// count, the arrival and the keys of shop and device are taken from there.
    Result<void> count(const Query &row, std::map<std::int64_t, StoredComment> &comments)
    {
        const auto check = storedCheck(row.text(0));
        if (!check)
            return differ("record " + std::to_string(row.integer(4)));
        if (!hasItsComment(row, *check, comments))
            return differ("comment of record " + std::to_string(row.integer(4)));
        const auto shop = row.integer(1), hour = row.integer(3), device = row.integer(5),
                   chain = row.integer(6);
        const auto day = row.day(2);
        const bool forked = row.integer(9) != 0;
        const bool marked = !check->marks.empty() || m_sums.isNoted(check->id, device);
        const bool late = isLate(*check, row.integer(8), row.time(7));
        takeOff(
            CounterTable::Ledger, {chain, daysSinceEpoch(day), shop}, {1, late, marked, forked});
        if (forked)
            m_forks.insert(chain);
        if (const auto done = activityFrom(*check))
            takeOff(
                CounterTable::ActivityHours, {device, daysSinceEpoch(day), hour, shop},
                {done->minutes, done->opened, done->scored, done->completed});
        const auto measure = measureOf(*check);
        if (!measure)
            return {};
        const auto key = m_measures.find(*measure);
        if (key == m_measures.end() || !m_shops.contains(shop) || !check->score ||
            *check->score < 0 || *check->score > metrics::highestScore)
            return differ("record " + std::to_string(row.integer(4)));
        SumTable::Values one{};
        one[std::size_t(*check->score)] = 1;
        takeOff(CounterTable::Hours, {shop, daysSinceEpoch(day), hour, key->second, marked}, one);
        takeOff(
            CounterTable::Devices, {shop, daysSinceEpoch(day), device, key->second, marked}, one);
        takeOff(CounterTable::Days, {shop, daysSinceEpoch(day), key->second, marked}, one);
        takeOff(
            CounterTable::Months, {shop, daysSinceEpoch(firstOfMonth(day)), key->second, marked},
            one);
        takeOff(CounterTable::Versions, {shop}, {1});
        SumTable::Values ofBand{};
        ofBand[static_cast<std::size_t>(metrics::bandOf(*check->score))] = 1;
        for (const auto &trait : traitsOf(*check)) {
            const auto known = m_traits.find(trait);
            if (known == m_traits.end())
                return differ("record " + std::to_string(row.integer(4)));
            takeOff(
                CounterTable::Traits,
                {shop, daysSinceEpoch(day), key->second, marked, known->second}, ofBand);
        }
        return {};
    }

    void takeOff(CounterTable::Kind kind, const SumTable::Key &key, const SumTable::Values &values)
    {
        m_sums.add(kind, key, values, -1);
    }

    std::string nameOf(int kind, const SumTable::Key &key) const
    {
        const auto hour = [&] { return ", hour " + std::to_string(key[2]); };
        switch (kind) {
        case CounterTable::Hours:
            return "hour_counts of " + at(key[0], key[1]) + hour();
        case CounterTable::Devices:
            return "device_counts of " + at(key[0], key[1]);
        case CounterTable::Days:
            return "day_counts of " + at(key[0], key[1]);
        case CounterTable::Months:
            return "month_counts of " + at(key[0], key[1]);
        case CounterTable::Versions:
            return "version of " + shopNamed(key[0]);
        case CounterTable::Ledger:
            return "ledger_days of " + at(key[2], key[1]) + ", chain " + std::to_string(key[0]);
        case CounterTable::Traits:
            return "trait_counts of " + at(key[0], key[1]);
        default:
            return "activity_hours of " + at(key[3], key[1]) + hour();
        }
    }

    std::string at(std::int64_t shop, std::int64_t day) const
    {
        return shopNamed(shop) + " on " + formatDay(Day(std::chrono::days(day)));
    }

    std::string shopNamed(std::int64_t shop) const
    {
        const auto id = m_shops.find(shop);
        return "store " + (id == m_shops.end() ? std::to_string(shop) : id->second);
    }

    SteadyReads m_readers;
    const KeepGoing &m_goOn;
    SumTable m_sums; ///< stored less counted; and which records the marks of later ones concern
    std::map<Measure, std::int64_t> m_measures;
    std::map<Trait, std::int64_t> m_traits;
    std::map<std::int64_t, std::string> m_shops;
    std::set<std::int64_t> m_storedForks, m_forks; ///< chains
    std::int64_t m_last = 0;
};

} // namespace

Result<void> recountAll(ReaderPool &pool, const KeepGoing &goOn)
{
    return guarded([&] { return Recount(pool, goOn).compare(); });
}

Result<void> Store::recount() const
{
    return recountAll(m_parts->readers, [] { return true; });
}

} // namespace vouch::server
