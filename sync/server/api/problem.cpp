#include "sync/server/api/problem.h"

#include "sync/protocol/codes.h"

#include <map>

namespace vouch::server {

namespace code = protocol::code;

int statusOf(std::string_view failureCode)
{
    static const std::map<std::string_view, int> statuses{
        {code::malformed, 400},
        {code::protocolUnsupported, 400},
        {code::signatureInvalid, 400},
        {code::proofInvalid, 400},
        {code::batchTooLarge, 413},
        {code::unauthenticated, 401},
        {code::credentialsWrong, 401},
        {code::passwordUnfit, 400},
        {code::passwordWrong, 403},
        {code::userMalformed, 400},
        {code::userExists, 409},
        {code::deviceRevoked, 403},
        {code::forbidden, 403},
        {code::deviceMismatch, 403},
        {code::csrfMissing, 403},
        {code::employeesByWeek, 400},
        {code::erasureCodeMalformed, 400},
        {code::retentionMalformed, 400},
        {code::codeUnknown, 403},
        {code::codeExpired, 403},
        {code::codeUsed, 403},
        {code::notFound, 404},
        {code::settingUnknown, 400},
        {code::settingMalformed, 400},
        {code::settingOfChain, 400},
        {code::storeOwn, 409},
        {code::publicationSuperseded, 409},
        {code::publicationUndone, 409},
        {code::publicationWhole, 409},
        {code::deviceReplaced, 409},
        {code::pinMalformed, 400},
        {code::pinEasy, 400},
        {code::pinTaken, 409},
        {code::bodyTooLarge, 413},
        {code::encodingUnsupported, 415},
        {code::keyMissing, 409},
        {code::sealedUnreadable, 409},
        {code::contactMalformed, 409},
        {code::tooManyRequests, 429},
        {code::unavailable, 503},
    };
    const auto found = statuses.find(failureCode);
    return found == statuses.end() ? 500 : found->second;
}

http::Response problemOf(const Failure &failure)
{
    const int status = statusOf(failure.code);
    if (status == 500)
        return http::problem(
            500, code::internal,
            "The server could not do this. Try again; if it stays so, look at the server's log.");
    return http::problem(
        status, failure.code,
        failure.where.empty() ? failure.message : failure.message + " (" + failure.where + ")");
}

http::Response tooManyRequests(std::int64_t secondsToWait, const std::string &message)
{
    auto response = http::problem(429, code::tooManyRequests, message);
    response.headers.set("Retry-After", std::to_string(secondsToWait));
    return response;
}

http::Response unavailable(const std::string &message)
{
    auto response = http::problem(503, code::unavailable, message);
    response.headers.set("Retry-After", "2");
    return response;
}

} // namespace vouch::server
