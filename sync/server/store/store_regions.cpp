#include "sync/server/store/shop_choice.h"

#include "core/base/utf8.h"

namespace vouch::server {

namespace {

Result<void> checked(const Region &region)
{
    if (!isName(region.id))
        return Failure{
            "region-malformed",
            "A region's id has 1 to 200 bytes, none of them a control character.", "id"};
    if (!isName(region.name))
        return Failure{
            "region-malformed",
            "A region's name has 1 to 200 bytes, none of them a control character.", "name"};
    return {};
}

bool isThere(Connection &connection, const std::string &region)
{
    return Query(connection, "SELECT 1 FROM regions WHERE id = ?", region).next();
}

std::optional<std::string> parentOf(const Region &region)
{
    return region.parent.empty() ? std::nullopt : std::optional(region.parent);
}

json::object told(const Region &region)
{
    return {{"name", region.name}, {"parent", region.parent}};
}

} // namespace

Failure regionNotFound(const std::string &id)
{
    return {
        std::string(protocol::code::notFound),
        "There is no region \"" + id + "\". See the list of regions.", "region"};
}

Result<void> Store::addRegion(const Region &region, const Actor &by)
{
    if (const auto fine = checked(region); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (isThere(connection, region.id))
            return Failure{"region-exists", "There is a region with this id already.", region.id};
        if (!region.parent.empty() && !isThere(connection, region.parent))
            return regionNotFound(region.parent);
        Query(
            connection, "INSERT INTO regions (id, name, parent, added_at) VALUES (?,?,?,?)",
            region.id, region.name, parentOf(region), now)
            .run();
        addAudit(connection, now, by, {audited::regionAdd, region.id, told(region)});
        return {};
    });
}

Result<void> Store::changeRegion(const Region &region, const Actor &by)
{
    if (const auto fine = checked(region); !fine)
        return fine;
    const auto now = m_parts->clock.now();
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        if (!isThere(connection, region.id))
            return regionNotFound(region.id);
        if (!region.parent.empty() && !isThere(connection, region.parent))
            return regionNotFound(region.parent);
        if (regionsWithin(connection, region.id).contains(region.parent))
            return Failure{
                "region-circle", "A region cannot lie in itself or below itself.", "parent"};
        Query(
            connection, "UPDATE regions SET name = ?, parent = ? WHERE id = ?", region.name,
            parentOf(region), region.id)
            .run();
        addAudit(connection, now, by, {audited::regionChange, region.id, told(region)});
        return {};
    });
}

Result<std::vector<Region>> Store::regions() const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<Region>> {
        std::vector<Region> out;
        Query rows(connection, "SELECT id, name, coalesce(parent, '') FROM regions ORDER BY id");
        while (rows.next())
            out.push_back({rows.text(0), rows.text(1), rows.text(2)});
        return out;
    });
}

} // namespace vouch::server
