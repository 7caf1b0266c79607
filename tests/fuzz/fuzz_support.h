#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What the fuzz targets share. Each asserts what its part promises of any bytes.
namespace vouch::fuzz {

inline std::string_view view(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// Ends the run: libFuzzer keeps the input.
inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// A failure has a stable code in kebab case and says something to a person.
inline void requireTold(const Failure &failure)
{
    require(!failure.code.empty() && !failure.message.empty(), "a failure says what is wrong");
    for (const char c : failure.code)
        require((c >= 'a' && c <= 'z') || c == '-', "a code is in kebab case");
}

} // namespace vouch::fuzz
