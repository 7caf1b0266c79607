#include "sync/server/api/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace vouch::server::csv {

namespace {

bool couldRun(char first)
{
    constexpr std::string_view dangerous = "=+-@\t\r\n'";
    return dangerous.find(first) != dangerous.npos;
}

/// LibreOffice splits at semicolons and tabs too unless it is told otherwise.
bool mustBeQuoted(char c)
{
    return c == '"' || c == ',' || c == ';' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

std::string harmless(std::string_view text)
{
    std::string out;
    if (!text.empty() && couldRun(text.front()))
        out = "'";
    return out.append(text);
}

Row &Row::text(std::string_view value)
{
    begin();
    const bool isSafe = value.empty() || !couldRun(value.front());
    const bool isPlain = std::none_of(value.begin(), value.end(), mustBeQuoted);
    if (!isPlain)
        m_line += '"';
    if (!isSafe)
        m_line += '\'';
    if (isPlain) {
        m_line += value;
        return *this;
    }
    for (const char c : value) {
        if (c == '"')
            m_line += '"';
        m_line += c;
    }
    m_line += '"';
    return *this;
}

Row &Row::number(std::int64_t value)
{
    begin();
    std::array<char, 24> digits;
    m_line.append(
        digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
    return *this;
}

Row &Row::number(const std::optional<int> &value)
{
    return value ? number(std::int64_t(*value)) : empty();
}

Row &Row::decimal(std::string_view value)
{
    begin();
    m_line += value;
    return *this;
}

Row &Row::empty()
{
    begin();
    return *this;
}

void Row::endInto(std::string &out)
{
    out.append(m_line).append("\r\n");
    m_line.clear();
    m_first = true;
}

std::string Row::take()
{
    std::string out;
    endInto(out);
    return out;
}

void Row::begin()
{
    if (!std::exchange(m_first, false))
        m_line += ',';
}

} // namespace vouch::server::csv
