#include "sync/server/store/scored_records.h"

#include "core/metrics/shuffle.h"
#include "sync/server/store/chain_days.h"
#include "sync/server/store/store_parts.h"

#include <algorithm>

namespace vouch::server {

namespace {

constexpr std::int64_t answersInPart = 50;
/// What one reading looks at, so that no reader is held for long.
constexpr int readsInPage = 40;
constexpr std::int64_t sequencesInRead = 1000;

/// Of numbers from 0 one in so many: of each `oneIn` that follow each other one, drawn by chance
/// that is always the same.
class EvenDraw
{
public:
    explicit EvenDraw(std::int64_t oneIn)
        : m_oneIn(oneIn)
    {
    }

    bool has(std::int64_t number) const { return drawnOf(number / m_oneIn) == number; }
    /// The lowest that is drawn and not below `number`.
    std::int64_t from(std::int64_t number) const
    {
        const auto drawn = drawnOf(number / m_oneIn);
        return drawn >= number ? drawn : drawnOf(number / m_oneIn + 1);
    }

private:
    std::int64_t drawnOf(std::int64_t group) const
    {
        metrics::SplitMix chance(static_cast<std::uint64_t>(group));
        const auto within = chance.below(static_cast<std::size_t>(m_oneIn));
        return group * m_oneIn + static_cast<std::int64_t>(within);
    }

    std::int64_t m_oneIn;
};

std::int64_t inParts(std::int64_t whole, std::int64_t part)
{
    return (whole + part - 1) / part;
}

struct AskedChain
{
    std::int64_t key = 0;
    std::string stores; ///< those asked for that its device has belonged to, a JSON array of keys
};

class ScoredReading
{
public:
    /// `answers` of the stores asked for, > 0.
    ScoredReading(Connection &connection, const ScoredQuery &query, std::int64_t answers)
        : m_query(query)
        , m_oneIn(inParts(answers, std::max<std::int64_t>(1, query.mostLookedAt)))
        , m_draw(m_oneIn)
        , m_measures(Measurements(connection).counted())
    {
        readChains(connection);
        const auto days = (query.to - query.from).count() + 1;
        const auto chains = static_cast<std::int64_t>(m_chains.size());
        m_partDays =
            std::clamp<std::int64_t>(inParts(answersInPart * chains * days, answers), 1, days);
        m_partsOfChain = inParts(days, m_partDays);
        m_parts = chains * m_partsOfChain;
    }

    int oneIn() const { return static_cast<int>(m_oneIn); }

    /// True when there may be more.
    Result<bool> readPage(Connection &connection, const TakeScored &take)
    {
        for (int i = 0; i < readsInPage; ++i) {
            if (m_left.first > m_left.last && !openNext(connection))
                return false;
            if (const auto read = readSome(connection, take); !read)
                return read.failure();
        }
        return true;
    }

private:
    void readChains(Connection &connection)
    {
        std::string asked = "[";
        {
            Query rows(connection, "SELECT key, id FROM stores");
            while (rows.next()) {
                if (!m_query.stores.contains(rows.text(1)))
                    continue;
                m_ids[rows.integer(0)] = rows.text(1);
                asked += (asked.size() > 1 ? "," : "") + std::to_string(rows.integer(0));
            }
        }
        // The sum keeps SQLite from looking up each store for each chain.
        Query rows(
            connection,
            "SELECT c.key, h.store FROM device_stores h JOIN chains c ON c.device = h.device "
            "WHERE h.store + 0 IN (SELECT value FROM each_key(?1)) ORDER BY c.key, h.store",
            asked + "]");
        while (rows.next()) {
            if (m_chains.empty() || m_chains.back().key != rows.integer(0))
                m_chains.push_back({rows.integer(0), "[" + rows.text(1) + "]"});
            else
                m_chains.back().stores.replace(
                    m_chains.back().stores.size() - 1, 1, "," + rows.text(1) + "]");
        }
    }

    Day firstDay(std::int64_t part) const
    {
        return m_query.from + std::chrono::days(part % m_partsOfChain * m_partDays);
    }

    /// The next part that is drawn. Where days do not rise with the sequence, all that is drawn of
    /// the chain from there on is read in one pass.
    bool openNext(Connection &connection)
    {
        const auto part = m_draw.from(m_next);
        if (part >= m_parts)
            return false;
        m_next = part + 1;
        m_chain = part / m_partsOfChain;
        m_from = firstDay(part);
        m_to = std::min(m_from + std::chrono::days(m_partDays - 1), m_query.to);
        m_left = sequencesOf(connection, chain().key, m_from, m_to);
        if (m_left.isWholeChain) {
            m_to = m_query.to;
            m_next = (m_chain + 1) * m_partsOfChain;
        }
        return true;
    }

    Result<void> readSome(Connection &connection, const TakeScored &take)
    {
        const auto last = std::min(m_left.first + sequencesInRead - 1, m_left.last);
        Query rows(
            connection,
            "SELECT store, day, score, canonical FROM records "
            "WHERE chain = ?1 AND sequence BETWEEN ?2 AND ?3 "
            "AND score IS NOT NULL AND day BETWEEN ?4 AND ?5 AND (?6 OR marked = 0) "
            "AND store IN (SELECT value FROM each_key(?7)) "
            "AND measure IN (SELECT value FROM each_key(?8)) ORDER BY sequence, number",
            chain().key, m_left.first, last, m_from, m_to, m_query.withMarked, chain().stores,
            m_measures);
        while (rows.next()) {
            if (!m_draw.has(partOf(rows.day(1))))
                continue;
            if (!m_record.read(rows.bytes(3)))
                return Failure{
                    "record-damaged", "A stored record cannot be read. Run verify.", "records"};
            take(
                {m_ids.at(rows.integer(0)), rows.day(1), static_cast<int>(rows.integer(2)),
                 m_record});
        }
        m_left.first = last + 1;
        return {};
    }

    const AskedChain &chain() const { return m_chains[static_cast<std::size_t>(m_chain)]; }
    std::int64_t partOf(Day day) const
    {
        return m_chain * m_partsOfChain + (day - m_query.from).count() / m_partDays;
    }

    const ScoredQuery &m_query;
    const std::int64_t m_oneIn;
    const EvenDraw m_draw;
    const std::string m_measures;
    std::map<std::int64_t, std::string> m_ids; ///< of the stores asked for, by key
    std::vector<AskedChain> m_chains;
    std::int64_t m_partDays = 1;
    std::int64_t m_partsOfChain = 1;
    std::int64_t m_parts = 0;
    std::int64_t m_next = 0; ///< the first part that was not considered
    std::int64_t m_chain = 0;
    Day m_from, m_to;
    Sequences m_left;
    check::RecordView m_record;
};

} // namespace

Result<ScoredSample> Store::eachScoredRecord(const ScoredQuery &query, const TakeScored &take) const
{
    ScoreQuery own;
    own.scope = query.stores;
    own.from = query.from;
    own.to = query.to;
    own.withMarked = query.withMarked;
    const auto rows = score(own);
    if (!rows)
        return rows.failure();
    const auto answers = rows->front().tally.count();
    if (answers == 0)
        return ScoredSample{};
    std::optional<ScoredReading> reading;
    for (bool isMore = true; isMore;) {
        const auto read = m_parts->readers.read([&](Connection &connection) -> Result<bool> {
            if (!reading)
                reading.emplace(connection, query, answers);
            return reading->readPage(connection, take);
        });
        if (!read)
            return read.failure();
        isMore = *read;
    }
    return ScoredSample{reading->oneIn()};
}

} // namespace vouch::server
