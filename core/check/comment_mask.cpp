#include "core/check/comment_mask.h"

#include <algorithm>
#include <array>
#include <vector>

namespace vouch::check {

namespace {

constexpr std::u32string_view mask = U"•••";
constexpr std::size_t leastPhoneDigits = 6;
constexpr std::size_t leastLettersOfName = 2;

/// Bytes that are no UTF-8 become U+FFFD.
std::u32string decoded(std::string_view text)
{
    constexpr char32_t none = 0xFFFD;
    constexpr std::array<char32_t, 4> leastOfLength{0, 0x80, 0x800, 0x10000};
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        const std::size_t more = lead >= 0xF8   ? 0
                                 : lead >= 0xF0 ? 3
                                 : lead >= 0xE0 ? 2
                                 : lead >= 0xC0 ? 1
                                                : 0;
        char32_t point = lead < 0x80 ? lead : more == 0 ? none : lead & (0x3Fu >> more);
        for (auto left = more; left > 0; --left) {
            if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
                point = none;
                break;
            }
            point = point << 6 | (static_cast<unsigned char>(text[i++]) & 0x3Fu);
        }
        const bool isSurrogate = point >= 0xD800 && point <= 0xDFFF;
        out += point < leastOfLength[more] || point > 0x10FFFF || isSurrogate ? none : point;
    }
    return out;
}

std::string encoded(std::u32string_view text)
{
    std::string out;
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    for (const auto point : text) {
        if (point < 0x80) {
            byte(point);
        } else if (point < 0x800) {
            byte(0xC0 | point >> 6);
            byte(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            byte(0xE0 | point >> 12);
            byte(0x80 | (point >> 6 & 0x3F));
            byte(0x80 | (point & 0x3F));
        } else {
            byte(0xF0 | point >> 18);
            byte(0x80 | (point >> 12 & 0x3F));
            byte(0x80 | (point >> 6 & 0x3F));
            byte(0x80 | (point & 0x3F));
        }
    }
    return out;
}

/// 0–9 in the scripts of the kiosk's languages, and as wide as a Chinese letter.
bool isDigit(char32_t point)
{
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\u0BE6', U'\uFF10'})
        if (point >= zero && point <= zero + 9)
            return true;
    return false;
}

/// What may stand between the digits of a number.
bool joinsDigits(char32_t point)
{
    return std::u32string_view(U" -–./()\u00A0\u2011").find(point) != std::u32string_view::npos;
}

bool isLetter(char32_t point)
{
    if (point < 0x80)
        return (point | 0x20) >= U'a' && (point | 0x20) <= U'z';
    return (point >= 0xC0 && point != 0xD7 && point != 0xF7 && point < 0x2000 && !isDigit(point) &&
            point != 0x060C && point != 0x061B && point != 0x061F && point != 0x06D4 &&
            point != 0x0964) ||
           point == 0x200C || point == 0x200D;
}

bool isCapital(char32_t point)
{
    return (point >= U'A' && point <= U'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7) ||
           (point >= 0x100 && point <= 0x137 && point % 2 == 0) ||
           (point >= 0x14A && point <= 0x177 && point % 2 == 0) || point == 0x178 ||
           (point >= 0x139 && point <= 0x148 && point % 2 == 1) ||
           (point >= 0x400 && point <= 0x42F);
}

char32_t lower(char32_t point)
{
    if (!isCapital(point))
        return point;
    if (point < 0x80 || (point >= 0xC0 && point <= 0xDE) || (point >= 0x410 && point <= 0x42F))
        return point + 0x20;
    return point >= 0x400 && point < 0x410 ? point + 0x50 : point + 1;
}

struct Word
{
    std::size_t begin = 0, end = 0;
};

std::vector<Word> wordsOf(std::u32string_view text)
{
    std::vector<Word> out;
    for (std::size_t i = 0; i < text.size();) {
        if (!isLetter(text[i])) {
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < text.size() &&
               (isLetter(text[i]) || ((text[i] == U'\'' || text[i] == U'’') &&
                                      i + 1 < text.size() && isLetter(text[i + 1]))))
            ++i;
        out.push_back({begin, i});
    }
    return out;
}

/// `places` in the order of the text.
void cover(std::u32string &text, const std::vector<Word> &places)
{
    std::u32string out;
    std::size_t done = 0;
    for (const auto &[begin, end] : places) {
        out.append(text, done, begin - done).append(mask);
        done = end;
    }
    text = out.append(text, done);
}

void maskAddresses(std::u32string &text)
{
    constexpr std::u32string_view alone = U"@";
    const auto isSpace = [](char32_t each) {
        return each <= U' ' || each == U',' || each == U';' || each == 0x060C;
    };
    std::vector<Word> places;
    for (auto at = text.begin(); at != text.end();) {
        const auto begin = std::find_if_not(at, text.end(), isSpace);
        at = std::find_if(begin, text.end(), isSpace);
        const std::u32string_view run(begin, at);
        if (run != alone && run.find(U'@') != run.npos)
            places.push_back(
                {static_cast<std::size_t>(begin - text.begin()),
                 static_cast<std::size_t>(at - text.begin())});
    }
    cover(text, places);
}

void maskNumbers(std::u32string &text)
{
    std::vector<Word> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isDigit(text[i]))
            continue;
        std::size_t digits = 0, end = i, look = i;
        for (std::size_t gap = 0; look < text.size() && gap < 3; ++look) {
            if (isDigit(text[look])) {
                ++digits;
                gap = 0;
                end = look + 1;
            } else if (joinsDigits(text[look])) {
                ++gap;
            } else {
                break;
            }
        }
        if (digits >= leastPhoneDigits)
            places.push_back({i > 0 && text[i - 1] == U'+' ? i - 1 : i, end});
        i = end;
    }
    cover(text, places);
}

