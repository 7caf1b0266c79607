#include "sync/server/store/responses.h"

#include "core/base/calendar.h"
#include "core/base/crypto.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace vouch::server {

namespace {

namespace chr = std::chrono;

constexpr std::size_t longestId = 200;
constexpr std::size_t longestComment = 10'000;
constexpr chr::minutes clockTolerance{5};

std::optional<int> digits(std::string_view text)
{
    int out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && !text.empty() && text[0] != '-' ? std::optional(out) : std::nullopt;
}

/// "10:03", "10:03:05" or "10:03:05.120" as the time since midnight.
std::optional<chr::milliseconds> timeOfDay(std::string_view text)
{
    if (text.size() < 5 || text[2] != ':')
        return std::nullopt;
    const auto hour = digits(text.substr(0, 2)), minute = digits(text.substr(3, 2));
    std::optional<int> second = 0, part = 0;
    if (text.size() > 5)
        second = text[5] == ':' && text.size() >= 8 ? digits(text.substr(6, 2)) : std::nullopt;
    if (text.size() > 8)
        part = text[8] == '.' && text.size() == 12 ? digits(text.substr(9)) : std::nullopt;
    const bool fine = hour && minute && second && part && *hour < 24 && *minute < 60 &&
                      *second < 60 && text.size() != 6 && text.size() != 7;
    return fine ? std::optional(
                      chr::hours(*hour) + chr::minutes(*minute) + chr::seconds(*second) +
                      chr::milliseconds(*part))
                : std::nullopt;
}

/// "+03:30" in minutes.
std::optional<int> offsetFrom(std::string_view text)
{
    if (text == "Z")
        return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const auto hours = digits(text.substr(1, 2)), minutes = digits(text.substr(4));
    if (!hours || !minutes || *hours > 18 || *minutes > 59)
        return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

/// The instant that a store's wall clock shows so; the earlier one where the clocks go back.
std::optional<Timestamp> instantOf(Timestamp wall, const TimeZone &zone)
{
    for (const auto guess : {wall - chr::hours(26), wall, wall + chr::hours(26)}) {
        const auto at = wall - chr::minutes(zone.local(guess).utcOffsetMinutes);
        if (at + chr::minutes(zone.local(at).utcOffsetMinutes) == wall)
            return at;
    }
    return std::nullopt;
}

Result<Timestamp> answeredAt(const std::string &text, const TimeZone &zone)
{
    const Failure malformed{
        "time-malformed",
        "Say when it was answered: 2026-11-22T10:03:05Z, 2026-11-22T13:33:05+03:30, or by the "
        "store's clock 2026-11-22 13:33.",
        "answered_at"};
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' '))
        return malformed;
    const auto day = parseDay(text.substr(0, 10));
    const auto mark = std::min(text.find_first_of("Z+-", 11), text.size());
    const auto time = timeOfDay(std::string_view(text).substr(11, mark - 11));
    if (!day || !time)
        return malformed;
    const Timestamp wall = *day + *time;
    if (mark == text.size()) {
        const auto at = instantOf(wall, zone);
        if (!at)
            return Failure{
                "time-malformed",
                "The store's clock never showed this time: the clocks went forward over it.",
                "answered_at"};
        return *at;
    }
    const auto offset = offsetFrom(std::string_view(text).substr(mark));
    if (!offset)
        return malformed;
    return wall - chr::minutes(*offset);
}

std::vector<std::string> parted(const std::string &text)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(';', at), text.size());
        auto part = text.substr(at, end - at);
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
        if (!part.empty())
            out.push_back(std::move(part));
        at = end + 1;
    }
    return out;
}

/// Adds what a row answers to the questions of the checklist.
class AnswerReader
{
public:
    AnswerReader(const checklist::Checklist &checklist, check::Check &check)
        : m_checklist(checklist)
        , m_check(check)
    {
    }

