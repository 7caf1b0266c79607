#pragma once

#include <string>
#include <string_view>

namespace vouch::server {

/// Whether a word, as CommentWord::folded has it, says nothing by itself in that language: what
/// lists of words leave out. `language` is ISO 639-1; of one without a list no word is left out.
bool isStopWord(const std::string &folded, std::string_view language);

} // namespace vouch::server
