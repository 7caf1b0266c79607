#pragma once

#include <cstddef>
#include <string_view>

namespace vouch {

/// Whether `text` is well-formed UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above
/// U+10FFFF, nothing cut off.
bool isUtf8(std::string_view text);

/// The longest beginning of at most `most` bytes that cuts no character. Requires UTF-8.
std::string_view beginningOf(std::string_view text, std::size_t most);

/// Whether `text` can be a name or a code: 1 to `longest` bytes of UTF-8 without control characters
/// (U+0000 to U+001F, U+007F), which no list, no CSV and not every database keeps as they are.
bool isName(std::string_view text, std::size_t longest = 200);

} // namespace vouch
