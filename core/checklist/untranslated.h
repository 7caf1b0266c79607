#pragma once

#include "core/base/result.h"
#include "core/checklist/definition.h"

#include <vector>

namespace vouch::checklist {

/// For each language in which a sentence is word for word that of a language before it (not of the
/// same language in another country): one `untranslated` warning that names the first such text.
/// Single words may well be the same and are not looked at.
std::vector<Failure> untranslated(const Checklist &checklist);

} // namespace vouch::checklist