/// Behind these comes a name. Of more than one word the last is compared, and the ones before.
constexpr std::array<std::u32string_view, 44> titles{
    U"mr",     U"mrs",          U"ms",       U"miss",   U"herr",     U"herrn",   U"frau",
    U"señor",  U"señora",       U"señorita", U"sr",     U"sra",      U"doña",    U"monsieur",
    U"madame", U"mademoiselle", U"mme",      U"mlle",   U"господин", U"госпожа", U"г-н",
    U"г-жа",   U"bayan",        U"sayın",    U"آقای",   U"دکتر",     U"مهندس",   U"آقا",
    U"خانم",   U"خانوم",        U"السيد",    U"السيدة", U"الأستاذ",  U"الاستاذ", U"الآنسة",
    U"श्री",    U"श्रीमती",       U"सुश्री",     U"திரு",   U"திருமதி",  U"செல்வி",   U"named",
    U"namens", U"llamada"};

/// Turkish, Hindi and Tamil name first, then the title.
constexpr std::array<std::u32string_view, 9> titlesBehind{U"bey", U"hanım", U"abi",  U"abla", U"जी",
                                                          U"ji",  U"அக்கா",  U"அண்ணா", U"அண்ணன்"};

/// Behind the whole of these too.
constexpr std::array<std::u32string_view, 22> introductions{
    U"name is",      U"i am called",  U"heiße",     U"name ist",   U"me llamo", U"nombre es",
    U"je m'appelle", U"je m’appelle", U"nom est",   U"меня зовут", U"мое имя",  U"моё имя",
    U"اسم من",       U"اسمم",         U"نام من",    U"اسمي",       U"إسمي",     U"adım",
    U"ismim",        U"என் பெயர்",      U"எனது பெயர்", U"मेरा नाम"};

/// Nobody is called so: "die Frau an der Kasse", "I miss the bakery", "la señora que cobra".
constexpr std::array<std::u32string_view, 34> neverNames{
    U"am",   U"an",  U"auf",  U"aus",  U"bei",  U"beim", U"hat", U"hinter", U"im",
    U"in",   U"ist", U"mit",  U"oder", U"sind", U"und",  U"war", U"waren",  U"wie",
    U"zu",   U"zum", U"and",  U"at",   U"is",   U"my",   U"out", U"that",   U"the",
    U"this", U"was", U"your", U"au",   U"aux",  U"qui",  U"que"};

/// Frequent in German and rare or unknown in the other languages with capitals.
constexpr std::array<std::u32string_view, 16> germanWords{
    U"und",  U"nicht", U"ist", U"das", U"der",   U"die",   U"sehr", U"mit",
    U"aber", U"auch",  U"zu",  U"für", U"wurde", U"keine", U"eine", U"ich"};
/// So many different ones make a text German.
constexpr std::size_t leastGermanWords = 2;

constexpr std::size_t longestIntroduction =
    std::max_element(introductions.begin(), introductions.end(), [](auto a, auto b) {
        return a.size() < b.size();
    }) -> size();

