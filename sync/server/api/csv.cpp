#include "sync/server/api/csv.h"

#include <utility>

namespace vouch::server::csv {

std::string harmless(std::string_view text)
{
    constexpr std::string_view dangerous = "=+-@\t\r\n'";
    std::string out;
    if (!text.empty() && dangerous.find(text.front()) != dangerous.npos)
        out = "'";
    return out.append(text);
}

Row &Row::text(std::string_view value)
{
    const auto safe = harmless(value);
    // LibreOffice splits at semicolons and tabs too unless it is told otherwise.
    if (safe.find_first_of("\",;\t\r\n") == safe.npos) {
        cell(safe);
        return *this;
    }
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    cell(quoted += '"');
    return *this;
}

Row &Row::number(std::int64_t value)
{
    cell(std::to_string(value));
    return *this;
}

Row &Row::number(const std::optional<int> &value)
{
    cell(value ? std::to_string(*value) : std::string());
    return *this;
}

std::string Row::take()
{
    m_first = true;
    return std::exchange(m_line, {}) + "\r\n";
}

void Row::cell(std::string_view content)
{
    if (!std::exchange(m_first, false))
        m_line += ',';
    m_line += content;
}

} // namespace vouch::server::csv
