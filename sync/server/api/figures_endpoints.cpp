#include "sync/server/api/api_parts.h"
#include "sync/server/api/day_effects.h"

#include "core/metrics/composite.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/compared_wordings.h"
#include "sync/server/api/coverage_json.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"

#include <algorithm>
#include <cmath>

namespace vouch::server {

namespace {

/// A heat map reads a counter a store, day and hour: of so many it takes a fifth of a second.
constexpr std::int64_t mostStoreDays = 36'500;

json::object withHistogram(const metrics::Tally &tally)
{
    auto out = scoreJson(tally);
    out["histogram"] = json::array(tally.histogram.begin(), tally.histogram.end());
    return out;
}

// --- Hours and weekdays --------------------------------------------------------------------------

Result<http::Response> heatMap(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto days = lastDays(view, exchange, {query->from, query->to}, mostStoreDays);
    if (!days)
        return days.failure();
    query->from = days->from;
    query->to = days->to;
    const auto asOf = parts.clock.now();
    const auto cells = view.weekHours(*query);
    if (!cells)
        return cells.failure();
    json::array rows;
    for (const auto &cell : *cells) {
        auto each = scoreJson(cell.tally);
        each["weekday"] = cell.weekday;
        each["hour"] = cell.hour;
        rows.push_back(std::move(each));
    }
    return jsonReply(plainJson(json::object{
        {"from", formatDay(*query->from)},
        {"to", formatDay(*query->to)},
        {"rows", std::move(rows)},
        {"as_of", formatUtc(asOf)}}));
}

// --- Touchpoints ---------------------------------------------------------------------------------

/// Of the chain's weights; null where it gives none.
json::value
weightedJson(const std::vector<Touchpoint> &chain, const std::vector<TouchpointScore> &scores)
{
    std::vector<metrics::WeightedTouchpoint> weighted;
    for (const auto &touchpoint : chain) {
        const auto score = std::find_if(scores.begin(), scores.end(), [&](const auto &each) {
            return each.touchpoint == touchpoint.id;
        });
        weighted.push_back(
            {touchpoint.id,
             static_cast<double>(touchpoint.weight.value_or(0)) / Touchpoint::wholeWeight,
             score == scores.end() ? metrics::Tally() : score->tally});
    }
    const auto read = metrics::weightedScore(weighted);
    if (!read)
        return nullptr;
    json::object out{{"nps", nullptr}, {"low", nullptr}, {"high", nullptr}};
    if (read->nps) {
        out["nps"] = rounded(*read->nps);
        out["low"] = rounded(read->range->low);
        out["high"] = rounded(read->range->high);
    }
    out["missing"] = json::array(read->missing.begin(), read->missing.end());
    return out;
}

Result<http::Response> touchpoints(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto asOf = parts.clock.now();
    const auto scores = view.touchpointScores(*query);
    if (!scores)
        return scores.failure();
    const auto structure = view.structure();
    if (!structure)
        return structure.failure();
    json::array rows;
    for (const auto &score : *scores) {
        auto each = withHistogram(score.tally);
        each["key"] = score.touchpoint;
        rows.push_back(std::move(each));
    }
    return jsonReply(plainJson(json::object{
        {"rows", std::move(rows)},
        {"weighted",
         query->touchpoint ? json::value(nullptr) : weightedJson(structure->touchpoints, *scores)},
        {"as_of", formatUtc(asOf)}}));
}

// --- Kiosks --------------------------------------------------------------------------------------

json::object kioskJson(const KioskScore &kiosk, const Presences &presences)
{
    auto out = withHistogram(kiosk.tally);
    out["key"] = kiosk.device.text();
    out["name"] = kiosk.name;
    out["channel"] = kiosk.channel.empty() ? json::value(nullptr) : json::value(kiosk.channel);
    out["stands"] = kiosk.stands;
    out["coverage"] = nullptr;
    for (const auto &[store, presence] : presences)
        if (const auto place = presence.places.find(kiosk.device); place != presence.places.end())
            out["coverage"] = coverageJson(place->second.available, place->second.open);
    return out;
}

Result<http::Response> kiosks(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    if (query->stores.empty())
        return Failure{
            std::string(protocol::code::malformed), "Name a store: kiosks are told of one.",
            "store"};
    const auto asOf = parts.clock.now();
    const auto kiosks = view.kioskScores(*query);
    if (!kiosks)
        return kiosks.failure();
    const auto coverage = CoverageReading::read(view, exchange, {query->from, query->to});
    if (!coverage)
        return coverage.failure();
    json::array rows;
    for (const auto &each : *kiosks)
        rows.push_back(kioskJson(each, coverage->stores()));
    return jsonReply(plainJson(json::object{
        {"rows", std::move(rows)},
        {"coverage_from", formatDay(*coverage->days().from)},
        {"coverage_to", formatDay(*coverage->days().to)},
        {"as_of", formatUtc(asOf)}}));
}

// --- Comparison ----------------------------------------------------------------------------------

constexpr const char *comparable[] = {"store", "region", "touchpoint", "checklist", "from", "to"};

std::string otherName(const char *name)
{
    return std::string("other_") + name;
}

/// The second side: as the first, but for what is said of it; an empty value lifts a filter.
Exchange otherSide(const Exchange &exchange)
{
    Exchange out = exchange;
    for (const char *name : comparable)
        if (const auto found = out.request.query.find(otherName(name));
            found != out.request.query.end())
            out.request.query[name] = found->second;
    return out;
}

struct ComparedSide
{
    ScoreQuery query;
    StoreSet stores = StoreSet::all();
    metrics::Tally tally;
    metrics::DayEffect effect;
    Wordings wordings;
};

Result<ComparedSide> readSide(const StoreView &view, const Exchange &exchange)
{
    auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto rows = view.score(*query);
    if (!rows)
        return rows.failure();
    const auto effect = pooledEffect(view, exchange, *query);
    if (!effect)
        return effect.failure();
    auto byDay = *query;
    byDay.by = By::Day;
    const auto days = view.seriesDays(byDay);
    if (!days)
        return days.failure();
    return ComparedSide{
        std::move(*query), std::move(selection->stores), rows->front().tally, *effect,
        wordingsOf(*days)};
}

bool meet(const std::optional<std::string> &a, const std::optional<std::string> &b)
{
    return !a || !b || *a == *b;
}

/// Whether one answer may stand on both sides: then they are not independent.
bool overlap(const ComparedSide &a, const ComparedSide &b, const std::vector<StoreStatus> &stores)
{
    const bool share = std::any_of(stores.begin(), stores.end(), [&](const StoreStatus &each) {
        return a.stores.contains(each.info.id) && b.stores.contains(each.info.id);
    });
    const auto ends = [](const std::optional<Day> &first, const std::optional<Day> &last) {
        return first && last && *last < *first;
    };
    return share && meet(a.query.touchpoint, b.query.touchpoint) &&
           meet(a.query.checklist, b.query.checklist) && !ends(b.query.from, a.query.to) &&
           !ends(a.query.from, b.query.to);
}

json::value differenceJson(const ComparedSide &one, const ComparedSide &other)
{
    const auto &a = one.tally, &b = other.tally;
    const auto difference = metrics::difference(a, one.effect, b, other.effect);
    if (!difference)
        return nullptr;
    return json::object{
        {"delta", rounded(difference->delta)},
        {"low", rounded(difference->low)},
        {"high", rounded(difference->high)},
        {"p_value", std::round(difference->pValue * 1e6) / 1e6},
        {"clear", difference->significant()},
        {"between_days_known", one.effect.between.has_value() && other.effect.between.has_value()},
        {"enough", metrics::sufficiency(a.count()) != metrics::Sufficiency::TooFew &&
                       metrics::sufficiency(b.count()) != metrics::Sufficiency::TooFew}};
}

Result<http::Response> comparison(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto asOf = parts.clock.now();
    const auto a = readSide(view, exchange);
    if (!a)
        return a.failure();
    const auto b = readSide(view, otherSide(exchange));
    if (!b)
        return b.failure();
    const auto stores = view.stores();
    if (!stores)
        return stores.failure();
    const bool both = overlap(*a, *b, *stores);
    const auto changed = changedWordings(a->wordings, b->wordings);
    return jsonReply(plainJson(json::object{
        {"a", withHistogram(a->tally)},
        {"b", withHistogram(b->tally)},
        {"overlap", both},
        {"wording_changed", json::array(changed.begin(), changed.end())},
        {"difference", both || !changed.empty() ? json::value(nullptr) : differenceJson(*a, *b)},
        {"as_of", formatUtc(asOf)}}));
}

std::vector<Parameter> comparisonParameters()
{
    std::vector<Parameter> others;
    for (const char *name : comparable)
        others.push_back(
            {otherName(name), std::string("As `") + name +
                                  "`, of the second side. Without it: as the first; empty: no "
                                  "such filter."});
    return scoreParameters(std::move(others));
}

} // namespace

void addFigureEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    const auto add = [&](const char *pattern, const char *summary, const char *schema,
                         std::vector<Parameter> parameters, auto work) {
        endpoints.push_back(
            {.method = "GET",
             .pattern = pattern,
             .summary = summary,
             .access = Access::forUsers(Access::everyRole()),
             .parameters = std::move(parameters),
             .answers = {{200, "application/json", schema}},
             .problems = {404},
             .call = answering([&parts, work](const Exchange &e) { return work(parts, e); })});
    };
    add("/api/v1/heatmap",
        "Scores by weekday and hour, of the last of the days asked for that can be read quickly: "
        "the answer says which.",
        "HeatMap", scoreParameters(), heatMap);
    add("/api/v1/touchpoints", "Scores by touchpoint; those with answers.", "Touchpoints",
        scoreParameters(), touchpoints);
    add("/api/v1/kiosks",
        "Scores by kiosk of one store: each tablet that stands in it, with those that it replaced, "
        "and whatever else brought answers.",
        "Kiosks", scoreParameters(), kiosks);
    add("/api/v1/comparison",
        "Two scores and their difference, which is null when they share answers, when one has "
        "none, "
        "or when they were asked in other words.",
        "Comparison", comparisonParameters(), comparison);
}

} // namespace vouch::server
