#pragma once

#include <optional>
#include <span>
#include <string_view>

/// Scores of other industries and companies. They come from relational surveys: beside a relational
/// index of the same country only, never beside a kiosk's score.
///
/// Source: method.md §5, which gathers them from two published collections that differ; each value
/// names the collection it is from. Neither says its country and year: whoever shows one, shows
/// that too.
namespace vouch::metrics {

/// What a score answers to; only the relational one may stand beside a reference.
enum class ScoreKind { Transactional, Relational, Employee, Partner };

enum class ReferenceSource { First, Second };

/// One English sentence on where the value is from, for translation.
std::string_view sourceText(ReferenceSource source);

struct Reference
{
    /// Stable, kebab-case: "grocery-retail".
    std::string_view code;
    std::string_view name; ///< English, for translation
    bool company = false;  ///< else an industry
    double nps = 0;        ///< points
    ReferenceSource source = ReferenceSource::First;
};

/// Empty unless Relational. Values that differ from source to source stand one after the other.
std::span<const Reference> references(ScoreKind beside);

/// How the level of a relational index reads (method.md §5): a number alone is neither good nor
/// bad, so it comes with what to compare it with.
enum class Level { Critical, CompareWithIndustry, Good };

/// 0 or below, up to 50, from 50.
constexpr Level levelOf(double nps)
{
    return nps <= 0 ? Level::Critical : nps < 50 ? Level::CompareWithIndustry : Level::Good;
}

} // namespace vouch::metrics
