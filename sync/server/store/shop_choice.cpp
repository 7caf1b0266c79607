#include "sync/server/store/shop_choice.h"

namespace vouch::server {

namespace {

std::string arrayOf(const std::set<std::int64_t> &keys)
{
    std::string out = "[";
    for (const auto key : keys)
        out += (out.size() > 1 ? "," : "") + std::to_string(key);
    return out + "]";
}

std::string arrayOf(const std::set<std::string> &ids)
{
    return json::serialize(json::array(ids.begin(), ids.end()));
}

} // namespace

std::set<std::string> regionsWithin(Connection &connection, const std::string &region)
{
    std::set<std::string> out;
    Query rows(
        connection,
        "WITH RECURSIVE below (id) AS (SELECT id FROM regions WHERE id = ? UNION "
        "SELECT r.id FROM regions r JOIN below b ON r.parent = b.id) SELECT id FROM below",
        region);
    while (rows.next())
        out.insert(rows.text(0));
    return out;
}

Result<ShopChoice> chooseShops(Connection &connection, const ShopQuery &query)
{
    ShopChoice out;
    auto missing = query.stores;
    const auto within =
        query.region ? regionsWithin(connection, *query.region) : std::set<std::string>();
    std::optional<Query> rows;
    if (query.askedOnly && !query.stores.empty())
        rows.emplace(
            connection,
            "SELECT key, id, region FROM stores WHERE id IN (SELECT value FROM each_text(?))",
            arrayOf(query.stores));
    else
        rows.emplace(connection, "SELECT key, id, region FROM stores");
    while (rows->next()) {
        const auto key = rows->integer(0);
        const auto id = rows->text(1);
        out.ids[key] = id;
        if (!query.scope.contains(id))
            continue;
        out.seenKeys.insert(key);
        missing.erase(id);
        if ((!query.stores.empty() && !query.stores.contains(id)) ||
            (query.region && !within.contains(rows->text(2))))
            continue;
        out.askedKeys.insert(key);
    }
    if (!missing.empty())
        return storeNotFound(*missing.begin());
    out.everySeen = query.scope.isAll();
    out.everyAsked = out.everySeen && query.stores.empty() && !query.region;
    out.asked = arrayOf(out.askedKeys);
    out.seen = arrayOf(out.seenKeys);
    return out;
}

Result<AskedRows> askedRows(Connection &connection, const ScoreQuery &query)
{
    const auto shops = chooseShops(
        connection, {{query.stores.begin(), query.stores.end()}, query.region, query.scope, true});
    if (!shops)
        return shops.failure();
    auto measures = Measurements(connection).counted(query);
    if (!measures)
        return measures.failure();
    return AskedRows{
        shops->asked, query.from.value_or(Day(std::chrono::year(1) / 1 / 1)),
        query.to.value_or(Day(std::chrono::year(9999) / 12 / 31)), std::move(*measures),
        query.withMarked};
}

} // namespace vouch::server
