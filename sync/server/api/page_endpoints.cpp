#include "sync/server/api/api_parts.h"

#include "core/base/json.h"
#include "sync/protocol/codes.h"
#include "sync/server/api/entity_tag.h"
#include "sync/server/api/web_assets.h"
#include "sync/server/store/store.h"

#include <map>

namespace vouch::server {

namespace {

std::string_view typeOf(std::string_view path)
{
    static const std::map<std::string_view, std::string_view> types{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".json", "application/json"},
        {".woff2", "font/woff2"}};
    const auto dot = path.rfind('.');
    const auto found = types.find(dot == path.npos ? path : path.substr(dot));
    return found == types.end() ? "application/octet-stream" : found->second;
}

struct Page
{
    std::string tag;
    const WebAsset *asset;
};

using Pages = std::map<std::string, Page, std::less<>>;

Pages pages()
{
    Pages out;
    for (const auto &asset : webAssets())
        out[std::string(asset.path)] = {entityTag(asset.bytes), &asset};
    return out;
}

Result<http::Response>
pageAt(const Pages &all, const std::string &path, const http::Request &request)
{
    const auto found = all.find(path);
    if (found == all.end())
        return Failure{
            std::string(protocol::code::notFound), "There is nothing here. The page is at /.",
            path};
    const auto &asset = *found->second.asset;
    auto fresh = http::reply(200, typeOf(path), std::string(asset.bytes));
    fresh.headers.set("Cache-Control", "no-cache");
    return conditional(request, found->second.tag, std::move(fresh));
}

} // namespace

void addPageEndpoints(ApiParts &, std::vector<Endpoint> &endpoints)
{
    const auto all = std::make_shared<const Pages>(pages());
    const auto addPage = [&](const char *pattern, const char *summary, const char *file) {
        endpoints.push_back(
            {.method = "GET",
             .pattern = pattern,
             .summary = summary,
             .isPage = true,
             .access = Access::forAnyone(),
             .answers = {{200, "text/html; charset=utf-8", {}}, {304, {}, {}}},
             .problems = {404},
             .call = answering([all, file](const Exchange &exchange) {
                 return pageAt(*all, file, exchange.request);
             })});
    };
    addPage("/", "The region's page.", "/index.html");
    addPage("/dashboard", "The page of the dashboard.", "/dashboard.html");
    addPage("/ledger", "The page of the ledger.", "/ledger.html");
    addPage("/api", "The page of the API for people.", "/api.html");
    addPage("/devices", "The page of the tablets.", "/devices.html");
    addPage(
        "/measurements", "The page of measurements beside the score of a purchase.",
        "/measurements.html");
    addPage("/comments", "The page of what shoppers wrote.", "/comments.html");
    addPage("/answers", "The page of single answers.", "/answers.html");
    addPage("/contacts", "The page of shoppers who may be contacted.", "/contacts.html");
    addPage("/access", "The page of one's account and of people.", "/access.html");
    addPage("/structure", "The page of the chain's structure.", "/structure.html");
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/assets/{file}",
         .summary = "What the page is made of.",
         .isPage = true,
         .access = Access::forAnyone(),
         .answers = {{200, "*/*", {}}, {304, {}, {}}},
         .problems = {404},
         .call = answering([all](const Exchange &exchange) {
             return pageAt(
                 *all, "/assets/" + exchange.request.parameters.at("file"), exchange.request);
         })});
}

} // namespace vouch::server
