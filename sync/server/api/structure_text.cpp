#include "sync/server/api/structure_text.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/csv.h"

#include <algorithm>
#include <set>

namespace vouch::server {

namespace {

using Names = std::vector<std::string>;

struct Definition
{
    std::string name;
    Names columns;
};

const std::vector<Definition> &definitions()
{
    static const std::vector<Definition> all{
        {"chain", {"setting", "value"}},
        {"regions", {"id", "name", "parent"}},
        {"stores", {"id", "name", "region", "timezone", "target_nps"}},
        {"hours", {"store", "day", "hours"}},
        {"touchpoints", {"id", "name", "weight"}},
        {"devices", {"id", "name", "store", "state"}}};
    return all;
}

const Definition *definitionOf(const std::string &name)
{
    const auto found =
        std::find_if(definitions().begin(), definitions().end(), [&](const auto &each) {
            return each.name == name;
        });
    return found == definitions().end() ? nullptr : &*found;
}

constexpr std::string_view exceptionsKey = "exceptions";
constexpr std::string_view weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string spansText(const json::value &spans)
{
    std::string out;
    if (const auto *list = spans.if_array())
        for (const auto &span : *list)
            if (const auto *text = span.if_string())
                out += (out.empty() ? "" : " ") + std::string(view(*text));
    return out.empty() ? "closed" : out;
}

void addHours(CellTable &table, const std::string &store, const json::object &hours)
{
    const auto add = [&](std::string_view day, const json::value &spans) {
        table.lines.push_back({0, {store, std::string(day), spansText(spans)}});
    };
    for (const auto day : weekdays)
        if (const auto *spans = hours.if_contains(day))
            add(day, *spans);
    if (const auto *dates = findObject(hours, exceptionsKey)) {
        std::map<std::string, const json::value *> sorted;
        for (const auto &date : *dates)
            sorted[std::string(date.key())] = &date.value();
        for (const auto &[date, spans] : sorted)
            add(date, *spans);
    }
}

bool isNumber(const std::string &text)
{
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty() && digits.find_first_not_of("0123456789.") == digits.npos;
}

void addCell(csv::Row &row, const std::string &cell)
{
    if (isNumber(cell))
        row.decimal(cell);
    else
        row.text(cell);
}

std::string headerOf(const Names &columns)
{
    csv::Row row;
    for (const auto &column : columns)
        row.text(column);
    return std::string(csv::byteOrderMark) + row.take();
}

/// The columns of all tables, each once.
Names unitedColumns()
{
    Names out;
    for (const auto &definition : definitions())
        for (const auto &column : definition.columns)
            if (std::find(out.begin(), out.end(), column) == out.end())
                out.push_back(column);
    return out;
}

std::size_t columnOf(const Names &columns, const std::string &name)
{
    return std::size_t(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

} // namespace

std::vector<std::string> structureTableNames()
{
    Names out;
    for (const auto &definition : definitions())
        out.push_back(definition.name);
    return out;
}

std::vector<CellTable> structureTables(const Structure &structure)
{
    std::vector<CellTable> out;
    for (const auto &definition : definitions())
        out.push_back({definition.name, definition.columns, {}});
    const auto lines = [&](const char *name) -> std::vector<csv::Line> & {
        return std::find_if(
                   out.begin(), out.end(), [&](const auto &each) { return each.name == name; })
            ->lines;
    };
    for (const auto &[key, value] : structure.settings)
        lines("chain").push_back(
            {0,
             {key,
              value.is_string() ? std::string(view(value.get_string())) : json::serialize(value)}});
    for (const auto &[id, region] : structure.regions)
        lines("regions").push_back({0, {id, region.name, region.parent}});
    for (const auto &[id, store] : structure.stores)
        lines("stores").push_back(
            {0,
             {id, store.name, store.region, store.timezone,
              store.targetNps ? std::to_string(*store.targetNps) : std::string()}});
    for (const auto &[store, hours] : structure.hours)
        addHours(
            *std::find_if(
                out.begin(), out.end(), [](const auto &each) { return each.name == "hours"; }),
            store, hours);
    for (const auto &each : structure.touchpoints)
        lines("touchpoints").push_back({0, {each.id, each.name, weightText(each.weight)}});
    for (const auto &[id, device] : structure.devices)
        lines("devices").push_back(
            {0, {id, device.name, device.store, device.revoked ? "revoked" : "enrolled"}});
    return out;
}

std::string csvOf(const CellTable &table)
{
    auto out = headerOf(table.columns);
    csv::Row row;
    for (const auto &line : table.lines) {
        for (const auto &cell : line.cells)
            addCell(row, cell);
        out += row.take();
    }
    return out;
}

std::string csvOf(const std::vector<CellTable> &tables)
{
    const auto united = unitedColumns();
    Names header{"table"};
    header.insert(header.end(), united.begin(), united.end());
    auto out = headerOf(header);
    csv::Row row;
    for (const auto &table : tables) {
        for (const auto &line : table.lines) {
            row.text(table.name);
            for (const auto &column : united) {
                const auto at = columnOf(table.columns, column);
                addCell(row, at < line.cells.size() ? line.cells[at] : std::string());
            }
            out += row.take();
        }
    }
    return out;
}

namespace {

/// A line of a file of all tables, as a line of its own.
csv::Line lineOf(const csv::Line &line, const Names &header, const Definition &definition)
{
    csv::Line out{line.number, {}, line.fault};
    for (const auto &column : definition.columns) {
        const auto at = columnOf(header, column);
        if (at < header.size())
            out.cells.push_back(at < line.cells.size() ? line.cells[at] : std::string());
    }
    for (std::size_t i = 0; i < line.cells.size() && i < header.size(); ++i) {
        const bool isOwn =
            header[i] == "table" ||
            std::find(definition.columns.begin(), definition.columns.end(), header[i]) !=
                definition.columns.end();
        if (!isOwn && !line.cells[i].empty() && !out.fault)
            out.fault = Failure{
                "column-foreign",
                "A line of " + definition.name + " has nothing in the column \"" + header[i] +
                    "\".",
                {}};
    }
    return out;
}

} // namespace

Result<std::vector<CellTable>> tablesOf(csv::Table file, const std::string &name)
{
    std::vector<CellTable> out;
    if (!name.empty()) {
        out.push_back({name, std::move(file.header), std::move(file.lines)});
        return out;
    }
    const auto kind = columnOf(file.header, "table");
    if (kind == file.header.size())
        return Failure{
            "column-missing",
            "A file of the whole structure has a column \"table\". For one file a table, give the "
            "folder.",
            "table"};
    const auto united = unitedColumns();
    CellTable stray{"", {}, {}};
    for (const auto &definition : definitions()) {
        CellTable table{definition.name, {}, {}};
        for (const auto &column : definition.columns)
            if (columnOf(file.header, column) < file.header.size())
                table.columns.push_back(column);
        for (const auto &line : file.lines)
            if (kind < line.cells.size() && line.cells[kind] == definition.name)
                table.lines.push_back(lineOf(line, file.header, definition));
        if (!table.lines.empty())
            out.push_back(std::move(table));
    }
    for (auto &line : file.lines)
        if (kind >= line.cells.size() || !definitionOf(line.cells[kind]))
            stray.lines.push_back(std::move(line));
    for (const auto &column : file.header)
        if (column != "table" && columnOf(united, column) == united.size())
            stray.columns.push_back(column);
    if (!stray.lines.empty() || !stray.columns.empty())
        out.push_back(std::move(stray));
    return out;
}

json::object rowsJson(const std::vector<CellTable> &tables)
{
    json::object out;
    for (const auto &table : tables) {
        json::array rows;
        for (const auto &line : table.lines) {
            json::object row;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                row[table.columns[i]] = line.cells[i];
            rows.push_back(std::move(row));
        }
        out[table.name] = std::move(rows);
    }
    return out;
}

Result<std::vector<CellTable>> tablesFromRows(const json::object &rows)
{
    const auto malformed = [](std::string message, std::string where) {
        return Failure{
            std::string(protocol::code::malformed), std::move(message), std::move(where)};
    };
    std::vector<CellTable> out;
    for (const auto &member : rows) {
        const std::string name(member.key());
        const auto *definition = definitionOf(name);
        const auto *list = member.value().if_array();
        if (!definition || !list)
            return malformed("This is no table of the structure, or not a list.", name);
        out.push_back({name, definition->columns, {}});
        for (std::size_t i = 0; i < list->size(); ++i) {
            const auto *row = (*list)[i].if_object();
            if (!row)
                return malformed("Every entry is an object.", name + "/" + std::to_string(i));
            CellTable one{name, {}, {}};
            one.lines.push_back({std::int64_t(i) + 1, {}, {}});
            for (const auto &cell : *row) {
                const auto *text = cell.value().if_string();
                if (!text && !cell.value().is_int64() && !cell.value().is_null())
                    return malformed(
                        "Values are texts.",
                        name + "/" + std::to_string(i) + "/" + std::string(cell.key()));
                one.columns.emplace_back(cell.key());
                one.lines.front().cells.push_back(
                    text                      ? std::string(view(*text))
                    : cell.value().is_int64() ? std::to_string(cell.value().get_int64())
                                              : std::string());
            }
            out.push_back(std::move(one));
        }
    }
    return out;
}

json::array cellsJson(const std::vector<CellTable> &tables)
{
    json::array out;
    for (const auto &table : tables) {
        json::array lines;
        for (const auto &line : table.lines) {
            if (line.fault)
                continue; // whoever read the file tells of it
            json::array cells{line.number};
            for (const auto &cell : line.cells)
                cells.emplace_back(cell);
            lines.push_back(std::move(cells));
        }
        out.push_back(json::object{
            {"name", table.name},
            {"columns", json::array(table.columns.begin(), table.columns.end())},
            {"lines", std::move(lines)}});
    }
    return out;
}

std::vector<CellTable> tablesFromCells(const json::array &cells)
{
    const auto textOf = [](const json::value &value) {
        const auto *text = value.if_string();
        return text ? std::string(view(*text)) : std::string();
    };
    std::vector<CellTable> out;
    for (const auto &each : cells) {
        const auto *object = each.if_object();
        const auto *columns = object ? findArray(*object, "columns") : nullptr;
        const auto *lines = object ? findArray(*object, "lines") : nullptr;
        if (!columns || !lines || !object->contains("name"))
            continue;
        CellTable table{textOf(object->at("name")), {}, {}};
        for (const auto &column : *columns)
            table.columns.push_back(textOf(column));
        for (const auto &line : *lines) {
            const auto *given = line.if_array();
            if (!given || given->empty() || !given->front().is_int64())
                continue;
            csv::Line read{given->front().get_int64(), {}, {}};
            for (std::size_t i = 1; i < given->size(); ++i)
                read.cells.push_back(textOf((*given)[i]));
            read.cells.resize(table.columns.size());
            table.lines.push_back(std::move(read));
        }
        out.push_back(std::move(table));
    }
    return out;
}

json::object reportJson(const StructureReport &report)
{
    json::array changes, refusals;
    for (const auto &each : report.changes)
        changes.push_back(json::object{
            {"table", each.table},
            {"id", each.id},
            {"field", each.field},
            {"before", each.before},
            {"after", each.after},
            {"new", each.isNew}});
    for (const auto &each : report.refusals)
        refusals.push_back(json::object{
            {"table", each.at.table},
            {"line", each.at.line},
            {"code", each.code},
            {"reason", each.reason}});
    return {
        {"applied", report.applied},
        {"changes", std::move(changes)},
        {"refusals", std::move(refusals)}};
}

} // namespace vouch::server
