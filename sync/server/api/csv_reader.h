#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reads CSV that people and spreadsheets write: RFC 4180, with or without a byte order mark, lines
/// ended by CR LF or LF, cells parted by commas, semicolons or tabs (whichever the header has).
namespace vouch::server::csv {

struct Line
{
    std::int64_t number = 0; ///< of the file's line on which it begins, from 1
    std::vector<std::string> cells;
    std::optional<Failure> fault{}; ///< `csv-malformed`, `csv-encoding`; then cells may be missing
};

struct Table
{
    std::vector<std::string> header;
    std::vector<Line> lines; ///< without the header, and without lines of empty cells
};

/// Failures are of what cannot be read at all: `csv-empty`, `csv-encoding` (UTF-16),
/// `csv-malformed` (the header), `csv-column-twice`. A line that is not well-formed, has another
/// number of cells than the header, or is not UTF-8 is given with its fault: the others can be
/// read. An apostrophe that harmless() put before a text is dropped.
Result<Table> read(std::string_view text);

} // namespace vouch::server::csv
