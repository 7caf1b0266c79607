#include "sync/server/store/written.h"

#include "sync/server/store/comment_rows.h"

namespace vouch::server {

namespace {

namespace chr = std::chrono;

// One statement for each table of counters. The literal's address names it.
#define VOUCH_ADD_COUNTS(t, key, values)                                                           \
    "INSERT INTO " t " VALUES (" values ") ON CONFLICT (" key ") DO UPDATE SET n0=" t              \
    ".n0+excluded.n0, n1=" t ".n1+excluded.n1, n2=" t ".n2+excluded.n2, n3=" t                     \
    ".n3+excluded.n3, n4=" t ".n4+excluded.n4, n5=" t ".n5+excluded.n5, n6=" t                     \
    ".n6+excluded.n6, n7=" t ".n7+excluded.n7, n8=" t ".n8+excluded.n8, n9=" t                     \
    ".n9+excluded.n9, n10=" t ".n10+excluded.n10"

constexpr const char *addHours = VOUCH_ADD_COUNTS(
    "hour_counts", "store, day, hour, measure, marked", "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
constexpr const char *addDevices = VOUCH_ADD_COUNTS(
    "device_counts", "store, day, device, measure, marked", "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
constexpr const char *addDays =
    VOUCH_ADD_COUNTS("day_counts", "store, day, measure, marked", "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");
constexpr const char *addMonths = VOUCH_ADD_COUNTS(
    "month_counts", "store, day, measure, marked", "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?");

#undef VOUCH_ADD_COUNTS

// The other way round, by the key; and a row of nothing is no row.
#define VOUCH_COUNTS_LESS                                                                          \
    " SET n0=n0-?, n1=n1-?, n2=n2-?, n3=n3-?, n4=n4-?, n5=n5-?, n6=n6-?, n7=n7-?, n8=n8-?, "       \
    "n9=n9-?, n10=n10-? WHERE "
#define VOUCH_COUNTS_NOTHING                                                                       \
    " WHERE n0=0 AND n1=0 AND n2=0 AND n3=0 AND n4=0 AND n5=0 AND n6=0 AND n7=0 AND n8=0 "         \
    "AND n9=0 AND n10=0 AND "
#define VOUCH_HOUR_KEY "store=? AND day=? AND hour=? AND measure=? AND marked=?"
#define VOUCH_DEVICE_KEY "store=? AND day=? AND device=? AND measure=? AND marked=?"
#define VOUCH_DAY_KEY "store=? AND day=? AND measure=? AND marked=?"

constexpr const char *lessHours = "UPDATE hour_counts" VOUCH_COUNTS_LESS VOUCH_HOUR_KEY;
constexpr const char *lessDevices = "UPDATE device_counts" VOUCH_COUNTS_LESS VOUCH_DEVICE_KEY;
constexpr const char *lessDays = "UPDATE day_counts" VOUCH_COUNTS_LESS VOUCH_DAY_KEY;
constexpr const char *lessMonths = "UPDATE month_counts" VOUCH_COUNTS_LESS VOUCH_DAY_KEY;
constexpr const char *noHours = "DELETE FROM hour_counts" VOUCH_COUNTS_NOTHING VOUCH_HOUR_KEY;
constexpr const char *noDevices = "DELETE FROM device_counts" VOUCH_COUNTS_NOTHING VOUCH_DEVICE_KEY;
constexpr const char *noDays = "DELETE FROM day_counts" VOUCH_COUNTS_NOTHING VOUCH_DAY_KEY;
constexpr const char *noMonths = "DELETE FROM month_counts" VOUCH_COUNTS_NOTHING VOUCH_DAY_KEY;

#undef VOUCH_COUNTS_LESS
#undef VOUCH_COUNTS_NOTHING
#undef VOUCH_HOUR_KEY
#undef VOUCH_DEVICE_KEY
#undef VOUCH_DAY_KEY

template <class... Key>
void addTally(Connection &connection, const char *sql, const metrics::Tally &t, const Key &...key)
{
    const auto &n = t.histogram;
    Query(
        connection, sql, key..., n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10])
        .run();
}

template <class... Key>
void takeTally(
    Connection &connection, const char *less, const char *nothing, const metrics::Tally &t,
    const Key &...key)
{
    const auto &n = t.histogram;
    Query(
        connection, less, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], key...)
        .run();
    Query(connection, nothing, key...).run();
}

} // namespace

Day firstOfMonth(Day day)
{
    const chr::year_month_day ymd(day);
    return Day(ymd.year() / ymd.month() / 1);
}

void Counts::add(const Scored &s)
{
    m_hours[{s.store, s.day, s.hour, s.measure, s.marked}].add(s.score);
    m_devices[{s.store, s.day, s.device, s.measure, s.marked}].add(s.score);
}

std::map<Counts::DayKey, metrics::Tally> Counts::days() const
{
    std::map<DayKey, metrics::Tally> out;
    for (const auto &[key, tally] : m_hours) {
        const auto &[store, day, hour, measure, marked] = key;
        out[{store, day, measure, marked}] += tally;
    }
    return out;
}

std::map<Counts::DayKey, metrics::Tally> Counts::months() const
{
    std::map<DayKey, metrics::Tally> out;
    for (const auto &[key, tally] : m_hours) {
        const auto &[store, day, hour, measure, marked] = key;
        out[{store, firstOfMonth(day), measure, marked}] += tally;
    }
    return out;
}

std::int64_t Written::measureKey(const Measure &measure)
{
    if (const auto known = m_measures.find(measure); known != m_measures.end())
        return known->second;
    const auto find = [&] {
        Query row(
            m_connection,
            "SELECT key FROM measures WHERE checklist=? AND series=? AND question=? "
            "AND touchpoint=?",
            measure.checklist, measure.series, measure.question, measure.touchpoint);
        return row.next() ? std::optional(row.integer(0)) : std::nullopt;
    };
    auto key = find();
    if (!key) {
        Query(
            m_connection,
            "INSERT INTO measures (checklist, series, question, touchpoint) VALUES (?,?,?,?) "
            "ON CONFLICT DO NOTHING",
            measure.checklist, measure.series, measure.question, measure.touchpoint)
            .run();
        key = find();
    }
    return m_measures[measure] = *key;
}

void Written::addTraitsOf(
    const Scored &scored, const std::vector<Trait> &traits, std::int64_t count)
{
    for (const auto &each : traits) {
        const auto key = m_traitKeys.of(m_connection, each);
        m_traits[{scored.store, scored.day, scored.measure, scored.marked, key}]
                [metrics::bandOf(scored.score)] += count;
    }
}

void Written::count(
    const Scored &scored, const std::vector<Trait> &traits, const std::string &storeId,
    Timestamp answeredAt)
{
    m_counts.add(scored);
    addTraitsOf(scored, traits, 1);
    auto &delta = m_stores[scored.store];
    if (++delta.answers == 1)
        delta.id = storeId;
    delta.last = std::max(delta.last, answeredAt);
}

void Written::mark(Scored scored, const std::vector<Trait> &traits)
{
    scored.marked = false;
    m_noLonger.add(scored);
    addTraitsOf(scored, traits, -1);
    scored.marked = true;
    m_counts.add(scored);
    addTraitsOf(scored, traits, 1);
}

Written::Chain &Written::chain(std::int64_t device, const Uuid &id)
{
    const std::pair key(device, id);
    if (m_lastChain != m_chains.end() && m_lastChain->first == key)
        return m_lastChain->second;
    const auto [at, isNew] = m_chains.try_emplace(key);
    m_lastChain = at;
    if (!isNew)
        return at->second;
    Query(
        m_connection, "INSERT INTO chains (device, id) VALUES (?,?) ON CONFLICT DO NOTHING", device,
        id)
        .run();
    Query row(
        m_connection,
        "SELECT c.key, c.contiguous, c.highest, c.head, c.forked, c.conflicting, (SELECT n.id FROM "
        "chains n WHERE "
        "n.device = c.device AND n.key > c.key AND n.head > 0 ORDER BY n.id LIMIT 1) "
        "FROM chains c WHERE c.device=? AND c.id=?",
        device, id);
    row.next();
    at->second = {row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                  row.integer(4), row.integer(5), false};
    if (!row.isNull(6))
        at->second.newerSince = row.uuid(6).madeAt().value_or(Timestamp::min());
    return at->second;
}

std::int64_t Written::contiguous(std::int64_t device, const Uuid &id)
{
    return chain(device, id).contiguous;
}

std::int64_t Written::chainKey(std::int64_t device, const Uuid &id)
{
    return chain(device, id).key;
}

bool Written::know(std::int64_t device, const Uuid &id, std::int64_t sequence)
{
    auto &c = chain(device, id);
    if (sequence <= c.contiguous)
        return true;
    c.dirty = true;
    if (sequence > c.contiguous + 1) {
        c.highest = std::max(c.highest, sequence);
        return Query(
                   m_connection, "INSERT INTO chain_ahead VALUES (?,?) ON CONFLICT DO NOTHING",
                   c.key, sequence)
                   .run() == 0;
    }
    c.contiguous = sequence;
    while (c.highest > c.contiguous &&
           Query(
               m_connection, "DELETE FROM chain_ahead WHERE chain=? AND sequence=?", c.key,
               c.contiguous + 1)
                   .run() > 0)
        ++c.contiguous;
    c.highest = std::max(c.highest, c.contiguous);
    return false;
}

void Written::knowHead(std::int64_t device, const Uuid &id, std::int64_t sequence, Timestamp sentAt)
{
    auto &c = chain(device, id);
    if (sequence <= c.head)
        return;
    c.head = sequence;
    c.dirty = true;
    if (c.newerSince && *c.newerSince < sentAt)
        c.forked |= twice::besideNewer;
}

void Written::setForked(std::int64_t device, const Uuid &id)
{
    auto &c = chain(device, id);
    c.forked |= twice::atOnePlace;
    c.dirty = true;
}

void Written::addConflict(std::int64_t device, const Uuid &id)
{
    auto &c = chain(device, id);
    ++c.conflicting;
    c.dirty = true;
}

std::int64_t Written::highest(std::int64_t device, const Uuid &id)
{
    return chain(device, id).highest;
}

bool Written::hasRefused(std::int64_t device)
{
    const auto [at, isNew] = m_refused.try_emplace(device);
    if (isNew)
        at->second =
            Query(m_connection, "SELECT 1 FROM refused WHERE device = ? LIMIT 1", device).next();
    return at->second;
}

bool Written::isNamed(std::int64_t device, const Uuid &id, const IdRange &of)
{
    if (m_namedIn != std::pair(device, of)) {
        m_namedIn = {device, of};
        m_named.emplace();
        Query rows(
            m_connection,
            "SELECT record, device FROM later_marks WHERE record BETWEEN ? AND ? LIMIT ?", of.first,
            of.last, static_cast<std::int64_t>(of.count) + 1);
        std::size_t seen = 0;
        while (rows.next()) {
            ++seen;
            if (rows.integer(1) == device)
                m_named->insert(rows.uuid(0));
        }
        if (seen > of.count)
            m_named.reset();
    }
    if (m_named)
        return m_named->contains(id);
    return Query(
               m_connection, "SELECT 1 FROM later_marks WHERE record = ? AND device = ?", id,
               device)
        .next();
}

void Written::setNamed(std::int64_t device, const Uuid &id, const std::string &mark)
{
    Query(
        m_connection, "INSERT INTO later_marks VALUES (?,?,?) ON CONFLICT DO NOTHING", id, device,
        mark)
        .run();
    if (m_named && m_namedIn.first == device)
        m_named->insert(id);
}

void Written::keepSignature(std::int64_t chainKey, SignedPlace place)
{
    m_signatures[chainKey] = std::move(place);
}

void Written::flushCounts()
{
    for (const auto &[key, tally] : m_counts.hours())
        std::apply(
            [&](const auto &...parts) { addTally(m_connection, addHours, tally, parts...); }, key);
    for (const auto &[key, tally] : m_counts.devices())
        std::apply(
            [&](const auto &...parts) { addTally(m_connection, addDevices, tally, parts...); },
            key);
    for (const auto &[key, tally] : m_counts.days())
        std::apply(
            [&](const auto &...parts) { addTally(m_connection, addDays, tally, parts...); }, key);
    for (const auto &[key, tally] : m_counts.months())
        std::apply(
            [&](const auto &...parts) { addTally(m_connection, addMonths, tally, parts...); }, key);
}

void Written::flushMarked()
{
    const auto take = [this](const char *less, const char *nothing, const auto &counts) {
        for (const auto &[key, tally] : counts)
            std::apply(
                [&](const auto &...parts) {
                    takeTally(m_connection, less, nothing, tally, parts...);
                },
                key);
    };
    take(lessHours, noHours, m_noLonger.hours());
    take(lessDevices, noDevices, m_noLonger.devices());
    take(lessDays, noDays, m_noLonger.days());
    take(lessMonths, noMonths, m_noLonger.months());
}

void Written::flushLedger()
{
    for (const auto &[key, delta] : m_ledger) {
        const auto &[chain, day, store] = key;
        Query(
            m_connection,
            "INSERT INTO ledger_days AS l VALUES (?,?,?,?,?,?,?) ON CONFLICT (chain, day, store) "
            "DO UPDATE SET received = l.received + excluded.received, "
            "late = l.late + excluded.late, marked = l.marked + excluded.marked, "
            "forked = l.forked + excluded.forked",
            chain, day, store, delta.received, delta.late, delta.marked, delta.forked)
            .run();
    }
}

void Written::flushSignatures()
{
    for (const auto &[chain, place] : m_signatures) {
        if (place.sequence == 0)
            Query(m_connection, "DELETE FROM chain_signatures WHERE chain = ?", chain).run();
        else
            Query(
                m_connection,
                "INSERT INTO chain_signatures VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (chain) "
                "DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, "
                "sent_at = excluded.sent_at, head_chain = excluded.head_chain, "
                "head_sequence = excluded.head_sequence, head_hash = excluded.head_hash, "
                "hashes = excluded.hashes, signature = excluded.signature",
                chain, place.sequence, Blob{place.hash}, place.sentAt, place.headChain,
                place.headSequence, Blob{place.headHash}, Blob{place.hashes}, place.signature)
                .run();
    }
}

std::vector<std::string> Written::changedStores() const
{
    std::vector<std::string> out;
    for (const auto &[key, delta] : m_stores)
        out.push_back(delta.id);
    return out;
}

void Written::flush()
{
    if (m_connection.isPostgresql()) {
        flushTogether();
    } else {
        flushCounts();
        flushMarked();
        flushLedger();
    }
    addTraits(m_connection, m_traits);
    addActivities(m_connection, m_activities);
    addComments(m_connection, m_comments);
    flushSignatures();
    for (const auto &[store, delta] : m_stores)
        Query(
            m_connection,
            "UPDATE stores SET version = version + ?, "
            "last_answer = greatest(coalesce(last_answer, 0), ?) WHERE key = ?",
            delta.answers, delta.last, store)
            .run();
    for (const auto &[id, c] : m_chains)
        if (c.dirty)
            Query(
                m_connection,
                "UPDATE chains SET contiguous=?, highest=?, head=?, forked=?, conflicting=? "
                "WHERE key=?",
                c.contiguous, c.highest, c.head, c.forked, c.conflicting, c.key)
                .run();
}

} // namespace vouch::server
