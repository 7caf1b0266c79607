#include "app/sim/comment_library.h"

#include <algorithm>
#include <array>
#include <span>

namespace vouch::sim {

namespace {

constexpr std::array<std::string_view, 4> kinds{"sentence", "word", "nonsense", "personal"};
constexpr std::array<double, 4> kindPercent{80, 10, 8, 2};
constexpr std::array<std::string_view, 3> segments{"detractor", "passive", "promoter"};
constexpr std::string_view any = "any";

std::string keyOf(std::string_view language, std::string_view kind, std::string_view segment)
{
    return std::string(language) + '/' + std::string(kind) + '/' + std::string(segment);
}

std::string_view cut(std::string_view &line, char separator)
{
    const auto end = std::min(line.find(separator), line.size());
    const auto out = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return out;
}

bool isOneOf(std::string_view word, std::span<const std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

Result<CommentLibrary> CommentLibrary::parse(std::string_view tsv)
{
    CommentLibrary out;
    for (int number = 1; !tsv.empty(); ++number) {
        auto line = cut(tsv, '\n');
        if (line.empty() || line.starts_with('#'))
            continue;
        const auto language = cut(line, '\t');
        const auto kind = cut(line, '\t');
        const auto segment = cut(line, '\t');
        if (language.empty() || line.empty() || !isOneOf(kind, kinds) ||
            (segment != any && !isOneOf(segment, segments)))
            return Failure{
                "comments-malformed", "A line must hold a language, a kind, a segment and a text.",
                "line " + std::to_string(number)};
        for (const auto each : segments) {
            if (segment == any || segment == each)
                out.m_texts[keyOf(language, kind, each)].emplace_back(line);
        }
    }
    return out;
}

const std::string &
CommentLibrary::draw(Dice &dice, const std::string &language, metrics::Segment segment) const
{
    const auto kind = kinds[dice.weighted(kindPercent)];
    const auto &texts = m_texts.at(keyOf(language, kind, segments[std::size_t(segment)]));
    return texts[dice.below(texts.size())];
}

std::size_t CommentLibrary::count(const std::string &language) const
{
    std::vector<std::string_view> all;
    for (const auto &[key, texts] : m_texts) {
        if (key.starts_with(language + '/'))
            all.insert(all.end(), texts.begin(), texts.end());
    }
    std::sort(all.begin(), all.end());
    return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

} // namespace vouch::sim