    Result<void> score(const std::string &text)
    {
        if (text.empty())
            return {};
        const auto number = digits(text);
        const auto bounds = checklist::scoreBounds(m_checklist.measurement);
        if (!number || *number < bounds.min || *number > bounds.max)
            return Failure{
                "score-malformed",
                "A score is from " + std::to_string(bounds.min) + " to " +
                    std::to_string(bounds.max) + ", or empty.",
                "score"};
        m_check.score = *number;
        m_check.items.push_back(
            {m_checklist.score, std::string(check::item_type::scale), *number, {}, {}, 0});
        return {};
    }

    Result<void> choices(const std::string &question, const std::string &text)
    {
        const auto codes = parted(text);
        if (codes.empty())
            return {};
        const auto *asked = m_checklist.find(question);
        if (!asked || asked->type != checklist::Type::Choices)
            return Failure{
                "choice-unknown", "This checklist has no list \"" + question + "\".", question};
        if (asked->when && asked->when->question == m_checklist.score &&
            (!m_check.score || *m_check.score < asked->when->from ||
             *m_check.score > asked->when->to))
            return Failure{
                "answer-unreached", "With this score nobody is asked for this.", question};
        if (codes.size() > std::size_t(asked->maxPicks))
            return Failure{
                "choice-unknown", "At most " + std::to_string(asked->maxPicks) + " can be picked.",
                question};
        json::array value;
        for (const auto &code : codes) {
            if (!asked->findChoice(code))
                return Failure{"choice-unknown", "The list has no \"" + code + "\".", question};
            value.emplace_back(code);
        }
        m_check.items.push_back(
            {question, std::string(check::item_type::choices), std::move(value), {}, {}, 0});
        return {};
    }

    Result<void> comment(const std::string &text)
    {
        if (text.empty())
            return {};
        if (text.size() > longestComment)
            return Failure{"response-malformed", "A comment has at most 10,000 bytes.", "comment"};
        const auto asked = std::find_if(
            m_checklist.questions.begin(), m_checklist.questions.end(),
            [](const auto &each) { return each.type == checklist::Type::Text; });
        auto item = check::withDigest(
            {asked == m_checklist.questions.end() ? "comment" : asked->code,
             std::string(check::item_type::text),
             json::string(text),
             {},
             {},
             0});
        if (!item)
            return item.failure();
        m_check.items.push_back(std::move(*item));
        return {};
    }

private:
    const checklist::Checklist &m_checklist;
    check::Check &m_check;
};

Result<void> readAnswers(const ResponseRow &row, const ResponseRules &rules, check::Check &check)
{
    AnswerReader reader(rules.checklist, check);
    if (auto read = reader.score(row.score); !read)
        return read;
    if (auto read = reader.choices("liked", row.liked); !read)
        return read;
    if (auto read = reader.choices("improve", row.improve); !read)
        return read;
    if (auto read = reader.comment(row.comment); !read)
        return read;
    if (check.items.empty())
        return Failure{"response-malformed", "There is neither a score nor a comment.", "score"};
    return {};
}

Result<void> checkPlace(const ResponseRow &row, const ResponseRules &rules)
{
    if (!isName(row.externalId, longestId))
        return Failure{
            "response-malformed",
            "An external id has 1 to 200 bytes, none of them a control character.", "external_id"};
    if (!responseChannels().contains(row.channel))
        return Failure{
            "channel-unknown",
            "Channels are complaint-book, email, letter, sms, telephone and web.", "channel"};
    if (!rules.stores.contains(row.store))
        return Failure{"no-such-store", "There is no store \"" + row.store + "\".", "store"};
    if (!isName(row.touchpoint, 100))
        return Failure{
            "touchpoint-unknown",
            "A touchpoint has 1 to 100 bytes, none of them a control character.", "touchpoint"};
    if (!rules.touchpoints.empty() && !rules.touchpoints.contains(row.touchpoint))
        return Failure{
            "touchpoint-unknown", "The chain has no touchpoint \"" + row.touchpoint + "\".",
            "touchpoint"};
    if (!checklist::mayBeAskedAt(rules.checklist.measurement, row.touchpoint))
        return Failure{
            "touchpoint-unknown", "This checklist is not asked at this touchpoint.", "touchpoint"};
    if (row.language.size() > 16)
        return Failure{"response-malformed", "A language looks like fa or pt-BR.", "language"};
    return {};
}

