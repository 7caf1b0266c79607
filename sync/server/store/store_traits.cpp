#include "sync/server/store/shop_choice.h"

#include "sync/server/store/figures_query.h"

namespace vouch::server {

namespace {

using metrics::BandCounts;

// CROSS JOIN keeps the order: shops, then their rows by the primary key.
#define VOUCH_OF_SHOPS(table)                                                                      \
    " FROM each_key(?1) s CROSS JOIN " table                                                       \
    " c ON c.store = s.value AND c.day BETWEEN ?2 AND ?3 "                                         \
    "WHERE c.measure IN (SELECT value FROM each_key(?4)) AND (?5 OR c.marked = 0) "
#define VOUCH_WEEK "c.store, (c.day + ?6) / 7, c.measure"
#define VOUCH_BANDS "sum(c.detractors), sum(c.passives), sum(c.nines), sum(c.tens)"

constexpr const char *weeklyScored =
    "SELECT " VOUCH_WEEK ", sum(n0 + n1 + n2 + n3 + n4 + n5 + n6), sum(n7 + n8), sum(n9), "
    "sum(n10)" VOUCH_OF_SHOPS("day_counts") "GROUP BY 1, 2, 3";
constexpr const char *weekly = "SELECT " VOUCH_WEEK ", " VOUCH_BANDS ", c.trait" VOUCH_OF_SHOPS(
    "trait_counts") "AND c.trait IN (SELECT value FROM each_key(?7)) GROUP BY 1, 2, 3, c.trait";
constexpr const char *together =
    "SELECT c.trait, 0, 0, " VOUCH_BANDS VOUCH_OF_SHOPS("trait_counts") "GROUP BY c.trait";

#undef VOUCH_OF_SHOPS
#undef VOUCH_WEEK
#undef VOUCH_BANDS

/// The four behind a row's key.
BandCounts bandsOf(const Query &row)
{
    return {{row.integer(3), row.integer(4), row.integer(5), row.integer(6)}};
}

/// Puts rows into the cells of a table.
class Gathering
{
public:
    Gathering(Connection &connection, const std::set<std::string> &questions)
    {
        Query measures(connection, "SELECT key, checklist, series FROM measures");
        while (measures.next()) {
            const auto [at, isNew] =
                m_series.try_emplace({measures.text(1), measures.text(2)}, m_table.series.size());
            if (isNew)
                m_table.series.push_back({measures.text(1), measures.text(2)});
            m_measures[measures.integer(0)] = at->second;
        }
        for (const auto &[trait, key] : TraitKeys::stored(connection)) {
            if (!questions.contains(trait.question))
                continue;
            m_traits[key] = m_table.traits.size();
            m_keys += (m_traits.size() > 1 ? "," : "") + std::to_string(key);
            m_table.traits.push_back(trait);
        }
        m_keys += "]";
    }

    const std::string &keys() const { return m_keys; }
    TraitTable::Cell &cellOf(const Query &row)
    {
        const auto store = row.integer(0), week = row.integer(1);
        const auto series = m_measures.at(row.integer(2));
        const auto [at, isNew] = m_cells.try_emplace({store, week, series}, m_table.cells.size());
        if (isNew)
            m_table.cells.push_back(
                {static_cast<std::size_t>(store), static_cast<int>(week), series, {}, {}});
        return m_table.cells[at->second];
    }
    std::size_t traitOf(std::int64_t key) const { return m_traits.at(key); }
    TraitTable table() { return std::move(m_table); }

private:
    TraitTable m_table;
    std::map<std::pair<std::string, std::string>, std::size_t> m_series;
    std::map<std::int64_t, std::size_t> m_measures, m_traits; ///< by key
    std::map<std::tuple<std::int64_t, std::int64_t, std::size_t>, std::size_t> m_cells;
    std::string m_keys = "[";
};

} // namespace

Result<TraitTable> Store::weeklyTraits(
    const ScoreQuery &query, const std::set<std::string> &questions,
    std::chrono::weekday weekStart) const
{
    const auto intoWeek = (std::chrono::weekday(Day{}) - weekStart).count(); // of the day 0
    return m_parts->readers.read([&](Connection &connection) -> Result<TraitTable> {
        const auto asked = askedRows(connection, query);
        if (!asked)
            return asked.failure();
        Gathering out(connection, questions);
        {
            Query rows(
                connection, weeklyScored, asked->shops, asked->from, asked->to, asked->measures,
                asked->withMarked, intoWeek);
            while (rows.next())
                out.cellOf(rows).scored += bandsOf(rows);
        }
        Query rows(
            connection, weekly, asked->shops, asked->from, asked->to, asked->measures,
            asked->withMarked, intoWeek, out.keys());
        while (rows.next())
            out.cellOf(rows).traits.emplace_back(out.traitOf(rows.integer(7)), bandsOf(rows));
        return out.table();
    });
}

Result<std::map<Trait, BandCounts>> Store::traits(const ScoreQuery &query) const
{
    return m_parts->readers.read(
        [&](Connection &connection) -> Result<std::map<Trait, BandCounts>> {
            const auto asked = askedRows(connection, query);
            if (!asked)
                return asked.failure();
            std::map<std::int64_t, Trait> names;
            for (const auto &[trait, key] : TraitKeys::stored(connection))
                names[key] = trait;
            std::map<Trait, BandCounts> out;
            Query rows(
                connection, together, asked->shops, asked->from, asked->to, asked->measures,
                asked->withMarked);
            while (rows.next())
                out[names.at(rows.integer(0))] = bandsOf(rows);
            return out;
        });
}

} // namespace vouch::server
