#include "sync/server/store/recount.h"
#include "core/check/marks.h"
#include "sync/server/store/ingest.h"

#include <algorithm>

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

std::map<Measure, std::int64_t> measures(Connection &connection)
{
    std::map<Measure, std::int64_t> out;
    Query rows(connection, "SELECT checklist, series, question, touchpoint, key FROM measures");
    while (rows.next())
        out[{rows.text(0), rows.text(1), rows.text(2), rows.text(3)}] = rows.integer(4);
    return out;
}

metrics::Tally tallyFrom(const Query &row, int first)
{
    metrics::Tally out;
    for (int score = 0; score <= metrics::highestScore; ++score)
        out.add(score, row.integer(first + score));
    return out;
}

/// Records looked at in one SELECT.
constexpr std::int64_t recordsAtOnce = 1000;

/// Which records the marks of later ones concern: by id and the key of the device.
using LaterMarked = std::set<std::pair<Uuid, std::int64_t>>;

/// Every counter at one moment, as they are stored or as the records of that moment make them.
struct Counted
{
    std::map<Counts::HourKey, metrics::Tally> hours;
    std::map<Counts::DayKey, metrics::Tally> days;
    std::map<Counts::DayKey, metrics::Tally> months;
    std::map<std::string, std::int64_t> versions; ///< of the shops, by id; without those at 0
    std::map<LedgerKey, LedgerDelta> ledger;
    std::set<std::int64_t> forked; ///< chains
    Activities activities;
    TraitCounts traits;
};

/// What the counters are compared with: the records up to `last`, read by pages, because rows are
/// never deleted and what a later record marks comes after `last`.
struct Snapshot
{
    Counted stored;
    std::map<Measure, std::int64_t> measures;
    std::map<Trait, std::int64_t> traits;
    std::map<std::int64_t, std::string> shops;
    std::int64_t last = 0;
};

std::map<Counts::DayKey, metrics::Tally> storedDays(Connection &connection, const char *sql)
{
    std::map<Counts::DayKey, metrics::Tally> out;
    Query rows(connection, sql);
    while (rows.next())
        out[{rows.integer(0), rows.day(1), rows.integer(2), rows.integer(3) != 0}] =
            tallyFrom(rows, 4);
    return out;
}

void readStored(Connection &connection, Counted &out)
{
    {
        Query rows(connection, "SELECT * FROM hour_counts");
        while (rows.next())
            out.hours[{
                rows.integer(0), rows.day(1), static_cast<int>(rows.integer(2)), rows.integer(3),
                rows.integer(4) != 0}] = tallyFrom(rows, 5);
    }
    out.days = storedDays(connection, "SELECT * FROM day_counts");
    out.months = storedDays(connection, "SELECT * FROM month_counts");
    {
        Query rows(
            connection,
            "SELECT chain, day, store, received, late, marked, forked FROM ledger_days");
        while (rows.next())
            out.ledger[{rows.integer(0), rows.day(1), rows.integer(2)}] = {
                rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)};
    }
    out.activities = storedActivities(connection);
    out.traits = storedTraits(connection);
    Query rows(connection, "SELECT key FROM chains WHERE forked <> 0");
    while (rows.next())
        out.forked.insert(rows.integer(0));
}

Snapshot snapshotOf(Connection &connection)
{
    Snapshot out;
    out.measures = measures(connection);
    out.traits = TraitKeys::stored(connection);
    readStored(connection, out.stored);
    Query stores(connection, "SELECT key, id, version FROM stores");
    while (stores.next()) {
        out.shops[stores.integer(0)] = stores.text(1);
        if (stores.integer(2) != 0)
            out.stored.versions[stores.text(1)] = stores.integer(2);
    }
    Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
    row.next();
    out.last = row.integer(0);
    return out;
}

/// Counts anew, from the canonical bytes and not from the columns beside them; only the day and
/// hour that count, the arrival and the keys of shop and device are taken from there.
class Recount
{
public:
    Recount(SteadyReads &readers, const Snapshot &snapshot, const KeepGoing &goOn)
        : m_readers(readers)
        , m_snapshot(snapshot)
        , m_goOn(goOn)
    {
    }

    Result<Counted> count()
    {
        const auto marked =
            byPages([this](Connection &connection, std::int64_t from, std::int64_t to) {
                return marks(connection, from, to);
            });
        if (!marked)
            return marked.failure();
        const auto counted =
            byPages([this](Connection &connection, std::int64_t from, std::int64_t to) {
                return page(connection, from, to);
            });
        if (!counted)
            return counted.failure();
        m_out.hours = m_counts.hours();
        m_out.days = m_counts.days();
        m_out.months = m_counts.months();
        return std::move(m_out);
    }

private:
    template <class Work> Result<void> byPages(Work &&work)
    {
        for (std::int64_t after = 0; after < m_snapshot.last; after += recordsAtOnce) {
            if (!m_goOn())
                return verifyingStopped();
            const auto to = std::min(after + recordsAtOnce, m_snapshot.last);
            const auto read =
                m_readers.read([&](Connection &connection) { return work(connection, after, to); });
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
                    m_later.emplace(id, rows.integer(1));
        }
        return {};
    }

