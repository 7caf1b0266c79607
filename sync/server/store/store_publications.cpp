#include "sync/server/store/publication_parts.h"

#include <algorithm>

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::size_t longestAudited = 500; ///< bytes of a value; a theme may hold pictures

// Stands at a place where ?1 stands, came later and was not rolled back, nor rolls back.
#define VOUCH_LATER                                                                                \
    "SELECT min(l.number) FROM publication_places p JOIN publication_places o "                    \
    "ON o.place = p.place AND o.publication > p.publication JOIN publication_log l "               \
    "ON l.number = o.publication JOIN publication_log m ON m.number = p.publication "              \
    "WHERE p.publication = ?1 AND l.kind = m.kind AND l.subject = m.subject "                      \
    "AND l.undoes IS NULL AND NOT EXISTS "                                                         \
    "(SELECT 1 FROM publication_log u WHERE u.undoes = l.number)"
constexpr const char *laterThan = VOUCH_LATER;
#undef VOUCH_LATER

constexpr const char *publicationPage =
    "SELECT l.number, l.made_at, l.who, l.kind, l.subject, l.value, l.reach, l.undoes, "
    "(SELECT u.number FROM publication_log u WHERE u.undoes = l.number) "
    "FROM publication_log l WHERE l.number < ?1 ORDER BY l.number DESC LIMIT ?2";

Failure publicationNotFound(std::int64_t number)
{
    return {
        std::string(code::notFound), "There is no such publication. See the list of publications.",
        std::to_string(number)};
}

std::string_view auditedAs(const NewPublication &wanted)
{
    if (wanted.kind == PublicationKind::Checklist)
        return audited::checklistPublish;
    return wanted.value ? audited::settingSet : audited::settingRemove;
}

json::object auditDetail(const NewPublication &wanted, const std::string *value)
{
    json::object out;
    if (wanted.reach.kind == Reach::Kind::Stage) {
        out["first"] = json::array(wanted.reach.stores.begin(), wanted.reach.stores.end());
        if (wanted.reach.percent > 0)
            out["share"] = wanted.reach.percent;
    } else {
        out["store"] = wanted.reach.stores.empty() ? "" : *wanted.reach.stores.begin();
    }
    if (value && wanted.kind == PublicationKind::Checklist)
        out["version"] = std::stoll(*value);
    else if (value && value->size() <= longestAudited)
        out["value"] = *wanted.value;
    return out;
}

struct LogLine
{
    PublicationKind kind;
    std::string subject;
    std::optional<std::string> value;
    Reach::Kind reach;
    std::optional<std::int64_t> undoes{};
};

/// Changes the places and writes the publication; its number.
std::int64_t write(
    Connection &connection, const LogLine &line, const std::map<std::string, Held> &changes,
    Timestamp now, const Actor &by)
{
    std::int64_t number = 0;
    {
        Query row(connection, "SELECT coalesce(max(number), 0) + 1 FROM publication_log");
        row.next();
        number = row.integer(0);
    }
    Query(
        connection,
        "INSERT INTO publication_log (number, made_at, who, kind, subject, value, reach, undoes) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        number, now, by.who, toText(line.kind), line.subject, line.value, toText(line.reach),
        line.undoes)
        .run();
    for (const auto &[place, held] : changes) {
        const auto former = heldAt(connection, line.kind, line.subject, place);
        Query(
            connection,
            "INSERT INTO publication_places (publication, place, former, former_staged) "
            "VALUES (?1, ?2, ?3, ?4)",
            number, place, former.value, former.isStaged ? 1 : 0)
            .run();
        holdAt(connection, line.kind, line.subject, place, held, now);
    }
    return number;
}

struct Logged
{
    LogLine line;
    bool isUndone = false;
};

Result<Logged> logged(Connection &connection, std::int64_t number)
{
    Query row(connection, publicationPage, number + 1, std::int64_t(1));
    if (!row.next() || row.integer(0) != number)
        return publicationNotFound(number);
    Logged out{
        {publicationKindFrom(row.text(3)).value_or(PublicationKind::Setting),
         row.text(4),
         {},
         Reach::Kind::Chain},
        !row.isNull(8)};
    if (!row.isNull(5))
        out.line.value = row.text(5);
    if (!row.isNull(7))
        out.line.undoes = row.integer(7);
    const auto reach = row.text(6);
    for (const auto kind :
         {Reach::Kind::Chain, Reach::Kind::Store, Reach::Kind::Stage, Reach::Kind::Undo})
        if (toText(kind) == reach)
            out.line.reach = kind;
    return out;
}

std::optional<std::int64_t> laterOne(Connection &connection, std::int64_t number)
{
    Query row(connection, laterThan, number);
    return row.next() && !row.isNull(0) ? std::optional(row.integer(0)) : std::nullopt;
}

Failure superseded(std::int64_t number, std::int64_t by)
{
    return {
        "publication-superseded",
        "Publication " + std::to_string(by) +
            " came later and stands in its place. Roll that back first.",
        std::to_string(number)};
}

/// That a publication stands where it was put, and nothing later instead.
Result<Logged> standing(Connection &connection, std::int64_t number)
{
    auto found = logged(connection, number);
    if (!found)
        return found;
    if (found->line.undoes || found->isUndone)
        return Failure{
            "publication-undone",
            "This publication is a rollback, or was rolled back. Publish anew instead.",
            std::to_string(number)};
    if (const auto later = laterOne(connection, number))
        return superseded(number, *later);
    return found;
}

