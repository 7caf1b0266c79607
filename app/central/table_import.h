#pragma once

#include "app/central/command.h"

namespace vouch::central {

/// The columns of the files, for --help.
const char *tableImportHelp();

/// Brings in a CSV file of `responses` or `sales`, by pieces: every line has its outcome, and one
/// that is refused does not hold up the others. Failures `lines-refused` (the others were taken),
/// and those of reading.
Result<void> importTable(
    const Environment &environment, const std::string &kind, const std::string &file,
    const std::string &checklist);

} // namespace vouch::central