/// What a response says, without how and when it came here.
json::object content(const json::object &record)
{
    json::object out;
    for (const auto *member : {"store", "touchpoint", "channel", "opened_at", "score"})
        if (const auto *value = record.if_contains(member))
            out[member] = *value;
    return out;
}

/// By question; null for what was erased.
std::map<std::string, json::value> answersIn(const json::object &record)
{
    std::map<std::string, json::value> out;
    if (const auto *items = findArray(record, "items"))
        for (const auto &item : *items)
            if (const auto *object = item.if_object())
                if (const auto *question = findString(*object, "question")) {
                    const auto *value = object->if_contains("value");
                    out[std::string(view(*question))] = value ? *value : json::value(nullptr);
                }
    return out;
}

} // namespace

const std::set<std::string> &responseChannels()
{
    static const std::set<std::string> all{"complaint-book", "email", "letter", "sms",
                                           "telephone",      "web"};
    return all;
}

std::string_view toText(ResponseOutcome::Status status)
{
    switch (status) {
    case ResponseOutcome::Status::Accepted:
        return "accepted";
    case ResponseOutcome::Status::Duplicate:
        return "duplicate";
    case ResponseOutcome::Status::Conflict:
        return "conflict";
    case ResponseOutcome::Status::Rejected:
        return "rejected";
    }
    return "";
}

json::object ReadResponse::record() const
{
    auto out = check::toJson(check);
    out["channel"] = channel;
    out["external_id"] = externalId;
    return out;
}

Result<ReadResponse> readResponse(const ResponseRow &row, const ResponseRules &rules)
{
    if (const auto fine = checkPlace(row, rules); !fine)
        return fine.failure();
    const auto &zone = rules.stores.at(row.store);
    const auto at = answeredAt(row.answeredAt, zone);
    if (!at)
        return at.failure();
    if (*at > rules.now + clockTolerance)
        return Failure{"answer-in-future", "This time has not come yet.", "answered_at"};
    const auto local = zone.local(*at);
    ReadResponse out{{}, row.channel, row.externalId};
    auto &check = out.check;
    check.id = responseId(row.channel, row.externalId);
    check.store = row.store;
    check.kind = check::kind::survey;
    check.checklist = rules.checklist.id;
    check.version = rules.checklist.version;
    check.series = rules.checklist.series;
    check.touchpoint = row.touchpoint;
    check.language = row.language.empty() ? rules.checklist.languages.front() : row.language;
    check.openedAt = check.closedAt = *at;
    check.utcOffsetMinutes = local.utcOffsetMinutes;
    check.day = businessDay(local, rules.dayStart);
    check.hour = local.hour;
    check.state = check::State::Completed;
    if (const auto read = readAnswers(row, rules, check); !read)
        return read.failure();
    return out;
}

bool isSameResponse(const json::object &record, const ReadResponse &response)
{
    const auto other = response.record();
    auto mine = answersIn(record), theirs = answersIn(other);
    for (auto &[question, value] : mine)
        if (value.is_null() && theirs.contains(question))
            value = theirs[question];
    return content(record) == content(other) && mine == theirs;
}

Uuid responseId(const std::string &channel, const std::string &externalId)
{
    crypto::Blake2b hash;
    hash.add("vouch-response-1\n" + channel + "\n" + externalId);
    const auto digest = hash.finish();
    Uuid::Bytes bytes;
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    bytes[6] =
        std::uint8_t((bytes[6] & 0x0f) | 0x80); // RFC 9562, version 8: made by a rule of ours
    bytes[8] = std::uint8_t((bytes[8] & 0x3f) | 0x80);
    return Uuid(bytes);
}

} // namespace vouch::server
