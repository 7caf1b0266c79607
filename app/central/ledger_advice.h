#pragma once

#include <string_view>

namespace vouch::central {

/// What there is to do about a word of the ledger's `attention`, in a sentence or two; of one that
/// is not known here, where to look.
std::string_view ledgerAdvice(std::string_view attention);

} // namespace vouch::central
