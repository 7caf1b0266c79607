#include "core/base/json.h"
#include "sync/server/store/activity.h"

#include <algorithm>

namespace vouch::server {

namespace {

/// Beyond it no tablet counts anything in an hour, whatever a record says.
constexpr std::int64_t mostInAnHour = 100'000;
constexpr std::int64_t minutesAnHour = 60;

std::int64_t numberIn(const json::object &body, std::string_view member, std::int64_t most)
{
    return std::clamp<std::int64_t>(findInteger(body, member).value_or(0), 0, most);
}

} // namespace

Activity &Activity::operator+=(const Activity &other)
{
    minutes += other.minutes;
    opened += other.opened;
    scored += other.scored;
    completed += other.completed;
    return *this;
}

std::optional<Activity> activityFrom(const check::Check &check)
{
    if (check.kind != check::kind::activity)
        return std::nullopt;
    return Activity{
        numberIn(check.body, "minutes", minutesAnHour),
        numberIn(check.body, "opened", mostInAnHour), numberIn(check.body, "scored", mostInAnHour),
        numberIn(check.body, "completed", mostInAnHour)};
}

void addActivities(Connection &connection, const Activities &activities)
{
    for (const auto &[key, activity] : activities) {
        const auto &[device, day, hour, store] = key;
        Query(
            connection,
            "INSERT INTO activity_hours (device, day, hour, store, minutes, opened, scored, "
            "completed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
            "ON CONFLICT (device, day, hour, store) DO UPDATE SET "
            "minutes = activity_hours.minutes + excluded.minutes, "
            "opened = activity_hours.opened + excluded.opened, "
            "scored = activity_hours.scored + excluded.scored, "
            "completed = activity_hours.completed + excluded.completed",
            device, day, hour, store, activity.minutes, activity.opened, activity.scored,
            activity.completed)
            .run();
    }
}

} // namespace vouch::server
