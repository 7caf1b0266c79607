#include "sync/server/api/api.h"

#include "sync/server/api/api_parts.h"
#include "sync/server/api/openapi.h"

namespace vouch::server {

Api::Api(Store &store, StateFeed &feed, const Clock &clock, Options options)
    : m_parts(std::make_unique<ApiParts>(store, feed, clock, std::move(options.chainName)))
    , m_log(std::move(options.log))
{
    addDeviceEndpoints(*m_parts, m_endpoints);
    addScoreEndpoints(*m_parts, m_endpoints);
    addTrendEndpoint(*m_parts, m_endpoints);
    addRankingEndpoint(*m_parts, m_endpoints);
    addFigureEndpoints(*m_parts, m_endpoints);
    addExportEndpoints(*m_parts, m_endpoints);
    addODataEndpoints(*m_parts, m_endpoints);
    addContactEndpoints(*m_parts, m_endpoints);
    addLedgerEndpoints(*m_parts, m_endpoints);
    addSessionEndpoints(*m_parts, m_endpoints);
    addUserEndpoints(*m_parts, m_endpoints);
    addTokenEndpoints(*m_parts, m_endpoints);
    addTabletEndpoints(*m_parts, m_endpoints);
    addPinEndpoints(*m_parts, m_endpoints);
    addPublicationEndpoints(*m_parts, m_endpoints);
    addAuditEndpoints(*m_parts, m_endpoints);
    addPageEndpoints(*m_parts, m_endpoints);

    const auto document = std::make_shared<std::string>();
    m_endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/openapi.json",
         .summary = "This description.",
         .access = Access::forAnyone(),
         .answers = {{200, "application/json", "Description"}, {304, {}, {}}},
         .call = answering([document](const Exchange &) -> Result<http::Response> {
             return jsonReply(*document);
         })});
    *document = openapiDocument(m_endpoints);
}

Api::~Api() = default;

http::Router Api::router() const
{
    http::Router router;
    for (const auto &endpoint : m_endpoints)
        router.add(
            endpoint.method, endpoint.pattern, wrap(endpoint, m_parts->store, m_log),
            endpoint.maxBody);
    return router;
}

http::Server::Admit Api::admission(const http::Router &router)
{
    return [admit = router.admission()](const http::Request &request) -> http::Server::Admission {
        auto admission = admit(request);
        if (auto *refusal = std::get_if<http::Response>(&admission))
            return hardened(std::move(*refusal));
        return admission;
    };
}

} // namespace vouch::server
