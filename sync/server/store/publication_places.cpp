#include "sync/server/store/publication_parts.h"

namespace vouch::server {

namespace {

constexpr const char *checklistHeld =
    "SELECT CAST(version AS TEXT), staged FROM publications WHERE checklist = ?1 AND store = ?2";
constexpr const char *settingHeld =
    "SELECT json, staged FROM settings WHERE key = ?1 AND store = ?2";

constexpr const char *holdChecklist =
    "INSERT INTO publications (checklist, store, version, published_at, staged) "
    "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (checklist, store) DO UPDATE SET "
    "version = excluded.version, published_at = excluded.published_at, staged = excluded.staged";
constexpr const char *holdSetting =
    "INSERT INTO settings (key, store, json, set_at, staged) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT (store, key) DO UPDATE SET json = excluded.json, set_at = excluded.set_at, "
    "staged = excluded.staged";
constexpr const char *dropChecklist =
    "DELETE FROM publications WHERE checklist = ?1 AND store = ?2";
constexpr const char *dropSetting = "DELETE FROM settings WHERE key = ?1 AND store = ?2";

constexpr const char *checklistPlaces =
    "SELECT store FROM publications WHERE checklist = ?1 AND staged = ?2 AND store <> '' "
    "ORDER BY store";
constexpr const char *settingPlaces =
    "SELECT store FROM settings WHERE key = ?1 AND staged = ?2 AND store <> '' ORDER BY store";

std::vector<std::string>
placesOf(Connection &connection, PublicationKind kind, const std::string &subject, bool isStaged)
{
    std::vector<std::string> out;
    Query rows(
        connection, kind == PublicationKind::Checklist ? checklistPlaces : settingPlaces, subject,
        isStaged ? 1 : 0);
    while (rows.next())
        out.push_back(rows.text(0));
    return out;
}

} // namespace

Held heldAt(
    Connection &connection, PublicationKind kind, const std::string &subject,
    const std::string &place)
{
    Query row(
        connection, kind == PublicationKind::Checklist ? checklistHeld : settingHeld, subject,
        place);
    return row.next() ? Held{row.text(0), row.integer(1) != 0} : Held{};
}

void holdAt(
    Connection &connection, PublicationKind kind, const std::string &subject,
    const std::string &place, const Held &held, Timestamp now)
{
    const bool isChecklist = kind == PublicationKind::Checklist;
    const std::int64_t isStaged = held.isStaged ? 1 : 0;
    if (held.value && isChecklist)
        Query(
            connection, holdChecklist, subject, place, std::int64_t(std::stoll(*held.value)), now,
            isStaged)
            .run();
    else if (held.value)
        Query(connection, holdSetting, subject, place, *held.value, now, isStaged).run();
    else
        Query(connection, isChecklist ? dropChecklist : dropSetting, subject, place).run();
}

std::vector<std::string>
stagedPlaces(Connection &connection, PublicationKind kind, const std::string &subject)
{
    return placesOf(connection, kind, subject, true);
}

std::set<std::string>
ownPlaces(Connection &connection, PublicationKind kind, const std::string &subject)
{
    const auto all = placesOf(connection, kind, subject, false);
    return {all.begin(), all.end()};
}

std::int64_t configVersion(Connection &connection, const std::string &store)
{
    Query row(
        connection,
        "SELECT coalesce(max(publication), 0) FROM publication_places WHERE place IN ('', ?1)",
        store);
    return row.next() ? row.integer(0) : 0;
}

} // namespace vouch::server
