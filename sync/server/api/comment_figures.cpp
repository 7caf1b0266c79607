#include "sync/server/api/comment_figures.h"

#include "core/metrics/distinctive_words.h"
#include "core/metrics/false_discovery.h"
#include "sync/server/api/stop_words.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace vouch::server {

namespace {

/// The text up to the next space, which is taken off.
std::string_view nextWord(std::string_view &text)
{
    const auto end = std::min(text.find(' '), text.size());
    const auto out = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return out;
}

/// A single letter or a number says nothing. Letters outside ASCII take two bytes and more.
bool saysSomething(std::string_view folded)
{
    const bool isNumber = folded.find_first_not_of("0123456789") == folded.npos;
    const auto letters =
        std::count_if(folded.begin(), folded.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return !isNumber && letters > 1;
}

} // namespace

std::string CommentFigures::Word::usual() const
{
    return std::max_element(
               shown.begin(), shown.end(),
               [](const auto &a, const auto &b) { return a.second < b.second; })
        ->first;
}

void CommentFigures::add(
    const CountedComment &comment, bool isCounted, std::optional<WordGroup> group)
{
    m_counted += isCounted ? 1 : 0;
    m_inA += group == WordGroup::A ? 1 : 0;
    m_inB += group == WordGroup::B ? 1 : 0;
    auto &words = m_words[std::string(comment.language)];
    auto shown = comment.words, folded = comment.folded;
    while (!folded.empty()) {
        const auto text = nextWord(shown), key = nextWord(folded);
        if (!saysSomething(key))
            continue;
        auto &word = words[std::string(key)];
        ++word.shown[std::string(text)];
        word.count += isCounted ? 1 : 0;
        word.inA += group == WordGroup::A ? 1 : 0;
        word.inB += group == WordGroup::B ? 1 : 0;
    }
}

std::vector<FrequentWord> CommentFigures::frequent() const
{
    std::vector<FrequentWord> out;
    for (const auto &[language, words] : m_words)
        for (const auto &[folded, word] : words)
            if (word.count >= leastTold && !isStopWord(folded, language))
                out.push_back({word.usual(), language, word.count});
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        return std::tie(b.count, a.language, a.word) < std::tie(a.count, b.language, b.word);
    });
    out.resize(std::min(out.size(), mostTold));
    return out;
}

std::vector<DistinctiveWord> CommentFigures::distinctive() const
{
    std::vector<DistinctiveWord> out;
    std::vector<double> chances;
    for (const auto &[language, words] : m_words) {
        // Stop words are part of what is said, though none of them is told.
        std::vector<metrics::WordCount> counts;
        for (const auto &[folded, word] : words)
            counts.push_back({word.inA, word.inB});
        const auto contrasts = metrics::contrastWords(counts);
        std::size_t i = 0;
        for (const auto &[folded, word] : words) {
            const auto &contrast = contrasts[i++];
            if (word.inA + word.inB < leastCompared || isStopWord(folded, language))
                continue;
            const auto group = contrast.z > 0 ? WordGroup::A : WordGroup::B;
            out.push_back({word.usual(), language, group, word.inA, word.inB, contrast.z});
            chances.push_back(contrast.p);
        }
    }
    const auto adjusted = metrics::adjusted(chances);
    std::vector<DistinctiveWord> found;
    for (std::size_t i = 0; i < out.size(); ++i)
        if (adjusted[i] <= metrics::falseDiscoveryRate &&
            std::max(out[i].inA, out[i].inB) >= leastTold)
            found.push_back(std::move(out[i]));
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::abs(a.z) > std::abs(b.z);
    });
    found.resize(std::min(found.size(), mostTold));
    return found;
}

} // namespace vouch::server
