#pragma once

#include "sync/server/api/api.h"
#include "sync/server/api/attempt_limiter.h"
#include "sync/server/api/endpoint.h"
#include "sync/server/api/password_pool.h"
#include "sync/server/api/server_metrics.h"
#include "sync/server/api/state_feed.h"

namespace vouch::server {

/// What the endpoints stand on. Outlives them.
struct ApiParts
{
    static constexpr std::int64_t minuteMs = 60'000;

    ApiParts(Store &theStore, StateFeed &theFeed, const Clock &theClock, Api::Options theOptions)
        : store(theStore)
        , feed(theFeed)
        , clock(theClock)
        , options(std::move(theOptions))
        , chainName(options.chainName)
        , metrics(std::make_shared<ServerMetrics>(options.version))
        , enrolments(clock, 10, 60 * minuteMs)
        , signInsOfAddress(clock, 30, 15 * minuteMs)
        , signInsOfAccount(clock, 5, 5 * minuteMs)
        , signInsByStrangers(clock, 50, 60 * minuteMs)
    {
    }

    Store &store;
    StateFeed &feed;
    const Clock &clock;
    const Api::Options options;
    std::string chainName;
    const std::shared_ptr<ServerMetrics> metrics;
    AttemptLimiter enrolments;         ///< wrong codes, by address
    AttemptLimiter signInsOfAddress;   ///< wrong passwords, by address
    AttemptLimiter signInsOfAccount;   ///< wrong passwords, by account and address
    AttemptLimiter signInsByStrangers; ///< wrong passwords, by account, from unknown addresses
    KnownPlaces knownPlaces;           ///< by account and address
    PasswordPool passwords;
};

void addDeviceEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addScoreEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addTrendEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addRankingEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addFigureEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addDriversEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addCoverageEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addMeasurementsEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addFunnelEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addGlanceEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addReportEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addExportEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addNoteEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addODataEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addAnswerEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addCommentEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addContactEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addSessionEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addLedgerEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addUserEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addTokenEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addTabletEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addPinEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addPublicationEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addAuditEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addErasureEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addMonitorEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addSalesEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addStructureEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);
void addPageEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints);

} // namespace vouch::server
