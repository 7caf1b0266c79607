#include "sync/server/http/forwarded.h"

#include <arpa/inet.h>

namespace vouch::http {

namespace {

constexpr std::string_view mapped = "::ffff:";

std::string_view withoutMapping(std::string_view address)
{
    return address.starts_with(mapped) ? address.substr(mapped.size()) : address;
}

std::string_view lastOf(std::string_view list)
{
    if (const auto comma = list.rfind(','); comma != list.npos)
        list.remove_prefix(comma + 1);
    while (!list.empty() && (list.front() == ' ' || list.front() == '\t'))
        list.remove_prefix(1);
    while (!list.empty() && (list.back() == ' ' || list.back() == '\t'))
        list.remove_suffix(1);
    return list;
}

bool isAddress(const std::string &text)
{
    in6_addr bytes{};
    return ::inet_pton(AF_INET, text.c_str(), &bytes) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), &bytes) == 1;
}

/// Of several fields of that name the last one.
std::string_view lastField(const Headers &headers, std::string_view name)
{
    std::string_view out;
    for (const auto &[each, value] : headers)
        if (equalIgnoringCase(each, name))
            out = value;
    return out;
}

} // namespace

void takeForwarded(Request &request)
{
    const std::string client(lastOf(lastField(request.headers, "X-Forwarded-For")));
    if (isAddress(client))
        request.peer = client;
    request.secure =
        equalIgnoringCase(lastOf(lastField(request.headers, "X-Forwarded-Proto")), "https");
}

bool isSameAddress(std::string_view a, std::string_view b)
{
    return withoutMapping(a) == withoutMapping(b);
}

} // namespace vouch::http