    Result<void> page(Connection &connection, std::int64_t from, std::int64_t to)
    {
        Query rows(
            connection,
            "SELECT r.canonical, r.store, r.day, r.hour, r.number, c.device, r.chain, "
            "r.received_at, r.clock_error_ms, EXISTS (SELECT 1 FROM records o WHERE "
            "o.chain = r.chain AND o.sequence = r.sequence AND o.number < r.number) "
            "FROM records r JOIN chains c ON c.key = r.chain "
            "WHERE r.number > ? AND r.number <= ?",
            from, to);
        while (rows.next())
            if (const auto added = add(rows); !added)
                return added;
        return {};
    }

    Result<void> add(const Query &row)
    {
        const auto check = storedCheck(row.text(0));
        if (!check)
            return differ("record " + std::to_string(row.integer(4)));
        const auto shop = row.integer(1), chain = row.integer(6);
        const bool forked = row.integer(9) != 0;
        const bool marked = !check->marks.empty() || m_later.contains({check->id, row.integer(5)});
        m_out.ledger[{chain, row.day(2), shop}] +=
            {1, isLate(*check, row.integer(8), row.time(7)), marked, forked};
        if (forked)
            m_out.forked.insert(chain);
        if (const auto activity = activityFrom(*check))
            m_out
                .activities[{row.integer(5), row.day(2), static_cast<int>(row.integer(3)), shop}] +=
                *activity;
        const auto measure = measureOf(*check);
        if (!measure)
            return {};
        const auto key = m_snapshot.measures.find(*measure);
        const auto id = m_snapshot.shops.find(shop);
        if (key == m_snapshot.measures.end() || id == m_snapshot.shops.end())
            return differ("record " + std::to_string(row.integer(4)));
        ++m_out.versions[id->second];
        m_counts.add(
            {shop, key->second, marked, row.day(2), static_cast<int>(row.integer(3)),
             *check->score});
        for (const auto &trait : traitsOf(*check)) {
            const auto known = m_snapshot.traits.find(trait);
            if (known == m_snapshot.traits.end())
                return differ("record " + std::to_string(row.integer(4)));
            ++m_out.traits[{shop, row.day(2), key->second, marked, known->second}]
                          [metrics::bandOf(*check->score)];
        }
        return {};
    }

    SteadyReads &m_readers;
    const Snapshot &m_snapshot;
    const KeepGoing &m_goOn;
    LaterMarked m_later;
    Counts m_counts;
    Counted m_out;
};

/// The first key at which two maps differ.
template <class Key, class Value>
std::optional<Key>
firstDifference(const std::map<Key, Value> &one, const std::map<Key, Value> &other)
{
    auto a = one.begin();
    auto b = other.begin();
    while (a != one.end() && b != other.end() && *a == *b)
        ++a, ++b;
    if (a == one.end() && b == other.end())
        return std::nullopt;
    if (a == one.end() || b == other.end())
        return a == one.end() ? b->first : a->first;
    return std::min(a->first, b->first);
}

class Comparison
{
public:
    explicit Comparison(const Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    Result<void> compare(const Counted &fresh) const
    {
        const auto &stored = m_snapshot.stored;
        if (const auto key = firstDifference(stored.hours, fresh.hours))
            return differ(
                "hour_counts of " + at(std::get<0>(*key), std::get<1>(*key)) + ", hour " +
                std::to_string(std::get<2>(*key)));
        if (const auto key = firstDifference(stored.days, fresh.days))
            return differ("day_counts of " + at(std::get<0>(*key), std::get<1>(*key)));
        if (const auto key = firstDifference(stored.months, fresh.months))
            return differ("month_counts of " + at(std::get<0>(*key), std::get<1>(*key)));
        if (const auto id = firstDifference(stored.versions, fresh.versions))
            return differ("version of store " + *id);
        if (const auto key = firstDifference(stored.ledger, fresh.ledger))
            return differ(
                "ledger_days of " + at(std::get<2>(*key), std::get<1>(*key)) + ", chain " +
                std::to_string(std::get<0>(*key)));
        if (const auto key = firstDifference(stored.activities, fresh.activities))
            return differ(
                "activity_hours of " + at(std::get<3>(*key), std::get<1>(*key)) + ", hour " +
                std::to_string(std::get<2>(*key)));
        if (const auto key = firstDifference(stored.traits, fresh.traits))
            return differ("trait_counts of " + at(std::get<0>(*key), std::get<1>(*key)));
        return stored.forked == fresh.forked ? Result<void>() : differ("chains forked");
    }

private:
    std::string at(std::int64_t shop, Day day) const
    {
        const auto id = m_snapshot.shops.find(shop);
        return "store " + (id == m_snapshot.shops.end() ? std::to_string(shop) : id->second) +
               " on " + formatDay(day);
    }

    const Snapshot &m_snapshot;
};

} // namespace

Result<void> recountAll(ReaderPool &pool, const KeepGoing &goOn)
{
    SteadyReads readers(pool);
    const auto snapshot = readers.read(
        [](Connection &connection) -> Result<Snapshot> { return snapshotOf(connection); });
    if (!snapshot)
        return snapshot.failure();
    const auto fresh = Recount(readers, *snapshot, goOn).count();
    if (!fresh)
        return fresh.failure();
    return Comparison(*snapshot).compare(*fresh);
}

Result<void> Store::recount() const
{
    return recountAll(m_parts->readers, [] { return true; });
}

} // namespace vouch::server
