#include "sync/server/api/drivers_json.h"

#include "core/metrics/drivers.h"
#include "core/metrics/refusal.h"
#include "core/metrics/store_weeks.h"
#include "sync/server/api/score_json.h"

#include <cmath>

namespace vouch::server {

namespace {

using metrics::PickList;
using metrics::PickTable;

/// As many percentage points, with two decimals.
double inPoints(double fraction)
{
    return rounded(100 * fraction);
}

template <class Rows, class ToJson>
json::object partOf(const Result<Rows> &read, const PickTable &table, ToJson &&toJson)
{
    if (!read)
        return refusedPart(read.failure());
    json::array rows;
    for (const auto &row : *read) {
        json::object each{{"code", table.criteria()[row.criterion]}};
        toJson(row, each);
        rows.push_back(std::move(each));
    }
    return givenPart(std::move(rows));
}

/// Only what the list offers at all.
json::object mentionsPart(const PickTable &table, PickList list)
{
    return partOf(metrics::mentions(table, list), table, [](const auto &row, json::object &out) {
        out["share"] = shareJson(row.share);
    });
}

json::object balancePart(const PickTable &table)
{
    return partOf(metrics::balance(table), table, [](const auto &row, json::object &out) {
        out["value"] = rounded(row.value);
        out["low"] = rounded(row.range.low);
        out["high"] = rounded(row.range.high);
    });
}

json::object splitsPart(const PickTable &table, PickList list)
{
    return partOf(metrics::splits(table, list), table, [](const auto &row, json::object &out) {
        out["worse"] = shareJson(row.worse);
        out["better"] = shareJson(row.better);
        out["clear"] = row.clear();
        for (const char *name : {"difference", "low", "high", "p_value"})
            out[name] = nullptr;
        if (row.test) {
            out["difference"] = inPoints(row.test->difference);
            out["low"] = inPoints(row.test->low);
            out["high"] = inPoints(row.test->high);
            out["p_value"] = sixDecimals(row.test->adjustedPValue);
        }
    });
}

json::object storeWeeksPart(const PickTable &table, PickList list)
{
    const auto read = metrics::storeWeeks(table, list);
    if (!read)
        return refusedPart(read.failure());
    json::array rows;
    for (const auto &row : read->criteria)
        rows.push_back(json::object{
            {"code", table.criteria()[row.criterion]},
            {"slope", rounded(row.slope)},
            {"low", rounded(row.low)},
            {"high", rounded(row.high)},
            {"p_value", sixDecimals(row.adjustedPValue)},
            {"clear", row.clear()}});
    auto out = givenPart(std::move(rows));
    out["stores"] = read->stores;
    out["weeks"] = read->weeks;
    out["store_weeks"] = read->cells;
    return out;
}

json::object listPart(const PickTable &table, PickList list)
{
    return {
        {"mentions", mentionsPart(table, list)},
        {"splits", splitsPart(table, list)},
        {"store_weeks", storeWeeksPart(table, list)}};
}

} // namespace

double sixDecimals(double value)
{
    return std::round(value * 1e6) / 1e6;
}

json::object refusalJson(const Failure &why)
{
    json::object out{
        {"code", why.code},
        {"message", why.message},
        {"where", why.where},
        {"have", nullptr},
        {"need", nullptr}};
    if (const auto shortage = metrics::shortageOf(why)) {
        out["have"] = shortage->have;
        out["need"] = shortage->need;
    }
    return out;
}

json::object refusedPart(const Failure &why)
{
    return {{"refused", refusalJson(why)}, {"rows", json::array()}};
}

json::object givenPart(json::array rows)
{
    return {{"refused", nullptr}, {"rows", std::move(rows)}};
}

json::object driversJson(const PickTable &table, const ReasonLists &lists)
{
    json::array criteria;
    for (std::size_t i = 0; i < lists.criteria().size(); ++i)
        criteria.push_back(json::object{{"code", lists.criteria()[i]}, {"name", lists.names()[i]}});
    return {
        {"answers", table.pooled().scored.sum()},
        {"criteria", std::move(criteria)},
        {"liked", listPart(table, PickList::Liked)},
        {"improve", listPart(table, PickList::Improve)},
        {"balance", balancePart(table)}};
}

} // namespace vouch::server
