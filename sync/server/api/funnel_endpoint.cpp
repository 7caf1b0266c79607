#include "sync/server/api/api_parts.h"

#include "core/metrics/funnel.h"
#include "sync/server/api/coverage_json.h"
#include "sync/server/api/reason_lists.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"

namespace vouch::server {

namespace {

using metrics::Band;
using metrics::BandCounts;
using Traits = std::map<Trait, BandCounts>;

/// How far scored checks came, by score.
struct Steps
{
    BandCounts scored, reasons, listed, completed, comment, contact;
};

BandCounts bandsOf(const metrics::Tally &tally)
{
    BandCounts out;
    for (int score = 0; score <= metrics::highestScore; ++score)
        out[metrics::bandOf(score)] += tally.histogram[static_cast<std::size_t>(score)];
    return out;
}

Steps stepsOf(const metrics::Tally &tally, const Traits &traits)
{
    const auto of = [&](const std::string &question, const std::string &code) {
        const auto found = traits.find({question, code});
        return found == traits.end() ? BandCounts() : found->second;
    };
    Steps out;
    out.scored = bandsOf(tally);
    // Each score leads to one list, so that nobody is counted twice.
    for (const auto &question : ReasonLists::questions())
        out.reasons += of(question, {});
    out.completed = of({}, trait::completed);
    out.listed = out.completed;
    out.listed += of({}, trait::brokenOff);
    out.comment = of({}, trait::comment);
    out.contact = of({}, trait::contact);
    return out;
}

template <class Count> json::object stepsJson(const Steps &steps, const Count &count)
{
    const auto scored = count(steps.scored);
    json::object out{{"scored", scored}};
    const auto add = [&](const char *name, const BandCounts &bands) {
        out[name] = shareJson(metrics::proportion(count(bands), scored));
    };
    const auto funnel = metrics::funnel(
        {.scored = scored, .listed = count(steps.listed), .completed = count(steps.completed)});
    out["listed"] = shareJson(funnel.listed);
    add("reasons", steps.reasons);
    out["completed"] = shareJson(funnel.completed);
    add("comment", steps.comment);
    add("contact", steps.contact);
    return out;
}

json::array groupsJson(const Steps &steps)
{
    json::array out;
    const auto add = [&](const char *key, const auto &count) {
        auto each = stepsJson(steps, count);
        each["key"] = key;
        out.push_back(std::move(each));
    };
    add("promoters", [](const BandCounts &bands) { return bands[Band::Nine] + bands[Band::Ten]; });
    add("passives", [](const BandCounts &bands) { return bands[Band::Passive]; });
    add("detractors", [](const BandCounts &bands) { return bands[Band::Detractor]; });
    return out;
}

/// What tablets and tills tell, of the same days.
Result<json::object>
aroundJson(const StoreView &view, const Exchange &exchange, const ScoreQuery &query)
{
    const auto coverage = CoverageReading::read(view, exchange, {query.from, query.to});
    if (!coverage)
        return coverage.failure();
    const auto rates = view.responseRate(
        {.stores = query.stores,
         .region = query.region,
         .touchpoint = query.touchpoint,
         .from = coverage->days().from,
         .to = coverage->days().to});
    if (!rates)
        return rates.failure();
    const auto sum = coverage->sum();
    const auto &rate = rates->front();
    const auto asked = metrics::funnel({.opened = sum.opened, .scored = sum.scored});
    const auto bought = metrics::funnel({.scored = rate.answered, .sales = rate.sales});
    return json::object{
        {"from", formatDay(*coverage->days().from)},
        {"to", formatDay(*coverage->days().to)},
        {"opened", sum.opened},
        {"scored", shareJson(asked.scored)},
        {"response_rate", shareJson(bought.responseRate)},
        {"coverage", coverageJson(sum)}};
}

Result<http::Response> funnel(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto query = scoreQuery(view, exchange);
    if (!query)
        return query.failure();
    const auto days = lastDays(view, exchange, {query->from, query->to}, mostCountedDays);
    if (!days)
        return days.failure();
    auto counted = *query;
    counted.from = days->from;
    counted.to = days->to;
    const auto asOf = parts.clock.now();
    const auto scores = view.score(counted);
    if (!scores)
        return scores.failure();
    const auto traits = view.traits(counted);
    if (!traits)
        return traits.failure();
    auto around = aroundJson(view, exchange, counted);
    if (!around)
        return around.failure();
    const auto steps = stepsOf(scores->front().tally, *traits);
    auto out = stepsJson(steps, [](const BandCounts &bands) { return bands.sum(); });
    out["from"] = formatDay(*days->from);
    out["to"] = formatDay(*days->to);
    out["marked"] = query->withMarked ? "include" : "exclude";
    out["groups"] = groupsJson(steps);
    out["tablets"] = std::move(*around);
    out["as_of"] = formatUtc(asOf);
    return jsonReply(plainJson(out));
}

} // namespace

void addFunnelEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/funnel",
         .summary = "How far conversations came: of those who bought and who touched the screen, "
                    "who scored, picked reasons, reached thanks, commented, left a contact. Of the "
                    "last of the days asked for that can be read quickly.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters = scoreParameters(),
         .answers = {{200, "application/json", "Funnel"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return funnel(parts, e); })});
}

} // namespace vouch::server