/// Capitals that are no names.
constexpr std::array<std::u32string_view, 30> noNames{
    U"i",         U"i'm",     U"i’m",      U"i've",     U"i’ve",    U"i'll",
    U"i'd",       U"ok",      U"tv",       U"monday",   U"tuesday", U"wednesday",
    U"thursday",  U"friday",  U"saturday", U"sunday",   U"january", U"february",
    U"march",     U"april",   U"may",      U"june",     U"july",    U"august",
    U"september", U"october", U"november", U"december", U"english", U"christmas"};

std::u32string lowered(std::u32string_view text)
{
    // What a joiner ends is the same word.
    std::u32string out(text.substr(0, text.find_last_not_of(U"\u200C\u200D") + 1));
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

template <class List> bool has(const List &list, std::u32string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

class Names
{
public:
    Names(std::u32string_view text, std::string_view language)
        : m_text(text)
        , m_words(wordsOf(text))
    {
        for (const auto &word : m_words)
            m_lowered.push_back(lowered(text.substr(word.begin, word.end - word.begin)));
        m_capitals = language != "de" && !isGerman();
    }

    std::vector<Word> find() const
    {
        std::vector<Word> out;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (isName(i, !out.empty() && i > 0 && out.back().end == m_words[i - 1].end))
                out.push_back(m_words[i]);
        }
        return out;
    }

private:
    bool isGerman() const
    {
        const auto count = std::count_if(germanWords.begin(), germanWords.end(), [&](auto each) {
            return has(m_lowered, each);
        });
        return static_cast<std::size_t>(count) >= leastGermanWords;
    }

    bool isName(std::size_t i, bool afterName) const
    {
        if (has(titles, m_lowered[i]) || has(titlesBehind, m_lowered[i]))
            return false;
        const bool capital = isCapital(m_text[m_words[i].begin]);
        if (!capital && has(neverNames, m_lowered[i]))
            return false;
        if (i > 0 && closeTo(i) && (has(titles, m_lowered[i - 1]) || introduced(i)))
            return true;
        if (i > 1 && !hasCase(i) && closeTo(i) && closeTo(i - 1) && introduced(i - 1))
            return true; // the surname, in a script without capitals
        if (i + 1 < m_words.size() && has(titlesBehind, m_lowered[i + 1]) && closeTo(i + 1))
            return true;
        if (afterName && capital && closeTo(i))
            return true; // the surname
        return m_capitals && capital && i > 0 && !beginsSentence(i) && !isAllCapitals(i) &&
               m_words[i].end - m_words[i].begin >= leastLettersOfName &&
               !has(noNames, m_lowered[i]);
    }

    bool hasCase(std::size_t i) const
    {
        const auto first = m_text[m_words[i].begin];
        return first < 0x0590 || (first >= 0x1E00 && first < 0x2000);
    }

    /// Only spaces, a full stop of an abbreviation or a colon before it.
    bool closeTo(std::size_t i) const
    {
        const auto from = m_words[i - 1].end;
        const auto between = m_text.substr(from, m_words[i].begin - from);
        return between.size() <= 3 &&
               between.find_first_not_of(U" .:\u00A0") == std::u32string_view::npos;
    }

    bool introduced(std::size_t i) const
    {
        const auto end = m_words[i - 1].end;
        const auto begin = end - std::min(end, longestIntroduction + 1);
        const auto before = lowered(m_text.substr(begin, end - begin));
        return std::any_of(introductions.begin(), introductions.end(), [&](auto each) {
            return before.size() >= each.size() && before.ends_with(each) &&
                   (before.size() == each.size() ||
                    !isLetter(before[before.size() - each.size() - 1]));
        });
    }

    bool beginsSentence(std::size_t i) const
    {
        const auto from = m_words[i - 1].end;
        return m_text.substr(from, m_words[i].begin - from).find_first_of(U".!?…:\n\"«“(–") !=
               std::u32string_view::npos;
    }

    /// Whoever writes everything in capitals means nothing by them.
    bool isAllCapitals(std::size_t i) const
    {
        const auto word = m_text.substr(m_words[i].begin, m_words[i].end - m_words[i].begin);
        return std::none_of(word.begin(), word.end(), [](char32_t each) {
            return isLetter(each) && !isCapital(each);
        });
    }

    std::u32string_view m_text;
    std::vector<Word> m_words;
    std::vector<std::u32string> m_lowered;
    bool m_capitals = true; ///< one in the middle of a sentence is a name's
};

} // namespace

std::string maskedComment(std::string_view text, std::string_view language)
{
    auto points = decoded(text);
    maskAddresses(points);
    maskNumbers(points);
    const auto names = Names(points, language.substr(0, 2)).find();
    cover(points, names);
    return encoded(points);
}

} // namespace vouch::check
