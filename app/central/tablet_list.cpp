#include "app/central/tablet_list.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace vouch::central {

namespace {

/// Reads RFC 4180, cell by cell.
class Cells
{
public:
    explicit Cells(std::string_view text)
        : m_rest(text)
    {
        if (m_rest.starts_with("\xef\xbb\xbf")) // a spreadsheet's byte order mark
            m_rest.remove_prefix(3);
    }

    bool atEnd() const { return m_rest.empty(); }
    int line() const { return m_line; }

    /// Nothing when a quotation mark stands where none may.
    std::optional<std::vector<std::string>> row()
    {
        std::vector<std::string> out;
        for (;;) {
            auto cell = m_rest.starts_with('"') ? quoted() : plain();
            if (!cell)
                return std::nullopt;
            out.push_back(std::move(*cell));
            if (m_rest.starts_with(',')) {
                m_rest.remove_prefix(1);
                continue;
            }
            if (m_rest.starts_with("\r\n"))
                m_rest.remove_prefix(1);
            if (!m_rest.empty() && m_rest.front() != '\n')
                return std::nullopt;
            m_rest.remove_prefix(std::min<std::size_t>(1, m_rest.size()));
            ++m_line;
            return out;
        }
    }

private:
    std::optional<std::string> plain()
    {
        const auto end = std::min(m_rest.find_first_of(",\r\n"), m_rest.size());
        std::string out(m_rest.substr(0, end));
        m_rest.remove_prefix(end);
        return out.find('"') == out.npos ? std::optional(out) : std::nullopt;
    }
    std::optional<std::string> quoted()
    {
        std::string out;
        for (m_rest.remove_prefix(1);;) {
            const auto end = m_rest.find('"');
            if (end == m_rest.npos)
                return std::nullopt;
            out += m_rest.substr(0, end);
            m_rest.remove_prefix(end + 1);
            if (!m_rest.starts_with('"'))
                return out;
            out += '"';
            m_rest.remove_prefix(1);
        }
    }

    std::string_view m_rest;
    int m_line = 1;
};

Failure malformed(std::string message, const std::string &file, int line)
{
    return {"csv-malformed", std::move(message), file + ":" + std::to_string(line)};
}

} // namespace

Result<json::array> tabletListFrom(std::string_view csv, const std::string &file)
{
    Cells cells(csv);
    const auto header = cells.row();
    const auto column = [&](const char *name) {
        return header ? std::find(header->begin(), header->end(), name) - header->begin() : 0;
    };
    const auto store = static_cast<std::size_t>(column("store"));
    const auto name = static_cast<std::size_t>(column("name"));
    if (!header || store >= header->size())
        return malformed("The first line names the columns: store,name.", file, 1);
    json::array out;
    while (!cells.atEnd()) {
        const int line = cells.line();
        const auto row = cells.row();
        if (row && row->size() == 1 && row->front().empty())
            continue;
        if (!row || row->size() != header->size())
            return malformed("This line has not the cells that the first one names.", file, line);
        out.push_back(json::object{
            {"store", (*row)[store]}, {"name", name < row->size() ? (*row)[name] : std::string()}});
    }
    if (out.empty())
        return malformed("There is no tablet in it.", file, 1);
    return out;
}

} // namespace vouch::central
