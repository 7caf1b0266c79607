#include "core/base/boot.h"
#include "core/base/calendar.h"
#include "core/storage/kiosk_store_private.h"

#include <algorithm>

namespace vouch::storage {

namespace {

void bindHour(SQLite::Statement &statement, const LocalHour &hour)
{
    statement.bind(1, formatDay(hour.day));
    statement.bind(2, hour.hour);
    statement.bind(3, hour.utcOffsetMinutes);
}

std::int64_t minutesOf(std::chrono::milliseconds time)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(time).count();
    return std::min<std::int64_t>(minutes, 60);
}

} // namespace

void KioskStore::setCalendar(const TimeZone &zone, int dayStart)
{
    d->zone = zone;
    d->dayStart = dayStart;
}

void KioskStore::Private::addShare(const ActivityShare &share)
{
    auto upsert = prepare(
        "INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "device = excluded.device, store = excluded.store, "
        "available_ms = available_ms + excluded.available_ms, "
        "warnings = warnings + excluded.warnings, more_time = more_time + excluded.more_time");
    bindHour(upsert, share.hour);
    bindUuid(upsert, 4, share.device);
    upsert.bind(5, share.store);
    upsert.bind(6, static_cast<std::int64_t>(share.available.count()));
    upsert.bind(7, share.warnings);
    upsert.bind(8, share.moreTime);
    upsert.exec();
}

Result<void> KioskStore::addActivity(std::span<const ActivityShare> shares)
{
    return d->transaction([&]() -> Result<void> {
        for (const auto &share : shares)
            d->addShare(share);
        return {};
    });
}

Result<int> KioskStore::closeHours(const LocalHour &current)
{
    return d->transaction([&]() -> Result<int> {
        std::vector<ActivityShare> past;
        auto query = d->prepare(
            "SELECT day, hour, utc_offset_minutes, device, store, available_ms, warnings, "
            "more_time FROM activity a WHERE (day, hour, utc_offset_minutes) <> (?, ?, ?) "
            "AND NOT EXISTS (SELECT 1 FROM checks c WHERE c.counted = 0 AND c.day = a.day "
            "AND c.hour = a.hour AND c.utc_offset_minutes = a.utc_offset_minutes "
            "AND c.closed_at IS NULL) ORDER BY day, hour, utc_offset_minutes DESC");
        bindHour(query, current);
        while (query.executeStep())
            past.push_back(
                {{parseDay(query.getColumn(0).getString()).value(), query.getColumn(1).getInt(),
                  query.getColumn(2).getInt()},
                 uuidOf(query.getColumn(3)),
                 query.getColumn(4).getString(),
                 std::chrono::milliseconds(query.getColumn(5).getInt64()),
                 query.getColumn(6).getInt(),
                 query.getColumn(7).getInt()});
        query.reset();
        for (const auto &hour : past) {
            if (const auto closed = d->closeHour(hour); !closed)
                return closed.failure();
        }
        return static_cast<int>(past.size());
    });
}

Result<void> KioskStore::Private::closeHour(const ActivityShare &share)
{
    const auto &hour = share.hour;
    const auto calendarsDay = calendarDay(hour.day, hour.hour, dayStart);
    json::object body{{"minutes", minutesOf(share.available)}};
    if (policy && policy->hours)
        body["minutes_open"] = policy->hours->minutesOpenInHour(calendarsDay, hour.hour);

    auto counts = prepare(
        "SELECT count(*), count(score), coalesce(sum(state = 'completed'), 0), coalesce(sum("
        "EXISTS (SELECT 1 FROM items i WHERE i.check_row = row AND i.corrections > 0)), 0) "
        "FROM checks WHERE day = ? AND hour = ? AND utc_offset_minutes = ? AND counted = 0");
    bindHour(counts, hour);
    counts.executeStep();
    int column = 0;
    for (const auto *member : {"opened", "scored", "completed", "corrected"})
        body[member] = counts.getColumn(column++).getInt64();

    json::object left;
    auto pages = prepare("SELECT left_on, count(*) FROM checks WHERE day = ? AND hour = ? "
                         "AND utc_offset_minutes = ? AND counted = 0 AND state = 'abandoned' "
                         "AND left_on IS NOT NULL GROUP BY 1");
    bindHour(pages, hour);
    while (pages.executeStep())
        left[pages.getColumn(0).getString()] = pages.getColumn(1).getInt64();
    body["left"] = std::move(left);
    body["warnings"] = share.warnings;
    body["more_time"] = share.moreTime;

    auto counted = prepare("UPDATE checks SET counted = 1 WHERE day = ? AND hour = ? "
                           "AND utc_offset_minutes = ? AND counted = 0");
    bindHour(counted, hour);
    counted.exec();
    auto forget =
        prepare("DELETE FROM activity WHERE day = ? AND hour = ? AND utc_offset_minutes = ?");
    bindHour(forget, hour);
    forget.exec();

    check::Check record;
    record.id = Uuid::v7(clock);
    record.device = share.device;
    record.store = share.store;
    record.kind = check::kind::activity;
    record.openedAt =
        calendarsDay + std::chrono::hours(hour.hour) - std::chrono::minutes(hour.utcOffsetMinutes);
    record.closedAt = std::max(clock.now(), record.openedAt);
    record.utcOffsetMinutes = hour.utcOffsetMinutes;
    record.day = hour.day;
    record.hour = hour.hour;
    record.boot = currentBoot();
    record.monotonicMs = clock.monotonicMs();
    record.body = std::move(body);
    return addRecord(std::move(record));
}

} // namespace vouch::storage
