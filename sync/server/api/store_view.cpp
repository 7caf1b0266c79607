#include "sync/server/api/store_view.h"

#include "sync/protocol/codes.h"

#include <algorithm>
#include <map>

namespace vouch::server {

namespace {

namespace code = protocol::code;

using RegionTree = std::map<std::string, Region>;

/// By id.
RegionTree byId(const std::vector<Region> &regions)
{
    RegionTree out;
    for (const auto &region : regions)
        out.emplace(region.id, region);
    return out;
}

bool liesIn(const RegionTree &regions, std::string region, const std::string &in)
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

/// The chain as it is, and what of its tree is seen.
struct StoreView::Places
{
    std::vector<StoreStatus> stores;
    RegionTree regions;
    std::set<std::string> seenRegions;

    std::set<std::string> storesIn(const std::string &region, const StoreSet &scope) const
    {
        std::set<std::string> out;
        for (const auto &store : stores)
            if (scope.contains(store.info.id) && liesIn(regions, store.info.region, region))
                out.insert(store.info.id);
        return out;
    }
    /// Whether all that the note is for is seen.
    bool isWhole(const NewNote &note, const StoreSet &scope) const
    {
        if (scope.isAll() || !note.store.empty())
            return scope.contains(note.store);
        return seenRegions.contains(note.region) &&
               std::all_of(stores.begin(), stores.end(), [&](const StoreStatus &each) {
                   return scope.contains(each.info.id) ||
                          !liesIn(regions, each.info.region, note.region);
               });
    }
};

Result<StoreView::Places> StoreView::places() const
{
    auto stores = m_store.stores();
    if (!stores)
        return stores.failure();
    const auto regions = m_store.regions();
    if (!regions)
        return regions.failure();
    Places out{std::move(*stores), byId(*regions), {}};
    for (const auto &[id, region] : out.regions)
        if (m_scope.isAll() || std::any_of(m_regions.begin(), m_regions.end(), [&](auto &given) {
                return liesIn(out.regions, id, given);
            }))
            out.seenRegions.insert(id);
    for (const auto &store : out.stores)
        if (m_scope.contains(store.info.id) && !store.info.region.empty())
            out.seenRegions.insert(store.info.region);
    return out;
}

Result<std::vector<Region>> StoreView::regions() const
{
    const auto read = places();
    if (!read)
        return read.failure();
    std::vector<Region> out;
    for (const auto &[id, region] : read->regions) {
        if (!read->seenRegions.contains(id))
            continue;
        out.push_back(region);
        if (!read->seenRegions.contains(region.parent))
            out.back().parent.clear();
    }
    return out;
}

Result<StoreSet> StoreView::select(const std::string &store, const std::string &region) const
{
    if (store.empty() && region.empty())
        return m_scope;
    if (!store.empty()) {
        const auto found = findStore(store);
        if (!found)
            return found.failure();
        if (!*found)
            return Failure{std::string(code::notFound), "There is no such store.", "store"};
    }
    if (region.empty())
        return StoreSet({store});
    const auto read = places();
    if (!read)
        return read.failure();
    if (!read->seenRegions.contains(region))
        return Failure{std::string(code::notFound), "There is no such region.", "region"};
    auto out = read->storesIn(region, m_scope);
    if (!store.empty())
        std::erase_if(out, [&](const std::string &id) { return id != store; });
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

Result<std::vector<SeenNote>>
StoreView::notes(const std::string &store, const std::string &region) const
{
    const auto wanted = select(store, region);
    if (!wanted)
        return wanted.failure();
    auto all = m_store.notes();
    if (!all)
        return all.failure();
    const auto read = places();
    if (!read)
        return read.failure();
    const auto &regions = read->regions;
    std::set<std::string> asked;
    for (const auto &each : read->stores)
        if (wanted->contains(each.info.id) && m_scope.contains(each.info.id))
            asked.insert(each.info.region);
    if (store.empty())
        for (const auto &id : read->seenRegions)
            if (region.empty() || liesIn(regions, id, region))
                asked.insert(id);
    std::vector<SeenNote> out;
    for (auto &note : *all) {
        auto &said = note.said;
        const bool isAsked =
            !said.store.empty()
                ? wanted->contains(said.store)
                : said.region.empty() || std::any_of(asked.begin(), asked.end(), [&](auto &id) {
                      return liesIn(regions, id, said.region);
                  });
        const bool isWhole = read->isWhole(said, m_scope);
        if (!read->seenRegions.contains(said.region))
            said.region.clear();
        if (isAsked)
            out.push_back({std::move(note), isWhole});
    }
    return out;
}

Result<void> StoreView::mayNote(const NewNote &note) const
{
    // What is not seen at all is not there.
    if (const auto there = select(note.store, note.region); !there)
        return there.failure();
    const auto read = places();
    if (!read)
        return read.failure();
    return read->isWhole(note, m_scope)
               ? Result<void>()
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
