#include "core/base/utf8.h"
#include "sync/server/store/device_status.h"
#include "sync/server/store/publication_parts.h"

#include <algorithm>
#include <array>
#include <limits>

namespace vouch::server {

namespace {

using namespace std::chrono;

constexpr const char *devicesAfter =
    "SELECT d.key, d.id, d.name, d.public_key, s.id, d.revoked, d.enrolled_at, d.last_seen, "
    "d.rotate, d.heartbeat, d.clock_error_ms, d.last_answer, coalesce(d.till, d.key), f.id, n.id, "
    "s.key, s.timezone, fs.id, ns.id FROM devices d JOIN stores s ON s.key = d.store "
    "LEFT JOIN devices f ON f.key = d.replaces LEFT JOIN devices n ON n.replaces = d.key "
    "LEFT JOIN stores fs ON fs.key = f.store LEFT JOIN stores ns ON ns.key = n.store "
    "WHERE d.key > ?1 AND d.source = '' ORDER BY d.key";

/// What one row of a device holds beside its status.
struct Found
{
    std::int64_t key = 0;
    std::int64_t till = 0;
    std::int64_t storeKey = 0;
    std::string timezone;
    DeviceStatus status;
};

Found foundIn(const Query &row, const StoreSet &seen)
{
    Found out;
    out.key = row.integer(0);
    out.till = row.integer(12);
    out.storeKey = row.integer(15);
    out.timezone = row.text(16);
    auto &status = out.status;
    status.device = {row.uuid(1),         row.text(2), row.text(3),      row.text(4),
                     row.integer(5) != 0, row.time(6), row.maybeTime(7), row.integer(8) != 0};
    const auto heartbeat = row.isNull(9) ? Result<json::value>(Failure{}) : parseJson(row.text(9));
    if (heartbeat && heartbeat->is_object())
        status.report = protocol::heartbeatFrom(heartbeat->get_object());
    if (!row.isNull(10))
        status.clockErrorMs = row.integer(10);
    status.lastAnswerAt = row.maybeTime(11);
    status.isReplaced = !row.isNull(14);
    if (!row.isNull(13) && seen.contains(row.text(17)))
        status.replaces = row.uuid(13);
    if (status.isReplaced && seen.contains(row.text(18)))
        status.replacedBy = row.uuid(14);
    return out;
}

/// What is looked up once for each shop of a page.
struct Shop
{
    TimeZone zone = TimeZone::utc();
    std::optional<OpeningHours> hours;
    std::int64_t configVersion = 0;
    std::optional<Timestamp> configSince;
};

Shop shopOf(Connection &connection, const std::string &id, const std::string &timezone)
{
    Shop out;
    if (const auto zone = TimeZone::find(timezone))
        out.zone = *zone;
    out.hours = openingHoursOf(settingsOf(connection, id));
    out.configVersion = configVersion(connection, id);
    Query row(
        connection, "SELECT made_at FROM publication_log WHERE number = ?1", out.configVersion);
    if (row.next())
        out.configSince = row.time(0);
    return out;
}

struct HourOfDay
{
    std::int64_t minutes = 0;
    std::int64_t scored = 0;
};
using HoursOfDay = std::array<HourOfDay, 24>;

/// Reads the hours of one place: those of a tablet and of the ones it replaced.
class Place
{
public:
    Place(Connection &connection, const Found &found)
        : m_connection(connection)
        , m_store(found.storeKey)
    {
        Query rows(
            connection,
            "SELECT key, enrolled_at FROM devices WHERE (key = ?1 OR till = ?1) AND key <= ?2 "
            "ORDER BY key",
            found.till, found.key);
        while (rows.next()) {
            m_devices.push_back(rows.integer(0));
            m_since = std::min(m_since, rows.time(1));
        }
    }

    /// When its first tablet was enrolled.
    Timestamp since() const { return m_since; }

