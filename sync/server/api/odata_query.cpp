#include "sync/server/api/odata_query.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/hidden_place.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace vouch::server::odata {

namespace {

constexpr std::string_view feedList = "feed";

Failure malformed(std::string message, std::string where)
{
    return {std::string(protocol::code::malformed), std::move(message), std::move(where)};
}

std::optional<std::int64_t> countFrom(std::string_view text)
{
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || out < 0)
        return std::nullopt;
    return out;
}

Result<std::vector<const Property *>> selected(const EntitySet &set, std::string_view list)
{
    std::vector<const Property *> out;
    for (auto rest = list; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        auto name = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (name.starts_with(' '))
            name.remove_prefix(1);
        while (name.ends_with(' '))
            name.remove_suffix(1);
        if (name == "*")
            return selected(set, {});
        const auto *property = set.find(name);
        if (!property)
            return malformed(
                "There is no property \"" + std::string(name) + "\" in " + set.name +
                    "; $metadata names them all.",
                "$select");
        if (std::find(out.begin(), out.end(), property) == out.end())
            out.push_back(property);
    }
    if (out.empty())
        for (const auto &property : set.properties)
            out.push_back(&property);
    return out;
}

/// What nextOptions() hid.
Result<void> readToken(const std::string &token, const User &reader, Query &out)
{
    if (token.empty())
        return {};
    const auto place = revealPlace(feedList, token, reader);
    if (!place)
        return malformed(
            "This must be as an answer's @odata.nextLink has it, for you. Begin again.",
            "$skiptoken");
    out.after = place->at;
    out.upTo = place->upTo;
    return {};
}

/// "odata.maxpagesize=500" of the header Prefer.
void readPreference(std::string_view preferred, Query &out)
{
    constexpr std::string_view name = "maxpagesize=";
    const auto at = preferred.find(name);
    if (at == preferred.npos)
        return;
    auto number = preferred.substr(at + name.size());
    number = number.substr(0, number.find_first_not_of("0123456789"));
    if (const auto wanted = countFrom(number); wanted && *wanted > 0)
        out.pageSize = std::min(out.pageSize, *wanted);
}

std::string encoded(std::string_view text)
{
    constexpr std::string_view plain = "-._~$";
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x80 && std::isalnum(byte)) || plain.find(c) != plain.npos)
            out += c;
        else
            (out += '%').append({hex[byte >> 4], hex[byte & 15]});
    }
    return out;
}

} // namespace

Result<Query> queryFrom(const EntitySet &set, const Exchange &exchange)
{
    Query out;
    out.set = &set;
    const auto select = selected(set, exchange.parameter("$select"));
    if (!select)
        return select.failure();
    out.select = *select;
    const auto filter = Filter::parse(exchange.parameter("$filter"), set);
    if (!filter)
        return filter.failure();
    out.filter = *filter;
    const auto &reader = *exchange.caller.user;
    if (const auto token = readToken(exchange.parameter("$skiptoken"), reader, out); !token)
        return token.failure();
    for (const char *name : {"$top", "$skip"}) {
        const auto text = exchange.parameter(name);
        const auto count = countFrom(text);
        if (!text.empty() && !count)
            return malformed("This must be a number, 0 or more.", name);
        if (count && std::string_view(name) == "$top")
            out.top = count;
        else
            out.skip = count.value_or(out.skip);
    }
    const auto format = exchange.parameter("$format");
    if (!format.empty() && format != "json" && !format.starts_with("application/json"))
        return malformed("This feed is JSON.", "$format");
    out.withCount = exchange.parameter("$count") == "true";
    out.labels = exchange.parameter("labels");
    readPreference(exchange.request.headers.value("Prefer"), out);
    return out;
}

std::string nextOptions(
    const http::Parameters &options, const User &reader, std::int64_t after, std::int64_t upTo,
    std::optional<std::int64_t> top)
{
    std::string out;
    const auto add = [&](std::string_view name, std::string_view value) {
        out += out.empty() ? "" : "&";
        out.append(encoded(name)).append("=").append(encoded(value));
    };
    for (const char *name : {"$filter", "$select", "$format", "labels"})
        if (const auto found = options.find(name); found != options.end())
            add(name, found->second);
    if (top)
        add("$top", std::to_string(*top));
    add("$skiptoken", hidePlace(feedList, {after, upTo}, reader));
    return out;
}

} // namespace vouch::server::odata
