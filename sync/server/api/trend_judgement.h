#pragma once

#include "core/base/json.h"
#include "core/metrics/judgement.h"
#include "sync/server/api/trend_rows.h"

namespace vouch::server {

/// Days of one wording only, the newest: those since the last break, up to `last`.
std::vector<metrics::DayTally> comparableDays(const std::vector<SeriesDay> &days, Day last);

/// The last whole weeks up to `last` against as many before: one, two or four, whatever of them is
/// in `asked` days, and fewer where there are too few days before: a store that opened three weeks
/// ago, or asks in other words since, has its last week against the one before. The members
/// `judgement` and `not_judged`, of which one is null.
json::object
judgementJson(const std::vector<metrics::DayTally> &days, Day last, std::int64_t asked);

/// The day of a fall and of a rise since `first`, where they are sure: with both looked for, at
/// most one series in twenty without any shows one.
json::array changesJson(const std::vector<metrics::DayTally> &days, Day first, Day last);

/// The last 28 days up to `last` against a store's target. The member `target`, null where there is
/// none.
json::object
targetJson(const std::vector<metrics::DayTally> &days, Day last, const std::optional<int> &target);

/// The straight line through the days first … last (core/metrics/trend.h). The members `slope` and
/// `no_slope`, of which one is null.
json::object slopeJson(const std::vector<metrics::DayTally> &days, Day first, Day last);

} // namespace vouch::server
