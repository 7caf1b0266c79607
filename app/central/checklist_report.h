#pragma once

#include "core/base/json.h"
#include "core/checklist/simulate.h"

#include <optional>
#include <string>
#include <vector>

namespace vouch::central {

/// What `checklist check` found out about one file. The places of failures are JSON Pointers into
/// it; empty for the whole file.
struct ChecklistReport
{
    std::string file;
    std::optional<checklist::Checklist> checklist; ///< absent when it could not be read
    checklist::Ways ways;
    std::vector<Failure> problems;
    std::vector<Failure> warnings;
};

/// Never fails: a file that cannot be read is a problem of it.
ChecklistReport reportOn(const std::string &file);

/// For people, several lines.
std::string textOf(const ChecklistReport &report);
/// For programs; the members are told by `checklist check --help`.
json::object jsonOf(const ChecklistReport &report);

} // namespace vouch::central
