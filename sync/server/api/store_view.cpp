#include "sync/server/api/store_view.h"

#include "sync/protocol/codes.h"

#include <algorithm>
#include <map>

namespace vouch::server {

namespace {

namespace code = protocol::code;

/// By id.
std::map<std::string, Region> byId(const std::vector<Region> &regions)
{
    std::map<std::string, Region> out;
    for (const auto &region : regions)
        out.emplace(region.id, region);
    return out;
}

bool liesIn(const std::map<std::string, Region> &regions, std::string region, const std::string &in)
{
    while (region != in) {
        const auto found = regions.find(region);
        if (found == regions.end())
            return false;
        region = found->second.parent;
    }
    return !in.empty();
}

} // namespace

Result<std::vector<StoreStatus>> StoreView::stores() const
{
    auto all = m_store.stores();
    if (all)
        std::erase_if(
            *all, [this](const StoreStatus &each) { return !m_scope.contains(each.info.id); });
    return all;
}

Result<std::optional<StoreInfo>> StoreView::findStore(const std::string &id) const
{
    if (!m_scope.contains(id))
        return std::optional<StoreInfo>();
    return m_store.findStore(id);
}

Result<std::vector<Region>> StoreView::regions() const
{
    auto all = m_store.regions();
    if (!all || m_scope.isAll())
        return all;
    const auto seenStores = stores();
    if (!seenStores)
        return seenStores.failure();
    std::set<std::string> seen;
    for (const auto &status : *seenStores)
        seen.insert(status.info.region);
    const auto tree = byId(*all);
    for (const auto &[id, region] : tree)
        for (const auto &given : m_regions)
            if (liesIn(tree, id, given))
                seen.insert(id);
    std::vector<Region> out;
    for (auto &region : *all)
        if (seen.contains(region.id))
            out.push_back(std::move(region));
    for (auto &region : out)
        if (!seen.contains(region.parent))
            region.parent.clear();
    return out;
}

Result<StoreSet> StoreView::select(const std::string &store, const std::string &region) const
{
    if (store.empty() && region.empty())
        return m_scope;
    if (region.empty()) {
        const auto found = findStore(store);
        if (!found)
            return found.failure();
        if (*found)
            return StoreSet({store});
        return Failure{std::string(code::notFound), "There is no such store.", "store"};
    }
    const auto seen = stores();
    if (!seen)
        return seen.failure();
    const auto allRegions = m_store.regions();
    if (!allRegions)
        return allRegions.failure();
    const auto seenRegions = regions();
    if (!seenRegions)
        return seenRegions.failure();
    const auto tree = byId(*allRegions);
    std::set<std::string> out;
    bool storeIsThere = store.empty();
    for (const auto &[info, today, lastAnswer, version] : *seen) {
        const bool inRegion = liesIn(tree, info.region, region);
        storeIsThere = storeIsThere || info.id == store;
        if (inRegion && (store.empty() || info.id == store))
            out.insert(info.id);
    }
    if (!storeIsThere)
        return Failure{std::string(code::notFound), "There is no such store.", "store"};
    if (!byId(*seenRegions).contains(region))
        return Failure{std::string(code::notFound), "There is no such region.", "region"};
    return StoreSet(std::move(out));
}

StoreSet StoreView::seen(const StoreSet &stores) const
{
    if (m_scope.isAll())
        return stores;
    auto ids = stores.isAll() ? m_scope.ids() : stores.ids();
    std::erase_if(ids, [this](const std::string &id) { return !m_scope.contains(id); });
    return StoreSet(std::move(ids));
}

Result<DevicePage> StoreView::deviceStatuses(DeviceQuery query) const
{
    query.stores = seen(query.stores);
    return m_store.deviceStatuses(query);
}

Result<Presences> StoreView::presence(PresenceQuery query) const
{
    query.stores = seen(query.stores);
    return m_store.presence(query);
}

Result<ScoredSample> StoreView::eachScoredRecord(ScoredQuery query, const TakeScored &take) const
{
    query.stores = seen(query.stores);
    return m_store.eachScoredRecord(query, take);
}

Result<std::vector<Publication>>
StoreView::publishedChecklists(const StoreSet &stores, Day from, Day to) const
{
    const auto wanted = seen(stores);
    std::vector<Publication> out;
    PublicationQuery query;
    do {
        const auto page = m_store.publications(query);
        if (!page)
            return page.failure();
        for (const auto &each : page->publications) {
            if (each.at < from)
                return std::vector(out.rbegin(), out.rend());
            const bool isForThem =
                each.stores.empty() ||
                std::any_of(each.stores.begin(), each.stores.end(), [&](const auto &id) {
                    return wanted.contains(id);
                });
            if (each.kind == PublicationKind::Checklist && each.value && !each.undoes &&
                !each.undoneBy && isForThem && each.at < to + std::chrono::days(1))
                out.push_back(each);
        }
        query.before = page->next;
    } while (query.before);
    return std::vector(out.rbegin(), out.rend());
}

Result<std::vector<PinStatus>> StoreView::pins() const
{
    auto all = m_store.pins();
    if (all)
        std::erase_if(
            *all, [this](const PinStatus &each) { return !m_scope.contains(each.store); });
    return all;
}

Result<Structure> StoreView::structure() const
{
    auto out = m_store.structure();
    if (!out || m_scope.isAll())
        return out;
    const auto seen = regions();
    if (!seen)
        return seen.failure();
    out->regions.clear();
    for (const auto &region : *seen)
        out->regions[region.id] = region;
    std::erase_if(out->stores, [this](const auto &each) { return !m_scope.contains(each.first); });
    std::erase_if(out->hours, [this](const auto &each) {
        return !each.first.empty() && !m_scope.contains(each.first);
    });
    std::erase_if(
        out->devices, [this](const auto &each) { return !m_scope.contains(each.second.store); });
    return out;
}

Result<std::vector<ScoreRow>> StoreView::score(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.score(query);
}

Result<std::vector<SeriesDay>> StoreView::seriesDays(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.seriesDays(query);
}

Result<std::map<std::string, std::vector<metrics::DayTally>>>
StoreView::storeDays(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.storeDays(query);
}

Result<EmployeeFigures> StoreView::employeeWeeks(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.employeeWeeks(query);
}

Result<std::vector<WeekHour>> StoreView::weekHours(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.weekHours(query);
}

Result<std::vector<TouchpointScore>> StoreView::touchpointScores(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.touchpointScores(query);
}

Result<std::vector<KioskScore>> StoreView::kioskScores(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.kioskScores(query);
}

Result<TraitTable> StoreView::weeklyTraits(
    ScoreQuery query, const std::set<std::string> &questions, std::chrono::weekday weekStart) const
{
    query.scope = m_scope;
    return m_store.weeklyTraits(query, questions, weekStart);
}

Result<std::map<Trait, metrics::BandCounts>> StoreView::traits(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.traits(query);
}

Result<std::map<std::string, std::int64_t>> StoreView::markReasons(ScoreQuery query) const
{
    query.scope = m_scope;
    return m_store.markReasons(query);
}

Result<std::vector<RateRow>> StoreView::responseRate(RateQuery query) const
{
    query.scope = m_scope;
    return m_store.responseRate(query);
}

Result<ExportReader> StoreView::exportRecords(ExportFilter filter) const
{
    filter.scope = m_scope;
    return m_store.exportRecords(filter);
}

Result<StoreSet> StoreView::storesOf(const NewNote &note) const
{
    if (!note.store.empty())
        return StoreSet({note.store});
    return note.region.empty() ? StoreSet::all()
                               : StoreView(m_store, StoreSet::all()).select({}, note.region);
}

Result<std::vector<SeenNote>> StoreView::notes(const StoreSet &stores) const
{
    auto all = m_store.notes();
    if (!all)
        return all.failure();
    const auto seenRegions = regions();
    if (!seenRegions)
        return seenRegions.failure();
    const auto known = byId(*seenRegions);
    const auto wanted = seen(stores);
    std::vector<SeenNote> out;
    for (auto &note : *all) {
        const auto of = storesOf(note.said);
        if (!of)
            return of.failure();
        const auto &ids = of->ids();
        const auto isIn = [](const StoreSet &set) {
            return [&set](const std::string &id) { return set.contains(id); };
        };
        const bool isSeen = of->isAll() || std::any_of(ids.begin(), ids.end(), isIn(wanted));
        const bool isNamed = note.said.region.empty() || known.contains(note.said.region);
        const bool isWhole =
            m_scope.isAll() ||
            (isNamed && !of->isAll() && std::all_of(ids.begin(), ids.end(), isIn(m_scope)));
        if (!isNamed)
            note.said.region.clear();
        if (isSeen)
            out.push_back({std::move(note), isWhole});
    }
    return out;
}

Result<void> StoreView::mayNote(const NewNote &note) const
{
    // What is not seen at all is not there.
    if (const auto there = select(note.store, note.region); !there)
        return there.failure();
    const auto of = storesOf(note);
    if (!of)
        return of.failure();
    const auto &ids = of->ids();
    const bool isWhole =
        m_scope.isAll() ||
        (!of->isAll() && std::all_of(ids.begin(), ids.end(), [this](const std::string &id) {
            return m_scope.contains(id);
        }));
    return isWhole ? Result<void>()
                   : Failure{
                         std::string(code::forbidden),
                         "You do not see all that this note is for. Note it for your stores.",
                         {}};
}

Result<CommentPage> StoreView::comments(CommentQuery query) const
{
    query.answers.scope = m_scope;
    return m_store.comments(query);
}

Result<std::int64_t> StoreView::eachComment(CommentQuery query, const TakeComment &take) const
{
    query.answers.scope = m_scope;
    return m_store.eachComment(query, take);
}

Result<SingleAnswerPage> StoreView::singleAnswers(SingleAnswerQuery query) const
{
    query.answers.scope = m_scope;
    return m_store.singleAnswers(query);
}

Result<ContactPage> StoreView::contacts(ContactQuery query) const
{
    query.scope = m_scope;
    return m_store.contacts(query);
}

Result<LedgerPage> StoreView::ledger(LedgerQuery query) const
{
    query.scope = m_scope;
    return m_store.ledger(query);
}

Result<LedgerTotals> StoreView::ledgerTotals(LedgerQuery query) const
{
    query.scope = m_scope;
    return m_store.ledgerTotals(query);
}

Result<QuarantinePage> StoreView::quarantine(QuarantineQuery query) const
{
    query.scope = m_scope;
    return m_store.quarantine(query);
}

} // namespace vouch::server
