#pragma once

#include "core/check/check.h"
#include "sync/server/store/sql_connection.h"

#include <map>
#include <optional>
#include <tuple>

namespace vouch::server {

/// What a record of kind `activity` counts (core/storage/activity_log.h). Two of one hour add up.
struct Activity
{
    std::int64_t minutes = 0; ///< in which a shopper could have answered
    std::int64_t opened = 0;
    std::int64_t scored = 0;
    std::int64_t completed = 0;

    Activity &operator+=(const Activity &other);
    bool operator==(const Activity &) const = default;
};

/// By the keys of device and shop, the day and the hour that count.
using ActivityKey = std::tuple<std::int64_t, Day, int, std::int64_t>;
using Activities = std::map<ActivityKey, Activity>;

/// Nothing when the record is no activity. Numbers that make no sense count as none.
std::optional<Activity> activityFrom(const check::Check &check);

/// In the writer's transaction.
void addActivities(Connection &connection, const Activities &activities);

} // namespace vouch::server
