#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/score_json.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/sales.h"

#include <cmath>

namespace vouch::server {

namespace {

namespace code = protocol::code;

constexpr std::uint64_t salesBody = 2 * 1024 * 1024;
constexpr std::size_t mostRows = 10'000;

Failure unfitRequest(std::string message, std::string where)
{
    return {std::string(code::malformed), std::move(message), std::move(where)};
}

/// What is wrong with one entry is its own outcome, so that it does not hold up the others.
Result<SaleRow> saleFrom(const json::value &value)
{
    const auto unfit = [](const char *message, const char *where) {
        return Failure{"sale-malformed", message, where};
    };
    const auto *object = value.if_object();
    if (!object)
        return unfit("An entry is an object.", "");
    for (const auto &member : *object) {
        const auto key = member.key();
        if (key != "store" && key != "day" && key != "hour" && key != "touchpoint" &&
            key != "count")
            return unfit("Members are store, day, hour, touchpoint and count.", "");
    }
    const auto *store = findString(*object, "store"), *day = findString(*object, "day");
    const auto hour = findInteger(*object, "hour"), count = findInteger(*object, "count");
    const auto *touchpoint = findString(*object, "touchpoint");
    const auto date = day ? parseDay(view(*day)) : unfitRequest("", "");
    if (!store || !date)
        return unfit("Say the store, and the business day as 2026-11-22.", "");
    if (!hour || *hour < 0 || *hour > 23 || !count)
        return unfit("Say the hour, 0 to 23, and the count, as whole numbers.", "");
    if (object->contains("touchpoint") && !touchpoint)
        return unfit("A touchpoint is a text.", "");
    return SaleRow{
        std::string(view(*store)), *date, static_cast<int>(*hour),
        touchpoint ? std::string(view(*touchpoint)) : std::string(), *count};
}

/// Takes the readable ones; every entry gets its outcome, in order.
Result<std::vector<SaleOutcome>>
takeAll(ApiParts &parts, const Exchange &exchange, const json::array &entries)
{
    std::vector<SaleOutcome> out(entries.size());
    std::vector<SaleRow> rows;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto row = saleFrom(entries[i]);
        if (row) {
            rows.push_back(std::move(*row));
            places.push_back(i);
        } else {
            out[i] = {SaleOutcome::Status::Rejected, row.failure().code, row.failure().message};
        }
    }
    const auto taken = parts.store.takeSales(rows, exchange.caller.sees(), exchange.caller.actor());
    if (!taken)
        return taken.failure();
    for (std::size_t i = 0; i < places.size(); ++i)
        out[places[i]] = (*taken)[i];
    return out;
}

Result<http::Response> takeSales(ApiParts &parts, const Exchange &exchange)
{
    const auto parsed = parseJson(exchange.request.body);
    const auto *body = parsed ? parsed->if_object() : nullptr;
    const auto *entries = body ? findArray(*body, "sales") : nullptr;
    if (!entries || body->size() != 1)
        return unfitRequest(
            R"(Send {"sales": [{"store": "s1", "day": "2026-11-22", "hour": 13, "count": 42}]}.)",
            {});
    if (entries->size() > mostRows)
        return unfitRequest(
            "At most " + std::to_string(mostRows) + " entries at once. Send the rest after them.",
            "sales");
    const auto outcomes = takeAll(parts, exchange, *entries);
    if (!outcomes)
        return outcomes.failure();
    json::array results;
    for (const auto &each : *outcomes) {
        json::object result{{"status", toText(each.status)}};
        if (!each.code.empty()) {
            result["code"] = each.code;
            result["reason"] = each.reason;
        }
        results.push_back(std::move(result));
    }
    return jsonReply(json::serialize(json::object{{"results", std::move(results)}}));
}

Result<http::Response> tellRate(const ApiParts &parts, const Exchange &exchange)
{
    const auto view = exchange.view(parts.store);
    auto selection = select(view, exchange);
    if (!selection)
        return selection.failure();
    RateQuery query;
    if (selection->store)
        query.stores = {*selection->store};
    query.region = std::move(selection->region);
    if (auto touchpoint = exchange.parameter("touchpoint"); !touchpoint.empty())
        query.touchpoint = std::move(touchpoint);
    query.from = selection->days.from;
    query.to = selection->days.to;
    query.by = rateByFrom(exchange.parameter("by")).value_or(RateBy::None);
    const auto rows = view.responseRate(std::move(query));
    if (!rows)
        return rows.failure();
    json::array out;
    for (const auto &row : *rows) {
        json::object each{
            {"key", row.key},
            {"scored", row.scored},
            {"scored_with_sales", row.answered},
            {"sales", nullptr},
            {"rate", nullptr}};
        if (row.sales)
            each["sales"] = *row.sales;
        if (const auto rate = row.rate())
            each["rate"] = std::round(*rate * 10'000) / 10'000;
        out.push_back(std::move(each));
    }
    return jsonReply(
        plainJson(json::object{{"rows", std::move(out)}, {"as_of", formatUtc(parts.clock.now())}}));
}

} // namespace

void addSalesEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(
        {.method = "POST",
         .pattern = "/api/v1/sales",
         .summary =
             "Takes how many sales there were in an hour of a business day, for the response "
             "rate. The latest number for a store, day, hour and touchpoint counts, so that "
             "sending again is harmless. One result an entry, in order.",
         .access = Access::forTills(),
         .maxBody = salesBody,
         .bodySchema = "Sales",
         .answers = {{200, "application/json", "SalesOutcome"}},
         .problems = {413},
         .call = answering([&parts](const Exchange &e) { return takeSales(parts, e); })});
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/response-rate",
         .summary = "Checks scored on tablets, sales and their ratio; null where sales are not "
                    "known. By hour, checks of every channel.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters =
             {storeParameter(),
              regionParameter(),
              {"touchpoint", "Of the answers and of the sales. Without it: all of the store."},
              fromParameter(),
              toParameter(),
              {"by", "One row for each.", {"none", "day", "hour", "store"}}},
         .answers = {{200, "application/json", "ResponseRates"}},
         .problems = {404},
         .call = answering([&parts](const Exchange &e) { return tellRate(parts, e); })});
}

} // namespace vouch::server
