#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// Which words one group uses more than another.
///
/// Source: B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words: Lexical Feature Selection
/// and Evaluation for Identifying the Content of Political Conflict", Political Analysis 16 (2008)
/// 372–403, section 3.3: log-odds-ratio with an informative Dirichlet prior (equations 16 and 22).
/// The prior is what both groups say together, weighted as so many words, so that a rare word is
/// drawn to no difference and a frequent one is not.
namespace vouch::metrics {

/// In how many comments of each group a word is. A comment counts once, however often it says it,
/// so that no single writer makes a word.
struct WordCount
{
    std::int64_t a = 0;
    std::int64_t b = 0;
};

struct WordContrast
{
    double logOdds = 0; ///< above 0: group a says it more
    double z = 0;       ///< logOdds by its standard error
    double p = 1;       ///< two-sided
};

/// The prior's weight in words unless said otherwise.
inline constexpr double wordPrior = 250;

/// For each word, in order; `words` are all that both groups said, the frequent and the rare.
/// Requires counts >= 0 and prior > 0. A word that nobody said contrasts nothing.
std::vector<WordContrast> contrastWords(std::span<const WordCount> words, double prior = wordPrior);

} // namespace vouch::metrics
