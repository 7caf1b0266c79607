#include "core/base/json.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace vouch {

namespace {

constexpr std::size_t maxDepth = 32;

/// Walks the text once and remembers the keys of every open object; Boost.JSON itself silently
/// keeps the last of two equal keys.
class DuplicateKeyFinder
{
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::string duplicate;

    using Error = boost::system::error_code &;
    bool on_document_begin(Error) { return true; }
    bool on_document_end(Error) { return true; }
    bool on_object_begin(Error)
    {
        m_open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Error ec)
    {
        auto &keys = m_open.back();
        std::sort(keys.begin(), keys.end());
        const auto twice = std::adjacent_find(keys.begin(), keys.end());
        if (twice != keys.end()) {
            duplicate = *twice;
            ec = json::error::exception;
            return false;
        }
        m_open.pop_back();
        return true;
    }
    bool on_array_begin(Error) { return true; }
    bool on_array_end(std::size_t, Error) { return true; }
    bool on_key_part(json::string_view part, std::size_t, Error)
    {
        m_key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Error)
    {
        m_key.append(part.data(), part.size());
        m_open.back().push_back(std::move(m_key));
        m_key.clear();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, Error) { return true; }
    bool on_string(json::string_view, std::size_t, Error) { return true; }
    bool on_number_part(json::string_view, Error) { return true; }
    bool on_int64(std::int64_t, json::string_view, Error) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, Error) { return true; }
    bool on_double(double, json::string_view, Error) { return true; }
    bool on_bool(bool, Error) { return true; }
    bool on_null(Error) { return true; }
    bool on_comment_part(json::string_view, Error) { return true; }
    bool on_comment(json::string_view, Error) { return true; }

private:
    std::vector<std::vector<std::string>> m_open;
    std::string m_key;
};

std::string placeOf(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lastBreak = before.rfind('\n');
    const auto column = before.size() - (lastBreak == before.npos ? 0 : lastBreak + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// RFC 8785 §3.2.3 orders keys by UTF-16 code units: as UTF-8 bytes, but that characters outside
/// the BMP (lead bytes F0–F4, in UTF-16 surrogates D800–DFFF) come before U+E000–U+FFFF (lead
/// bytes EE, EF).
bool utf16Less(std::string_view a, std::string_view b)
{
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return left == a.end() && right != b.end();
    const auto x = static_cast<unsigned char>(*left), y = static_cast<unsigned char>(*right);
    if ((x >= 0xF0) != (y >= 0xF0) && std::min(x, y) >= 0xEE)
        return x >= 0xF0;
    return x < y;
}

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void appendEscaped(std::string &out, char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
}

void appendString(std::string &out, std::string_view text)
{
    out += '"';
    for (auto from = text.begin(); from != text.end();) {
        const auto to = std::find_if_not(from, text.end(), isPlain);
        out.append(from, to);
        from = to;
        if (from != text.end())
            appendEscaped(out, *from++);
    }
    out += '"';
}

enum class Decimals { Refuse, Write };

/// Appends `value`; false, with `path` naming the place, at a number that is no safe integer,
/// unless decimals are written (the shortest text that reads back as the same double).
bool appendCanonical(
    std::string &out, const json::value &value, std::string &path,
    Decimals decimals = Decimals::Refuse)
{
    switch (value.kind()) {
    case json::kind::null:
        out += "null";
        return true;
    case json::kind::bool_:
        out += value.get_bool() ? "true" : "false";
        return true;
    case json::kind::string:
        appendString(out, view(value.get_string()));
        return true;
    case json::kind::int64:
        out += std::to_string(value.get_int64());
        return value.get_int64() >= -maxSafeInteger && value.get_int64() <= maxSafeInteger;
    case json::kind::uint64: // only what does not fit into int64
        return false;
    case json::kind::double_: {
        char text[32];
        out.append(text, std::to_chars(text, text + sizeof text, value.get_double()).ptr);
        return decimals == Decimals::Write && std::isfinite(value.get_double());
    }
    case json::kind::array: {
        out += '[';
        std::size_t index = 0;
        for (const auto &element : value.get_array()) {
            if (index)
                out += ',';
            if (!appendCanonical(out, element, path, decimals)) {
                path = "/" + std::to_string(index) + path;
                return false;
            }
            ++index;
        }
        out += ']';
        return true;
    }
    case json::kind::object:
        break;
    }
    std::vector<const json::key_value_pair *> members;
    members.reserve(value.get_object().size());
    for (const auto &member : value.get_object())
        members.push_back(&member);
    std::sort(members.begin(), members.end(), [](auto *a, auto *b) {
        return utf16Less({a->key().data(), a->key().size()}, {b->key().data(), b->key().size()});
    });
    out += '{';
    for (const auto *member : members) {
        if (out.back() != '{')
            out += ',';
        appendString(out, {member->key().data(), member->key().size()});
        out += ':';
        if (!appendCanonical(out, member->value(), path, decimals)) {
            path = "/" + std::string(member->key()) + path;
            return false;
        }
    }
    out += '}';
    return true;
}

const json::value *find(const json::object &object, std::string_view key)
{
    return object.if_contains(json::string_view(key.data(), key.size()));
}

} // namespace

Result<json::value> parseJson(std::string_view text)
{
    json::parse_options options;
    options.max_depth = maxDepth;

    json::basic_parser<DuplicateKeyFinder> parser(options);
    boost::system::error_code error;
    const auto used = parser.write_some(false, text.data(), text.size(), error);
    if (!parser.handler().duplicate.empty() || error == json::error::exception)
        return Failure{
            "json-duplicate-key", "The same key stands twice in one object. Keep one of the two.",
            parser.handler().duplicate};
    const auto rest = text.substr(std::min(used, text.size()));
    const auto extra = rest.find_first_not_of(" \t\r\n");
    if (error || extra != rest.npos)
        return Failure{
            "json-malformed",
            "This is not valid JSON" + (error ? ": " + error.message() : std::string()) + ".",
            placeOf(text, used + (error ? 0 : extra))};

    json::value value =
        json::parse(json::string_view(text.data(), text.size()), error, {}, options);
    if (error)
        return Failure{"json-malformed", "This is not valid JSON: " + error.message() + ".", ""};
    return value;
}

Result<std::string> canonicalJson(const json::value &value)
{
    std::string out, path;
    if (!appendCanonical(out, value, path))
        return Failure{
            "number-not-integer",
            "Numbers must be integers within ±(2^53−1); write decimal values as strings.", path};
    return out;
}

std::string plainJson(const json::value &value)
{
    std::string out, path;
    return appendCanonical(out, value, path, Decimals::Write) ? out : json::serialize(value);
}

const json::string *findString(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    return value ? value->if_string() : nullptr;
}

const json::array *findArray(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    return value ? value->if_array() : nullptr;
}

const json::object *findObject(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    return value ? value->if_object() : nullptr;
}

std::optional<std::int64_t> findInteger(const json::object &object, std::string_view key)
{
    const auto *value = find(object, key);
    const auto *number = value ? value->if_int64() : nullptr;
    if (!number || *number < -maxSafeInteger || *number > maxSafeInteger)
        return std::nullopt;
    return *number;
}

} // namespace vouch