std::map<std::string, Held> formerOf(Connection &connection, std::int64_t number)
{
    std::map<std::string, Held> out;
    Query rows(
        connection,
        "SELECT place, former, former_staged FROM publication_places WHERE publication = ?1 "
        "ORDER BY place",
        number);
    while (rows.next()) {
        auto &held = out[rows.text(0)];
        if (!rows.isNull(1))
            held.value = rows.text(1);
        held.isStaged = rows.integer(2) != 0;
    }
    return out;
}

} // namespace

Result<std::int64_t>
publishIn(Connection &connection, const NewPublication &wanted, Timestamp now, const Actor &by)
{
    const auto stored = storedValue(connection, wanted);
    if (!stored)
        return stored.failure();
    const auto *value = *stored ? &**stored : nullptr;
    const auto changes = changesOf(connection, wanted, value);
    if (!changes)
        return changes.failure();
    if (!value && std::all_of(changes->begin(), changes->end(), [&](const auto &change) {
            return !heldAt(connection, wanted.kind, wanted.subject, change.first).value;
        }))
        return Failure{
            std::string(code::notFound), "This is not set there. `setting list` shows what is.",
            wanted.subject};
    const auto number = write(
        connection, {wanted.kind, wanted.subject, *stored, wanted.reach.kind}, *changes, now, by);
    auto detail = auditDetail(wanted, value);
    detail["publication"] = number;
    addAudit(connection, now, by, {auditedAs(wanted), wanted.subject, std::move(detail)});
    return number;
}

Result<std::int64_t> Store::publish(const NewPublication &wanted, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write(
        [&](Written &written) { return publishIn(written.connection(), wanted, now, by); });
}

Result<std::int64_t> Store::widenPublication(std::int64_t number, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<std::int64_t> {
        auto &connection = written.connection();
        const auto found = standing(connection, number);
        if (!found)
            return found.failure();
        if (found->line.reach != Reach::Kind::Stage)
            return Failure{
                "publication-whole", "This publication was not for some stores first.",
                std::to_string(number)};
        NewPublication whole{found->line.kind, found->line.subject, {}, Reach::chain()};
        if (const auto value =
                found->line.value ? parseJson(*found->line.value) : Result<json::value>(Failure{}))
            whole.value = *value; // a version is JSON too
        return publishIn(connection, whole, now, by);
    });
}

Result<std::int64_t> Store::rollBackPublication(std::int64_t number, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<std::int64_t> {
        auto &connection = written.connection();
        const auto found = standing(connection, number);
        if (!found)
            return found.failure();
        const auto changes = formerOf(connection, number);
        auto line = found->line;
        line.value.reset();
        line.reach = Reach::Kind::Undo;
        line.undoes = number;
        const auto chains = changes.find("");
        if (chains != changes.end())
            line.value = chains->second.value;
        const auto undo = write(connection, line, changes, now, by);
        addAudit(
            connection, now, by,
            {audited::publicationRollback,
             line.subject,
             {{"publication", undo}, {"undoes", number}}});
        return undo;
    });
}

Result<PublicationPage> Store::publications(const PublicationQuery &query) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<PublicationPage> {
        PublicationPage out;
        std::vector<std::int64_t> numbers;
        {
            Query rows(
                connection, publicationPage,
                query.before.value_or(std::numeric_limits<std::int64_t>::max()),
                static_cast<std::int64_t>(query.limit));
            while (rows.next()) {
                Publication each;
                each.number = rows.integer(0);
                each.at = rows.time(1);
                each.who = rows.text(2);
                each.kind = publicationKindFrom(rows.text(3)).value_or(PublicationKind::Setting);
                each.subject = rows.text(4);
                if (!rows.isNull(5))
                    if (auto value = parseJson(rows.text(5)))
                        each.value = std::move(*value);
                if (!rows.isNull(7))
                    each.undoes = rows.integer(7);
                if (!rows.isNull(8))
                    each.undoneBy = rows.integer(8);
                out.publications.push_back(std::move(each));
            }
        }
        for (auto &each : out.publications) {
            const auto found = logged(connection, each.number);
            if (!found)
                return found.failure();
            each.reach = found->line.reach;
            for (const auto &[place, held] : formerOf(connection, each.number))
                if (!place.empty())
                    each.stores.push_back(place);
            each.isLatest = !each.undoes && !each.undoneBy && !laterOne(connection, each.number);
            each.isStaged = each.isLatest && each.reach == Reach::Kind::Stage;
        }
        if (out.publications.size() == query.limit)
            out.next = out.publications.back().number;
        return out;
    });
}

std::string_view toText(PublicationKind kind)
{
    return kind == PublicationKind::Checklist ? "checklist" : "setting";
}

std::optional<PublicationKind> publicationKindFrom(std::string_view text)
{
    for (const auto kind : {PublicationKind::Checklist, PublicationKind::Setting})
        if (toText(kind) == text)
            return kind;
    return std::nullopt;
}

std::string_view toText(Reach::Kind kind)
{
    switch (kind) {
    case Reach::Kind::Chain:
        return "chain";
    case Reach::Kind::Store:
        return "store";
    case Reach::Kind::Stage:
        return "stage";
    case Reach::Kind::Undo:
        return "undo";
    }
    return "";
}

} // namespace vouch::server
