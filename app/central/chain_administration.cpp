#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/store/store.h"

#include <algorithm>
#include <charconv>

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

namespace {

/// "none", or a whole number.
Result<std::optional<int>> targetFrom(const std::string &text)
{
    int out = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    if (text == "none")
        return std::optional<int>();
    if (read.ec != std::errc() || read.ptr != end)
        return Failure{
            "store-malformed", "A target is a whole number from -100 to 100, or none.", text};
    return std::optional(out);
}

} // namespace

/// id, name, region, timezone, target_nps
Result<json::object> addStore(Store &store, const json::object &request, const Sink &)
{
    const auto target = targetFrom(filterIn(request, "target_nps").value_or("none"));
    if (!target)
        return target.failure();
    return done(store.addStore(
        {textOf(request, "id"), textOf(request, "name"), textOf(request, "region"),
         textOf(request, "timezone"), *target},
        actorOf(request)));
}

/// id; name, region, timezone, target_nps as far as they change
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
    if (const auto text = filterIn(request, "target_nps")) {
        const auto target = targetFrom(*text);
        if (!target)
            return target.failure();
        changed.targetNps = *target;
    }
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
            {"target_nps",
             status.info.targetNps ? std::to_string(*status.info.targetNps) : std::string()},
            {"last_answer", timeOrNull(status.lastAnswer)}});
    return json::object{{"stores", std::move(rows)}};
}

} // namespace vouch::central
