#include "core/base/utf8.h"
#include "sync/protocol/kiosk_settings.h"
#include "sync/server/store/structure.h"

#include <algorithm>
#include <set>

namespace vouch::server {

namespace {

std::string jsonText(const json::value *value)
{
    return value ? json::serialize(*value) : std::string();
}

class Planner
{
public:
    Planner(const Structure &now, const StructureWishes &wishes)
        : m_now(now)
        , m_wishes(wishes)
    {
        m_plan.next = now;
        m_plan.report.refusals = wishes.refusals;
    }

    StructurePlan run()
    {
        for (const auto &wish : m_wishes.regions)
            region(wish);
        checkTree();
        for (const auto &wish : m_wishes.stores)
            store(wish);
        for (const auto &wish : m_wishes.hours)
            hours(wish);
        if (m_wishes.touchpoints)
            touchpoints(*m_wishes.touchpoints);
        for (const auto &wish : m_wishes.settings)
            setting(wish);
        for (const auto &wish : m_wishes.devices)
            device(wish);
        return std::move(m_plan);
    }

private:
    void refuse(const StructurePlace &at, std::string code, std::string reason)
    {
        m_plan.report.refusals.push_back({at, std::move(code), std::move(reason)});
    }
    void refuse(const StructurePlace &at, const Failure &failure)
    {
        refuse(at, failure.code, failure.message);
    }
    /// Whether the row is the first of its table for this id.
    bool isFirst(const StructurePlace &at, const std::string &id)
    {
        const auto [found, inserted] = m_seen.insert({at.table + '\n' + id, at.line});
        if (!inserted)
            refuse(
                at, "structure-duplicate",
                "\"" + id + "\" is in line " + std::to_string(found->second) +
                    " already. Keep one of the two.");
        return inserted;
    }
    bool isName(const StructurePlace &at, const std::string &name)
    {
        const bool fine = vouch::isName(name);
        if (!fine)
            refuse(
                at, "structure-malformed",
                "A name has 1 to 200 bytes, none of them a control character.");
        return fine;
    }
    void changed(
        const std::string &table, const std::string &id, const std::string &field,
        const std::string &before, const std::string &after, bool isNew)
    {
        if (before != after)
            m_plan.report.changes.push_back({table, id, field, before, after, isNew});
    }

    void region(const RegionWish &wish);
    void checkTree();
    void store(const StoreWish &wish);
    void hours(const HoursWish &wish);
    void touchpoints(const std::vector<TouchpointWish> &wishes);
    void checkWeights(const StructurePlace &at);
    void setting(const SettingWish &wish);
    void device(const DeviceWish &wish);