    const HoursOfDay &hoursOf(Day day)
    {
        const auto [at, isNew] = m_days.try_emplace(day);
        if (!isNew)
            return at->second;
        for (const auto device : m_devices) {
            Query rows(
                m_connection,
                "SELECT hour, minutes, scored FROM activity_hours "
                "WHERE device = ?1 AND day = ?2 AND store = ?3",
                device, day, m_store);
            while (rows.next()) {
                auto &hour = at->second[static_cast<std::size_t>(rows.integer(0)) % 24];
                hour.minutes += rows.integer(1);
                hour.scored += rows.integer(2);
            }
        }
        return at->second;
    }

private:
    Connection &m_connection;
    std::int64_t m_store;
    std::vector<std::int64_t> m_devices;
    Timestamp m_since = Timestamp::max();
    std::map<Day, HoursOfDay> m_days;
};

/// Of the days that are over and on which the place was there from the first hour on.
std::optional<Coverage> coverageOf(Place &place, const Shop &shop, Timestamp now)
{
    if (!shop.hours)
        return std::nullopt;
    const auto today = shop.zone.local(now).day;
    const auto first = std::max(
        today - std::chrono::days(Coverage::days),
        shop.zone.local(place.since()).day + std::chrono::days(1));
    Coverage out;
    for (auto day = first; day < today; day += std::chrono::days(1)) {
        const auto &hours = place.hoursOf(day);
        for (int hour = 0; hour < 24; ++hour) {
            const std::int64_t open = shop.hours->minutesOpenInHour(day, hour);
            out.minutesOpen += open;
            out.minutes += std::min(open, hours[static_cast<std::size_t>(hour)].minutes);
        }
    }
    return out.minutesOpen > 0 ? std::optional(out) : std::nullopt;
}

/// The whole hours of the shop's wall clock between two instants, a day at most.
std::vector<std::pair<Day, int>> wholeHours(const TimeZone &zone, Timestamp from, Timestamp to)
{
    std::vector<std::pair<Day, int>> out;
    const auto begin = zone.local(from);
    const auto end = zone.local(to);
    auto at = floor<hours>(to);
    while (out.size() < 24) {
        at -= hours(1);
        const auto local = zone.local(at);
        const std::pair hour(local.day, local.hour);
        if (hour <= std::pair(begin.day, begin.hour))
            break;
        if (hour < std::pair(end.day, end.hour))
            out.push_back(hour);
    }
    return out;
}

std::optional<Silence> silenceOf(Place &place, const Shop &shop, Timestamp last, Timestamp now)
{
    const auto pause = wholeHours(shop.zone, last, now);
    if (pause.empty())
        return std::nullopt;
    Silence out{last, 0, std::numeric_limits<std::int64_t>::max()};
    for (int week = 1; week <= Silence::weeks; ++week) {
        std::int64_t answers = 0;
        for (const auto &[day, hour] : pause)
            answers +=
                place.hoursOf(day - std::chrono::days(7 * week))[static_cast<std::size_t>(hour)]
                    .scored;
        if (answers < Silence::usualLeast)
            return std::nullopt;
        out.usual += static_cast<double>(answers) / Silence::weeks;
        out.least = std::min(out.least, answers);
    }
    return out;
}

bool maySilence(const DeviceStatus &status, Timestamp now)
{
    const auto &seen = status.device.lastSeenAt;
    return seen && now - *seen <= seenWithin && status.lastAnswerAt && status.isOpen != false &&
           status.report.queueLength.value_or(0) == 0;
}

void complete(Connection &connection, Found &found, const Shop &shop, Timestamp now)
{
    auto &status = found.status;
    status.configVersion = shop.configVersion;
    status.configSince = shop.configSince;
    if (shop.hours)
        status.isOpen = shop.hours->isOpen(shop.zone.local(now));
    if (!status.isReplaced && !status.device.revoked) {
        Place place(connection, found);
        status.coverage = coverageOf(place, shop, now);
        if (maySilence(status, now))
            status.silence = silenceOf(place, shop, *status.lastAnswerAt, now);
    }
    status.attention = attentionTo(status, now);
}

} // namespace

Result<DevicePage> Store::deviceStatuses(const DeviceQuery &query) const
{
    const auto now = m_parts->clock.now();
    return m_parts->readers.read([&](Connection &connection) -> Result<DevicePage> {
        std::vector<Found> found;
        bool isMore = false;
        {
            Query rows(connection, devicesAfter, query.after);
            while (rows.next() && !isMore) {
                if (!query.stores.contains(rows.text(4)) || (query.id && rows.uuid(1) != *query.id))
                    continue;
                isMore = found.size() == query.limit;
                if (!isMore)
                    found.push_back(foundIn(rows, query.stores));
            }
        }
        DevicePage out;
        if (isMore && !found.empty())
            out.next = found.back().key;
        std::map<std::string, Shop> shops;
        for (auto &each : found) {
            const auto &id = each.status.device.store;
            auto at = shops.find(id);
            if (at == shops.end())
                at = shops.emplace(id, shopOf(connection, id, each.timezone)).first;
            complete(connection, each, at->second, now);
            out.devices.push_back(std::move(each.status));
        }
        return out;
    });
}

Result<void> Store::changeDevice(const Uuid &id, const DeviceChange &change, const Actor &by)
{
    const auto now = m_parts->clock.now();
    if (change.name && !isName(*change.name))
        return Failure{
            std::string(protocol::code::malformed),
            "A tablet's name has 1 to 200 bytes, none of them a control character.", "name"};
    return m_parts->write([&](Written &written) -> Result<void> {
        auto &connection = written.connection();
        std::optional<std::int64_t> store;
        if (change.store) {
            store = storeKey(connection, *change.store);
            if (!store)
                return storeNotFound(*change.store);
        }
        const int changed = Query(
                                connection,
                                "UPDATE devices SET name = coalesce(CAST(?2 AS TEXT), name), "
                                "store = coalesce(CAST(?3 AS BIGINT), store) WHERE id = ?1",
                                id, change.name, store)
                                .run();
        if (changed == 0)
            return Failure{
                std::string(protocol::code::notFound),
                "There is no such device. See the list of devices.", id.text()};
        json::object detail;
        if (change.name)
            detail["name"] = *change.name;
        if (store) {
            Query(
                connection,
                "INSERT INTO device_stores (device, store, since) "
                "SELECT key, store, ?2 FROM devices WHERE id = ?1 ON CONFLICT DO NOTHING",
                id, now)
                .run();
            detail["store"] = *change.store;
        }
        addAudit(connection, now, by, {audited::deviceChange, id.text(), std::move(detail)});
        return {};
    });
}

} // namespace vouch::server
