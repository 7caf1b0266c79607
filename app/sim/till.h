#pragma once

#include "app/sim/day_plan.h"
#include "app/sim/till_marks.h"
#include "core/check/check.h"
#include "core/checklist/answer.h"
#include "sync/protocol/batch.h"

#include <optional>
#include <vector>

namespace vouch::sim {

/// A closed record that the server has not acknowledged yet.
struct Waiting
{
    protocol::SealedCheck sealed;
    Uuid id;
    std::optional<int> score; ///< only when it counts: a scored survey

    /// From its canonical bytes. Failure `check-malformed`.
    static Result<Waiting> from(std::string canonical);
};

/// One simulated tablet: its identity, its chain, its outbox.
struct Till
{
    std::string store;
    int number = 1; ///< from 1 in its shop
    crypto::SigningKey key;
    Uuid device;
    std::string token;
    check::Link head;
    std::vector<Waiting> outbox;
    Recent recent{};

    std::string name() const { return "till " + std::to_string(number); }
};

/// The boot that all tills of one run share, and when it was.
struct Boot
{
    Uuid id;
    Timestamp at;

    std::int64_t monotonicMs(Timestamp time) const { return (time - at).count(); }
};

/// When the store's clock shows `sinceMidnight` on `day`.
Timestamp atLocal(const TimeZone &zone, Day day, Milliseconds sinceMidnight);

/// Makes records of conversations as a kiosk does: each answer validated, suspicious ones marked,
/// each record hashed and put into its till's chain and outbox. `survey` outlives it.
class RecordMaker
{
public:
    RecordMaker(const checklist::Checklist &survey, Boot boot)
        : m_survey(survey)
        , m_boot(boot)
    {
    }

    const Boot &boot() const { return m_boot; }
    Result<void>
    add(Till &till, const Conversation &conversation, const TimeZone &zone, Day day) const;
    /// What the till did in an hour, as core/storage/activity_log.h has it.
    Result<void> add(Till &till, const TillHour &hour, const TimeZone &zone, Day day) const;

private:
    static Result<void> append(Till &till, check::Check check);
    static check::Check markRecord(const LaterMarks &later, const check::Check &cause);
    Result<check::Check>
    record(const Till &till, const Conversation &conversation, const TimeZone &zone, Day day) const;
    Result<void>
    addItem(check::Check &check, std::string_view question, const checklist::Answer &answer) const;
    json::object activityBody(const TillHour &hour) const;
    Result<void> addAnswers(check::Check &check, const Conversation &conversation) const;

    const checklist::Checklist &m_survey;
    Boot m_boot;
};

} // namespace vouch::sim
