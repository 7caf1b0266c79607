#include "sync/server/api/structure_text.h"

#include "core/base/opening_hours.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace vouch::server {

namespace {

/// What a table may and must have; others are refused: a misspelt column must not be lost.
struct KnownColumns
{
    std::vector<std::string_view> needed;
    std::vector<std::string_view> optional;
};

const std::map<std::string, KnownColumns> &knownColumns()
{
    static const std::map<std::string, KnownColumns> all{
        {"chain", {{"setting", "value"}, {}}},
        {"regions", {{"id"}, {"name", "parent"}}},
        {"stores", {{"id"}, {"name", "region", "timezone", "target_nps"}}},
        {"hours", {{"store", "day", "hours"}, {}}},
        {"touchpoints", {{"id", "name"}, {"weight"}}},
        {"devices", {{"id"}, {"name", "store", "state"}}}};
    return all;
}

/// The cells of one line by their columns.
class Cells
{
public:
    Cells(const CellTable &table, const csv::Line &line)
        : m_table(table)
        , m_line(line)
    {
    }

    StructurePlace place() const { return {m_table.name, m_line.number}; }
    std::optional<std::string> find(std::string_view column) const
    {
        const auto at = std::size_t(
            std::find(m_table.columns.begin(), m_table.columns.end(), column) -
            m_table.columns.begin());
        return at < m_line.cells.size() ? std::optional(m_line.cells[at]) : std::nullopt;
    }
    std::string text(std::string_view column) const { return find(column).value_or(""); }

private:
    const CellTable &m_table;
    const csv::Line &m_line;
};

std::optional<int> wholeNumber(const std::string &text)
{
    int out = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    return read.ec == std::errc() && read.ptr == end ? std::optional(out) : std::nullopt;
}

/// "0.35" (or "0,35") as millionths, up to 1.
std::optional<int> weightFrom(std::string text)
{
    std::replace(text.begin(), text.end(), ',', '.');
    const auto dot = text.find('.');
    const auto whole = wholeNumber(text.substr(0, dot));
    auto part = dot == text.npos ? std::string("0") : text.substr(dot + 1);
    if (part.empty() || part.size() > 6 || part.find_first_not_of("0123456789") != part.npos)
        return std::nullopt;
    part.resize(6, '0');
    const auto digits = wholeNumber(part);
    if (!whole || *whole < 0 || *whole > 1 || text.starts_with('-') || !digits)
        return std::nullopt;
    const int out = *whole * Touchpoint::wholeWeight + *digits;
    return out <= Touchpoint::wholeWeight ? std::optional(out) : std::nullopt;
}

/// "09:00-13:00 15:00-22:00", "closed".
json::array spansFrom(const std::string &text)
{
    json::array out;
    if (text == "closed")
        return out;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(' ', at)) != text.npos) {
        const auto end = std::min(text.find(' ', at), text.size());
        out.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return out;
}

class WishReader
{
public:
    StructureWishes read(const std::vector<CellTable> &tables)
    {
        for (const auto &table : tables)
            readTable(table);
        std::erase_if(m_out.hours, [this](const HoursWish &wish) {
            return m_badHours.contains(wish.store); // told of line by line
        });
        return std::move(m_out);
    }

private:
    void refuse(StructurePlace at, std::string code, std::string reason)
    {
        m_out.refusals.push_back({std::move(at), std::move(code), std::move(reason)});
    }

    void readTable(const CellTable &table)
    {
        const auto known = knownColumns().find(table.name);
        if (known == knownColumns().end()) {
            for (const auto &column : table.columns)
                refuse({table.name, 1}, "column-unknown", "There is no column \"" + column + "\".");
            for (const auto &line : table.lines)
                if (line.fault)
                    refuse({table.name, line.number}, line.fault->code, line.fault->message);
                else
                    refuse(
                        {table.name, line.number}, "table-unknown",
                        "Tables are chain, regions, stores, hours, touchpoints and devices.");
            return;
        }
        if (table.name == "touchpoints" && !m_out.touchpoints)
            m_out.touchpoints.emplace();
        if (!checkColumns(table, known->second))
            return;
        for (const auto &line : table.lines) {
            if (line.fault)
                refuse({table.name, line.number}, line.fault->code, line.fault->message);
            else
                readLine(table.name, Cells(table, line));
        }
    }

