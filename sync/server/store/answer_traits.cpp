#include "sync/server/store/answer_traits.h"

#include "core/checklist/object_reader.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/postgresql_array.h"

#include <algorithm>

namespace vouch::server {

namespace {

using metrics::Band;
using metrics::BandCounts;

/// Of one list; no checklist lets anybody pick as many.
constexpr std::size_t mostPicks = 64;

/// True when anything was picked.
bool addPicks(const check::Item &item, std::vector<Trait> &out)
{
    const auto *picks = item.value.if_array();
    if (!picks || !checklist::isCode(item.question))
        return false;
    bool any = false;
    for (std::size_t i = 0; i < std::min(picks->size(), mostPicks); ++i) {
        const auto *code = (*picks)[i].if_string();
        if (!code || !checklist::isCode(view(*code)))
            continue;
        out.push_back({item.question, std::string(view(*code))});
        any = true;
    }
    if (any)
        out.push_back({item.question, {}});
    return any;
}

// One statement for both engines; the second adds whole columns.
#define VOUCH_ADD_TRAITS(values)                                                                   \
    "INSERT INTO trait_counts AS c " values                                                        \
    " ON CONFLICT (store, day, measure, marked, trait) DO UPDATE SET "                             \
    "detractors = c.detractors + excluded.detractors, "                                            \
    "passives = c.passives + excluded.passives, nines = c.nines + excluded.nines, "                \
    "tens = c.tens + excluded.tens"

constexpr const char *addOneTrait = VOUCH_ADD_TRAITS("VALUES (?,?,?,?,?,?,?,?,?)");
constexpr const char *addAll =
    VOUCH_ADD_TRAITS("SELECT * FROM unnest(?,?,?,?,?,?,?,?,?) ORDER BY 1, 2, 3, 4, 5");

#undef VOUCH_ADD_TRAITS

/// A row of nothing is no row.
constexpr const char *noRow =
    "DELETE FROM trait_counts WHERE store = ? AND day = ? AND measure = ? AND marked = ? "
    "AND trait = ? AND detractors = 0 AND passives = 0 AND nines = 0 AND tens = 0";

constexpr std::size_t columnCount = 9;

void addTogether(Connection &connection, const TraitCounts &counts)
{
    std::vector<PostgresqlArray> columns(columnCount, PostgresqlArray(pg_type::int8Array));
    for (const auto &[key, bands] : counts) {
        const auto &[store, day, measure, marked, trait] = key;
        const std::int64_t row[columnCount] = {
            store,
            day.time_since_epoch().count(),
            measure,
            marked,
            trait,
            bands[Band::Detractor],
            bands[Band::Passive],
            bands[Band::Nine],
            bands[Band::Ten]};
        for (std::size_t i = 0; i < columnCount; ++i)
            columns[i].add(row[i]);
    }
    Query(connection, addAll, columns).run();
}

} // namespace

std::vector<Trait> traitsOf(const check::Check &check)
{
    if (!check.score)
        return {};
    std::vector<Trait> out;
    bool answeredList = false;
    for (const auto &item : check.items) {
        if (item.type == check::item_type::choices)
            answeredList |= addPicks(item, out);
        else if (item.type == check::item_type::text)
            out.push_back({{}, trait::comment});
        else if (item.type == check::item_type::contact)
            out.push_back({{}, trait::contact});
    }
    if (check.state == check::State::Completed)
        out.push_back({{}, trait::completed});
    else if (answeredList)
        out.push_back({{}, trait::brokenOff});
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::map<Trait, std::int64_t> TraitKeys::stored(Connection &connection)
{
    std::map<Trait, std::int64_t> out;
    Query rows(connection, "SELECT key, question, code FROM traits");
    while (rows.next())
        out[{rows.text(1), rows.text(2)}] = rows.integer(0);
    return out;
}

std::int64_t TraitKeys::of(Connection &connection, const Trait &trait)
{
    if (!m_keys)
        m_keys = stored(connection);
    if (const auto known = m_keys->find(trait); known != m_keys->end())
        return known->second;
    Query(
        connection, "INSERT INTO traits (question, code) VALUES (?,?) ON CONFLICT DO NOTHING",
        trait.question, trait.code)
        .run();
    Query row(
        connection, "SELECT key FROM traits WHERE question = ? AND code = ?", trait.question,
        trait.code);
    row.next();
    return (*m_keys)[trait] = row.integer(0);
}

void addTraits(Connection &connection, const TraitCounts &counts)
{
    auto moved = counts; // what a mark took and brought at one place is no change, and no row
    std::erase_if(moved, [](const auto &each) { return each.second == BandCounts(); });
    if (moved.empty())
        return;
    if (connection.isPostgresql())
        addTogether(connection, moved);
    for (const auto &[key, bands] : moved) {
        const auto &[store, day, measure, marked, trait] = key;
        if (!connection.isPostgresql())
            Query(
                connection, addOneTrait, store, day, measure, marked, trait, bands[Band::Detractor],
                bands[Band::Passive], bands[Band::Nine], bands[Band::Ten])
                .run();
        if (std::any_of(bands.at.begin(), bands.at.end(), [](auto n) { return n < 0; }))
            Query(connection, noRow, store, day, measure, std::int64_t{marked}, trait).run();
    }
}

namespace {

/// Walks through the records of a database that is being migrated.
class FormerTraits
{
public:
    explicit FormerTraits(Connection &connection)
        : m_connection(connection)
    {
    }

    void count()
    {
        const auto last = newest();
        for (std::int64_t after = 0; after < last; after += recordsAtOnce) {
            for (const auto &[place, score, traits] : page(after))
                for (const auto &each : traits) {
                    auto key = place;
                    std::get<4>(key) = m_keys.of(m_connection, each);
                    ++m_counts[key][metrics::bandOf(score)];
                }
            if (m_counts.size() > mostCounts || after + recordsAtOnce >= last) {
                addTraits(m_connection, m_counts);
                m_counts.clear();
            }
        }
    }

private:
    struct Found
    {
        TraitKey place; ///< without the trait
        int score = 0;
        std::vector<Trait> traits;
    };

    static constexpr std::int64_t recordsAtOnce = 1000;
    static constexpr std::size_t mostCounts = 50'000;

    std::int64_t newest()
    {
        Query row(m_connection, "SELECT coalesce(max(number), 0) FROM records");
        row.next();
        return row.integer(0);
    }

    /// What cannot be read is for verify to tell.
    std::vector<Found> page(std::int64_t after)
    {
        std::vector<Found> out;
        Query rows(
            m_connection,
            "SELECT store, day, measure, marked, score, canonical FROM records "
            "WHERE number > ? AND number <= ? AND measure IS NOT NULL",
            after, after + recordsAtOnce);
        while (rows.next())
            if (const auto check = storedCheck(rows.text(5)))
                out.push_back(
                    {{rows.integer(0), rows.day(1), rows.integer(2), rows.integer(3) != 0, 0},
                     static_cast<int>(rows.integer(4)),
                     traitsOf(*check)});
        return out;
    }

    Connection &m_connection;
    TraitKeys m_keys;
    TraitCounts m_counts;
};

} // namespace

Result<void> countFormerTraits(Connection &connection)
{
    return guarded([&]() -> Result<void> {
        FormerTraits(connection).count();
        return {};
    });
}

} // namespace vouch::server
