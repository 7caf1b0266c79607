#pragma once

#include "sync/server/store/comments.h"

#include <map>

/// What comments say in single words.
namespace vouch::server {

/// Which of two groups a comment belongs to; nothing: neither.
enum class WordGroup { A, B };
using GroupOf = std::function<std::optional<WordGroup>(const CountedComment &)>;

struct FrequentWord
{
    std::string word;
    std::string language;
    std::int64_t count = 0; ///< comments
};

struct DistinctiveWord
{
    std::string word;
    std::string language;
    WordGroup group = WordGroup::A; ///< whose it is
    std::int64_t inA = 0;
    std::int64_t inB = 0;
    double z = 0;
};

/// Counts in how many comments each word is, by language: a word is compared with the others of its
/// own language, since it is no news that one group writes more of a language.
///
/// A word of fewer than `leastTold` comments is told to nobody: so few writers could be known by
/// it. Stop words, single letters and numbers are left out.
class CommentFigures
{
public:
    static constexpr std::int64_t leastTold = 3;
    static constexpr std::int64_t leastCompared = 5;
    static constexpr std::size_t mostTold = 40;

    /// `isCounted`: among the frequent words too.
    void add(const CountedComment &comment, bool isCounted, std::optional<WordGroup> group);

    /// The most frequent first.
    std::vector<FrequentWord> frequent() const;
    /// At the false discovery rate of core/metrics, over all words of leastCompared comments; the
    /// clearest first.
    std::vector<DistinctiveWord> distinctive() const;
    std::int64_t counted() const { return m_counted; }
    std::int64_t in(WordGroup group) const { return group == WordGroup::A ? m_inA : m_inB; }

private:
    struct Word
    {
        std::map<std::string, std::int64_t, std::less<>> shown; ///< how it is written
        std::int64_t count = 0;
        std::int64_t inA = 0;
        std::int64_t inB = 0;

        std::string usual() const;
    };

    std::map<std::string, std::map<std::string, Word, std::less<>>, std::less<>> m_words;
    std::int64_t m_counted = 0;
    std::int64_t m_inA = 0;
    std::int64_t m_inB = 0;
};

} // namespace vouch::server
