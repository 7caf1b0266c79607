#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>

/// Why a figure is not given: a Failure like any other, to be shown in the figure's place. Codes
/// begin with what there is too little of: `answers-too-few`, `days-too-few`,
/// `store-weeks-too-few`.
namespace vouch::metrics {

/// "23 answers are too few: at least 30 are needed, 7 more." `what` is a plural, spelt as in the
/// code.
inline Failure
tooFew(const std::string &what, std::int64_t have, std::int64_t need, std::string where = {})
{
    std::string code = what;
    for (auto &letter : code)
        letter = letter == ' ' ? '-' : letter;
    return {
        code + "-too-few",
        std::to_string(have) + " " + what + " are too few: at least " + std::to_string(need) +
            " are needed, " + std::to_string(need - have) +
            " more. Take a longer period or more stores.",
        std::move(where)};
}

/// How many there are, and how many it takes.
struct Shortage
{
    std::int64_t have = 0;
    std::int64_t need = 0;
};

/// The numbers that tooFew() put into words, for whoever says them in another language. Nothing of
/// any other failure.
inline std::optional<Shortage> shortageOf(const Failure &why)
{
    long long have = 0, need = 0;
    const auto words = why.message.find(" are too few: ");
    if (words == std::string::npos || std::sscanf(why.message.c_str(), "%lld", &have) != 1 ||
        std::sscanf(why.message.c_str() + words, " are too few: at least %lld", &need) != 1)
        return std::nullopt;
    return Shortage{have, need};
}

} // namespace vouch::metrics
