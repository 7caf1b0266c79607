#include "core/base/utf8.h"
#include "core/check/check.h"

#include <algorithm>

namespace vouch::check {

namespace {

Failure malformed(std::string_view member, std::string message)
{
    return {"check-malformed", std::move(message), std::string(member)};
}

/// Reads members one by one and remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const json::object &object)
        : m_object(object)
    {
    }

    /// From now on a member that is not there is no mistake; one that is there must be right.
    void allowAbsent() { m_absentAllowed = true; }

    void text(std::string_view key, std::string &out, std::size_t most = 200)
    {
        if (mayBeAbsent(key))
            return;
        const auto *value = findString(m_object, key);
        if (!value || !isName(view(*value), most))
            return fail(
                key, "must be a text of 1 to " + std::to_string(most) +
                         " bytes without control characters");
        out.assign(value->data(), value->size());
    }
    void hex(std::string_view key, std::string &out, std::size_t size)
    {
        if (mayBeAbsent(key))
            return;
        const auto *value = findString(m_object, key);
        if (!value || value->size() != size || !isHex(view(*value)))
            return fail(key, "must be " + std::to_string(size) + " lower-case hexadecimal digits");
        out.assign(value->data(), value->size());
    }
    void uuid(std::string_view key, Uuid &out)
    {
        if (mayBeAbsent(key))
            return;
        const auto *value = findString(m_object, key);
        const auto read = Uuid::parse(value ? view(*value) : std::string_view());
        if (!read || read->isNull())
            return fail(key, "must be a UUID in lower case");
        out = *read;
    }
    void time(std::string_view key, Timestamp &out)
    {
        if (mayBeAbsent(key))
            return;
        const auto *value = findString(m_object, key);
        const auto read = parseUtc(value ? view(*value) : std::string_view());
        if (!read)
            return fail(key, "must look like 2026-11-22T10:03:05.120Z");
        out = *read;
    }
    void day(std::string_view key, Day &out)
    {
        if (mayBeAbsent(key))
            return;
        const auto *value = findString(m_object, key);
        const auto read = parseDay(value ? view(*value) : std::string_view());
        if (!read)
            return fail(key, "must look like 2026-11-22");
        out = *read;
    }
    template <class T>
    void integer(std::string_view key, T &out, std::int64_t low, std::int64_t high)
    {
        if (mayBeAbsent(key))
            return;
        const auto value = findInteger(m_object, key);
        if (!value || *value < low || *value > high)
            return fail(
                key,
                "must be an integer from " + std::to_string(low) + " to " + std::to_string(high));
        out = static_cast<T>(*value);
    }
    void fail(std::string_view key, const std::string &what)
    {
        if (!m_failure)
            m_failure = malformed(key, "The member \"" + std::string(key) + "\" " + what + ".");
    }
    void fail(Failure failure)
    {
        if (!m_failure)
            m_failure = std::move(failure);
    }
    const std::optional<Failure> &failure() const { return m_failure; }
    bool mayBeAbsent(std::string_view key) const
    {
        return m_absentAllowed && !m_object.contains(json::string_view(key.data(), key.size()));
    }

private:
    static bool isHex(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        });
    }

    const json::object &m_object;
    std::optional<Failure> m_failure;
    bool m_absentAllowed = false;
};

Result<Item> itemFrom(const json::value &value)
{
    const auto *object = value.if_object();
    if (!object)
        return malformed("items", "Every item must be an object.");
    Item item;
    Reader reader(*object);
    reader.text("question", item.question);
    reader.text("type", item.type);
    const auto *answer = object->if_contains("value");
    if (answer)
        item.value = *answer;
    if (object->contains("corrections"))
        reader.integer("corrections", item.corrections, 0, 1000000);
    if (isErasable(item.type)) {
        reader.hex("digest", item.digest, 64);
        if (answer || object->contains("salt"))
            reader.hex("salt", item.salt, 32);
        if (!answer && object->contains("salt"))
            reader.fail("value", "is missing though its salt is there");
    } else if (!answer) {
        reader.fail("value", "is missing");
    }
    if (item.type == item_type::scale && answer && !findInteger(*object, "value"))
        reader.fail("value", "must be an integer in an item of type scale");
    if (reader.failure())
        return malformed("items/" + item.question, reader.failure()->message);
    return item;
}

void readItems(Reader &reader, const json::object &record, Check &check)
{
    if (reader.mayBeAbsent("items"))
        return;
    const auto *items = findArray(record, "items");
    if (!items)
        return reader.fail("items", "must be an array");
    check.items.reserve(items->size());
    for (const auto &value : *items) {
        auto item = itemFrom(value);
        if (!item)
            return reader.fail(item.failure());
        check.items.push_back(std::move(*item));
    }
}

