#pragma once

#include "core/check/check.h"
#include "core/checklist/definition.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// Answers from elsewhere: telephone, e-mail, web, the complaint book. How they become records is
/// told in resources/docs/imports.md.
namespace vouch::server {

/// One answer as a file has it.
struct ResponseRow
{
    std::string externalId; ///< what the other system calls it; unique in its channel
    std::string channel;    ///< of responseChannels()
    std::string store;
    std::string touchpoint;
    std::string answeredAt; ///< 2026-11-22T10:03:05Z, with an offset, or the store's own wall clock
    std::string score;      ///< empty: none, as in a complaint
    std::string comment;
    std::string language; ///< empty: the checklist's first
    std::string liked;    ///< codes, with semicolons between
    std::string improve;
};

const std::set<std::string> &responseChannels();

struct ResponseOutcome
{
    enum class Status { Accepted, Duplicate, Conflict, Rejected };

    Status status = Status::Rejected;
    std::string code{};   ///< of a conflict or a rejected one
    std::string reason{}; ///< for a person
};
std::string_view toText(ResponseOutcome::Status status);

/// What rows are read by.
struct ResponseRules
{
    checklist::Checklist checklist;
    std::map<std::string, TimeZone> stores;
    std::set<std::string> touchpoints; ///< empty: the chain names none, and any will do
    int dayStart = 0;
    Timestamp now;
};

/// A response as a record without its device and its place in a chain.
struct ReadResponse
{
    check::Check check;
    std::string channel;
    std::string externalId;

    /// As it travels: with the members `channel` and `external_id`.
    json::object record() const;
};

/// Failures `response-malformed`, `channel-unknown`, `no-such-store`, `touchpoint-unknown`,
/// `time-malformed`, `answer-in-future`, `score-malformed`, `choice-unknown`, `answer-unreached`;
/// where = the column.
Result<ReadResponse> readResponse(const ResponseRow &row, const ResponseRules &rules);

/// Whether a record that is here says the same as the response; what was erased of it is not asked.
bool isSameResponse(const json::object &record, const ReadResponse &response);

/// The same for the same channel and external id, wherever and whenever it is made.
Uuid responseId(const std::string &channel, const std::string &externalId);

} // namespace vouch::server
