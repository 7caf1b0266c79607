#include "app/central/structure_commands.h"

#include "app/central/file_content.h"
#include "app/central/whole_file.h"
#include "sync/server/api/structure_text.h"

#include <algorithm>
#include <iostream>

namespace vouch::central {

namespace {

namespace fs = std::filesystem;

CLI::App &structures(CLI::App &root)
{
    return group(
        root, "structure", "Regions, stores, hours, touchpoints and the chain's settings as CSV");
}

CLI::App &touchpoints(CLI::App &root)
{
    return group(root, "touchpoint", "Where answers are given, with their weights");
}

constexpr const char *tablesHelp =
    "Tables and their columns (* must be there):\n"
    "  chain        setting*, value*: official_score, day_start, week_start, calendar\n"
    "  regions      id*, name, parent\n"
    "  stores       id*, name, region, timezone, target_nps\n"
    "  hours        store*, day*, hours*: s1, mon, 09:00-13:00 15:00-22:00; s1, 2026-12-25, "
    "closed;\n"
    "               s1, all, none (the chain's hold); without a store: the chain's own\n"
    "  touchpoints  id*, name*, weight: all that there are; weights come to 1\n"
    "  devices      id*, name, store, state: only names change\n"
    "A folder has a file a table, stores.csv; a file has all, with a first column `table`.\n"
    "Columns and rows that are left out stay as they are. More: resources/docs/structure.md\n";

Result<void> writeWhole(const fs::path &place, const std::string &content)
{
    WholeFile file(place);
    if (const auto created = file.create(); !created)
        return created.failure();
    if (const auto written = file.write(content); !written)
        return written.failure();
    return file.publish();
}

Result<void>
readFile(const fs::path &file, const std::string &table, std::vector<server::CellTable> &into)
{
    const auto content = contentOf(file.string());
    if (!content)
        return content.failure();
    auto read = server::csv::read(*content);
    auto tables = read ? server::tablesOf(std::move(*read), table) : read.failure();
    if (!tables)
        return Failure{
            tables.failure().code, tables.failure().message,
            file.string() + (tables.failure().where.empty() ? "" : ": " + tables.failure().where)};
    std::move(tables->begin(), tables->end(), std::back_inserter(into));
    return {};
}

Result<std::vector<server::CellTable>> readPlace(const fs::path &place)
{
    std::vector<server::CellTable> out;
    std::error_code error;
    if (!fs::is_directory(place, error)) {
        if (const auto read = readFile(place, {}, out); !read)
            return read.failure();
        return out;
    }
    const auto names = server::structureTableNames();
    for (const auto &entry : fs::directory_iterator(place, error)) {
        const auto &file = entry.path();
        if (file.extension() == ".csv" &&
            std::find(names.begin(), names.end(), file.stem().string()) == names.end())
            return Failure{
                "table-unknown",
                "This is no file of the structure. Rename it, or take it out of the folder; "
                "`structure import --help` lists them.",
                file.string()};
    }
    for (const auto &name : names) {
        const auto file = place / (name + ".csv");
        if (!fs::exists(file, error))
            continue;
        if (const auto read = readFile(file, name, out); !read)
            return read.failure();
    }
    if (out.empty())
        return Failure{
            "file-unreadable", "There is no file of the structure in this folder.", place.string()};
    return out;
}

void printReport(const json::object &report)
{
    const auto *changes = findArray(report, "changes");
    for (std::size_t i = 0; changes && i < changes->size(); ++i) {
        const auto &change = (*changes)[i].as_object();
        const auto shown = [&](const char *member) {
            const auto text = textOf(change, member);
            return text.empty() ? std::string("(nothing)") : printable(text);
        };
        std::cout << textOf(change, "table") << '\t' << printable(textOf(change, "id")) << '\t'
                  << textOf(change, "field") << '\t' << shown("before") << " -> " << shown("after")
                  << '\n';
    }
    std::cout << (changes ? changes->size() : 0) << " changes\n";
    const auto *refusals = findArray(report, "refusals");
    for (std::size_t i = 0; refusals && i < refusals->size(); ++i) {
        const auto &refusal = (*refusals)[i].as_object();
        std::cout << "refused: " << textOf(refusal, "table") << " line "
                  << findInteger(refusal, "line").value_or(0) << ": "
                  << printable(textOf(refusal, "reason")) << " [" << textOf(refusal, "code")
                  << "]\n";
    }
}

/// The report of the server, with what it was not even asked.
Result<json::object>
ask(const Environment &environment, const std::vector<server::CellTable> &tables, bool isTrial)
{
    const auto unread = server::wishesFrom(tables).refusals;
    auto report = environment.perform(
        {{"do", "structure-import"},
         {"tables", server::cellsJson(tables)},
         {"trial", isTrial || !unread.empty()}},
        Environment::Need::MayCreate);
    if (!report)
        return report;
    // The server reads the same lines again, but not those that are no CSV.
    auto &refusals = (*report)["refusals"].as_array();
    for (const auto &table : tables)
        for (const auto &line : table.lines)
            if (line.fault)
                refusals.push_back(json::object{
                    {"table", table.name},
                    {"line", line.number},
                    {"code", line.fault->code},
                    {"reason", line.fault->message}});
    return report;
}

Result<void>
change(const Environment &environment, const std::vector<server::CellTable> &tables, bool isTrial)
{
    const auto report = ask(environment, tables, isTrial);
    if (!report)
        return report.failure();
    printReport(*report);
    const auto refused = report->at("refusals").as_array().size();
    if (refused > 0)
        return Failure{
            "structure-refused",
            "Nothing was changed: " + std::to_string(refused) +
                " lines were refused. Mend them and import again.",
            {}};
    return {};
}

} // namespace

CLI::App *StructureExportCommand::declare(CLI::App &root)
{
    auto *app = structures(root).add_subcommand(
        "export", "Writes the structure; imported again it changes nothing");
    app->add_option("DIR|FILE", m_place, "A folder, or a file that ends in .csv")->required();
    app->footer(tablesHelp);
    return app;
}

Result<void> StructureExportCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "structure-export"}});
    if (!result)
        return result.failure();
    const auto tables = server::tablesFromCells(result->at("tables").as_array());
    const fs::path place(m_place);
    if (place.extension() == ".csv")
        return writeWhole(place, server::csvOf(tables));
    std::error_code error;
    fs::create_directories(place, error);
    for (const auto &table : tables)
        if (const auto written = writeWhole(place / (table.name + ".csv"), server::csvOf(table));
            !written)
            return written.failure();
    return {};
}

