#include "sync/protocol/kiosk_settings.h"

#include "core/base/opening_hours.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <regex>

namespace vouch::protocol {

namespace {

constexpr std::size_t longestName = 100;
constexpr std::size_t longestText = 4000;
constexpr std::size_t largestObject = 1u << 20; ///< of JSON: a theme may hold pictures

Failure unfit(const std::string &place, const std::string &expected)
{
    return {"setting-malformed", "This must be " + expected + ".", place};
}

bool isLanguage(const std::string &text)
{
    static const std::regex tag("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    return std::regex_match(text, tag);
}

bool isVersion(const std::string &text)
{
    static const std::regex word("[A-Za-z0-9._-]{1,32}");
    return std::regex_match(text, word);
}

/// Reads one value, and the members of an object, all of them optional. Keeps the first thing that
/// is wrong.
class Reader
{
public:
    explicit Reader(std::string_view key)
        : m_place(key)
    {
    }

    /// `value` as an object with no other members than those named; null with a problem else.
    const json::object *
    object(const json::value &value, std::initializer_list<std::string_view> known)
    {
        const auto *found = value.if_object();
        if (!found) {
            fail({}, "an object");
            return nullptr;
        }
        for (const auto &member : *found) {
            const std::string_view key(member.key().data(), member.key().size());
            if (std::find(known.begin(), known.end(), key) == known.end())
                fail({}, "an object without “" + std::string(key) + "”, which is not known here");
        }
        return found;
    }

    void boolean(const json::value *value, std::string_view member, bool &out)
    {
        if (value && !value->is_bool())
            fail(member, "true or false");
        else if (value)
            out = value->get_bool();
    }

    void integer(const json::value *value, std::string_view member, int min, int max, int &out)
    {
        if (!value)
            return;
        const auto *number = value->if_int64();
        if (!number || *number < min || *number > max)
            return fail(
                member,
                "a whole number from " + std::to_string(min) + " to " + std::to_string(max));
        out = static_cast<int>(*number);
    }

    void text(const json::value *value, std::string_view member, std::size_t most, std::string &out)
    {
        if (!value)
            return;
        const auto *found = value->if_string();
        if (!found || found->empty() || found->size() > most)
            return fail(member, "a text of 1 to " + std::to_string(most) + " bytes");
        out = std::string(view(*found));
    }

    void fail(std::string_view member, const std::string &expected)
    {
        if (!m_failure)
            m_failure =
                unfit(member.empty() ? m_place : m_place + "/" + std::string(member), expected);
    }

    Result<void> result() const { return m_failure ? Result<void>(*m_failure) : Result<void>(); }

private:
    std::string m_place;
    std::optional<Failure> m_failure;
};

const json::value *memberOf(const json::object *object, std::string_view key)
{
    return object ? object->if_contains(json::string_view(key.data(), key.size())) : nullptr;
}

void readResting(Reader &reader, const json::value &value, KioskSettings &out)
{
    if (value == "invitation")
        out.resting = KioskSettings::Resting::Invitation;
    else if (value == "question")
        out.resting = KioskSettings::Resting::Question;
    else
        reader.fail({}, "“question” or “invitation”");
}

void readLanguage(Reader &reader, const json::value &value, KioskSettings &out)
{
    reader.text(&value, {}, longestName, out.language);
    if (!isLanguage(out.language))
        reader.fail({}, "a language like “fa”, “pt-BR” or “sr-Latn”");
}

void readWhole(Reader &reader, const json::value &value, json::object &out)
{
    const auto *object = value.if_object();
    if (!object || object->empty() || json::serialize(*object).size() > largestObject)
        return reader.fail({}, "an object, not empty, of at most 1 MiB");
    out = *object;
}

void readOpeningHours(Reader &reader, const json::value &value, KioskSettings &out)
{
    readWhole(reader, value, out.openingHours);
    if (const auto hours = OpeningHours::parse(out.openingHours); !hours)
        reader.fail(hours.failure().where, "hours like {\"mon\": [\"09:00-22:00\"], …}");
}

void readTheme(Reader &reader, const json::value &value, KioskSettings &out)
{
    readWhole(reader, value, out.theme);
}

void readKeepUnsentComment(Reader &reader, const json::value &value, KioskSettings &out)
{
    reader.boolean(&value, {}, out.keepUnsentComment);
}

void readMarks(Reader &reader, const json::value &value, KioskSettings &out)
{
    const auto *object = reader.object(value, {"burst_checks", "burst_seconds", "repeat_scores"});
    const auto read = [&](std::string_view key, int max, int &into) {
        reader.integer(memberOf(object, key), key, 2, max, into);
    };
    read("burst_checks", 1000, out.marks.burstChecks);
    read("burst_seconds", 3600, out.marks.burstSeconds);
    read("repeat_scores", 1000, out.marks.repeatScores);
}

void readConsentTexts(Reader &reader, const json::value &value, KioskSettings::Contact &out)
{
    const auto *texts = value.if_object();
    if (!texts)
        return reader.fail("texts", "an object of texts by language");
    for (const auto &entry : *texts) {
        const std::string language(entry.key());
        if (!isLanguage(language))
            reader.fail("texts", "an object of texts by language, not by “" + language + "”");
        reader.text(&entry.value(), "texts/" + language, longestText, out.texts[language]);
    }
}

void readContact(Reader &reader, const json::value &value, KioskSettings &out)
{
    const auto *object = reader.object(value, {"enabled", "chain", "days", "texts", "version"});
    reader.boolean(memberOf(object, "enabled"), "enabled", out.contact.enabled);
    reader.text(memberOf(object, "chain"), "chain", longestName, out.contact.chain);
    reader.integer(memberOf(object, "days"), "days", 1, 3650, out.contact.days);
    reader.text(memberOf(object, "version"), "version", longestName, out.contact.version);
    if (!isVersion(out.contact.version))
        reader.fail("version", "1 to 32 letters, digits, dots, dashes or underscores");
    if (const auto *texts = memberOf(object, "texts"))
        readConsentTexts(reader, *texts, out.contact);
    // What a shopper agreed to must be told from the program's own text for good.
    if (!out.contact.texts.empty() && out.contact.version == KioskSettings::Contact().version)
        reader.fail("version", "there, and another than “1”, for texts of your own");
}

void readLowReach(Reader &reader, const json::value &value, KioskSettings &out)
{
    reader.boolean(&value, {}, out.lowReach);
}

void readReadAloud(Reader &reader, const json::value &value, KioskSettings &out)
{
    reader.boolean(&value, {}, out.readAloud);
}

void readTarget(Reader &reader, const json::value &value, KioskSettings &out)
{
    int points = 0;
    reader.integer(&value, {}, -100, 100, points);
    out.target = points;
}

void readOfficialScore(Reader &reader, const json::value &value, KioskSettings &out)
{
    if (value != "all" && value != "unmarked")
        reader.fail({}, "“all” or “unmarked”");
    out.unmarkedIsOfficial = value == "unmarked";
}

void readDayStart(Reader &reader, const json::value &value, KioskSettings &out)
{
    const auto *text = value.if_string();
    for (int hour = 0; text && hour <= latestDayStart; ++hour) {
        if (view(*text) == (hour < 10 ? "0" : "") + std::to_string(hour) + ":00") {
            out.dayStart = hour;
            return;
        }
    }
    reader.fail({}, "a full hour from “00:00” to “12:00”");
}

void readWeekStart(Reader &reader, const json::value &value, KioskSettings &out)
{
    const auto *text = value.if_string();
    const auto day = text ? weekdayFrom(view(*text)) : std::nullopt;
    if (!day)
        return reader.fail({}, "“mon”, “tue” … “sun”");
    out.weekStart = *day;
}

void readCalendar(Reader &reader, const json::value &value, KioskSettings &out)
{
    const auto *text = value.if_string();
    const auto calendar = text ? calendarFrom(view(*text)) : std::nullopt;
    if (!calendar)
        return reader.fail({}, "“gregorian” or “jalali”");
    out.calendar = *calendar;
}

struct KnownSetting
{
    SettingKind kind;
    void (*read)(Reader &, const json::value &, KioskSettings &);
};

constexpr KnownSetting knownSettings[] = {
    {{"resting", "\"question\" or \"invitation\""}, readResting},
    {{"language", "\"fa\", \"pt-BR\" …: the language that each shopper starts in"}, readLanguage},
    {{"opening_hours", "{\"mon\": [\"09:00-22:00\"], …, \"exceptions\": {\"2026-12-25\": []}}: "
                       "outside them the screen dims and answers are marked"},
     readOpeningHours},
    {{"theme", "an object: what a theme file holds"}, readTheme},
    {{"keep_unsent_comment", "true or false: a comment abandoned half-way is kept"},
     readKeepUnsentComment},
    {{"marks", "{\"burst_checks\": 6, \"burst_seconds\": 60, \"repeat_scores\": 10}"}, readMarks},
    {{"contact", "{\"enabled\": true, \"chain\": \"…\", \"days\": 30, \"version\": \"de-1\", "
                 "\"texts\": {\"de\": \"…\"}}"},
     readContact},
    {{"low_reach", "true or false: \"Controls lower\" is offered"}, readLowReach},
    {{"read_aloud", "true or false: \"Read aloud\" is offered"}, readReadAloud},
    {{"target", "50: the score, in points, that stores without a target in the structure are to "
                "reach"},
     readTarget},
    {{"official_score",
      "\"all\" or \"unmarked\": whether marked answers count in the score that "
      "reports call official; of the chain only",
      true},
     readOfficialScore},
    {{"day_start", "\"04:00\": the hour at which business days begin; of the chain only", true},
     readDayStart},
    {{"week_start", "\"mon\", \"sat\" …: the day that weeks begin with; of the chain only", true},
     readWeekStart},
    {{"calendar", "\"gregorian\" or \"jalali\": whose months reports have; of the chain only",
      true},
     readCalendar},
};

/// Reads one value into `out`, which stays as it was when the value is wrong.
Result<void> readSetting(std::string_view key, const json::value &value, KioskSettings &out)
{
    const auto *found =
        std::find_if(std::begin(knownSettings), std::end(knownSettings), [&](const auto &setting) {
            return setting.kind.key == key;
        });
    if (found == std::end(knownSettings)) {
        std::string keys;
        for (const auto &setting : knownSettings)
            (keys += keys.empty() ? "" : ", ") += setting.kind.key;
        return Failure{
            "setting-unknown", "There is no such setting. There are " + keys + ".",
            std::string(key)};
    }
    auto copy = out;
    Reader reader(key);
    found->read(reader, value, copy);
    if (auto fine = reader.result(); !fine)
        return fine;
    out = std::move(copy);
    return {};
}

Result<PinHashes> readPins(const json::value &value)
{
    PinHashes out;
    const auto *object = value.if_object();
    if (!object)
        return unfit("pins", "an object of hashes by role");
    for (const auto &entry : *object) {
        const auto role = pinRoleFrom(entry.key());
        const auto *hash = entry.value().if_string();
        if (!role || !hash || !view(*hash).starts_with("$argon2id$"))
            return unfit("pins/" + std::string(entry.key()), "the Argon2id string of a role");
        out.emplace(*role, view(*hash));
    }
    return out;
}

} // namespace

std::span<const SettingKind> settingKinds()
{
    static const auto kinds = [] {
        std::array<SettingKind, std::size(knownSettings)> out;
        std::transform(
            std::begin(knownSettings), std::end(knownSettings), out.begin(),
            [](const auto &setting) { return setting.kind; });
        return out;
    }();
    return kinds;
}

bool isOfChain(std::string_view key)
{
    const auto kinds = settingKinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const SettingKind &kind) {
        return kind.key == key && kind.ofChain;
    });
}

Result<void> checkSetting(std::string_view key, const json::value &value)
{
    KioskSettings unused;
    return readSetting(key, value, unused);
}

KioskSettings readSettings(const json::object &settings, std::vector<Failure> &problems)
{
    KioskSettings out;
    for (const auto &entry : settings) {
        const std::string_view key(entry.key().data(), entry.key().size());
        if (key == "pins") {
            if (auto pins = readPins(entry.value()))
                out.pins = std::move(*pins);
            else
                problems.push_back(pins.failure());
        } else if (const auto read = readSetting(key, entry.value(), out); !read) {
            problems.push_back(read.failure());
        } else {
            out.given[entry.key()] = entry.value();
        }
    }
    return out;
}

} // namespace vouch::protocol
