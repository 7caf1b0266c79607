#pragma once

#include <cstddef>
#include <string_view>

namespace vouch {

/// Whether `text` is well-formed UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above
/// U+10FFFF, nothing cut off.
bool isUtf8(std::string_view text);

/// The longest beginning of at most `most` bytes that cuts no character. Requires UTF-8.
std::string_view beginningOf(std::string_view text, std::size_t most);

} // namespace vouch
