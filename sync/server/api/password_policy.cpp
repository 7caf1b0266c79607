#include "sync/server/api/password_policy.h"

#include "sync/protocol/codes.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace vouch::server {

namespace {

constexpr std::size_t leastRun = 4;  ///< characters in order that count as one thought
constexpr std::size_t leastRest = 6; ///< what must be left beside runs and names

/// What fingers walk along, in both directions.
constexpr std::string_view walks[] = {
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm"};

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::size_t charactersOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

/// How long a walk the text begins with.
std::size_t runAt(std::string_view text)
{
    std::size_t longest = 0;
    for (const auto walk : walks) {
        const std::string back(walk.rbegin(), walk.rend());
        for (const std::string_view way : {walk, std::string_view(back)})
            for (auto from = way.find(text.front()); from != way.npos;
                 from = way.find(text.front(), from + 1)) {
                std::size_t length = 0;
                while (length < text.size() && from + length < way.size() &&
                       text[length] == way[from + length])
                    ++length;
                longest = std::max(longest, length);
            }
    }
    std::size_t same = 1;
    while (same < text.size() && text[same] == text.front())
        ++same;
    return std::max(longest, same);
}

/// The text without walks along the keyboard, the alphabet and the digits, and without repeats.
std::string withoutRuns(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto run = runAt(text.substr(at));
        if (run >= leastRun) {
            at += run;
        } else {
            out += text[at];
            ++at;
        }
    }
    return out;
}

std::string without(std::string text, const std::string &name)
{
    if (name.size() >= 3)
        for (auto at = text.find(name); at != text.npos; at = text.find(name))
            text.erase(at, name.size());
    return text;
}

/// "P4$$w0rd" as "password".
std::string plainLetters(std::string text)
{
    constexpr std::string_view signs = "0134578@$!|", letters = "oieastbasil";
    for (char &c : text)
        if (const auto at = signs.find(c); at != signs.npos)
            c = letters[at];
    return text;
}

/// Without what people put before and behind a word: digits and signs.
std::string coreOf(std::string_view text)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto first = std::find_if(text.begin(), text.end(), isLetter);
    const auto last = std::find_if(text.rbegin(), text.rend(), isLetter).base();
    return first < last ? std::string(first, last) : std::string();
}

Failure unfit(std::string message)
{
    return {std::string(protocol::code::passwordUnfit), std::move(message), {}};
}

} // namespace

PasswordPolicy::PasswordPolicy(const std::vector<std::string> &lists)
{
    for (const auto &name : lists) {
        std::ifstream file(name, std::ios::binary);
        m_text.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        m_text += '\n';
    }
    m_text = lowered(m_text);
    for (std::size_t at = 0; at < m_text.size();) {
        const auto end = m_text.find('\n', at);
        const auto line = std::string_view(m_text).substr(at, end - at);
        if (line.size() >= 3 && !line.starts_with("#!"))
            m_words.push_back(line);
        at = end + 1;
    }
    std::sort(m_words.begin(), m_words.end());
}

const PasswordPolicy &PasswordPolicy::ofThisMachine()
{
    static const PasswordPolicy policy([] {
        const char *named = std::getenv("VOUCH_COMMON_PASSWORDS");
        return named ? std::vector<std::string>{named}
                     : std::vector<std::string>{
                           "/usr/share/dict/cracklib-small", "/usr/share/john/password.lst"};
    }());
    return policy;
}

std::string_view PasswordPolicy::adviceWithoutList()
{
    return "Warning: there is no list of common passwords, so that some are not refused. Install "
           "Debian's package cracklib-runtime, or name a list in VOUCH_COMMON_PASSWORDS.";
}

Result<void>
PasswordPolicy::check(const std::string &password, const std::vector<std::string> &own) const
{
    if (charactersOf(password) < shortest || password.size() > longest)
        return unfit(
            "Choose a password of 10 to 1000 characters. Three or four words make a good one.");
    const auto text = lowered(password);
    if (std::set<char>(text.begin(), text.end()).size() < 4)
        return unfit("This password repeats itself. Choose three or four words.");
    if (withoutRuns(text).size() < leastRest)
        return unfit("This password is a walk along the keyboard. Choose three or four words.");
    auto rest = text;
    for (const auto &name : own)
        rest = without(std::move(rest), lowered(name));
    if (withoutRuns(rest).size() < leastRest)
        return unfit(
            "This password is made of a name that everybody knows. Choose three or four words.");
    if (isCommon(text))
        return unfit("This is a common password, or one word with signs around it. Choose three or "
                     "four words.");
    return {};
}

bool PasswordPolicy::isCommon(const std::string &text) const
{
    std::vector<std::string> forms{
        text, coreOf(text), coreOf(plainLetters(text)), coreOf(plainLetters(coreOf(text)))};
    for (std::size_t i = 0, n = forms.size(); i < n; ++i) { // a word said twice or more
        const auto form = forms[i];                         // a copy: the list grows
        for (std::size_t part = 3; part * 2 <= form.size(); ++part)
            if (form.size() % part == 0 &&
                form.compare(part, form.npos, form, 0, form.size() - part) == 0)
                forms.push_back(form.substr(0, part));
    }
    return std::any_of(
        forms.begin(), forms.end(), [this](const std::string &form) { return isListed(form); });
}

bool PasswordPolicy::isListed(std::string_view word) const
{
    return std::binary_search(m_words.begin(), m_words.end(), word);
}

} // namespace vouch::server
