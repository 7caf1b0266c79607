#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/store/store.h"

#include <algorithm>

namespace vouch::central {

using server::Store;

/// id, name (empty: the id), parent (empty: at the top)
Result<json::object> addRegion(Store &store, const json::object &request, const Sink &)
{
    const auto id = textOf(request, "id");
    return done(store.addRegion(
        {id, filterIn(request, "name").value_or(id), textOf(request, "parent")}, actorOf(request)));
}

/// id; name, parent as far as they change; top: without a parent from now on
Result<json::object> changeRegion(Store &store, const json::object &request, const Sink &)
{
    const auto all = store.regions();
    if (!all)
        return all.failure();
    server::Region region{textOf(request, "id"), {}, {}};
    const auto found = std::find_if(
        all->begin(), all->end(), [&](const auto &each) { return each.id == region.id; });
    if (found == all->end())
        return Failure{
            "not-found", "There is no such region; `region list` shows them.", region.id};
    const auto *top = request.if_contains("top");
    region.name = filterIn(request, "name").value_or(found->name);
    region.parent = top && top->is_bool() && top->get_bool()
                        ? std::string()
                        : filterIn(request, "parent").value_or(found->parent);
    return done(store.changeRegion(region, actorOf(request)));
}

Result<json::object> listRegions(Store &store, const json::object &, const Sink &)
{
    const auto all = store.regions();
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &region : *all)
        rows.push_back(
            json::object{{"id", region.id}, {"name", region.name}, {"parent", region.parent}});
    return json::object{{"regions", std::move(rows)}};
}

/// id, name, region, timezone
Result<json::object> addStore(Store &store, const json::object &request, const Sink &)
{
    return done(store.addStore(
        {textOf(request, "id"), textOf(request, "name"), textOf(request, "region"),
         textOf(request, "timezone")},
        actorOf(request)));
}

/// id; name, region, timezone as far as they change
Result<json::object> changeStore(Store &store, const json::object &request, const Sink &)
{
    const auto id = textOf(request, "id");
    if (const auto known = checkShop(store, id); !known)
        return known.failure();
    auto info = store.findStore(id);
    if (!info)
        return info.failure();
    auto changed = info->value_or(server::StoreInfo());
    changed.id = id;
    changed.name = filterIn(request, "name").value_or(changed.name);
    changed.region = filterIn(request, "region").value_or(changed.region);
    changed.timezone = filterIn(request, "timezone").value_or(changed.timezone);
    return done(store.changeStore(changed, actorOf(request)));
}

Result<json::object> listStores(Store &store, const json::object &, const Sink &)
{
    const auto all = store.stores();
    if (!all)
        return all.failure();
    json::array rows;
    for (const auto &status : *all)
        rows.push_back(json::object{
            {"id", status.info.id},
            {"name", status.info.name},
            {"region", status.info.region},
            {"timezone", status.info.timezone},
            {"last_answer", timeOrNull(status.lastAnswer)}});
    return json::object{{"stores", std::move(rows)}};
}

} // namespace vouch::central
