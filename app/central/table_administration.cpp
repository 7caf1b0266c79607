#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/responses.h"
#include "sync/server/store/sales.h"
#include "sync/server/store/store.h"

#include <charconv>
#include <map>

namespace vouch::central {

namespace {

template <class Outcome> json::object outcomeJson(const Outcome &outcome)
{
    json::object out{{"status", toText(outcome.status)}};
    if (!outcome.code.empty()) {
        out["code"] = outcome.code;
        out["reason"] = outcome.reason;
    }
    return out;
}

/// The outcomes, once the log has how many there were of each.
template <class Outcome>
Result<json::object>
told(server::Store &store, const json::object &request, const std::vector<Outcome> &outcomes)
{
    json::array all;
    json::object counts;
    for (const auto &outcome : outcomes) {
        auto &count = counts[toText(outcome.status)];
        count = (count.is_int64() ? count.get_int64() : 0) + 1;
        all.push_back(outcomeJson(outcome));
    }
    const auto noted = store.noteAudit(
        {server::audited::dataImport, textOf(request, "do").substr(7), std::move(counts)},
        actorOf(request));
    if (!noted)
        return noted.failure();
    return json::object{{"outcomes", std::move(all)}};
}

Result<const json::array *> rowsOf(const json::object &request)
{
    const auto *rows = findArray(request, "rows");
    for (std::size_t i = 0; rows && i < rows->size(); ++i)
        if (!(*rows)[i].is_object())
            rows = nullptr;
    if (!rows)
        return Failure{"request-malformed", "The request holds no rows.", "rows"};
    return rows;
}

std::optional<std::int64_t> numberOf(const std::string &text)
{
    std::int64_t out = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    return read.ec == std::errc() && read.ptr == end ? std::optional(out) : std::nullopt;
}

Result<server::SaleRow> saleOf(const json::object &row)
{
    const auto day = parseDay(textOf(row, "day"));
    if (!day)
        return Failure{"sale-malformed", "A day looks like 2026-11-22.", "day"};
    const auto hour = numberOf(textOf(row, "hour")), count = numberOf(textOf(row, "count"));
    if (!hour || *hour < 0 || *hour > 23)
        return Failure{"sale-malformed", "An hour is a number from 0 to 23.", "hour"};
    if (!count)
        return Failure{"sale-malformed", "A count is a whole number.", "count"};
    return server::SaleRow{
        textOf(row, "store"), *day, static_cast<int>(*hour), textOf(row, "touchpoint"), *count};
}

} // namespace

/// rows (of a file's columns), checklist (empty: the published one)
Result<json::object>
importResponses(server::Store &store, const json::object &request, const Sink &)
{
    const auto rows = rowsOf(request);
    if (!rows)
        return rows.failure();
    std::vector<server::ResponseRow> read;
    for (const auto &each : **rows) {
        const auto &row = each.get_object();
        read.push_back(
            {textOf(row, "external_id"), textOf(row, "channel"), textOf(row, "store"),
             textOf(row, "touchpoint"), textOf(row, "answered_at"), textOf(row, "score"),
             textOf(row, "comment"), textOf(row, "language"), textOf(row, "liked"),
             textOf(row, "improve")});
    }
    const auto outcomes =
        store.importResponses(read, textOf(request, "checklist"), actorOf(request));
    if (!outcomes)
        return outcomes.failure();
    return told(store, request, *outcomes);
}

/// rows (of a file's columns)
Result<json::object> importSales(server::Store &store, const json::object &request, const Sink &)
{
    const auto rows = rowsOf(request);
    if (!rows)
        return rows.failure();
    using Status = server::SaleOutcome::Status;
    std::vector<server::SaleOutcome> outcomes((*rows)->size());
    std::vector<server::SaleRow> sales;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < (*rows)->size(); ++i) {
        auto sale = saleOf((**rows)[i].get_object());
        if (sale) {
            sales.push_back(std::move(*sale));
            places.push_back(i);
        } else {
            const auto &failure = sale.failure();
            outcomes[i] = {Status::Rejected, failure.code, failure.where + ": " + failure.message};
        }
    }
    const auto taken = store.takeSales(sales, server::StoreSet::all(), actorOf(request));
    if (!taken)
        return taken.failure();
    for (std::size_t i = 0; i < places.size(); ++i)
        outcomes[places[i]] = (*taken)[i];
    return told(store, request, outcomes);
}

} // namespace vouch::central
