#include "sync/server/api/entity_tag.h"

#include "core/base/crypto.h"

namespace vouch::server {

namespace {

bool isCurrent(const http::Request &request, std::string_view tag)
{
    std::string_view rest = request.headers.value("If-None-Match");
    while (!rest.empty()) {
        const auto end = rest.find(',');
        auto each = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        const auto first = each.find_first_not_of(" \t");
        if (first == each.npos)
            continue;
        each = each.substr(first, each.find_last_not_of(" \t") - first + 1);
        if (each.starts_with("W/"))
            each.remove_prefix(2);
        if (each == tag || each == "*")
            return true;
    }
    return false;
}

} // namespace

std::string entityTag(std::string_view body)
{
    return '"' + crypto::blake2bHex(body).substr(0, 32) + '"';
}

http::Response
conditional(const http::Request &request, const std::string &tag, http::Response fresh)
{
    if (isCurrent(request, tag)) {
        fresh.status = 304;
        fresh.body.clear();
        fresh.headers.remove("Content-Type");
    }
    fresh.headers.set("ETag", tag);
    return fresh;
}

} // namespace vouch::server
