#include "sync/server/store/structure.h"

#include "sync/protocol/kiosk_settings.h"
#include "sync/server/store/publication_parts.h"

#include <set>
#include <stdexcept>

namespace vouch::server {

namespace {

constexpr std::string_view hoursKey = "opening_hours";

/// Of a text that was checked when it was stored.
json::value storedValue(const std::string &text)
{
    auto value = parseJson(text);
    return value ? std::move(*value) : json::value();
}

std::map<std::string, json::value> defaults()
{
    const ChainSettings none;
    return {
        {"official_score", "all"},
        {"day_start", "00:00"},
        {"week_start", json::string(vouch::toText(none.weekStart))},
        {"calendar", json::string(toText(none.calendar))}};
}

void readSettings(Connection &connection, Structure &out)
{
    out.settings = defaults();
    Query rows(
        connection,
        "SELECT store, key, json FROM settings WHERE key IN ('opening_hours', 'official_score', "
        "'day_start', 'week_start', 'calendar') ORDER BY store, key");
    while (rows.next()) {
        auto value = storedValue(rows.text(2));
        if (rows.text(1) != hoursKey)
            out.settings[rows.text(1)] = std::move(value);
        else if (auto *hours = value.if_object())
            out.hours[rows.text(0)] = std::move(*hours);
    }
}

void readPlaces(Connection &connection, Structure &out)
{
    Query regions(connection, "SELECT id, name, coalesce(parent, '') FROM regions ORDER BY id");
    while (regions.next())
        out.regions[regions.text(0)] = {regions.text(0), regions.text(1), regions.text(2)};
    Query stores(
        connection, "SELECT id, name, region, timezone, target_nps FROM stores ORDER BY id");
    while (stores.next())
        out.stores[stores.text(0)] = storeFrom(stores);
    Query touchpoints(connection, "SELECT id, name, weight FROM touchpoints ORDER BY place");
    while (touchpoints.next())
        out.touchpoints.push_back(
            {touchpoints.text(0), touchpoints.text(1),
             touchpoints.isNull(2) ? std::nullopt
                                   : std::optional(static_cast<int>(touchpoints.integer(2)))});
    Query devices(
        connection, "SELECT d.id, d.name, s.id, d.revoked FROM devices d "
                    "JOIN stores s ON s.key = d.store WHERE d.source = '' ORDER BY d.id");
    while (devices.next()) {
        const auto id = devices.uuid(0).text();
        out.devices[id] = {id, devices.text(1), devices.text(2), devices.integer(3) != 0};
    }
}

Structure structureOf(Connection &connection)
{
    Structure out;
    readPlaces(connection, out);
    readSettings(connection, out);
    return out;
}

/// Brings the tables from `now` to `next`.
class Applier
{
public:
    Applier(
        Connection &connection, const Structure &now, const Structure &next, Timestamp at,
        const Actor &by)
        : m_connection(connection)
        , m_now(now)
        , m_next(next)
        , m_at(at)
        , m_by(by)
    {
    }

    void run()
    {
        regions();
        stores();
        settings();
        touchpoints();
        devices();
    }

private:
    void regions();
    void stores();
    void settings();
    void touchpoints();
    void devices();
    void publish(
        const std::string &store, const std::string &key, const std::optional<json::value> &value);