    bool checkColumns(const CellTable &table, const KnownColumns &known)
    {
        const auto line = table.lines.size() == 1 ? table.lines.front().number : 1;
        bool fine = true;
        for (const auto column : known.needed) {
            if (std::find(table.columns.begin(), table.columns.end(), column) !=
                table.columns.end())
                continue;
            fine = false;
            refuse(
                {table.name, line}, "column-missing",
                "The column \"" + std::string(column) + "\" is missing.");
        }
        for (const auto &column : table.columns) {
            const auto isIn = [&](const auto &names) {
                return std::find(names.begin(), names.end(), column) != names.end();
            };
            if (isIn(known.needed) || isIn(known.optional))
                continue;
            fine = false;
            refuse({table.name, line}, "column-unknown", "There is no column \"" + column + "\".");
        }
        return fine;
    }

    void readLine(const std::string &table, const Cells &cells)
    {
        if (table == "chain")
            m_out.settings.push_back(
                {cells.place(), cells.text("setting"), json::string(cells.text("value"))});
        else if (table == "regions")
            m_out.regions.push_back(
                {cells.place(), cells.text("id"), cells.find("name"), cells.find("parent")});
        else if (table == "stores")
            readStore(cells);
        else if (table == "hours")
            readHours(cells);
        else if (table == "touchpoints")
            readTouchpoint(cells);
        else
            m_out.devices.push_back(
                {cells.place(), cells.text("id"), cells.find("name"), cells.find("store")});
    }

    void readStore(const Cells &cells)
    {
        StoreWish wish{cells.place(),        cells.text("id"),       cells.find("name"),
                       cells.find("region"), cells.find("timezone"), {}};
        if (const auto target = cells.find("target_nps")) {
            const auto number = wholeNumber(*target);
            if (!target->empty() && !number)
                return refuse(
                    cells.place(), "target-malformed",
                    "A target is a whole number from -100 to 100, or empty.");
            wish.targetNps = number;
        }
        m_out.stores.push_back(std::move(wish));
    }

    /// The lines of a store come to one wish, at the place of the first.
    void readHours(const Cells &cells)
    {
        const auto store = cells.text("store"), day = cells.text("day"),
                   spans = cells.text("hours");
        const auto [found, isFirst] = m_hours.try_emplace(store, m_out.hours.size());
        if (isFirst)
            m_out.hours.push_back({cells.place(), store, std::nullopt});
        auto &wish = m_out.hours[found->second];
        if (day == "all" && spans == "none") {
            if (!isFirst)
                refuse(
                    cells.place(), "hours-contradict",
                    "“all, none” says that there are no hours; other lines give some.");
            return;
        }
        if (!isFirst && !wish.hours)
            return refuse(
                cells.place(), "hours-contradict",
                "“all, none” says that there are no hours; this line gives some.");
        if (!wish.hours)
            wish.hours.emplace();
        const bool isDate = !weekdayFrom(day);
        auto &into = isDate ? membersOf(*wish.hours, "exceptions") : *wish.hours;
        if (into.contains(day))
            return refuse(
                cells.place(), "structure-duplicate",
                "The day \"" + day +
                    "\" of this store is there already. Put its spans into one "
                    "line.");
        into[day] = spansFrom(spans);
        // One bad line must be told of by itself, not the store as a whole.
        json::object alone;
        (isDate ? membersOf(alone, "exceptions") : alone)[day] = spansFrom(spans);
        const auto fine = OpeningHours::parse(alone);
        if ((!fine && !fine.failure().where.empty()) || spans.empty()) {
            refuse(
                cells.place(), "opening-hours-malformed",
                !fine && !fine.failure().where.empty()
                    ? fine.failure().message
                    : "Say the hours, like 09:00-13:00 15:00-22:00, or closed.");
            m_badHours.insert(store);
        }
    }

    static json::object &membersOf(json::object &object, std::string_view key)
    {
        auto &member = object[key];
        return member.is_object() ? member.get_object() : member.emplace_object();
    }

    void readTouchpoint(const Cells &cells)
    {
        Touchpoint touchpoint{cells.text("id"), cells.text("name"), {}};
        if (const auto weight = cells.text("weight"); !weight.empty()) {
            touchpoint.weight = weightFrom(weight);
            if (!touchpoint.weight)
                refuse(
                    cells.place(), "weight-malformed",
                    "A weight is from 0 to 1 with at most six decimals, like 0.35, or empty.");
        }
        m_out.touchpoints->push_back({cells.place(), std::move(touchpoint)});
    }

    StructureWishes m_out;
    std::map<std::string, std::size_t> m_hours; ///< store → its place in m_out.hours
    std::set<std::string> m_badHours;           ///< stores with a line that cannot be read
};

} // namespace

StructureWishes wishesFrom(const std::vector<CellTable> &tables)
{
    return WishReader().read(tables);
}

} // namespace vouch::server
