#include "sync/server/api/csv_reader.h"

#include "core/base/utf8.h"
#include "sync/server/api/csv.h"

#include <algorithm>
#include <set>

namespace vouch::server::csv {

namespace {

Failure malformed(std::string message)
{
    return {"csv-malformed", std::move(message), {}};
}

/// What harmless() did is undone.
std::string plain(std::string cell)
{
    if (!cell.empty() && cell.front() == '\'')
        cell.erase(0, 1);
    return cell;
}

class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
        const auto header = text.substr(0, text.find_first_of("\r\n"));
        for (const char separator : {',', ';', '\t'}) {
            if (header.find(separator) != header.npos) {
                m_separator = separator;
                break;
            }
        }
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    Line next()
    {
        Line out;
        out.number = m_line;
        const auto begin = m_at;
        bool more = true;
        while (more) {
            if (!atEnd() && m_text[m_at] == '"')
                quoted(out);
            else
                bare(out);
            more = !atEnd() && m_text[m_at] == m_separator;
            if (more)
                ++m_at;
        }
        endOfLine();
        if (!isUtf8(m_text.substr(begin, m_at - begin)))
            out.fault = Failure{
                "csv-encoding", "This line is not UTF-8. Save the file as “CSV UTF-8”.", {}};
        return out;
    }

private:
    void bare(Line &out)
    {
        const auto begin = m_at;
        while (!atEnd() && m_text[m_at] != m_separator && m_text[m_at] != '\n' &&
               m_text[m_at] != '\r')
            ++m_at;
        const auto cell = m_text.substr(begin, m_at - begin);
        if (cell.find('"') != cell.npos || cell.find('\0') != cell.npos)
            out.fault = malformed("A cell with quotation marks must be quoted, each mark doubled.");
        out.cells.push_back(plain(std::string(cell)));
    }

    void quoted(Line &out)
    {
        std::string cell;
        for (++m_at;; ++m_at) {
            if (atEnd()) {
                out.fault = malformed("A quotation mark is opened here and never closed.");
                break;
            }
            if (m_text[m_at] == '\n')
                ++m_line;
            if (m_text[m_at] != '"') {
                cell += m_text[m_at];
                continue;
            }
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                cell += '"';
                ++m_at;
                continue;
            }
            ++m_at;
            break;
        }
        if (!atEnd() && m_text[m_at] != m_separator && m_text[m_at] != '\n' &&
            m_text[m_at] != '\r') {
            out.fault = malformed("Something stands behind a closing quotation mark.");
            while (!atEnd() && m_text[m_at] != m_separator && m_text[m_at] != '\n')
                ++m_at;
        }
        if (cell.find('\0') != cell.npos)
            out.fault = malformed("A cell holds a zero byte.");
        out.cells.push_back(plain(std::move(cell)));
    }

    void endOfLine()
    {
        if (!atEnd() && m_text[m_at] == '\r')
            ++m_at;
        if (!atEnd() && m_text[m_at] == '\n')
            ++m_at;
        ++m_line;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    char m_separator = ',';
};

Result<void> checkHeader(const Line &header)
{
    if (header.fault)
        return *header.fault;
    std::set<std::string> seen;
    for (const auto &name : header.cells) {
        if (!seen.insert(name).second)
            return Failure{
                "csv-column-twice", "The header names a column twice. Keep one of the two.", name};
    }
    return {};
}

bool isEmpty(const Line &line)
{
    return !line.fault &&
           std::all_of(line.cells.begin(), line.cells.end(), [](const std::string &cell) {
               return cell.empty();
           });
}

} // namespace

Result<Table> read(std::string_view text)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return Failure{"csv-encoding", "The file is UTF-16. Save it as “CSV UTF-8”.", {}};
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    Reader reader(text);
    Line header;
    do {
        if (reader.atEnd())
            return Failure{
                "csv-empty", "The file is empty; its first line must name the columns.", {}};
        header = reader.next();
    } while (isEmpty(header));
    if (const auto fine = checkHeader(header); !fine)
        return fine.failure();
    Table out;
    out.header = std::move(header.cells);
    while (!reader.atEnd()) {
        auto line = reader.next();
        if (isEmpty(line))
            continue;
        if (!line.fault && line.cells.size() != out.header.size())
            line.fault = malformed(
                "This line has " + std::to_string(line.cells.size()) + " cells, the header " +
                std::to_string(out.header.size()) + ".");
        out.lines.push_back(std::move(line));
    }
    return out;
}

} // namespace vouch::server::csv
