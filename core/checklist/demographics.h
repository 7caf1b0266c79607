#pragma once

#include "core/checklist/definition.h"

#include <optional>
#include <string>

namespace vouch::checklist {

/// What a question asks about the person instead of the visit, and where that was seen.
struct Demographic
{
    std::string topic; ///< "age", "gender", "income", "nationality", "religion", …
    std::string sign;  ///< the code or the word that says so, as it stands there
};

/// Judged by the question's code, the codes of its choices, and the words of its text in the ten
/// languages of the interface. A hint for a reader: a word may mean something else here.
std::optional<Demographic> demographicOf(const Question &question);

} // namespace vouch::checklist
