#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/hidden_place.h"
#include "sync/server/api/ledger_json.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/store.h"

#include <charconv>

namespace vouch::server {

namespace {

namespace code = protocol::code;

/// Records that one request verifies at most, so that it holds a reader for a bounded time.
constexpr std::int64_t verifiedAtOnce = 10'000;
constexpr std::string_view chainList = "chains";

Failure badParameter(std::string message, const std::string &where)
{
    return {std::string(code::malformed), std::move(message), where};
}

Result<std::optional<Uuid>> uuidParameter(const Exchange &exchange, const std::string &name)
{
    const auto text = exchange.parameter(name);
    if (text.empty())
        return std::optional<Uuid>();
    const auto id = Uuid::parse(text);
    if (!id)
        return badParameter("This must be a UUID.", name);
    return std::optional<Uuid>(*id);
}

/// Behind which place of its chain a verdict goes on: a number that the tablet gave.
Result<std::int64_t> placeInChain(const Exchange &exchange)
{
    const auto text = exchange.parameter("after");
    if (text.empty())
        return std::int64_t(0);
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || out < 0 ||
        out > maxSafeInteger)
        return badParameter("This must be what an answer gave as `next`.", "after");
    return out;
}

Result<LedgerQuery> ledgerQueryOf(const StoreView &view, const Exchange &exchange)
{
    auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    const auto device = uuidParameter(exchange, "device");
    if (!device)
        return device.failure();
    const auto chain = uuidParameter(exchange, "chain");
    if (!chain)
        return chain.failure();
    LedgerQuery out;
    out.store = std::move(selection->store);
    out.region = std::move(selection->region);
    out.device = *device;
    out.chain = *chain;
    out.from = selection->days.from;
    out.to = selection->days.to;
    out.onlyOpen = exchange.parameter("show") == "open";
    out.withDays = exchange.parameter("by") == "day";
    return out;
}

/// Chain by chain until the budget is used up; the rest is told as unverified.
Result<json::array>
chainsJson(const Store &store, const std::vector<ChainLedger> &chains, std::int64_t budget)
{
    json::array out;
    for (const auto &chain : chains) {
        VerdictPart part;
        if (chain.whole && budget > 0) {
            auto tried = verifyWithin(store, chain.key, 0, budget, [] { return true; });
            if (!tried)
                return tried.failure();
            part = std::move(*tried);
        }
        out.push_back(chainJson(chain, part));
    }
    return out;
}

Result<http::Response> tellLedger(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto query = ledgerQueryOf(view, exchange);
    if (!query)
        return query.failure();
    const auto after = nextIn(exchange, chainList, "after");
    if (!after)
        return after.failure();
    query->after = after->value_or(0);
    json::object out;
    const auto asOf = parts.clock.now();
    if (query->after == 0) {
        const auto totals = view.ledgerTotals(*query);
        if (!totals)
            return totals.failure();
        out["totals"] = totalsJson(*totals);
    }
    LedgerPage page;
    if (exchange.parameter("by") != "none") {
        auto read = view.ledger(*query);
        if (!read)
            return read.failure();
        page = std::move(*read);
    }
    const bool verifies = exchange.parameter("verify") != "no";
    auto chains = chainsJson(parts.store, page.chains, verifies ? verifiedAtOnce : 0);
    if (!chains)
        return chains.failure();
    out["chains"] = std::move(*chains);
    out["next"] = hiddenNext(exchange, chainList, page.next);
    out["as_of"] = formatUtc(asOf);
    return jsonReply(json::serialize(out));
}

Result<http::Response> tellVerdict(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    const auto query = ledgerQueryOf(view, exchange);
    if (!query)
        return query.failure();
    if (!query->device || !query->chain)
        return badParameter("Say which: device and chain.", query->device ? "chain" : "device");
    const auto after = placeInChain(exchange);
    if (!after)
        return after.failure();
    const auto page = view.ledger(*query);
    if (!page)
        return page.failure();
    if (page->chains.empty() || !page->chains.front().whole)
        return Failure{std::string(code::notFound), "There is no such chain.", "chain"};
    const auto &chain = page->chains.front();
    std::int64_t budget = verifiedAtOnce;
    const auto part = verifyWithin(parts.store, chain.key, *after, budget, [] { return true; });
    if (!part)
        return part.failure();
    return jsonReply(json::serialize(verdictJson(*part, chain.whole->signedTo)));
}

Result<http::Response> tellQuarantine(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    QuarantineQuery query;
    query.kind = exchange.parameter("kind") == "conflict" ? QuarantineKind::Conflict
                                                          : QuarantineKind::Refused;
    const std::string_view list =
        query.kind == QuarantineKind::Conflict ? "conflicts" : "refused records";
    const auto before = nextIn(exchange, list, "before");
    if (!before)
        return before.failure();
    query.store = std::move(selection->store);
    query.region = std::move(selection->region);
    query.before = *before;
    const auto page = view.quarantine(query);
    if (!page)
        return page.failure();
    json::array entries;
    for (const auto &entry : page->entries) {
        auto told = quarantineJson(entry);
        told["key"] = hiddenNumber(exchange, list, entry.key);
        entries.push_back(std::move(told));
    }
    return jsonReply(json::serialize(json::object{
        {"entries", std::move(entries)}, {"next", hiddenNext(exchange, list, page->next)}}));
}

Parameter deviceParameter()
{
    return {"device", "One tablet's id."};
}

Parameter chainParameter()
{
    return {"chain", "One chain's id."};
}

} // namespace

void addLedgerEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/ledger",
         .summary = "What each tablet made and what of it is here: chain by chain, from counters, "
                    "with a verdict on what is stored. One request verifies some 10,000 records; "
                    "what is left says where to go on with /api/v1/ledger/verify.",
         .access = Access::forUsers({Role::Admin, Role::Regional}),
         .parameters =
             {storeParameter(),
              regionParameter(),
              deviceParameter(),
              chainParameter(),
              fromParameter(),
              toParameter(),
              {"by",
               "none: totals only. day: the days of each chain too.",
               {"none", "chain", "day"}},
              {"show", "open: only chains with something to look at.", {"all", "open"}},
              {"verify", "no: from counters only.", {"yes", "no"}},
              {"after", "The next page: what this one gave as next."}},
         .answers = {{200, "application/json", "Ledger"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellLedger(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/ledger/verify",
         .summary = "Verifies some 10,000 records of one chain, behind the place `after`.",
         .access = Access::forUsers({Role::Admin, Role::Regional}),
         .parameters =
             {deviceParameter(),
              chainParameter(),
              {"after", "Go on behind this place: what the answer before gave as next."}},
         .answers = {{200, "application/json", "ChainVerdict"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellVerdict(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/quarantine",
         .summary = "Records that were refused or are in conflict, whole, with reason and code, "
                    "the last to come in first.",
         .access = Access::forUsers({Role::Admin, Role::Regional, Role::Manager}),
         .parameters =
             {storeParameter(),
              regionParameter(),
              {"kind", "Which; refused when it is left out.", {"refused", "conflict"}},
              {"before", "The next page: what this one gave as next."}},
         .answers = {{200, "application/json", "Quarantine"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellQuarantine(parts, e); })});
}

} // namespace vouch::server
