#include "sync/server/store/ingest.h"

#include "sync/protocol/codes.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/store_parts.h"
#include "sync/server/store/structure.h"

#include <algorithm>
#include <future>
#include <system_error>
#include <thread>

namespace vouch::server {

namespace {

using namespace std::chrono;
namespace code = protocol::code;

/// So many records are worth a second thread.
constexpr std::size_t shared = 64;

Failure refusal(std::string_view of, std::string message, std::string where)
{
    return {std::string(of), std::move(message), std::move(where)};
}

std::string stated(const json::object &record, std::string_view member)
{
    const auto *text = findString(record, member);
    return text ? std::string(view(*text)) : std::string();
}

/// Its place counts in the ledger even when the rest of it cannot be taken.
void readPlace(const json::object &record, Candidate &candidate)
{
    const auto chain = Uuid::parse(stated(record, "chain"));
    const auto sequence = findInteger(record, "sequence");
    if (!chain || chain->isNull() || !sequence || *sequence < 1)
        return;
    candidate.chain = *chain;
    candidate.sequence = *sequence;
}

milliseconds correction(std::int64_t clockErrorMs)
{
    const milliseconds error(clockErrorMs);
    return abs(error) > toleratedClockError ? error : milliseconds(0);
}

void readStated(const json::object &record, const DeviceStores &stores, Candidate &candidate)
{
    if (const auto at = stores.places.find(stated(record, "store")); at != stores.places.end())
        candidate.statedStore = at->second.key;
    if (const auto day = parseDay(stated(record, "day")))
        candidate.statedDay = *day;
}

} // namespace

CountedTime countedTime(
    const check::Check &check, const TimeZone &zone, int dayStart, std::int64_t clockErrorMs)
{
    const auto error = correction(clockErrorMs);
    if (error == milliseconds(0))
        return {check.day, check.hour};
    const auto local = zone.local(check.openedAt + error);
    return {businessDay(local, dayStart), local.hour};
}

bool isLate(const check::Check &check, std::int64_t clockErrorMs, Timestamp receivedAt)
{
    return check.closedAt != Timestamp() &&
           receivedAt - (check.closedAt + correction(clockErrorMs)) > lateAfter;
}

namespace {

/// What the writer needs of a record that is taken; `check` is of no use afterwards.
void take(
    check::Check &&check, const DeviceStores::Place &place, int dayStart, Timestamp now,
    Candidate &out)
{
    const auto error = out.clockErrorMs;
    out.uuid = check.id;
    crypto::fromHex(check.hash, out.digest);
    out.chain = check.chain;
    out.sequence = check.sequence;
    out.measure = measureOf(check);
    if (out.measure)
        out.traits = traitsOf(check);
    out.score = check.score;
    out.store = place.key;
    const auto counted = countedTime(check, place.zone, dayStart, error);
    out.day = counted.day;
    out.hour = counted.hour;
    out.stated = {check.day, check.hour};
    out.answeredAt = std::min(check.closedAt + correction(error), now);
    out.isLate = isLate(check, error, now);
    out.isMarked = !check.marks.empty();
    out.laterMark = check::laterMarkFrom(check);
    out.activity = activityFrom(check);
    out.comment = commentRow(check, out.hour);
    out.storeId = std::move(check.store);
}

/// Its canonical form goes into `out`; nothing when it is refused, with the reason in `out`.
std::optional<check::Check> read(const json::object &record, Candidate &out)
{
    auto canonical = check::CanonicalRecord::of(record);
    if (!canonical) {
        out.canonical = json::serialize(record);
        out.refusal = canonical.failure();
        return std::nullopt;
    }
    auto check = check::fromJson(record);
    const auto verified = check ? canonical->verify() : check.failure();
    out.canonical = std::move(*canonical).text();
    if (verified)
        return std::move(*check);
    out.refusal = verified.failure();
    return std::nullopt;
}

} // namespace

Candidate judge(
    const json::object &record, const Uuid &device, const DeviceStores &stores,
    const TabletClock &clock, Timestamp now)
{
    Candidate out;
    out.id = stated(record, "id");
    out.hash = stated(record, "hash");
    out.clockErrorMs = clock.errorMs;
    if (auto check = read(record, out)) {
        out.clockErrorMs = clockErrorOf(*check, clock);
        const auto at = stores.places.find(check->store);
        if (check->device == device && at != stores.places.end()) {
            take(std::move(*check), at->second, stores.dayStart, now, out);
            return out;
        }
        out.refusal =
            check->device != device
                ? refusal(
                      code::deviceMismatch,
                      "The record was made by another device than the one that sent it.", "device")
                : refusal(
                      code::storeUnknown,
                      "The device has never belonged to the store \"" + check->store +
                          "\". Enrol it there, then it will be taken.",
                      "store");
    }
    readPlace(record, out);
    readStated(record, stores, out);
    return out;
}

std::vector<Candidate> judgeAll(
    const std::vector<json::object> &records, const Uuid &device, const DeviceStores &stores,
    const TabletClock &clock, Timestamp now, bool isToSpare)
{
    std::vector<Candidate> out(records.size());
    const auto judgeSome = [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i)
            out[i] = judge(records[i], device, stores, clock, now);
    };
    std::future<void> rest;
    auto mine = records.size();
    if (isToSpare && mine >= shared && std::thread::hardware_concurrency() > 1) {
        try {
            rest = std::async(std::launch::async, judgeSome, mine / 2, mine);
            mine /= 2;
        } catch (const std::system_error &) {
            // No thread to be had: all of it is done here.
        }
    }
    judgeSome(0, mine);
    if (rest.valid())
        rest.get();
    return out;
}

Result<check::Check> storedCheck(const std::string &canonical)
{
    const auto parsed = parseJson(canonical);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    return object ? check::fromJson(*object)
                  : Result<check::Check>(Failure{"", "no JSON object", ""});
}

std::string scoredQuestion(const check::Check &check)
{
    for (const auto &item : check.items) {
        const auto *number = item.type == check::item_type::scale ? item.value.if_int64() : nullptr;
        if (number && check.score && *number == *check.score)
            return item.question;
    }
    return {};
}

std::optional<Measure> measureOf(const check::Check &check)
{
    if (check.kind != check::kind::survey || !check.score)
        return std::nullopt;
    return Measure{check.checklist, check.series, scoredQuestion(check), check.touchpoint};
}

Result<DeviceStores> deviceStores(Connection &connection, const Uuid &device)
{
    DeviceStores out;
    out.id = device;
    Query rows(
        connection,
        "SELECT d.key, s.key, s.id, s.timezone FROM devices d "
        "JOIN device_stores h ON h.device = d.key JOIN stores s ON s.key = h.store "
        "WHERE d.id = ? AND d.revoked = 0",
        device);
    while (rows.next()) {
        out.device = rows.integer(0);
        const auto zone = TimeZone::find(rows.text(3));
        out.places[rows.text(2)] = {rows.integer(1), zone ? *zone : TimeZone::utc()};
    }
    if (out.places.empty())
        return Failure{
            std::string(code::deviceRevoked),
            "This device may not send records any more. Enrol it again with a new code.",
            device.text()};
    out.dayStart = chainSettings(connection).dayStart;
    return out;
}

} // namespace vouch::server
