#include "core/base/utf8.h"
#include "core/check/comment_mask.h"
#include "sync/server/store/comment_words.h"
#include "tests/fuzz/fuzz_support.h"

#include <algorithm>

using namespace vouch;
using fuzz::require;

/// Any bytes as what a shopper writes, and as what is searched for in it.
namespace {

std::size_t points(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

/// What has no sign of its own in the index of either engine, and none that parts words.
bool isOneWord(std::string_view word)
{
    return !word.empty() && isUtf8(word) &&
           word.find_first_of(std::string_view("\0 \t\n\r\"'*:&|!()<>\\-+^", 20)) == word.npos;
}

void lookAtWords(std::string_view text)
{
    const auto words = server::wordsIn(text);
    const auto length = points(text);
    std::size_t last = 0;
    for (const auto &word : words) {
        require(last <= word.begin && word.begin < word.end, "words come one after the other");
        require(word.end <= length, "a word lies in its text");
        require(isOneWord(word.shown) && isOneWord(word.folded), "a word holds none but its signs");
        last = word.end;
    }
    const bool hasLetter = std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (!isUtf8(text))
        require(words.empty(), "what is no text has no words");
    else if (hasLetter)
        require(!words.empty(), "a letter makes a word, whatever stands around it");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::view(data, size);
    lookAtWords(text);
    for (const auto *language : {"en", "de", "fa", ""}) {
        const auto masked = check::maskedComment(text, language);
        require(isUtf8(masked), "what is shown is UTF-8");
        lookAtWords(masked);
    }
    return 0;
}
