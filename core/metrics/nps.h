#pragma once

#include <array>
#include <cstdint>
#include <optional>

/// The Net Promoter Score and how sure of it one may be.
///
/// Sources: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003
/// (the question and its three segments); B. Rocks, "Interval Estimation for the 'Net Promoter
/// Score'", The American Statistician 70 (2016) 4, 365–372 (the adjusted Wald interval).
///
/// Scores, intervals and errors are in points, −100 … +100, unrounded; rounding is for the display.
namespace vouch::metrics {

inline constexpr int lowestScore = 0;
inline constexpr int highestScore = 10;

/// The normal quantile of a two-sided 95 % interval.
inline constexpr double z95 = 1.959964;

/// A fraction of 1, in points.
inline constexpr double points = 100;

enum class Segment { Detractor, Passive, Promoter };

/// Detractor 0–6, passive 7–8, promoter 9–10. Requires lowestScore <= score <= highestScore.
constexpr Segment segmentOf(int score)
{
    return score >= 9 ? Segment::Promoter : score >= 7 ? Segment::Passive : Segment::Detractor;
}

/// How many answers each score got. Tallies of shops, days or tablets are pooled by adding them;
/// scores are never averaged.
struct Tally
{
    /// histogram[s] is the number of answers with the score s; none is negative.
    std::array<std::int64_t, highestScore + 1> histogram{};

    std::int64_t count() const;
    std::int64_t promoters() const { return in(Segment::Promoter); }
    std::int64_t passives() const { return in(Segment::Passive); }
    std::int64_t detractors() const { return in(Segment::Detractor); }
    std::int64_t in(Segment segment) const;

    /// Requires lowestScore <= score <= highestScore.
    void add(int score, std::int64_t times = 1);
    Tally &operator+=(const Tally &other);
    friend Tally operator+(Tally left, const Tally &right) { return left += right; }
    bool operator==(const Tally &) const = default;
};

/// Fractions of the count, which add up to 1.
struct Shares
{
    double promoters = 0;
    double passives = 0;
    double detractors = 0;
};

/// Undefined (not 0) without answers, like everything below that is computed from a Tally.
std::optional<Shares> shares(const Tally &tally);

/// % promoters − % detractors: the headline.
std::optional<double> nps(const Tally &tally);

/// low and high are clipped to ±100. The centre is the adjusted score, drawn a little towards 0; it
/// is not the headline.
struct Interval
{
    double low = 0;
    double high = 0;
    double centre = 0;
};

/// Rocks' adjusted Wald interval, at every n: three quarters of an answer are added to the
/// promoters and to the detractors, three answers to the count. It covers chance, not who chose to
/// answer.
std::optional<Interval> interval(const Tally &tally, double z = z95);

/// The standard error of the interval's centre.
std::optional<double> standardError(const Tally &tally);

/// The variance of one answer in points², 0 … 10,000, by the same adjusted shares; above 0 even
/// when all answers are alike. standardError()² is this divided by the count + 3.
std::optional<double> answerVariance(const Tally &tally);

/// Two independent scores compared.
struct Difference
{
    /// The centre of a − the centre of b.
    double delta = 0;
    double standardError = 0;
    /// delta in standard errors.
    double z = 0;
    /// Two-sided: the chance of so large a difference between equal shops.
    double pValue = 1;
    double low = 0;
    double high = 0;

    /// A change counts only when its interval excludes 0.
    bool significant() const { return low > 0 || high < 0; }
};

/// Undefined when either side has no answers. low and high are delta ± z standard errors, and are
/// not clipped: two scores can be 200 points apart.
std::optional<Difference> difference(const Tally &a, const Tally &b, double z = z95);

/// What may be shown. TooFew (under 30 answers): counts, shares and comments, no score. Rough
/// (30–99): the range first. Enough (from 100): the score.
enum class Sufficiency { TooFew, Rough, Enough };

inline constexpr std::int64_t leastForRange = 30;
inline constexpr std::int64_t leastForScore = 100;

constexpr Sufficiency sufficiency(std::int64_t count)
{
    return count >= leastForScore   ? Sufficiency::Enough
           : count >= leastForRange ? Sufficiency::Rough
                                    : Sufficiency::TooFew;
}

} // namespace vouch::metrics
