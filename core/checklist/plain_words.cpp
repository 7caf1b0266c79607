#include "core/checklist/plain_words.h"

#include <algorithm>
#include <cstdint>

namespace vouch::checklist {

namespace {

/// Takes one code point off a text of well-formed UTF-8.
std::uint32_t takeCodePoint(std::string_view &text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t point = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length && i < text.size(); ++i)
        point = point << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    text.remove_prefix(std::min(length, text.size()));
    return point;
}

bool between(std::uint32_t point, std::uint32_t first, std::uint32_t last)
{
    return point >= first && point <= last;
}

std::uint32_t small(std::uint32_t point)
{
    if (point == 0x130 || point == 0x131) // İ, ı
        return 'i';
    if (between(point, 'A', 'Z') || (between(point, 0xC0, 0xDE) && point != 0xD7) ||
        between(point, 0x410, 0x42F))
        return point + 0x20;
    if (between(point, 0x400, 0x40F))
        return point + 0x50;
    if (between(point, 0x100, 0x137) && point % 2 == 0) // Ğ
        return point + 1;
    if (point == 0x152 || point == 0x15E) // Œ, Ş
        return point + 1;
    return point;
}

/// Of the scripts of the ten languages; other scripts are letters throughout.
bool isSeparator(std::uint32_t point)
{
    if (point < 0x80)
        return !between(point, '0', '9') && !between(point, 'a', 'z') && !between(point, 'A', 'Z');
    return between(point, 0x80, 0xA9) || between(point, 0xAB, 0xB4) || between(point, 0xB6, 0xB9) ||
           between(point, 0xBB, 0xBF) || point == 0xD7 || point == 0xF7 || point == 0x60C ||
           point == 0x61B || point == 0x61F || between(point, 0x66A, 0x66D) || point == 0x6D4 ||
           between(point, 0x964, 0x965) || point == 0x970 || point == 0x200B || point == 0x200C ||
           between(point, 0x2010, 0x206F) || between(point, 0x3000, 0x303F);
}

void append(std::string &out, std::uint32_t point)
{
    const auto tail = [&](int shift) {
        out += static_cast<char>(0x80 | ((point >> shift) & 0x3F));
    };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// What of the words a "*" stands for is not asked.
bool stands(const std::string &words, std::string_view alternative)
{
    const bool open = alternative.ends_with('*');
    if (open)
        alternative.remove_suffix(1);
    const auto plain = plainWords(alternative);
    return words.find(
               open ? std::string_view(plain).substr(0, plain.size() - 1)
                    : std::string_view(plain)) != words.npos;
}

} // namespace

std::string plainWords(std::string_view utf8)
{
    std::string out = " ";
    while (!utf8.empty()) {
        const auto point = takeCodePoint(utf8);
        if (!isSeparator(point))
            append(out, small(point));
        else if (out.back() != ' ')
            out += ' ';
    }
    if (out.back() != ' ')
        out += ' ';
    return out;
}

std::string findWords(const std::string &words, std::string_view alternatives)
{
    while (!alternatives.empty()) {
        const auto end = std::min(alternatives.find('|'), alternatives.size());
        auto alternative = alternatives.substr(0, end);
        if (stands(words, alternative)) {
            if (alternative.ends_with('*'))
                alternative.remove_suffix(1);
            return std::string(alternative);
        }
        alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
    }
    return {};
}

} // namespace vouch::checklist
