#include "sync/server/store/ingest.h"

#include "sync/protocol/codes.h"
#include "sync/server/store/ledger.h"

#include <algorithm>

namespace vouch::server {

namespace {

using namespace std::chrono;
namespace code = protocol::code;

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

CountedTime countedTime(const check::Check &check, const TimeZone &zone, std::int64_t clockErrorMs)
{
    const auto error = correction(clockErrorMs);
    if (error == milliseconds(0))
        return {check.day, check.hour};
    const auto local = zone.local(check.openedAt + error);
    return {local.day, local.hour};
}

bool isLate(const check::Check &check, std::int64_t clockErrorMs, Timestamp receivedAt)
{
    return check.closedAt != Timestamp() &&
           receivedAt - (check.closedAt + correction(clockErrorMs)) > lateAfter;
}

Candidate judge(
    const json::object &record, const Uuid &device, const DeviceStores &stores,
    std::int64_t clockErrorMs, Timestamp now)
{
    Candidate out;
    out.id = stated(record, "id");
    out.hash = stated(record, "hash");
    out.clockErrorMs = clockErrorMs;
    readPlace(record, out);
    readStated(record, stores, out);
    auto canonical = canonicalJson(record);
    out.canonical = canonical ? std::move(*canonical) : json::serialize(record);
    if (!canonical) {
        out.refusal = canonical.failure();
        return out;
    }
    auto read = check::fromJson(record);
    if (!read) {
        out.refusal = read.failure();
        return out;
    }
    auto &check = *read;
    if (const auto verified = check::verify(record); !verified) {
        out.refusal = verified.failure();
        return out;
    }
    if (check.device != device) {
        out.refusal = refusal(
            code::deviceMismatch,
            "The record was made by another device than the one that sent it.", "device");
        return out;
    }
    const auto at = stores.places.find(check.store);
    if (at == stores.places.end()) {
        out.refusal = refusal(
            code::storeUnknown,
            "The device has never belonged to the store \"" + check.store +
                "\". Enrol it there, then it will be taken.",
            "store");
        return out;
    }
    out.check = std::move(check);
    out.measure = measureOf(out.check);
    out.store = at->second.key;
    const auto counted = countedTime(out.check, at->second.zone, clockErrorMs);
    out.day = counted.day;
    out.hour = counted.hour;
    out.answeredAt = std::min(out.check.closedAt + correction(clockErrorMs), now);
    out.isLate = isLate(out.check, clockErrorMs, now);
    return out;
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
    return out;
}

} // namespace vouch::server
