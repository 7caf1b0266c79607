#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

/// Why a figure is not given: a Failure like any other, to be shown in the figure's place. Codes
/// begin with what there is too little of: `answers-too-few`, `days-too-few`,
/// `store-weeks-too-few`.
namespace vouch::metrics {

/// "23 answers are too few: at least 30 are needed." `what` is a plural, spelt as in the code.
inline Failure
tooFew(const std::string &what, std::int64_t have, std::int64_t need, std::string where = {})
{
    std::string code = what;
    for (auto &letter : code)
        letter = letter == ' ' ? '-' : letter;
    return {
        code + "-too-few",
        std::to_string(have) + " " + what + " are too few: at least " + std::to_string(need) +
            " are needed. Take a longer period or more stores.",
        std::move(where)};
}

} // namespace vouch::metrics
