#include "app/central/device_table.h"

#include <cmath>

namespace vouch::central {

namespace {

/// A member as a text; "-" when it is not known.
std::string shown(const json::object &of, std::string_view member)
{
    const auto *value = of.if_contains(member);
    if (!value || value->is_null())
        return "-";
    if (const auto *text = value->if_string())
        return std::string(view(*text));
    return json::serialize(*value);
}

bool isSet(const json::object &of, std::string_view member)
{
    const auto *value = of.if_contains(member);
    return value && value->is_bool() && value->get_bool();
}

std::string deviceState(const json::object &device)
{
    return isSet(device, "revoked")    ? "revoked"
           : isSet(device, "replaced") ? "replaced"
           : isSet(device, "rotating") ? "rotating"
                                       : "enrolled";
}

std::string scaled(const json::object &of, std::string_view member, double by, const char *unit)
{
    const auto number = findInteger(of, member);
    return number ? std::to_string(std::llround(static_cast<double>(*number) / by)) + unit : "-";
}

std::string percentOf(const json::value *share)
{
    return share && share->is_double()
               ? std::to_string(std::llround(share->get_double() * 100)) + "%"
               : "-";
}

std::string wordsOf(const json::object &of, std::string_view member)
{
    std::string out;
    if (const auto *words = findArray(of, member))
        for (const auto &word : *words)
            if (const auto *text = word.if_string())
                (out += out.empty() ? "" : " ") += view(*text);
    return out.empty() ? "-" : out;
}

json::object deviceRow(const json::object &device)
{
    const auto battery = shown(device, "battery");
    const bool hasPercent = findInteger(device, "battery_percent").has_value();
    const auto *locked = device.if_contains("locked");
    return {
        {"id", shown(device, "id")},
        {"name", shown(device, "name")},
        {"store", shown(device, "store")},
        {"state", deviceState(device)},
        {"seen", shown(device, "last_seen_at")},
        {"queue", shown(device, "queue_length")},
        {"since", shown(device, "queue_oldest_at")},
        {"battery", hasPercent ? battery + " " + shown(device, "battery_percent") + "%" : battery},
        {"heat", shown(device, "heat")},
        {"disk", scaled(device, "disk_free_bytes", 1 << 20, " MiB")},
        {"clock", scaled(device, "clock_error_ms", -1000, " s")},
        {"version", shown(device, "version")},
        {"locked", !locked || locked->is_null() ? "-"
                   : isSet(device, "locked")    ? "yes"
                                                : "no"},
        {"coverage", percentOf(device.if_contains("coverage"))},
        {"look", wordsOf(device, "attention")}};
}

} // namespace

json::object deviceTable(const json::object &result)
{
    json::array rows;
    if (const auto *devices = findArray(result, "devices"))
        for (const auto &device : *devices)
            rows.push_back(deviceRow(device.as_object()));
    return {{"devices", std::move(rows)}};
}

} // namespace vouch::central
