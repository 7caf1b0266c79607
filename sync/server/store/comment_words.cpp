#include "sync/server/store/comment_words.h"

#include "core/base/utf8.h"

#include <glib.h>

#include <memory>
#include <optional>

namespace vouch::server {

namespace {

constexpr gunichar zeroWidthNonJoiner = 0x200C;
constexpr gunichar zeroWidthJoiner = 0x200D;
/// No language has longer words; what is longer is cut.
constexpr std::size_t longestWord = 64;

using OwnedText = std::unique_ptr<gchar, decltype(&g_free)>;

OwnedText owned(gchar *text)
{
    return {text, g_free};
}

bool isPart(gunichar c)
{
    return g_unichar_isalnum(c) != 0 || g_unichar_ismark(c) != 0;
}

bool isJoiner(gunichar c)
{
    return c == zeroWidthNonJoiner || c == zeroWidthJoiner;
}

/// Nothing that tells one word from another.
bool isDropped(gunichar c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
           (c >= 0x06D6 && c <= 0x06ED && g_unichar_ismark(c) != 0) || c == 0x0640 || c == 0x093C ||
           isJoiner(c);
}

/// Of a letter without its marks.
gunichar plain(gunichar c)
{
    switch (c) {
    case 0x064A: // ي
    case 0x0649: // ى
        return 0x06CC;
    case 0x0643: // ك
        return 0x06A9;
    case 0x0629: // ة
    case 0x06D5: // ە
    case 0x06C1: // ہ
        return 0x0647;
    case 0x0671: // ٱ
        return 0x0627;
    case 0x0131: // ı
        return 'i';
    default:
        return g_unichar_isdigit(c) != 0 ? gunichar('0' + g_unichar_digit_value(c)) : c;
    }
}

void appendPoint(std::string &to, gunichar c)
{
    char bytes[6];
    to.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(c, bytes)));
}

std::string foldedForm(const std::string &word)
{
    const auto decomposed =
        owned(g_utf8_normalize(word.data(), gssize(word.size()), G_NORMALIZE_ALL));
    const auto cased = owned(decomposed ? g_utf8_casefold(decomposed.get(), -1) : nullptr);
    // Folding may compose again: İ becomes i with a dot above.
    const auto text = owned(cased ? g_utf8_normalize(cased.get(), -1, G_NORMALIZE_ALL) : nullptr);
    std::string out;
    for (const gchar *at = text.get(); at && *at != 0; at = g_utf8_next_char(at)) {
        const auto c = g_utf8_get_char(at);
        if (!isDropped(c) && isPart(c))
            appendPoint(out, plain(c));
    }
    return out;
}

std::string shownForm(const std::string &word)
{
    const auto composed =
        owned(g_utf8_normalize(word.data(), gssize(word.size()), G_NORMALIZE_ALL_COMPOSE));
    const auto lower = owned(composed ? g_utf8_strdown(composed.get(), -1) : nullptr);
    std::string out;
    for (const gchar *at = lower.get(); at && *at != 0; at = g_utf8_next_char(at))
        if (const auto c = g_utf8_get_char(at); isPart(c) || isJoiner(c))
            appendPoint(out, c);
    return out;
}

/// Most words of most languages here need no tables.
std::optional<std::string> asciiForm(const std::string &word)
{
    std::string out;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return std::nullopt;
        out += g_ascii_tolower(c);
    }
    return out;
}

} // namespace

std::vector<CommentWord> wordsIn(std::string_view text)
{
    std::vector<CommentWord> out;
    if (!isUtf8(text))
        return out;
    const std::string whole(text); // GLib looks at the byte behind
    const auto *at = whole.data();
    const auto *const end = at + whole.size();
    for (std::size_t place = 0; at < end;) {
        CommentWord word;
        word.begin = place;
        std::string raw;
        bool hasLetter = false;
        for (; at < end; at = g_utf8_next_char(at), ++place) {
            const auto c = g_utf8_get_char(at);
            if (!isPart(c) && (raw.empty() || !isJoiner(c)))
                break;
            hasLetter = hasLetter || g_unichar_isalnum(c) != 0;
            if (place - word.begin < longestWord)
                appendPoint(raw, c);
        }
        word.end = place;
        if (hasLetter) {
            if (auto ascii = asciiForm(raw)) {
                word.shown = word.folded = std::move(*ascii);
            } else {
                word.shown = shownForm(raw);
                word.folded = foldedForm(raw);
            }
            if (!word.folded.empty() && !word.shown.empty())
                out.push_back(std::move(word));
        }
        if (at < end && raw.empty()) {
            at = g_utf8_next_char(at);
            ++place;
        }
    }
    return out;
}

} // namespace vouch::server
