#pragma once

#include "sync/server/api/csv_reader.h"
#include "sync/server/store/structure.h"

namespace vouch::server {

/// The structure as tables of cells: CSV files, lists in JSON, and what people edit are the same
/// tables. `structure --help` and resources/docs/structure.md describe them.
struct CellTable
{
    std::string name; ///< one of structureTableNames()
    std::vector<std::string> columns;
    std::vector<csv::Line> lines;
};

std::vector<std::string> structureTableNames();

std::vector<CellTable> structureTables(const Structure &structure);

/// Reads the tables; several of one name are taken for one. What cannot be read is in `refusals`.
StructureWishes wishesFrom(const std::vector<CellTable> &tables);

/// One file a table.
std::string csvOf(const CellTable &table);
/// All in one file, with a first column `table`.
std::string csvOf(const std::vector<CellTable> &tables);
/// What was read from a file: of a table when `name` says which, else of all. Failures
/// `column-missing` (table).
Result<std::vector<CellTable>> tablesOf(csv::Table file, const std::string &name);

/// { "stores": [ { "id": "s1", … }, … ], … }, every value a text.
json::object rowsJson(const std::vector<CellTable> &tables);
/// The same read; numbers stand for their digits. An entry's place is its number from 1. Failure
/// `request-malformed`.
Result<std::vector<CellTable>> tablesFromRows(const json::object &rows);

/// As it travels between a command and a server: with the places of its lines.
json::array cellsJson(const std::vector<CellTable> &tables);
std::vector<CellTable> tablesFromCells(const json::array &cells);

/// { "applied", "changes": [ … ], "refusals": [ { "table", "line", "code", "reason" } ] }
json::object reportJson(const StructureReport &report);

} // namespace vouch::server
