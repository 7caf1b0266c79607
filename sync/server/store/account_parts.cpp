#include "sync/server/store/account_parts.h"

namespace vouch::server {

User userFrom(Connection &connection, const Query &row)
{
    const auto key = row.integer(0);
    User out;
    out.name = row.text(1);
    out.role = roleFrom(row.text(2)).value_or(Role::Viewer);
    out.everywhere = row.integer(3) != 0;
    out.mayExport = row.integer(4) != 0;
    out.disabled = row.integer(5) != 0;
    out.passwordHash = row.text(6);
    Query regions(connection, "SELECT region FROM user_regions WHERE \"user\" = ?", key);
    while (regions.next())
        out.regions.insert(regions.text(0));
    Query stores(
        connection,
        "SELECT s.id FROM user_stores u JOIN stores s ON s.key = u.store WHERE u.user = ?", key);
    while (stores.next())
        out.stores.insert(stores.text(0));
    if (out.everywhere) {
        out.sees = StoreSet::all();
        return out;
    }
    auto seen = out.stores;
    Query inRegions(
        connection,
        "WITH RECURSIVE below (id) AS (SELECT region FROM user_regions WHERE \"user\" = ? UNION "
        "SELECT r.id FROM regions r JOIN below b ON r.parent = b.id) "
        "SELECT s.id FROM stores s JOIN below b ON b.id = s.region",
        key);
    while (inRegions.next())
        seen.insert(inRegions.text(0));
    out.sees = StoreSet(std::move(seen));
    return out;
}

std::optional<std::int64_t> userKey(Connection &connection, const std::string &name)
{
    Query row(connection, "SELECT key FROM users WHERE name = ?", name);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

Failure userNotFound(const std::string &name)
{
    return {
        std::string(protocol::code::notFound),
        "There is no user \"" + name + "\". See the list of users.", "user"};
}

} // namespace vouch::server
