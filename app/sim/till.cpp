#include "app/sim/till.h"

#include "core/checklist/answer_json.h"
#include "core/checklist/path.h"

namespace vouch::sim {

namespace {

/// The clock of a tablet at one instant.
class StillClock : public Clock
{
public:
    explicit StillClock(Timestamp now)
        : m_now(now)
    {
    }
    Timestamp now() const override { return m_now; }
    std::int64_t monotonicMs() const override { return 0; }

private:
    Timestamp m_now;
};

/// An id of the time of opening whose last bits are the plan's, so that the choices stood as the
/// plan says; the other bits are random, so that two runs never make the same id.
Uuid idFor(Timestamp opened, std::uint16_t lastBits)
{
    auto bytes = Uuid::v7(StillClock(opened)).bytes();
    bytes[14] = static_cast<std::uint8_t>(lastBits >> 8);
    bytes[15] = static_cast<std::uint8_t>(lastBits & 0xff);
    return Uuid(bytes);
}

std::optional<int> countedScore(const check::Check &check)
{
    return check.kind == check::kind::survey ? check.score : std::nullopt;
}

} // namespace

Timestamp atLocal(const TimeZone &zone, Day day, Milliseconds sinceMidnight)
{
    const Timestamp asUtc = Timestamp(day) + sinceMidnight;
    const auto offset = [&zone](Timestamp time) {
        return std::chrono::minutes(zone.local(time).utcOffsetMinutes);
    };
    // The second look is right on the days when the offset changes.
    return asUtc - offset(asUtc - offset(asUtc));
}

Result<Waiting> Waiting::from(std::string canonical)
{
    const auto parsed = parseJson(canonical);
    if (!parsed)
        return parsed.failure();
    if (!parsed->is_object())
        return Failure{"check-malformed", "A record must be a JSON object.", {}};
    const auto check = check::fromJson(parsed->get_object());
    if (!check)
        return check.failure();
    return Waiting{{check->hash, std::move(canonical)}, check->id, countedScore(*check)};
}

Result<void>
RecordMaker::add(Till &till, const Conversation &conversation, const TimeZone &zone, Day day) const
{
    auto check = record(till, conversation, zone, day);
    if (!check)
        return check.failure();
    const auto marked = markAsTablets(till.recent, *check, m_boot.monotonicMs(check->openedAt));
    if (auto added = append(till, *check); !added)
        return added;
    for (const auto &later : marked)
        if (auto added = append(till, markRecord(later, *check)); !added)
            return added;
    return {};
}

Result<void> RecordMaker::add(Till &till, const TillHour &hour, const TimeZone &zone, Day day) const
{
    check::Check out;
    out.openedAt = atLocal(zone, day, std::chrono::hours(hour.hour));
    out.closedAt = atLocal(zone, day, hour.over);
    const auto local = zone.local(out.openedAt);
    out.id = Uuid::v7(StillClock(out.closedAt));
    out.device = till.device;
    out.store = till.store;
    out.kind = check::kind::activity;
    out.utcOffsetMinutes = local.utcOffsetMinutes;
    out.day = local.day;
    out.hour = local.hour;
    out.boot = m_boot.id;
    out.monotonicMs = m_boot.monotonicMs(out.closedAt);
    out.body = activityBody(hour);
    return append(till, std::move(out));
}

json::object RecordMaker::activityBody(const TillHour &hour) const
{
    std::int64_t opened = 0, scored = 0, completed = 0, corrected = 0;
    std::map<std::string, std::int64_t> left;
    for (const auto &each : hour.conversations) {
        if (each.training)
            continue;
        ++opened;
        scored += each.score ? 1 : 0;
        corrected += each.corrections > 0 ? 1 : 0;
        if (each.ending == Ending::Done)
            ++completed;
        else if (!each.score)
            ++left[m_survey.score];
        else
            ++left[checklist::path(m_survey, {{m_survey.score, *each.score}}).back()->code];
    }
    const bool isOpen = hour.hour >= openingHour && hour.hour < closingHour;
    return {
        {"minutes", 60},
        {"minutes_open", isOpen ? 60 : 0},
        {"opened", opened},
        {"scored", scored},
        {"completed", completed},
        {"corrected", corrected},
        {"left", json::value_from(left)},
        {"warnings", 0},
        {"more_time", 0}};
}

Result<void> RecordMaker::append(Till &till, check::Check check)
{
    auto link = check::append(check, till.head);
    if (!link)
        return link.failure();
    auto canonical = canonicalJson(check::toJson(check));
    if (!canonical)
        return canonical.failure();
    till.head = std::move(*link);
    till.outbox.push_back({{check.hash, std::move(*canonical)}, check.id, countedScore(check)});
    return {};
}

check::Check RecordMaker::markRecord(const LaterMarks &later, const check::Check &cause)
{
    check::Check out;
    out.id = Uuid::v7(StillClock(cause.closedAt));
    out.device = cause.device;
    out.store = cause.store;
    out.kind = check::kind::mark;
    out.openedAt = out.closedAt = cause.closedAt;
    out.utcOffsetMinutes = cause.utcOffsetMinutes;
    out.day = cause.day;
    out.hour = cause.hour;
    out.boot = cause.boot;
    out.monotonicMs = cause.monotonicMs;
    out.body = check::laterMarkBody(later.mark, later.checks, check::MarkPolicy());
    return out;
}

Result<check::Check> RecordMaker::record(
    const Till &till, const Conversation &conversation, const TimeZone &zone, Day day) const
{
    check::Check check;
    check.openedAt = atLocal(zone, day, conversation.opened);
    check.closedAt = check.openedAt + conversation.lasts;
    const auto local = zone.local(check.openedAt);
    check.id = idFor(check.openedAt, conversation.orderBits);
    check.device = till.device;
    check.store = till.store;
    check.kind = conversation.training ? check::kind::training : check::kind::survey;
    check.checklist = m_survey.id;
    check.version = m_survey.version;
    check.series = m_survey.series;
    check.touchpoint = m_survey.touchpoint;
    check.language = conversation.language;
    check.utcOffsetMinutes = local.utcOffsetMinutes;
    check.day = local.day;
    check.hour = local.hour;
    check.boot = m_boot.id;
    check.monotonicMs = m_boot.monotonicMs(check.closedAt);
    check.state =
        conversation.ending == Ending::Done ? check::State::Completed : check::State::Abandoned;
    check.score = conversation.score;
    if (conversation.training)
        check.marks.emplace_back(check::mark::training);
    if (const auto added = addAnswers(check, conversation); !added)
        return added.failure();
    return check;
}

Result<void> RecordMaker::addAnswers(check::Check &check, const Conversation &conversation) const
{
    if (!conversation.score)
        return {};
    if (auto added = addItem(check, m_survey.score, *conversation.score); !added)
        return added;
    check.items.front().corrections = conversation.corrections;
    if (conversation.ending != Ending::Done)
        return {};
    const checklist::Answers answers{{m_survey.score, *conversation.score}};
    const auto *list = checklist::path(m_survey, answers).back();
    if (auto added = addItem(check, list->code, conversation.picks); !added)
        return added;
    if (conversation.comment.empty())
        return {};
    const auto offered = checklist::offered(m_survey, answers, list->code);
    return addItem(check, offered.front()->code, conversation.comment);
}

Result<void> RecordMaker::addItem(
    check::Check &check, std::string_view question, const checklist::Answer &answer) const
{
    const auto &asked = *m_survey.find(question);
    if (auto valid = checklist::validate(asked, answer); !valid)
        return valid;
    check::Item item;
    item.question = asked.code;
    item.type = checklist::name(asked.type);
    item.value = checklist::toJson(answer);
    auto sealed = check::withDigest(std::move(item));
    if (!sealed)
        return sealed.failure();
    check.items.push_back(std::move(*sealed));
    return {};
}

} // namespace vouch::sim
