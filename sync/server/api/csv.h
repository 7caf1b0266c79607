#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// CSV as spreadsheets read it: RFC 4180, UTF-8, lines ended by CR LF.
namespace vouch::server::csv {

/// Excel takes a file for UTF-8 only when it begins with this.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// What a spreadsheet could run as a formula (a text that begins with = + - @, tab, CR or LF) gets
/// an apostrophe before it, and so does a text that begins with an apostrophe: a reader gets every
/// text back by dropping one leading apostrophe where there is one.
std::string harmless(std::string_view text);

/// Builds one line.
class Row
{
public:
    Row &text(std::string_view value);
    /// Written as it is, a negative one too: a number is no formula.
    Row &number(std::int64_t value);
    Row &number(const std::optional<int> &value);
    /// A decimal number as a text; likewise.
    Row &decimal(std::string_view value);
    Row &empty();
    /// Puts the line with its end behind `out`; the row is empty afterwards.
    void endInto(std::string &out);
    /// The line with its end, likewise.
    std::string take();

private:
    void begin();

    std::string m_line;
    bool m_first = true;
};

} // namespace vouch::server::csv