void readScoreAndMarks(Reader &reader, const json::object &record, Check &check)
{
    const auto *score = record.if_contains("score");
    if (score && !score->is_null()) {
        int read = 0;
        reader.integer("score", read, 0, 10);
        check.score = read;
    }
    if (reader.mayBeAbsent("marks"))
        return;
    const auto *marks = findArray(record, "marks");
    if (!marks)
        return reader.fail("marks", "must be an array of texts");
    for (const auto &mark : *marks) {
        if (!mark.is_string())
            return reader.fail("marks", "must be an array of texts");
        check.marks.emplace_back(view(mark.get_string()));
    }
}

json::object toJson(const Item &item)
{
    json::object out{{"question", item.question}, {"type", item.type}};
    const bool erased = isErasable(item.type) && item.salt.empty();
    if (!erased)
        out["value"] = item.value;
    if (isErasable(item.type)) {
        if (!erased)
            out["salt"] = item.salt;
        out["digest"] = item.digest;
    }
    if (item.corrections > 0)
        out["corrections"] = item.corrections;
    return out;
}

void addConversation(json::object &out, const Check &check)
{
    json::array items, marks;
    for (const auto &item : check.items)
        items.push_back(toJson(item));
    for (const auto &mark : check.marks)
        marks.emplace_back(mark);
    out["checklist"] = check.checklist;
    out["version"] = check.version;
    out["series"] = check.series;
    out["touchpoint"] = check.touchpoint;
    out["language"] = check.language;
    out["state"] = toText(check.state);
    out["marks"] = std::move(marks);
    out["items"] = std::move(items);
    out["score"] = check.score ? json::value(*check.score) : json::value(nullptr);
}

} // namespace

std::string_view toText(State state)
{
    switch (state) {
    case State::Open:
        return "open";
    case State::Completed:
        return "completed";
    case State::Abandoned:
        return "abandoned";
    }
    return "";
}

std::optional<State> stateFrom(std::string_view text)
{
    for (const auto state : {State::Open, State::Completed, State::Abandoned})
        if (text == toText(state))
            return state;
    return std::nullopt;
}

bool isConversation(std::string_view kindName)
{
    return kindName == kind::survey || kindName == kind::training;
}

bool isErasable(std::string_view itemType)
{
    return itemType == item_type::text || itemType == item_type::contact;
}

json::object toJson(const Check &check)
{
    json::object out{
        {"id", check.id.text()},
        {"device", check.device.text()},
        {"store", check.store},
        {"chain", check.chain.text()},
        {"sequence", check.sequence},
        {"previous", check.previous},
        {"kind", check.kind},
        {"opened_at", formatUtc(check.openedAt)},
        {"closed_at", formatUtc(check.closedAt)},
        {"utc_offset_minutes", check.utcOffsetMinutes},
        {"day", formatDay(check.day)},
        {"hour", check.hour},
        {"boot", check.boot.text()},
        {"monotonic_ms", check.monotonicMs}};
    if (check.body.empty())
        addConversation(out, check);
    else
        out[check.kind] = check.body;
    if (!check.hash.empty())
        out["hash"] = check.hash;
    return out;
}

Result<Check> fromJson(const json::object &record)
{
    Check check;
    Reader reader(record);
    reader.uuid("id", check.id);
    reader.uuid("device", check.device);
    reader.text("store", check.store);
    reader.uuid("chain", check.chain);
    reader.integer("sequence", check.sequence, 1, maxSafeInteger);
    reader.hex("previous", check.previous, 64);
    reader.hex("hash", check.hash, 64);
    reader.text("kind", check.kind);
    // Kinds of a later version keep their place in the chain, whatever else they hold.
    if (!isConversation(check.kind))
        reader.allowAbsent();
    reader.text("checklist", check.checklist);
    reader.integer("version", check.version, 0, 1000000000);
    reader.text("series", check.series);
    reader.text("touchpoint", check.touchpoint);
    reader.text("language", check.language);
    reader.time("opened_at", check.openedAt);
    reader.time("closed_at", check.closedAt);
    reader.integer("utc_offset_minutes", check.utcOffsetMinutes, -1080, 1080);
    reader.day("day", check.day);
    reader.integer("hour", check.hour, 0, 23);
    reader.uuid("boot", check.boot);
    reader.integer("monotonic_ms", check.monotonicMs, 0, maxSafeInteger);
    std::string state;
    reader.text("state", state);
    if (reader.mayBeAbsent("state"))
        check.state = State::Completed;
    else if (const auto read = stateFrom(state); read && *read != State::Open)
        check.state = *read;
    else
        reader.fail("state", "must be completed or abandoned");
    readScoreAndMarks(reader, record, check);
    readItems(reader, record, check);
    if (check.kind == kind::activity || check.kind == kind::mark) {
        if (const auto *body = findObject(record, check.kind))
            check.body = *body;
    }
    if (reader.failure())
        return *reader.failure();
    return check;
}

} // namespace vouch::check