CLI::App *StructureImportCommand::declare(CLI::App &root)
{
    auto *app = structures(root).add_subcommand(
        "import", "Takes the whole of it, or nothing when a line is refused");
    app->add_option("DIR|FILE", m_place, "A folder with a file a table, or one file")->required();
    app->add_flag("--dry-run", m_isTrial, "Only says what would change and what is refused");
    app->footer(tablesHelp);
    return app;
}

Result<void> StructureImportCommand::run(const Environment &environment)
{
    const auto tables = readPlace(m_place);
    if (!tables)
        return tables.failure();
    return change(environment, *tables, m_isTrial);
}

CLI::App *TouchpointSetCommand::declare(CLI::App &root)
{
    auto *app = touchpoints(root).add_subcommand(
        "set", "Says which touchpoints there are; those not named go, their answers stay");
    app->add_option(
           "TOUCHPOINT", m_touchpoints,
           "ID or ID=WEIGHT, with \":Name\" behind it: checkout=0.6:Checkout. Weights come to 1")
        ->required();
    return app;
}

Result<void> TouchpointSetCommand::run(const Environment &environment)
{
    server::CellTable table{"touchpoints", {"id", "name", "weight"}, {}};
    for (const auto &each : m_touchpoints) {
        const auto colon = each.find(':');
        const auto front = each.substr(0, colon);
        const auto equals = front.find('=');
        const auto id = front.substr(0, equals);
        table.lines.push_back(
            {std::int64_t(table.lines.size()) + 1,
             {id, colon == each.npos ? id : each.substr(colon + 1),
              equals == front.npos ? std::string() : front.substr(equals + 1)},
             {}});
    }
    return change(environment, {table}, false);
}

CLI::App *TouchpointListCommand::declare(CLI::App &root)
{
    return touchpoints(root).add_subcommand("list", "Lists them");
}

Result<void> TouchpointListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "structure-export"}});
    if (!result)
        return result.failure();
    const auto rows = server::rowsJson(server::tablesFromCells(result->at("tables").as_array()));
    printTable(rows, "touchpoints", {"id", "name", "weight"});
    return {};
}

} // namespace vouch::central
