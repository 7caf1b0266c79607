#include "core/base/json_text.h"

#include <charconv>
#include <cstring>

namespace vouch {

namespace {

constexpr auto nowhere = std::string_view::npos;

std::uint32_t hexAt(std::string_view text, std::size_t at)
{
    std::uint32_t out = 0;
    if (at + 4 <= text.size())
        std::from_chars(text.data() + at, text.data() + at + 4, out, 16);
    return out;
}

void appendUtf8(std::string &out, std::uint32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

/// Appends what the escape at `at` (behind the backslash) stands for; where it ends.
std::size_t unescape(std::string_view text, std::size_t at, std::string &out)
{
    switch (text[at]) {
    case 'b':
        out += '\b';
        break;
    case 'f':
        out += '\f';
        break;
    case 'n':
        out += '\n';
        break;
    case 'r':
        out += '\r';
        break;
    case 't':
        out += '\t';
        break;
    case 'u': {
        auto code = hexAt(text, at + 1);
        const bool pair = code >= 0xD800 && code < 0xDC00 && text.substr(at + 5, 2) == "\\u";
        if (pair)
            code = 0x10000 + ((code - 0xD800) << 10) + (hexAt(text, at + 7) - 0xDC00);
        appendUtf8(out, code);
        return at + (pair ? 11 : 5);
    }
    default:
        out += text[at];
    }
    return at + 1;
}

} // namespace

void JsonText::appendTo(std::string &out) const
{
    if (!isText()) {
        if (!isNull())
            out += m_raw;
        return;
    }
    const auto inside = m_raw.substr(1, m_raw.size() - 2);
    for (std::size_t at = 0; at < inside.size();) {
        const auto escape = inside.find('\\', at);
        out += inside.substr(at, escape - at);
        if (escape == nowhere || escape + 1 >= inside.size())
            return;
        at = unescape(inside, escape + 1, out);
    }
}

std::optional<std::int64_t> JsonText::integer() const
{
    std::int64_t out = 0;
    const auto *end = m_raw.data() + m_raw.size();
    const auto read = std::from_chars(m_raw.data(), end, out);
    if (m_raw.empty() || read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return out;
}

std::size_t JsonText::endOfText(std::string_view text, std::size_t at)
{
    if (at >= text.size() || text[at] != '"')
        return nowhere;
    for (auto quote = at;;) {
        quote = text.find('"', quote + 1);
        if (quote == nowhere)
            return nowhere;
        auto before = quote;
        while (text[before - 1] == '\\')
            --before; // stops at the opening quote
        if ((quote - before) % 2 == 0)
            return quote + 1;
    }
}

std::size_t JsonText::endOfValue(std::string_view text, std::size_t at)
{
    for (std::size_t depth = 0; at < text.size();) {
        switch (text[at]) {
        case '"':
            at = endOfText(text, at);
            if (depth == 0)
                return at;
            continue;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (depth == 0)
                return at; // of what it is in
            if (--depth == 0)
                return at + 1;
            break;
        case ',':
            if (depth == 0)
                return at;
            break;
        default:
            break;
        }
        ++at;
    }
    return nowhere;
}

} // namespace vouch
