#include "core/base/crypto.h"
#include "sync/server/store/publication_parts.h"

namespace vouch::server {

namespace {

// ?1: everywhere, else in the stores ?2. A version given before publications were written down is
// known as what the first of them replaced.
constexpr const char *knownChecklists =
    "WITH seen (id) AS (SELECT value FROM each_text(?2)), given (checklist, version) AS ("
    "SELECT checklist, version FROM publications WHERE store = '' OR store IN (SELECT id FROM "
    "seen) "
    "UNION SELECT l.subject, CAST(l.value AS BIGINT) FROM publication_log l "
    "JOIN publication_places p ON p.publication = l.number WHERE l.kind = 'checklist' "
    "AND l.value IS NOT NULL AND (p.place = '' OR p.place IN (SELECT id FROM seen)) "
    "UNION SELECT l.subject, CAST(p.former AS BIGINT) FROM publication_log l "
    "JOIN publication_places p ON p.publication = l.number WHERE l.kind = 'checklist' "
    "AND p.former IS NOT NULL AND (p.place = '' OR p.place IN (SELECT id FROM seen))) "
    "SELECT c.id, c.version, c.json, p.published_at FROM checklists c "
    "LEFT JOIN publications p ON p.checklist = c.id AND p.version = c.version AND p.store = '' "
    "WHERE ?1 OR EXISTS (SELECT 1 FROM given g WHERE g.checklist = c.id AND g.version = c.version) "
    "OR (c.id NOT IN (SELECT checklist FROM given) AND c.id IN (SELECT m.checklist FROM measures m "
    "WHERE m.key IN (SELECT k.measure FROM month_counts k WHERE k.store IN "
    "(SELECT s.key FROM stores s WHERE s.id IN (SELECT id FROM seen))))) "
    "ORDER BY c.id, c.version";

std::string etagOf(const KioskConfig &config)
{
    // A version's content never changes, so that its name stands for it.
    json::array parts{
        config.store.id, config.store.name, config.store.timezone, config.sealingKey.id};
    for (const auto &checklist : config.checklists)
        parts.push_back(json::array{checklist.id, checklist.version});
    parts.push_back(config.settings);
    for (const auto &[role, hash] : config.pins)
        parts.push_back(json::array{toText(role), hash});
    return '"' + crypto::blake2bHex(json::serialize(parts)).substr(0, 32) + '"';
}

} // namespace

Result<void>
Store::addChecklist(const std::string &id, int version, const std::string &text, const Actor &by)
{
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        {
            Query row(
                connection, "SELECT json FROM checklists WHERE id = ? AND version = ?", id,
                version);
            if (row.next()) {
                if (row.text(0) == text)
                    return {};
                return Failure{
                    "version-taken",
                    "Version " + std::to_string(version) +
                        " of this checklist is here with other content. Raise the version.",
                    id};
            }
        }
        Query(
            connection, "INSERT INTO checklists (id, version, json, added_at) VALUES (?,?,?,?)", id,
            version, text, now)
            .run();
        addAudit(connection, now, by, {audited::checklistAdd, id, {{"version", version}}});
        return {};
    });
}

Result<std::vector<ChecklistVersion>> Store::checklists(const StoreSet &stores) const
{
    const auto ids = json::serialize(json::array(stores.ids().begin(), stores.ids().end()));
    return m_parts->readers.read(
        [&](Connection &connection) -> Result<std::vector<ChecklistVersion>> {
            std::vector<ChecklistVersion> out;
            Query rows(connection, knownChecklists, stores.isAll(), ids);
            while (rows.next())
                out.push_back(
                    {rows.text(0), static_cast<int>(rows.integer(1)), rows.text(2),
                     rows.maybeTime(3)});
            return out;
        });
}

Result<void>
Store::publishChecklist(const std::string &id, const std::string &store, const Actor &by)
{
    const auto published = publish({PublicationKind::Checklist, id, {}, Reach::store(store)}, by);
    return published ? Result<void>() : published.failure();
}

Result<KioskConfig> Store::config(const std::string &store) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<KioskConfig> {
        KioskConfig out;
        {
            Query row(
                connection,
                "SELECT id, name, region, timezone, target_nps, key FROM stores WHERE id = ?",
                store);
            if (!row.next())
                return storeNotFound(store);
            out.store = storeFrom(row);
            out.pins = pinHashesOf(connection, row.integer(5));
        }
        out.version = configVersion(connection, store);
        out.settings = settingsOf(connection, store);
        if (out.store.targetNps) // of the structure; the setting is for stores without one
            out.settings["target"] = *out.store.targetNps;
        if (const auto key = currentSealingKey(connection))
            out.sealingKey = *key;
        Query rows(
            connection,
            "SELECT c.id, c.version, c.json, p.published_at FROM publications p "
            "JOIN checklists c ON c.id = p.checklist AND c.version = p.version "
            "WHERE p.store = ?1 OR (p.store = '' AND NOT EXISTS (SELECT 1 FROM publications own "
            "WHERE own.checklist = p.checklist AND own.store = ?1)) ORDER BY c.id",
            store);
        while (rows.next())
            out.checklists.push_back(
                {rows.text(0), static_cast<int>(rows.integer(1)), rows.text(2), rows.maybeTime(3)});
        out.etag = etagOf(out);
        return out;
    });
}

} // namespace vouch::server
