#include "core/base/utf8.h"

#include <algorithm>

namespace vouch {

namespace {

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

/// The length of the well-formed sequence that starts at `at`; 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto lead = byteAt(text, at), second = byteAt(text, at + 1);
    if (lead < 0x80)
        return 1;
    if (between(lead, 0xC2, 0xDF))
        return between(second, 0x80, 0xBF) ? 2 : 0;
    const bool third = between(byteAt(text, at + 2), 0x80, 0xBF);
    if (between(lead, 0xE0, 0xEF)) {
        const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;  // no overlong form
        const unsigned char high = lead == 0xED ? 0x9F : 0xBF; // no surrogate
        return between(second, low, high) && third ? 3 : 0;
    }
    const bool fourth = between(byteAt(text, at + 3), 0x80, 0xBF);
    if (between(lead, 0xF0, 0xF4)) {
        const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF; // up to U+10FFFF
        return between(second, low, high) && third && fourth ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequenceLength(text, at);
        if (!length)
            return false;
        at += length;
    }
    return true;
}

std::string_view beginningOf(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && between(byteAt(text, most), 0x80, 0xBF))
        --most;
    return text.substr(0, most);
}

bool isName(std::string_view text, std::size_t longest)
{
    return !text.empty() && text.size() <= longest && isUtf8(text) &&
           std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

} // namespace vouch
