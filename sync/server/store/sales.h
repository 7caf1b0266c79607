#pragma once

#include "core/base/time.h"
#include "sync/server/store/score_query.h"

#include <optional>
#include <string>
#include <vector>

/// How many sales there were, as tills tell it: for the response rate.
namespace vouch::server {

inline constexpr std::int64_t mostSales = 1'000'000; ///< in one hour

/// The sales of one hour of a business day. The latest number for a place counts.
struct SaleRow
{
    std::string store;
    Day day;
    int hour = 0;           ///< 0–23
    std::string touchpoint; ///< empty: of the whole store
    std::int64_t count = 0;
};

struct SaleOutcome
{
    enum class Status { Accepted, Unchanged, Rejected };

    Status status = Status::Rejected;
    std::string
        code{}; ///< of a rejected one: `no-such-store`, `touchpoint-unknown`, `sale-malformed`
    std::string reason{}; ///< for a person
};
std::string_view toText(SaleOutcome::Status status);

enum class RateBy { None, Day, Hour, Store };
std::optional<RateBy> rateByFrom(std::string_view text);

struct RateQuery
{
    std::vector<std::string> stores; ///< empty: all; an unknown one is a Failure `not-found`
    std::optional<std::string> region;
    StoreSet scope = StoreSet::all();
    std::optional<std::string> touchpoint; ///< of answers and of sales
    std::optional<Day> from;               ///< business days, both included
    std::optional<Day> to;
    RateBy by = RateBy::None;
};

/// Response rate = answered ÷ sales, of what tablets took: who answered by telephone or another
/// channel was not asked at the till. By hour alone it is of all answers. Sales are known of a
/// store's business day when a till told of any of its hours; answers of other days are in
/// `scored`, but not in the rate.
struct RateRow
{
    std::string key;                   ///< as of ScoreRow
    std::int64_t scored = 0;           ///< on tablets; by hour in every channel
    std::int64_t answered = 0;         ///< of these, where sales are known
    std::optional<std::int64_t> sales; ///< nothing: not known

    std::optional<double> rate() const
    {
        if (!sales || *sales == 0)
            return std::nullopt;
        return double(answered) / double(*sales);
    }
};

} // namespace vouch::server
