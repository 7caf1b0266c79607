#pragma once

#include "core/base/result.h"
#include "core/checklist/definition.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vouch::checklist {

/// Reads a checklist, strictly: a key too many is an error as much as one too few. Every failure
/// says what to do; where = "FILE: line L, column C" when it is no JSON, else the file and a JSON
/// Pointer, "FILE: /questions/2/text/fa". Codes: those of parseJson, and `checklist-` followed by
/// `format`, `type`, `missing`, `unknown-key`, `value`, `range`, `code`, `duplicate`, `text`,
/// `placeholder` or `reference`. `fileName` is only quoted.
Result<Checklist> parse(std::string_view json, const std::string &fileName);

/// The same with everything that is wrong instead of the first thing only.
std::variant<Checklist, std::vector<Failure>>
parseAll(std::string_view json, const std::string &fileName);

} // namespace vouch::checklist
