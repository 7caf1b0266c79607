#pragma once

#include <string>
#include <string_view>

namespace vouch::check {

/// A comment without what tells who wrote it or who is meant: e-mail addresses, telephone numbers
/// (six digits and more, in any script's digits) and names become "•••". What is shown to people is
/// this, the record keeps what was written.
///
/// A name is what follows a title or "my name is" and its like, in the languages of the kiosk, and
/// any word with a capital in the middle of a sentence, except in German, whose nouns all have one:
/// in German conversations (`language`, ISO 639-1), and where the words are German whatever the
/// conversation is in. No list knows every name: one without a title in German, or in a script
/// without capitals, stays. Too much is masked rather than too little.
std::string maskedComment(std::string_view text, std::string_view language);

} // namespace vouch::check
