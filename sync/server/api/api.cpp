#include "sync/server/api/api.h"

#include "sync/server/api/api_parts.h"
#include "sync/server/api/openapi.h"

namespace vouch::server {

Api::Api(Store &store, StateFeed &feed, const Clock &clock, Options options)
    : m_parts(std::make_unique<ApiParts>(store, feed, clock, std::move(options)))
{
    addDeviceEndpoints(*m_parts, m_endpoints);
    addScoreEndpoints(*m_parts, m_endpoints);
    addTrendEndpoint(*m_parts, m_endpoints);
    addRankingEndpoint(*m_parts, m_endpoints);
    addFigureEndpoints(*m_parts, m_endpoints);
    addDriversEndpoint(*m_parts, m_endpoints);
    addCoverageEndpoint(*m_parts, m_endpoints);
    addMeasurementsEndpoint(*m_parts, m_endpoints);
    addFunnelEndpoint(*m_parts, m_endpoints);
    addGlanceEndpoint(*m_parts, m_endpoints);
    addReportEndpoint(*m_parts, m_endpoints);
    addExportEndpoints(*m_parts, m_endpoints);
    addODataEndpoints(*m_parts, m_endpoints);
    addCommentEndpoints(*m_parts, m_endpoints);
    addAnswerEndpoints(*m_parts, m_endpoints);
    addNoteEndpoints(*m_parts, m_endpoints);
    addContactEndpoints(*m_parts, m_endpoints);
    addLedgerEndpoints(*m_parts, m_endpoints);
    addSessionEndpoints(*m_parts, m_endpoints);
    addUserEndpoints(*m_parts, m_endpoints);
    addTokenEndpoints(*m_parts, m_endpoints);
    addTabletEndpoints(*m_parts, m_endpoints);
    addPinEndpoints(*m_parts, m_endpoints);
    addPublicationEndpoints(*m_parts, m_endpoints);
    addAuditEndpoints(*m_parts, m_endpoints);
    addErasureEndpoints(*m_parts, m_endpoints);
    addMonitorEndpoints(*m_parts, m_endpoints);
    addSalesEndpoints(*m_parts, m_endpoints);
    addStructureEndpoints(*m_parts, m_endpoints);
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
    const auto &options = m_parts->options;
    Around around;
    around.log = options.log;
    around.observe = observer();
    around.perDevice = std::make_shared<TokenBuckets>(m_parts->clock, options.perDevice);
    around.perAddress = std::make_shared<TokenBuckets>(m_parts->clock, options.perAddress);
    http::Router router;
    for (const auto &endpoint : m_endpoints)
        router.add(
            endpoint.method, endpoint.pattern, wrap(endpoint, m_parts->store, around),
            endpoint.maxBody);
    return router;
}

Observe Api::observer() const
{
    return [metrics = m_parts->metrics, next = m_parts->options.observe](const Handled &request) {
        metrics->handled(request);
        if (next)
            next(request);
    };
}

http::Server::Admit Api::admission(const http::Router &router, Observe observe)
{
    return [admit = router.admission(),
            observe = std::move(observe)](const http::Request &request) -> http::Server::Admission {
        auto admission = admit(request);
        auto *refusal = std::get_if<http::Response>(&admission);
        if (!refusal)
            return admission;
        const auto id = requestId();
        refusal->headers.set(requestIdHeader, id);
        if (observe)
            observe({id, request.method, {}, refusal->status, 0});
        return hardened(std::move(*refusal));
    };
}

} // namespace vouch::server
