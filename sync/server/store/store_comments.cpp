#include "sync/server/store/comments.h"

#include "core/check/comment_mask.h"
#include "sync/server/store/comment_words.h"
#include "sync/server/store/shop_choice.h"
#include "sync/server/store/structure.h"

#include <algorithm>
#include <limits>

namespace vouch::server {

namespace {

// Two engines, two kinds of index of words, one condition else. Those of many stores are read by
// day and those of a few by store ("+" keeps an index away), so that no more are sorted than a few
// stores' own.
#define VOUCH_COMMENTS(columns, found, store, rest)                                                \
    "SELECT " columns " FROM comments c WHERE " found store                                        \
    " IN (SELECT value FROM each_key(?1)) AND c.day BETWEEN ?2 AND ?3 "                            \
    "AND (?4 OR c.marked = 0) AND (?5 = '' OR c.checklist = ?5) "                                  \
    "AND (?6 = '' OR c.touchpoint = ?6) AND (?7 = '' OR c.language = ?7) "                         \
    "AND coalesce(c.score, -1) BETWEEN ?8 AND ?9 AND (?5 <> '' OR c.measure IS NULL OR "           \
    "c.measure IN (SELECT value FROM each_key(?10))) "                                             \
    "AND c.number NOT IN (SELECT value FROM each_key(?11)) " rest
#define VOUCH_ON_SQLITE                                                                            \
    "c.number IN (SELECT rowid FROM comment_index WHERE comment_index MATCH ?12) AND "
#define VOUCH_ON_POSTGRESQL "c.search @@ CAST(?12 AS tsquery) AND "
#define VOUCH_ANY "?12 = '' AND "
#define VOUCH_NEWEST "ORDER BY c.day DESC, c.part DESC, c.shuffle DESC "
// Only a page's own records are read.
#define VOUCH_PAGE(found, store)                                                                   \
    "SELECT c.day, c.part, c.shuffle, c.store, c.score, c.marked, c.checklist, c.touchpoint, "     \
    "c.language, r.canonical FROM (" VOUCH_COMMENTS(                                               \
        "c.*", found, store,                                                                       \
        "AND (c.day, c.part, c.shuffle) < (?13, ?14, ?15) " VOUCH_NEWEST                           \
        "LIMIT ?16") ") c CROSS JOIN records r ON r.number = c.number " VOUCH_NEWEST
#define VOUCH_NUMBERS(found, store) VOUCH_COMMENTS("c.number", found, "c.store", "LIMIT ?13")
#define VOUCH_WORDS(found, store)                                                                  \
    VOUCH_COMMENTS(                                                                                \
        "c.store, c.score, c.language, c.words, c.folded", found, store, VOUCH_NEWEST "LIMIT ?13")
#define VOUCH_EVERY_WAY(kind)                                                                      \
    {                                                                                              \
        kind(VOUCH_ANY, "c.store"), kind(VOUCH_ANY, "+c.store"),                                   \
        {                                                                                          \
            kind(VOUCH_ON_SQLITE, "c.store"), kind(VOUCH_ON_POSTGRESQL, "c.store")                 \
        }                                                                                          \
    }

struct Ways
{
    const char *ofFewStores;
    const char *ofManyStores;
    SqlPair found; ///< by words
};
constexpr Ways pageSql = VOUCH_EVERY_WAY(VOUCH_PAGE);
constexpr Ways numberSql = VOUCH_EVERY_WAY(VOUCH_NUMBERS);
constexpr Ways wordSql = VOUCH_EVERY_WAY(VOUCH_WORDS);
constexpr std::size_t fewStores = 20;

#undef VOUCH_COMMENTS
#undef VOUCH_ON_SQLITE
#undef VOUCH_ON_POSTGRESQL
#undef VOUCH_ANY
#undef VOUCH_NEWEST
#undef VOUCH_PAGE
#undef VOUCH_NUMBERS
#undef VOUCH_WORDS
#undef VOUCH_EVERY_WAY

/// All of the words, each as a beginning, as the engine's index takes it. Words hold letters and
/// digits only, so that none of its signs is among them.
std::string lookedFor(const std::vector<std::string> &words, bool onPostgresql)
{
    std::string out;
    for (const auto &word : words) {
        if (onPostgresql)
            out += (out.empty() ? "'" : " & '") + word + "':*";
        else
            out += (out.empty() ? "\"" : " \"") + word + "\"*";
    }
    return out;
}

/// The numbers of comments that stand together: of one store, day and part, the oldest first.
using CommentGroups =
    std::map<std::tuple<std::int64_t, Day, std::int64_t>, std::vector<std::int64_t>>;

/// Of today in each store that is asked for, and of days to come.
CommentGroups groupsFrom(
    Connection &connection, const ShopChoice &shops, const std::map<std::int64_t, Day> &today)
{
    CommentGroups out;
    auto first = Day::max();
    for (const auto &[store, day] : today)
        first = std::min(first, day);
    if (today.empty())
        return out;
    Query rows(
        connection,
        "SELECT store, day, part, number FROM comments WHERE day >= ?1 "
        "AND store IN (SELECT value FROM each_key(?2)) ORDER BY number",
        first, shops.asked);
    while (rows.next())
        if (rows.day(1) >= today.at(rows.integer(0)))
            out[{rows.integer(0), rows.day(1), rows.integer(2)}].push_back(rows.integer(3));
    return out;
}

/// Those of days that are not over which are too few to be shown; the newest of each part.
std::vector<std::int64_t>
heldBack(Connection &connection, const ShopChoice &shops, Timestamp now, int dayStart)
{
    std::map<std::int64_t, std::string> zones;
    std::map<std::int64_t, Day> open; // the first day that is not over
    for (Query rows(connection, "SELECT key, timezone FROM stores"); rows.next();)
        if (shops.areAsked(rows.integer(0))) {
            zones[rows.integer(0)] = rows.text(1);
            open[rows.integer(0)] = todayIn(rows.text(1), now, dayStart);
        }
    std::vector<std::int64_t> out;
    std::set<std::int64_t> looked; // whose opening hours have been looked up
    for (const auto &[key, numbers] : groupsFrom(connection, shops, open)) {
        const auto held = static_cast<std::ptrdiff_t>(numbers.size() % check::leastTogether);
        if (held == 0)
            continue;
        const auto store = std::get<0>(key);
        if (looked.insert(store).second)
            open[store] =
                firstOpenDay(connection, shops.ids.at(store), zones.at(store), now, dayStart);
        if (std::get<Day>(key) >= open.at(store))
            out.insert(out.end(), numbers.end() - held, numbers.end());
    }
    return out;
}

std::string keysText(const std::vector<std::int64_t> &keys)
{
    return json::serialize(json::array(keys.begin(), keys.end()));
}

/// A query with what it comes to in this database at this moment.
struct CommentSearch
{
    const CommentQuery &query;
    ShopChoice shops;
    std::string measures;
    std::string held;
    std::int64_t heldCount = 0;
    std::string words;

