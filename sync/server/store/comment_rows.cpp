#include "sync/server/store/comment_rows.h"

#include "core/base/json.h"
#include "core/check/comment_mask.h"
#include "sync/server/store/comment_words.h"
#include "sync/server/store/postgresql_array.h"
#include "sync/server/store/schema_comments.h"

#include <set>

namespace vouch::server {

namespace {

constexpr std::int64_t recordsAtATime = 1000;
/// A comment begins so in the canonical form; only records with it are read.
constexpr std::string_view textItem = "\"type\":\"text\"";

// Of the record's own row what can change there.
#define VOUCH_ADD_COMMENT(values, from)                                                            \
    "INSERT INTO comments (number, store, day, part, shuffle, measure, score, marked, "            \
    "checklist, touchpoint, language, words, folded) SELECT r.number, r.store, r.day, " values     \
    " FROM " from " ON CONFLICT DO NOTHING"

constexpr const char *addOneComment = VOUCH_ADD_COMMENT(
    "?2, ?3, r.measure, r.score, r.marked, ?4, ?5, ?6, ?7, ?8", "records r WHERE r.id = ?1");
constexpr const char *addMany = VOUCH_ADD_COMMENT(
    "t.part, t.shuffle, r.measure, r.score, r.marked, t.checklist, t.touchpoint, t.language, "
    "t.words, t.folded",
    "unnest(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) AS t (id, part, shuffle, checklist, touchpoint, "
    "language, words, folded) JOIN records r ON r.id = t.id");

#undef VOUCH_ADD_COMMENT

// All in one statement: before every other one the index would write out what it has in hand.
constexpr const char *indexBehind =
    "INSERT INTO comment_index (rowid, folded) SELECT number, folded FROM comments "
    "WHERE number > ?1";

void addTogether(Connection &connection, const std::vector<CommentRow> &rows)
{
    PostgresqlArray ids(pg_type::byteaArray);
    PostgresqlArray parts(pg_type::int8Array), shuffles(pg_type::int8Array);
    PostgresqlArray checklists(pg_type::textArray), touchpoints(pg_type::textArray);
    PostgresqlArray languages(pg_type::textArray);
    PostgresqlArray words(pg_type::textArray), folded(pg_type::textArray);
    for (const auto &row : rows) {
        ids.add(row.id);
        parts.add(std::int64_t{row.part});
        shuffles.add(row.shuffle);
        checklists.add(row.checklist);
        touchpoints.add(row.touchpoint);
        languages.add(row.language);
        words.add(row.words);
        folded.add(row.folded);
    }
    Query(
        connection, addMany, ids, parts, shuffles, checklists, touchpoints, languages, words,
        folded)
        .run();
}

std::int64_t newestComment(Connection &connection)
{
    Query row(connection, "SELECT coalesce(max(number), 0) FROM comments");
    row.next();
    return row.integer(0);
}

std::optional<CommentRow> commentRowFrom(std::string_view canonical, int hour)
{
    if (canonical.find(textItem) == canonical.npos)
        return std::nullopt;
    const auto parsed = parseJson(canonical);
    const auto *record = parsed ? parsed->if_object() : nullptr;
    const auto check = record ? check::fromJson(*record) : Result<check::Check>(Failure{});
    return check ? commentRow(*check, hour) : std::nullopt;
}

} // namespace

namespace {

bool saysAnything(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") != text.npos;
}

} // namespace

std::int64_t shuffleOf(const Uuid &id)
{
    std::int64_t out = 0;
    for (std::size_t i = 9; i < id.bytes().size(); ++i)
        out = out << 8 | static_cast<std::uint8_t>(id.bytes()[i]);
    return out;
}

std::optional<CommentRow> commentRow(const check::Check &check, int hour)
{
    if (check.kind != check::kind::survey)
        return std::nullopt;
    CommentRow out;
    bool isWritten = false;
    std::set<std::string> known;
    for (const auto &item : check.items) {
        const auto *text = item.type == check::item_type::text ? item.value.if_string() : nullptr;
        if (!text)
            continue;
        isWritten = isWritten || saysAnything(view(*text));
        for (const auto &word : wordsIn(check::maskedComment(view(*text), check.language))) {
            if (!known.insert(word.folded).second)
                continue;
            const std::string space = out.words.empty() ? "" : " ";
            out.words += space + word.shown;
            out.folded += space + word.folded;
        }
    }
    if (!isWritten)
        return std::nullopt;
    out.id = check.id;
    out.part = static_cast<int>(check::dayPartOf(hour));
    out.shuffle = shuffleOf(check.id);
    out.checklist = check.checklist;
    out.touchpoint = check.touchpoint;
    out.language = check.language;
    return out;
}

void addComments(Connection &connection, const std::vector<CommentRow> &rows)
{
    if (rows.empty())
        return;
    if (connection.isPostgresql())
        return addTogether(connection, rows);
    const auto last = newestComment(connection);
    for (const auto &row : rows)
        Query(
            connection, addOneComment, row.id, row.part, row.shuffle, row.checklist, row.touchpoint,
            row.language, row.words, row.folded)
            .run();
    Query(connection, indexBehind, last).run();
}

void forgetDeletedComments(Connection &connection)
{
    if (!connection.isPostgresql())
        Query(connection, "INSERT INTO comment_index (comment_index) VALUES ('optimize')").run();
}

std::map<std::int64_t, StoredComment>
storedComments(Connection &connection, std::int64_t from, std::int64_t to)
{
    std::map<std::int64_t, StoredComment> out;
    Query rows(
        connection,
        "SELECT number, store, day, score, marked, part, shuffle, checklist, touchpoint, language, "
        "words, folded FROM comments WHERE number > ?1 AND number <= ?2",
        from, to);
    while (rows.next()) {
        auto &[row, facts] = out[rows.integer(0)];
        facts = {rows.integer(1), rows.day(2), {}, rows.integer(4) != 0};
        if (!rows.isNull(3))
            facts.score = static_cast<int>(rows.integer(3));
        row = {
            {},
            static_cast<int>(rows.integer(5)),
            rows.integer(6),
            rows.text(7),
            rows.text(8),
            rows.text(9),
            rows.text(10),
            rows.text(11)};
    }
    return out;
}

namespace {

/// As if there had never been a comment.
void emptyComments(Connection &connection, std::size_t former)
{
    const bool wereThere = former >= commentsVersion;
    if (connection.isPostgresql()) {
        connection.postgresql()->exec(
            wereThere ? "DELETE FROM comments" : commentIndexSchema.postgresql);
        return;
    }
    auto &file = connection.sqlite()->raw();
    if (wereThere)
        file.exec("DROP TABLE comment_index; DROP TRIGGER comment_leaves_index; "
                  "DELETE FROM comments");
    file.exec(commentIndexSchema.sqlite);
}

} // namespace

void indexFormerComments(Connection &connection, std::size_t former)
{
    if (former >= commentWordsVersion)
        return;
    emptyComments(connection, former);
    std::int64_t last = 0;
    {
        Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
        row.next();
        last = row.integer(0);
    }
    for (std::int64_t from = 0; from < last; from += recordsAtATime) {
        std::vector<CommentRow> found;
        {
            Query rows(
                connection,
                "SELECT canonical, hour FROM records WHERE number > ?1 AND number <= ?2", from,
                from + recordsAtATime);
            while (rows.next())
                if (auto row = commentRowFrom(rows.text(0), static_cast<int>(rows.integer(1))))
                    found.push_back(std::move(*row));
        }
        addComments(connection, found);
    }
}

} // namespace vouch::server
