#include "sync/server/store/notes.h"

#include "core/base/utf8.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

Failure noteMalformed(std::string message, std::string where)
{
    return {std::string(protocol::code::malformed), std::move(message), std::move(where)};
}

Result<void> checkedNote(const NewNote &note)
{
    if (note.text.find_first_not_of(" \t\r\n") == note.text.npos ||
        note.text.size() > longestNote || !isUtf8(note.text))
        return noteMalformed("A note is a text of 1 to 500 bytes.", "text");
    if (!note.store.empty() && !note.region.empty())
        return noteMalformed("A note is for a store or for a region, not for both.", "region");
    return {};
}

json::object told(const NewNote &note)
{
    return {
        {"day", formatDay(note.day)},
        {"store", note.store},
        {"region", note.region},
        {"text", note.text}};
}

std::optional<Note> noteFrom(Query &rows)
{
    if (!rows.next())
        return std::nullopt;
    return Note{
        rows.integer(0),
        {rows.day(1), rows.text(2), rows.text(3), rows.text(4)},
        rows.text(5),
        rows.time(6)};
}

#define VOUCH_NOTES                                                                                \
    "SELECT n.key, n.day, coalesce(s.id, ''), coalesce(n.region, ''), n.text, n.made_by, "         \
    "n.made_at FROM notes n LEFT JOIN stores s ON s.key = n.store "

constexpr const char *allNotes = VOUCH_NOTES "ORDER BY n.day, n.key";
constexpr const char *oneNote = VOUCH_NOTES "WHERE n.key = ?1";

#undef VOUCH_NOTES

} // namespace

Result<std::vector<Note>> Store::notes() const
{
    return m_parts->readers.read([](Connection &connection) -> Result<std::vector<Note>> {
        std::vector<Note> out;
        Query rows(connection, allNotes);
        while (auto note = noteFrom(rows))
            out.push_back(std::move(*note));
        return out;
    });
}

Result<std::int64_t> Store::addNote(const NewNote &note, const Actor &by)
{
    if (const auto fine = checkedNote(note); !fine)
        return fine.failure();
    const auto now = m_parts->clock.now();
    return m_parts->write([=](Written &written) -> Result<std::int64_t> {
        auto &connection = written.connection();
        const auto store = note.store.empty() ? std::nullopt : storeKey(connection, note.store);
        if (!note.store.empty() && !store)
            return storeNotFound(note.store);
        if (!note.region.empty() &&
            !Query(connection, "SELECT 1 FROM regions WHERE id = ?", note.region).next())
            return regionNotFound(note.region);
        const auto region = note.region.empty() ? std::nullopt : std::optional(note.region);
        Query row(
            connection,
            "INSERT INTO notes (day, store, region, text, made_by, made_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING key",
            note.day, store, region, note.text, by.who, now);
        row.next();
        const auto key = row.integer(0);
        while (row.next())
            ; // to its end, else it stays open
        addAudit(connection, now, by, {audited::noteAdd, std::to_string(key), told(note)});
        return key;
    });
}

Result<void> Store::removeNote(std::int64_t id, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([=](Written &written) -> Result<void> {
        auto &connection = written.connection();
        std::optional<Note> note;
        {
            Query rows(connection, oneNote, id);
            note = noteFrom(rows);
        }
        if (!note)
            return Failure{
                std::string(protocol::code::notFound), "There is no such note.",
                std::to_string(id)};
        Query(connection, "DELETE FROM notes WHERE key = ?1", id).run();
        addAudit(connection, now, by, {audited::noteRemove, std::to_string(id), told(note->said)});
        return {};
    });
}

} // namespace vouch::server
