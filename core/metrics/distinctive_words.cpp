#include "core/metrics/distinctive_words.h"

#include "core/metrics/probability.h"

#include <cmath>

namespace vouch::metrics {

std::vector<WordContrast> contrastWords(std::span<const WordCount> words, double prior)
{
    double allA = 0, allB = 0;
    for (const auto &word : words) {
        allA += static_cast<double>(word.a);
        allB += static_cast<double>(word.b);
    }
    std::vector<WordContrast> out(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto a = static_cast<double>(words[i].a), b = static_cast<double>(words[i].b);
        // Without another word, or without the word, there are no odds.
        if (a + b == 0 || a + b == allA + allB)
            continue;
        const auto weight = prior * (a + b) / (allA + allB);
        const auto logOdds = std::log((a + weight) / (allA + prior - a - weight)) -
                             std::log((b + weight) / (allB + prior - b - weight));
        const auto z = logOdds / std::sqrt(1 / (a + weight) + 1 / (b + weight));
        out[i] = {logOdds, z, normalTwoSided(z)};
    }
    return out;
}

} // namespace vouch::metrics
