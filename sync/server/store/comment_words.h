#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Comments as they are searched, whatever the language and the engine: this, and no engine's own
/// reading of a text, decides what a word is and which words are the same.
namespace vouch::server {

/// A word is a run of letters, marks and digits of any script.
struct CommentWord
{
    std::size_t begin = 0; ///< in code points
    std::size_t end = 0;   ///< not included
    std::string shown;     ///< as it is written in a list: NFKC, lower case
    std::string folded;    ///< what it is found by
};

/// The words of a text, in order. Requires UTF-8.
///
/// Folded alike are: letters by case and compatibility (NFKD, full case folding: ß and ss); with
/// accents and without (café and cafe, ё and е, ñ and n, ı and i); Arabic and Persian forms of one
/// letter (ي and ی, ك and ک, أ إ آ and ا, ة and ه), with vowel signs, tatweel and zero-width
/// non-joiners or without; Devanagari with nukta or without; digits of all scripts. Signs that make
/// another syllable in Tamil or Hindi stay.
std::vector<CommentWord> wordsIn(std::string_view text);

} // namespace vouch::server