    template <class Use, class... More>
    auto ask(Connection &connection, const Ways &ways, Use use, const More &...more) const
    {
        const auto &answers = query.answers;
        const auto *all =
            shops.askedKeys.size() <= fewStores ? ways.ofFewStores : ways.ofManyStores;
        const SqlPair sql = words.empty() ? SqlPair{all, all} : ways.found;
        Query rows(
            connection, sql, shops.asked, answers.from.value_or(Day(std::chrono::year(1) / 1 / 1)),
            answers.to.value_or(Day(std::chrono::year(9999) / 12 / 31)), answers.withMarked,
            answers.checklist.value_or(""), answers.touchpoint.value_or(""), query.language,
            query.lowest, query.highest, measures, held, words, more...);
        return use(rows);
    }
};

Result<CommentSearch> searchFor(Connection &connection, const CommentQuery &query, Timestamp now)
{
    const auto &answers = query.answers;
    auto shops = chooseShops(
        connection,
        {{answers.stores.begin(), answers.stores.end()}, answers.region, answers.scope, true});
    if (!shops)
        return shops.failure();
    const auto held = heldBack(connection, *shops, now, chainSettings(connection).dayStart);
    return CommentSearch{
        query,
        std::move(*shops),
        Measurements(connection).counted(),
        keysText(held),
        static_cast<std::int64_t>(held.size()),
        lookedFor(query.words, connection.isPostgresql())};
}

CommentText commentText(
    const check::Item &item, const std::string &language, const std::vector<std::string> &words)
{
    CommentText out{
        item.question, check::maskedComment(view(*item.value.if_string()), language), {}};
    if (words.empty())
        return out;
    for (const auto &word : wordsIn(out.text))
        if (std::any_of(words.begin(), words.end(), [&](const auto &wanted) {
                return word.folded.starts_with(wanted);
            }))
            out.hits.emplace_back(word.begin, word.end);
    return out;
}

Result<CommentEntry>
commentEntryFrom(const Query &row, const ShopChoice &shops, const std::vector<std::string> &words)
{
    CommentEntry out;
    out.place = {row.day(0), check::DayPart(row.integer(1)), row.integer(2)};
    out.store = shops.ids.at(row.integer(3));
    if (!row.isNull(4))
        out.score = static_cast<int>(row.integer(4));
    out.isMarked = row.integer(5) != 0;
    out.checklist = row.text(6);
    out.touchpoint = row.text(7);
    out.language = row.text(8);
    const auto parsed = parseJson(row.text(9));
    const auto *record = parsed ? parsed->if_object() : nullptr;
    const auto check = record ? check::fromJson(*record) : Result<check::Check>(Failure{});
    if (!check)
        return Failure{"record-damaged", "A stored record cannot be read. Run verify.", "records"};
    for (const auto &item : check->items)
        if (item.type == check::item_type::text && item.value.is_string())
            out.texts.push_back(commentText(item, out.language, words));
    return out;
}

} // namespace

Result<CommentPage> Store::comments(const CommentQuery &query) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<CommentPage> {
        const auto search = searchFor(connection, query, now);
        if (!search)
            return search.failure();
        CommentPage out;
        out.heldBack = search->heldCount;
        out.found = search->ask(
            connection, numberSql,
            [](Query &rows) {
                std::int64_t count = 0;
                while (rows.next())
                    ++count;
                return count;
            },
            CommentPage::mostFound);
        constexpr auto last = std::numeric_limits<std::int64_t>::max();
        const auto after = query.after.value_or(
            CommentPlace{Day(std::chrono::year(9999) / 12 / 31), check::DayPart::Evening, last});
        const auto read = search->ask(
            connection, pageSql,
            [&](Query &rows) -> Result<void> {
                while (rows.next()) {
                    auto entry = commentEntryFrom(rows, search->shops, query.words);
                    if (!entry)
                        return entry.failure();
                    out.entries.push_back(std::move(*entry));
                }
                return {};
            },
            after.day, static_cast<std::int64_t>(after.part), after.shuffle,
            static_cast<std::int64_t>(query.limit) + 1);
        if (!read)
            return read.failure();
        if (out.entries.size() > query.limit) {
            out.entries.pop_back();
            out.next = out.entries.back().place;
        }
        return out;
    });
}

Result<std::int64_t> Store::eachComment(const CommentQuery &query, const TakeComment &take) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<std::int64_t> {
        const auto search = searchFor(connection, query, now);
        if (!search)
            return search.failure();
        return search->ask(
            connection, wordSql,
            [&](Query &rows) {
                std::int64_t count = 0;
                for (; rows.next(); ++count) {
                    const auto language = rows.text(2), words = rows.text(3), folded = rows.text(4);
                    std::optional<int> score;
                    if (!rows.isNull(1))
                        score = static_cast<int>(rows.integer(1));
                    take({search->shops.ids.at(rows.integer(0)), score, language, words, folded});
                }
                return count;
            },
            static_cast<std::int64_t>(query.limit));
    });
}

} // namespace vouch::server
