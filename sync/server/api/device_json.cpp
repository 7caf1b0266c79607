#include "sync/server/api/device_json.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/enrolment_label.h"

#include <algorithm>

namespace vouch::server {

namespace {

template <class T> json::value knownOrNull(const std::optional<T> &value)
{
    return value ? json::value(*value) : json::value(nullptr);
}

json::value timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? json::value(formatUtc(*time)) : json::value(nullptr);
}

json::value idOrNull(const std::optional<Uuid> &id)
{
    return id ? json::value(id->text()) : json::value(nullptr);
}

json::value wordOrNull(std::string_view word)
{
    return word.empty() ? json::value(nullptr) : json::value(json::string(word));
}

json::array textsOf(const std::vector<std::string> &all)
{
    return json::array(all.begin(), all.end());
}

void addReport(json::object &out, const DeviceStatus &status)
{
    const auto &report = status.report;
    out["version"] = wordOrNull(report.version);
    // Publications are numbered over all shops: the numbers would tell of the others.
    out["config"] =
        report.configVersion
            ? json::value(*report.configVersion == status.configVersion ? "current" : "behind")
            : json::value(nullptr);
    out["config_since"] = timeOrNull(status.configSince);
    out["queue_length"] = knownOrNull(report.queueLength);
    out["queue_oldest_at"] = timeOrNull(report.queueOldestAt);
    out["refused"] = knownOrNull(report.refused);
    out["battery"] = wordOrNull(protocol::batteryBand(report));
    out["battery_percent"] = knownOrNull(report.batteryPercent);
    out["charging"] = knownOrNull(report.charging);
    out["heat"] = wordOrNull(protocol::heatBand(report));
    out["temperature_celsius"] = knownOrNull(report.temperatureCelsius);
    out["disk_free_bytes"] = knownOrNull(report.diskFreeBytes);
    out["clock_error_ms"] = knownOrNull(status.clockErrorMs);
    out["locked"] = knownOrNull(report.locked);
    out["failing"] = textsOf(report.failing);
}

Failure unfitPublication(std::string message, std::string where)
{
    return {std::string(protocol::code::malformed), std::move(message), std::move(where)};
}

Result<Reach> reachFrom(const json::object &body)
{
    const int said =
        int(body.contains("store")) + int(body.contains("first")) + int(body.contains("share"));
    if (said > 1)
        return unfitPublication("Say one of store, first and share, or none of them.", "store");
    if (const auto *store = findString(body, "store"))
        return Reach::store(std::string(view(*store)));
    if (const auto share = findInteger(body, "share"))
        return Reach::share(static_cast<int>(std::clamp<std::int64_t>(*share, 0, 1000)));
    const auto *first = findArray(body, "first");
    if (!first)
        return said == 0
                   ? Result<Reach>(Reach::chain())
                   : unfitPublication(
                         "A store is a text, first an array of them, share a number.", "store");
    std::set<std::string> stores;
    for (const auto &each : *first) {
        const auto *text = each.if_string();
        if (!text)
            return unfitPublication("This must be an array of stores.", "first");
        stores.emplace(view(*text));
    }
    if (stores.empty())
        return unfitPublication("Name at least one store.", "first");
    return Reach::first(std::move(stores));
}

} // namespace

json::object deviceJson(const DeviceStatus &status)
{
    const auto &device = status.device;
    json::object out{
        {"id", device.id.text()},
        {"name", device.name},
        {"store", device.store},
        {"revoked", device.revoked},
        {"rotating", device.rotating},
        {"enrolled_at", formatUtc(device.enrolledAt)},
        {"last_seen_at", timeOrNull(device.lastSeenAt)},
        {"last_answer_at", timeOrNull(status.lastAnswerAt)},
        {"replaced", status.isReplaced},
        {"replaces", idOrNull(status.replaces)},
        {"replaced_by", idOrNull(status.replacedBy)},
        {"open", knownOrNull(status.isOpen)}};
    addReport(out, status);
    const auto &coverage = status.coverage;
    out["coverage"] = coverage ? json::value(
                                     static_cast<double>(coverage->minutes) /
                                     static_cast<double>(coverage->minutesOpen))
                               : json::value(nullptr);
    out["minutes_available"] = coverage ? json::value(coverage->minutes) : json::value(nullptr);
    out["minutes_open"] = coverage ? json::value(coverage->minutesOpen) : json::value(nullptr);
    out["silent"] = nullptr;
    if (status.silence)
        out["silent"] = {
            {"since", formatUtc(status.silence->since)},
            {"usual", status.silence->usual},
            {"least", status.silence->least}};
    json::array attention;
    for (const auto word : status.attention)
        attention.push_back(json::string(word));
    out["attention"] = std::move(attention);
    return out;
}

json::object labelJson(const DeviceCode &code, const std::string &serverUrl)
{
    json::object out{
        {"code", code.code},
        {"store", code.store},
        {"store_name", code.storeName},
        {"name", code.name},
        {"expires_at", formatUtc(code.expiresAt)},
        {"server", serverUrl}};
    const auto text = labelText(serverUrl, code.code);
    out["text"] = text;
    if (const auto qr = qrCodeOf(text))
        out["qr"] = {{"size", qr->size}, {"path", qr->path}};
    return out;
}

json::object publicationJson(const Publication &publication)
{
    return {
        {"number", publication.number},
        {"at", formatUtc(publication.at)},
        {"who", publication.who},
        {"kind", json::string(toText(publication.kind))},
        {"subject", publication.subject},
        {"value", publication.value ? *publication.value : json::value(nullptr)},
        {"reach", json::string(toText(publication.reach))},
        {"stores", textsOf(publication.stores)},
        {"undoes", knownOrNull(publication.undoes)},
        {"undone_by", knownOrNull(publication.undoneBy)},
        {"staged", publication.isStaged},
        {"latest", publication.isLatest}};
}

Result<NewPublication> newPublicationFrom(const json::object &body)
{
    static const std::set<std::string_view> known{"kind",  "subject", "value",
                                                  "store", "first",   "share"};
    for (const auto &member : body)
        if (!known.contains(std::string_view(member.key().data(), member.key().size())))
            return unfitPublication("There is no such member.", std::string(member.key()));
    NewPublication out;
    const auto *kind = findString(body, "kind");
    const auto found = kind ? publicationKindFrom(view(*kind)) : std::nullopt;
    if (!found)
        return unfitPublication("A kind is checklist or setting.", "kind");
    out.kind = *found;
    const auto *subject = findString(body, "subject");
    if (!subject || subject->empty())
        return unfitPublication("Name the checklist or the setting.", "subject");
    out.subject = view(*subject);
    if (const auto *value = body.if_contains("value"); value && !value->is_null())
        out.value = *value;
    auto reach = reachFrom(body);
    if (!reach)
        return reach.failure();
    out.reach = std::move(*reach);
    return out;
}

} // namespace vouch::server
