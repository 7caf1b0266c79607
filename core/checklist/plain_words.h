#pragma once

#include <string>
#include <string_view>

namespace vouch::checklist {

/// The words of a text in small letters, one space between them and at both ends: " kaç yaşında ".
/// What is no letter, mark or digit parts words, and so does the zero-width non-joiner. Knows the
/// capitals of Latin and Cyrillic; a dotted or dotless I becomes i.
std::string plainWords(std::string_view utf8);

/// The first of `alternatives` ("edad|año*", small letters, "*" for any end of the word) that
/// stands in `words`, as it stands in the list; empty when none does.
std::string findWords(const std::string &words, std::string_view alternatives);

} // namespace vouch::checklist