    Connection &m_connection;
    const Structure &m_now;
    const Structure &m_next;
    const Timestamp m_at;
    const Actor &m_by;
};

void Applier::regions()
{
    for (const auto &[id, region] : m_next.regions)
        if (!m_now.regions.contains(id))
            Query(
                m_connection,
                "INSERT INTO regions (id, name, parent, added_at) VALUES (?1,?2,NULL,?3)", id,
                region.name, m_at)
                .run();
    for (const auto &[id, region] : m_next.regions) { // all are there: in any order
        const auto old = m_now.regions.find(id);
        if (old == m_now.regions.end() || old->second != region)
            Query(
                m_connection, "UPDATE regions SET name = ?1, parent = ?2 WHERE id = ?3",
                region.name, region.parent.empty() ? std::nullopt : std::optional(region.parent),
                id)
                .run();
    }
}

void Applier::stores()
{
    for (const auto &[id, store] : m_next.stores) {
        const auto old = m_now.stores.find(id);
        if (old != m_now.stores.end() && old->second == store)
            continue;
        Query(
            m_connection,
            "INSERT INTO stores (id, name, region, timezone, target_nps, added_at) "
            "VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
            "region = excluded.region, timezone = excluded.timezone, "
            "target_nps = excluded.target_nps",
            id, store.name, store.region, store.timezone, store.targetNps, m_at)
            .run();
    }
}

void Applier::settings()
{
    for (const auto &[store, hours] : m_next.hours) {
        const auto old = m_now.hours.find(store);
        if (old == m_now.hours.end() || old->second != hours)
            publish(store, std::string(hoursKey), hours);
    }
    for (const auto &[store, hours] : m_now.hours)
        if (!m_next.hours.contains(store))
            publish(store, std::string(hoursKey), {});
    for (const auto &[key, value] : m_next.settings)
        if (m_now.settings.at(key) != value)
            publish({}, key, value);
}

void Applier::publish(
    const std::string &store, const std::string &key, const std::optional<json::value> &value)
{
    const auto done = publishIn(
        m_connection, {PublicationKind::Setting, key, value, Reach::store(store)}, m_at, m_by);
    if (!done) // the plan was checked: a fault of ours, which takes all of it back
        throw std::logic_error(key + ": " + done.failure().message);
}

void Applier::touchpoints()
{
    if (m_now.touchpoints == m_next.touchpoints)
        return;
    Query(m_connection, "DELETE FROM touchpoints").run();
    int place = 0;
    for (const auto &each : m_next.touchpoints)
        Query(
            m_connection, "INSERT INTO touchpoints (id, name, weight, place) VALUES (?1,?2,?3,?4)",
            each.id, each.name, each.weight, ++place)
            .run();
}

void Applier::devices()
{
    for (const auto &[id, device] : m_next.devices)
        if (m_now.devices.at(id).name != device.name)
            Query(
                m_connection, "UPDATE devices SET name = ?1 WHERE id = ?2", device.name,
                Uuid::parse(id).value())
                .run();
}

std::string_view auditedAs(const StructureChange &change)
{
    if (change.table == "regions")
        return change.isNew ? audited::regionAdd : audited::regionChange;
    if (change.table == "stores")
        return change.isNew ? audited::storeAdd : audited::storeChange;
    if (change.table == "touchpoints")
        return audited::touchpointsSet;
    return audited::deviceRename;
}

/// One entry for each thing that changed, then one for the whole. What is published as a setting
/// has its entry by that.
void noteChanges(
    Connection &connection, Timestamp now, const Actor &by,
    const std::vector<StructureChange> &changes)
{
    for (std::size_t i = 0; i < changes.size();) {
        const auto &first = changes[i];
        json::object detail;
        for (; i < changes.size() && changes[i].table == first.table && changes[i].id == first.id;
             ++i)
            detail[changes[i].field] =
                json::object{{"before", changes[i].before}, {"after", changes[i].after}};
        if (first.table != "hours" && first.table != "chain")
            addAudit(connection, now, by, {auditedAs(first), first.id, std::move(detail)});
    }
    addAudit(
        connection, now, by,
        {audited::structureChange, "structure", {{"changes", std::int64_t(changes.size())}}});
}

} // namespace

ChainSettings chainSettings(Connection &connection)
{
    json::object given;
    Query rows(
        connection, "SELECT key, json FROM settings WHERE store = '' AND key IN "
                    "('official_score', 'day_start', 'week_start', 'calendar')");
    while (rows.next())
        given[rows.text(0)] = storedValue(rows.text(1));
    std::vector<Failure> problems; // none: they were checked when they were stored
    const auto read = protocol::readSettings(given, problems);
    return {read.unmarkedIsOfficial, read.dayStart, read.weekStart, read.calendar};
}

Result<ChainSettings> Store::chainSettings() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<ChainSettings> {
        return server::chainSettings(connection);
    });
}

Result<Structure> Store::structure() const
{
    return m_parts->readers.read(
        [&](Connection &connection) -> Result<Structure> { return structureOf(connection); });
}

Result<StructureReport>
Store::changeStructure(const StructureWishes &wishes, bool isTrial, const Actor &by)
{
    if (isTrial) {
        const auto now = structure();
        if (!now)
            return now.failure();
        return planStructure(*now, wishes).report;
    }
    const auto at = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<StructureReport> {
        auto &connection = written.connection();
        const auto now = structureOf(connection);
        auto plan = planStructure(now, wishes);
        if (!plan.report.refusals.empty())
            return std::move(plan.report);
        plan.report.applied = true;
        if (plan.report.changes.empty())
            return std::move(plan.report);
        Applier(connection, now, plan.next, at, by).run();
        noteChanges(connection, at, by, plan.report.changes);
        return std::move(plan.report);
    });
}

} // namespace vouch::server