    const Structure &m_now;
    const StructureWishes &m_wishes;
    StructurePlan m_plan;
    std::map<std::string, std::int64_t> m_seen; ///< table and id → line
};

void Planner::region(const RegionWish &wish)
{
    if (!vouch::isName(wish.id))
        return refuse(
            wish.at, "region-malformed",
            "A region's id has 1 to 200 bytes, none of them a control character.");
    if (!isFirst(wish.at, wish.id))
        return;
    const auto old = m_now.regions.find(wish.id);
    const bool isNew = old == m_now.regions.end();
    const auto before = isNew ? Region() : old->second;
    Region after{
        wish.id, wish.name.value_or(isNew ? wish.id : before.name),
        wish.parent.value_or(before.parent)};
    if (!isName(wish.at, after.name))
        return;
    changed("regions", wish.id, "name", before.name, after.name, isNew);
    changed("regions", wish.id, "parent", before.parent, after.parent, isNew);
    m_plan.next.regions[wish.id] = std::move(after);
}

/// Once all are known: a parent may stand below its child.
void Planner::checkTree()
{
    std::set<std::string> sound; // known to end at the top
    for (const auto &wish : m_wishes.regions) {
        const auto start = m_plan.next.regions.find(wish.id);
        if (start == m_plan.next.regions.end())
            continue;
        std::set<std::string> path;
        const auto *at = &start->second;
        while (true) {
            if (sound.contains(at->id) || at->parent.empty()) {
                sound.insert(path.begin(), path.end());
                sound.insert(at->id);
                break;
            }
            if (!path.insert(at->id).second) {
                refuse(wish.at, "region-circle", "A region cannot lie in itself or below itself.");
                break;
            }
            const auto parent = m_plan.next.regions.find(at->parent);
            if (parent == m_plan.next.regions.end()) {
                if (at->id == wish.id)
                    refuse(
                        wish.at, "region-unknown",
                        "There is no region \"" + at->parent +
                            "\" to lie in. Add it, or name "
                            "another.");
                break;
            }
            at = &parent->second;
        }
    }
}

std::string targetText(const StoreInfo &store)
{
    return store.targetNps ? std::to_string(*store.targetNps) : std::string();
}

void Planner::store(const StoreWish &wish)
{
    if (!wish.id.empty() && !isFirst(wish.at, wish.id))
        return;
    const auto old = m_now.stores.find(wish.id);
    const bool isNew = old == m_now.stores.end();
    const auto before = isNew ? StoreInfo{wish.id, {}, {}, {}, {}} : old->second;
    StoreInfo after = isNew ? StoreInfo{wish.id, {}, {}, "UTC", {}} : before;
    after.name = wish.name.value_or(after.name);
    after.region = wish.region.value_or(after.region);
    after.timezone = wish.timezone.value_or(after.timezone);
    after.targetNps = wish.targetNps.value_or(after.targetNps);
    if (const auto fine = checkStore(after); !fine)
        return refuse(wish.at, fine.failure());
    if (!after.region.empty() && !m_plan.next.regions.contains(after.region))
        return refuse(
            wish.at, "region-unknown",
            "There is no region \"" + after.region + "\". Add it, or name another.");
    changed("stores", wish.id, "name", before.name, after.name, isNew);
    changed("stores", wish.id, "region", before.region, after.region, isNew);
    changed("stores", wish.id, "timezone", before.timezone, after.timezone, isNew);
    changed("stores", wish.id, "target_nps", targetText(before), targetText(after), isNew);
    m_plan.next.stores[wish.id] = std::move(after);
}

void Planner::hours(const HoursWish &wish)
{
    constexpr std::string_view key = "opening_hours";
    if (!isFirst(wish.at, wish.store))
        return;
    if (!wish.store.empty() && !m_plan.next.stores.contains(wish.store))
        return refuse(
            wish.at, "no-such-store",
            "There is no store \"" + wish.store + "\". Add it, or name another.");
    if (wish.hours) {
        if (const auto fine = protocol::checkSetting(key, *wish.hours); !fine)
            return refuse(wish.at, fine.failure());
    }
    const auto old = m_now.hours.find(wish.store);
    const bool isNew = old == m_now.hours.end();
    if (!isNew && wish.hours && old->second == *wish.hours)
        return;
    changed(
        "hours", wish.store, "hours", isNew ? std::string() : json::serialize(old->second),
        wish.hours ? json::serialize(*wish.hours) : std::string(), isNew);
    if (wish.hours)
        m_plan.next.hours[wish.store] = *wish.hours;
    else
        m_plan.next.hours.erase(wish.store);
}

void Planner::touchpoints(const std::vector<TouchpointWish> &wishes)
{
    std::map<std::string, Touchpoint> old;
    for (const auto &each : m_now.touchpoints)
        old[each.id] = each;
    m_plan.next.touchpoints.clear();
    for (const auto &[at, wish] : wishes) {
        if (!vouch::isName(wish.id, 100)) {
            refuse(
                at, "touchpoint-malformed",
                "A touchpoint's id has 1 to 100 bytes, none of them a control character.");
            continue;
        }
        if (!isFirst(at, wish.id) || !isName(at, wish.name))
            continue;
        const auto found = old.find(wish.id);
        const bool isNew = found == old.end();
        const auto before = isNew ? Touchpoint() : found->second;
        changed("touchpoints", wish.id, "name", before.name, wish.name, isNew);
        changed(
            "touchpoints", wish.id, "weight", weightText(before.weight), weightText(wish.weight),
            isNew);
        m_plan.next.touchpoints.push_back(wish);
        old.erase(wish.id);
    }
    for (const auto &[id, gone] : old)
        changed("touchpoints", id, "name", gone.name, {}, false);
    if (m_plan.next.touchpoints.size() == m_now.touchpoints.size() && old.empty()) {
        std::string order[2];
        for (const auto &each : m_now.touchpoints)
            order[0] += (order[0].empty() ? "" : ", ") + each.id;
        for (const auto &each : m_plan.next.touchpoints)
            order[1] += (order[1].empty() ? "" : ", ") + each.id;
        changed("touchpoints", "", "order", order[0], order[1], false);
    }
    checkWeights(wishes.empty() ? StructurePlace{"touchpoints", 0} : wishes.front().at);
}

void Planner::checkWeights(const StructurePlace &at)
{
    std::int64_t sum = 0;
    bool isWeighted = false;
    for (const auto &each : m_plan.next.touchpoints) {
        sum += each.weight.value_or(0);
        isWeighted = isWeighted || each.weight;
    }
    if (isWeighted && sum != Touchpoint::wholeWeight)
        refuse(
            at, "weights-not-whole",
            "The weights come to " + weightText(static_cast<int>(sum)) +
                ". They must come to 1 exactly, as in 0.333, 0.333 and 0.334; or leave all away.");
}

void Planner::setting(const SettingWish &wish)
{
    if (!isFirst(wish.at, wish.key))
        return;
    if (!protocol::isOfChain(wish.key))
        return refuse(
            wish.at, "setting-unknown",
            "Settings of the chain are official_score, day_start, week_start and calendar.");
    if (const auto fine = protocol::checkSetting(wish.key, wish.value); !fine)
        return refuse(wish.at, fine.failure());
    const auto old = m_now.settings.find(wish.key);
    const bool isNew = old == m_now.settings.end();
    changed(
        "chain", wish.key, "value", jsonText(isNew ? nullptr : &old->second), jsonText(&wish.value),
        isNew);
    m_plan.next.settings[wish.key] = wish.value;
}

void Planner::device(const DeviceWish &wish)
{
    if (!isFirst(wish.at, wish.id))
        return;
    const auto old = m_now.devices.find(wish.id);
    if (old == m_now.devices.end())
        return refuse(
            wish.at, "device-unknown",
            "There is no such device. A device comes by enrolling with a code.");
    const auto &before = old->second;
    if (wish.store && *wish.store != before.store)
        return refuse(
            wish.at, "device-elsewhere",
            "The device stands in \"" + before.store +
                "\". It moves by enrolling with a code of the other store.");
    const auto name = wish.name.value_or(before.name);
    if (!isName(wish.at, name))
        return;
    changed("devices", wish.id, "name", before.name, name, false);
    m_plan.next.devices[wish.id].name = name;
}

} // namespace

Result<void> checkStore(const StoreInfo &store)
{
    constexpr auto allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    if (store.id.empty() || store.id.size() > 64 ||
        store.id.find_first_not_of(allowed) != store.id.npos)
        return Failure{
            "store-malformed",
            "A store's id has 1 to 64 letters, digits, dashes, underscores or dots.", "id"};
    if (!isName(store.name))
        return Failure{
            "store-malformed",
            "A store's name has 1 to 200 bytes, none of them a control character.", "name"};
    if (!store.region.empty() && !isName(store.region))
        return Failure{
            "store-malformed", "A region has at most 200 bytes, none of them a control character.",
            "region"};
    if (store.targetNps && (*store.targetNps < -100 || *store.targetNps > 100))
        return Failure{"store-malformed", "A target is from -100 to 100 points.", "target_nps"};
    if (const auto zone = TimeZone::find(store.timezone); !zone)
        return zone.failure();
    return {};
}

StructurePlan planStructure(const Structure &now, const StructureWishes &wishes)
{
    return Planner(now, wishes).run();
}

std::string weightText(const std::optional<int> &weight)
{
    if (!weight)
        return {};
    auto part = std::to_string(Touchpoint::wholeWeight + *weight % Touchpoint::wholeWeight);
    part.erase(0, 1);
    part.erase(part.find_last_not_of('0') + 1);
    const auto whole = std::to_string(*weight / Touchpoint::wholeWeight);
    return part.empty() ? whole : whole + "." + part;
}

} // namespace vouch::server
