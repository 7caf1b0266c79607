#pragma once

#include "core/base/json.h"
#include "sync/server/api/access.h"
#include "sync/server/api/handled.h"
#include "sync/server/api/store_view.h"
#include "sync/server/api/token_buckets.h"
#include "sync/server/http/router.h"

namespace vouch::server {

/// Takes one line for the operator; never a body, a token or a query.
using Log = std::function<void(const std::string &)>;

/// One request that was let in, and where its answer goes.
struct Exchange
{
    http::Request request;
    Caller caller;
    http::Responder respond;
    Log log;
    bool basic = false;  ///< as Access has it
    std::string route{}; ///< the endpoint's pattern, and
    std::string id{};    ///< the request's own: what a log may hold

    /// All that the caller may see. `store` outlives the view.
    StoreView view(const Store &store) const
    {
        return {store, caller.sees(), caller.user ? caller.user->regions : std::set<std::string>()};
    }

    /// Answers with the problem; what the client must not learn goes to the log.
    void refuse(const Failure &failure) const;

    std::string parameter(std::string_view name) const
    {
        const auto found = request.query.find(name);
        return found == request.query.end() ? std::string() : found->second;
    }
};

/// A query parameter that an endpoint knows. Others are refused: a misspelt filter must not widen
/// an answer.
struct Parameter
{
    std::string name;
    std::string description;
    std::vector<std::string> values{}; ///< when these are the only ones
};

/// What an endpoint answers when it works; problems are the same everywhere.
struct Answer
{
    int status = 200;
    std::string contentType;
    std::string schema; ///< in openapi_schemas.cpp; empty: none
};

/// One route, as it is served and as openapi.json describes it: one declaration for both.
struct Endpoint
{
    std::string method;
    std::string pattern;
    std::string summary;
    /// A file of the page: served, but no part of the contract, so openapi.json leaves it out.
    bool isPage = false;
    Access access;
    std::uint64_t maxBody = 0;
    std::vector<Parameter> parameters{};
    std::string bodySchema{}; ///< in openapi_schemas.cpp; empty: no body
    /// With a 304 among them every 200 carries an ETag, of its body when it has none of its own.
    std::vector<Answer> answers{};
    std::vector<int> problems{}; ///< statuses beside 400, 401, 403, 500 and 503
    /// Answers now or later; what it throws becomes a 500.
    std::function<void(Exchange)> call;
};

/// 204: done, nothing to tell.
http::Response emptyReply();

/// For endpoints that answer at once.
std::function<void(Exchange)>
answering(std::function<Result<http::Response>(const Exchange &)> work);

/// A 200 with JSON that nobody may keep.
http::Response jsonReply(std::string body, int status = 200);

/// Adds what every answer carries: nosniff, referrer and content security policy.
http::Response hardened(http::Response response);

inline constexpr std::string_view requestIdHeader = "X-Request-Id";
/// A new one: random and without meaning.
std::string requestId();

/// What goes with every request, whatever its endpoint is.
struct Around
{
    Log log;
    Observe observe;
    std::shared_ptr<TokenBuckets> perDevice;
    std::shared_ptr<TokenBuckets> perAddress;
};

/// The one way in: whether there are too many, who calls, whether they may, whether the parameters
/// are known; then the call, its errors and its output.
http::Handler wrap(const Endpoint &endpoint, const Store &store, Around around);

} // namespace vouch::server
