#include "core/checklist/object_reader.h"

#include <algorithm>

namespace vouch::checklist {

namespace {

std::string kindOf(const json::value &value)
{
    switch (value.kind()) {
    case json::kind::null:
        return "null";
    case json::kind::bool_:
        return "true or false";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
        return "a number";
    case json::kind::string:
        return "a text";
    case json::kind::array:
        return "a list";
    case json::kind::object:
        break;
    }
    return "an object";
}

void addWrongType(
    Problems &problems, const json::value &value, const std::string &place, const char *expected)
{
    problems.add(
        "checklist-type", place,
        "This must be " + std::string(expected) + ", not " + kindOf(value) + ".");
}

} // namespace

void Problems::add(std::string code, const std::string &place, std::string message)
{
    m_failures.push_back(
        {std::move(code), std::move(message), m_fileName + (place.empty() ? "" : ": " + place)});
}

std::string inQuotes(std::string_view text)
{
    return "“" + std::string(text) + "”";
}

std::string oneOf(const std::vector<std::string> &words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i)
            out += i + 1 == words.size() ? " or " : ", ";
        out += inQuotes(words[i]);
    }
    return out;
}

std::string placeIn(const std::string &place, std::string_view key)
{
    std::string out = place + "/";
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string placeIn(const std::string &place, std::size_t index)
{
    return place + "/" + std::to_string(index);
}

bool isCode(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && text.front() != '-' && text.back() != '-' &&
           text.find("--") == text.npos &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos;
}

ObjectReader::ObjectReader(Problems &problems, const json::value &value, std::string place)
    : m_problems(problems)
    , m_object(value.if_object())
    , m_place(std::move(place))
{
    if (!m_object)
        addWrongType(problems, value, m_place, "an object");
}

bool ObjectReader::has(std::string_view key) const
{
    return m_object && m_object->contains(json::string_view(key.data(), key.size()));
}

const json::value *ObjectReader::optional(std::string_view key)
{
    m_known.emplace(key);
    return m_object ? m_object->if_contains(json::string_view(key.data(), key.size())) : nullptr;
}

const json::value *ObjectReader::required(std::string_view key)
{
    const auto *value = optional(key);
    if (m_object && !value)
        m_problems.add(
            "checklist-missing", placeOf(key), inQuotes(key) + " is missing here. Add it.");
    return value;
}

std::optional<std::string> ObjectReader::text(std::string_view key)
{
    const auto *value = required(key);
    return value ? textAt(m_problems, *value, placeOf(key)) : std::nullopt;
}

std::optional<std::string> ObjectReader::code(std::string_view key)
{
    const auto *value = required(key);
    return value ? codeAt(m_problems, *value, placeOf(key)) : std::nullopt;
}

std::optional<int> ObjectReader::integer(std::string_view key, int min, int max)
{
    const auto *value = required(key);
    if (!value)
        return std::nullopt;
    const auto *number = value->if_int64();
    if (!number && !value->is_uint64()) {
        addWrongType(
            m_problems, *value, placeOf(key),
            value->is_double() ? "a whole number without point or exponent" : "a whole number");
        return std::nullopt;
    }
    if (!number || *number < min || *number > max) {
        m_problems.add(
            "checklist-range", placeOf(key),
            "This must be from " + std::to_string(min) + " to " + std::to_string(max) + ".");
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

bool ObjectReader::boolean(std::string_view key, bool otherwise)
{
    const auto *value = optional(key);
    if (!value)
        return otherwise;
    if (!value->is_bool()) {
        addWrongType(m_problems, *value, placeOf(key), "true or false");
        return otherwise;
    }
    return value->get_bool();
}

const json::array *ObjectReader::array(std::string_view key, std::size_t min, std::size_t max)
{
    const auto *value = required(key);
    if (!value)
        return nullptr;
    const auto *list = value->if_array();
    if (!list) {
        addWrongType(m_problems, *value, placeOf(key), "a list");
        return nullptr;
    }
    if (list->size() < min || list->size() > max) {
        m_problems.add(
            "checklist-range", placeOf(key),
            "This list must have " + std::to_string(min) + " to " + std::to_string(max) +
                " entries, not " + std::to_string(list->size()) + ".");
        return nullptr;
    }
    return list;
}

void ObjectReader::refuseOthers()
{
    if (!m_object)
        return;
    const std::vector<std::string> known(m_known.begin(), m_known.end());
    for (const auto &member : *m_object) {
        const std::string key(member.key());
        if (!m_known.contains(key))
            m_problems.add(
                "checklist-unknown-key", placeOf(key),
                inQuotes(key) + " is not known here. Remove it, or correct it to " + oneOf(known) +
                    ".");
    }
}

std::optional<std::string>
textAt(Problems &problems, const json::value &value, const std::string &place)
{
    const auto *text = value.if_string();
    if (!text) {
        addWrongType(problems, value, place, "a text");
        return std::nullopt;
    }
    return std::string(view(*text));
}

std::optional<std::string>
codeAt(Problems &problems, const json::value &value, const std::string &place)
{
    auto text = textAt(problems, value, place);
    if (!text || isCode(*text))
        return text;
    problems.add(
        "checklist-code", place,
        inQuotes(*text) +
            " is no code. Use lower-case letters a–z, digits and single dashes between "
            "them, at most 64 characters.");
    return std::nullopt;
}

} // namespace vouch::checklist
