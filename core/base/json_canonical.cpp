#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
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

void appendString(std::string &out, std::string_view text)
{
    out += '"';
    for (auto from = text.begin(); from != text.end();) {
        auto to = from;
        while (to != text.end() && plainCharacters[static_cast<unsigned char>(*to)])
            ++to;
        out.append(from, to);
        from = to;
        if (from != text.end())
            appendEscaped(out, *from++);
    }
    out += '"';
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
    /// `leavesOut` may be null, and else outlives this.
    explicit CanonicalWriter(Decimals decimals, const LeavesOut *leavesOut = nullptr)
        : m_decimals(decimals)
        , m_leavesOut(leavesOut)
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
            appendString(out, view(value.get_string()));
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
        if (m_leavesOut && (*m_leavesOut)(holder, key))
            return true;
        if (out.back() != '{')
            out += ',';
        appendString(out, key);
        out += ':';
        if (write(member.value()))
            return true;
        path = "/" + std::string(key) + path;
        return false;
    }

    const Decimals m_decimals;
    const LeavesOut *const m_leavesOut;
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

Result<std::string> canonicalJson(const json::object &object, const LeavesOut &leavesOut)
{
    return canonical(CanonicalWriter(Decimals::Refuse, leavesOut ? &leavesOut : nullptr), object);
}

std::string plainJson(const json::value &value)
{
    CanonicalWriter writer(Decimals::Write);
    return writer.write(value) ? std::move(writer.out) : json::serialize(value);
}

} // namespace vouch
