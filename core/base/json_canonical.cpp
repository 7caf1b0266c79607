#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <vector>

namespace vouch {

namespace {

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

/// The characters that stand for themselves in a string.
constexpr auto plainCharacters = [] {
    std::array<bool, 256> out{};
    for (std::size_t c = 0x20; c < out.size(); ++c)
        out[c] = c != '"' && c != '\\';
    return out;
}();

/// Whether eight characters stand for themselves: of each byte the highest bit of a sum tells.
bool areEightPlain(const char *text)
{
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x80 * ones;
    std::uint64_t eight;
    std::memcpy(&eight, text, sizeof eight);
    const auto hasZero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes; };
    const auto control = (eight - 0x20 * ones) & ~eight;
    return ((hasZero(eight ^ '"' * ones) | hasZero(eight ^ '\\' * ones) | control) & highs) == 0;
}

template <class Number> void appendNumber(std::string &out, Number number)
{
    char text[32];
    out.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

using Member = json::key_value_pair;

std::string_view keyOf(const Member &member)
{
    return {member.key().data(), member.key().size()};
}

bool keyLess(const Member &a, const Member &b)
{
    return utf16Less(keyOf(a), keyOf(b));
}

enum class Decimals { Refuse, Write };

/// Writes a value in its canonical form. Each write() is false, with `path` naming the place, at a
/// number that is no safe integer, unless decimals are written (the shortest text that reads back
/// as the same double).
class CanonicalWriter
{
public:
    /// `onMember` may be null, and else outlives this.
    explicit CanonicalWriter(Decimals decimals, const OnMember *onMember = nullptr)
        : m_decimals(decimals)
        , m_onMember(onMember)
    {
        out.reserve(1024);
    }

    std::string out, path;

    bool write(const json::value &value)
    {
        switch (value.kind()) {
        case json::kind::null:
            out += "null";
            return true;
        case json::kind::bool_:
            out += value.get_bool() ? "true" : "false";
            return true;
        case json::kind::string:
            appendJsonString(out, view(value.get_string()));
            return true;
        case json::kind::int64:
            appendNumber(out, value.get_int64());
            return value.get_int64() >= -maxSafeInteger && value.get_int64() <= maxSafeInteger;
        case json::kind::uint64: // only what does not fit into int64
            return false;
        case json::kind::double_:
            appendNumber(out, value.get_double());
            return m_decimals == Decimals::Write && std::isfinite(value.get_double());
        case json::kind::array:
            return write(value.get_array());
        case json::kind::object:
            break;
        }
        return write(value.get_object());
    }

    bool write(const json::array &array)
    {
        out += '[';
        std::size_t index = 0;
        for (const auto &element : array) {
            if (index)
                out += ',';
            if (!write(element)) {
                path = "/" + std::to_string(index) + path;
                return false;
            }
            ++index;
        }
        out += ']';
        return true;
    }

    bool write(const json::object &object)
    {
        out += '{';
        // What comes from a tablet is in order already.
        if (std::is_sorted(object.begin(), object.end(), keyLess)) {
            for (const auto &member : object)
                if (!write(object, member))
                    return false;
        } else {
            std::vector<const Member *> members;
            members.reserve(object.size());
            for (const auto &member : object)
                members.push_back(&member);
            std::sort(
                members.begin(), members.end(), [](auto *a, auto *b) { return keyLess(*a, *b); });
            for (const auto *member : members)
                if (!write(object, *member))
                    return false;
        }
        out += '}';
        return true;
    }

private:
    bool write(const json::object &holder, const Member &member)
    {
        const auto key = keyOf(member);
        if (out.back() != '{')
            out += ',';
        const auto from = out.size();
        appendJsonString(out, key);
        out += ':';
        const auto value = out.size();
        if (!write(member.value())) {
            path = "/" + std::string(key) + path;
            return false;
        }
        if (m_onMember)
            (*m_onMember)({holder, key, from, value, out.size()});
        return true;
    }

    const Decimals m_decimals;
    const OnMember *const m_onMember;
};

template <class Value> Result<std::string> canonical(CanonicalWriter writer, const Value &value)
{
    if (!writer.write(value))
        return Failure{
            "number-not-integer",
            "Numbers must be integers within ±(2^53−1); write decimal values as strings.",
            std::move(writer.path)};
    return std::move(writer.out);
}

} // namespace

Result<std::string> canonicalJson(const json::value &value)
{
    return canonical(CanonicalWriter(Decimals::Refuse), value);
}

Result<std::string> canonicalJson(const json::object &object, const OnMember &onMember)
{
    return canonical(CanonicalWriter(Decimals::Refuse, onMember ? &onMember : nullptr), object);
}

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    for (auto from = text.begin(); from != text.end();) {
        auto to = from;
        while (text.end() - to >= 8 && areEightPlain(&*to))
            to += 8;
        while (to != text.end() && plainCharacters[static_cast<unsigned char>(*to)])
            ++to;
        out.append(from, to);
        from = to;
        if (from != text.end())
            appendEscaped(out, *from++);
    }
    out += '"';
}

std::string plainJson(const json::value &value)
{
    CanonicalWriter writer(Decimals::Write);
    return writer.write(value) ? std::move(writer.out) : json::serialize(value);
}

} // namespace vouch
