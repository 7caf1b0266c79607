#pragma once

#include "core/base/json.h"
#include "core/checklist/definition.h"

#include <string>
#include <vector>

namespace vouch::server {

/// What an export's columns, codes and answers mean: every standard column, every code of the
/// product, and every question and option of the checklists with its texts in every language.
json::object codebookJson(const std::vector<checklist::Checklist> &checklists);
/// The same as one table: part, column, checklist, version, question, type, code, language, text.
std::string codebookCsv(const std::vector<checklist::Checklist> &checklists);

} // namespace vouch::server
