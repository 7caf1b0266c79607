#pragma once

#include "app/sim/http_talk.h"
#include "app/sim/stop_signal.h"
#include "app/sim/till.h"
#include "sync/protocol/enrolment.h"

namespace vouch::sim {

/// What a tablet says to vouch-central and what it hears.
class CentralLink
{
public:
    CentralLink(HttpTalk http, const Clock &clock, StopSignal &stop)
        : m_http(std::move(http))
        , m_clock(clock)
        , m_stop(stop)
    {
    }

    /// Sets the till's device, token and store. Failures: the server's own, `server-unreachable`,
    /// `answer-malformed`.
    Result<void> enrol(Till &till, const std::string &code);

    /// The time zone of the till's store.
    Result<TimeZone> zone(const Till &till);

    /// Sends the first records of the outbox, as many as one batch takes, and tries again with
    /// growing pauses while the server cannot be reached or asks for it. The answer has one result
    /// a record, in order; the outbox is left as it is. Also fails with `stopped`.
    Result<protocol::BatchAnswer> send(const Till &till, const Boot &boot);

private:
    Result<HttpReply> persistently(const Till &till, const std::string &body);

    HttpTalk m_http;
    const Clock &m_clock;
    StopSignal &m_stop;
};

/// How many records of the outbox go into its next batch.
std::size_t batchSize(const Till &till);

} // namespace vouch::sim
