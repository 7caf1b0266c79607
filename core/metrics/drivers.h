#pragma once

#include "core/base/result.h"
#include "core/metrics/pick_table.h"
#include "core/metrics/proportion.h"

/// What goes with the score, from lists that are shown by the score. Association, never cause.
///
/// A regression of the score on such picks finds "drivers" in pure noise, for who is asked what
/// depends on the score; so picks are compared only among those who saw the same list.
///
/// Sources: method.md §5; Wilson's interval: proportion.h; N. Mantel, W. Haenszel, "Statistical
/// aspects of the analysis of data from retrospective studies of disease", Journal of the National
/// Cancer Institute 22 (1959) 719–748, with its continuity correction (test); S. Greenland, J. M.
/// Robins, "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41
/// (1985) 55–68 (common difference); T. Sato, "On the variance estimator for the Mantel–Haenszel
/// risk difference", Biometrics 45 (1989) 1323–1324 (its variance, right for few large and for many
/// small strata); N. Mantel, J. L. Fleiss, American Journal of Epidemiology 112 (1980) 129–134
/// (when the test may be used).
namespace vouch::metrics {

struct Mention
{
    std::size_t criterion = 0;
    /// Of the checks in which the list was shown.
    Proportion share;
};

/// The most named first; of equals in the order of the criteria. Failure `answers-too-few`, when
/// the list was shown under 30 times.
Result<std::vector<Mention>> mentions(const PickTable &table, PickList list);

struct Balance
{
    std::size_t criterion = 0;
    /// Liked − improve, as a share of all scored checks, in points: −100 … +100.
    double value = 0;
    /// As of a score: a check counts +1, 0 or −1 (nps.h).
    Interval range;
};

/// The most praised first. Failure `answers-too-few`, under 30 scored checks.
Result<std::vector<Balance>> balance(const PickTable &table);

/// The least checks with a pick on each side of a split.
inline constexpr std::int64_t leastOnASide = 30;

/// How much more often a criterion is picked on the worse side than on the better one.
struct Split
{
    std::size_t criterion = 0;
    /// Of the checks with any pick, all stores together: 0–6 and 7–8, or 9 and 10.
    Proportion worse;
    Proportion better;
    /// worse − better, compared within each store and week, −1 … 1, with its 95 % interval; the
    /// p-value, and it among all criteria of the list by Benjamini and Hochberg. Undefined when the
    /// criterion was picked too rarely to be judged (Mantel and Fleiss).
    struct Test
    {
        double difference = 0;
        double low = -1;
        double high = 1;
        double pValue = 1;
        double adjustedPValue = 1;
    };
    std::optional<Test> test;

    bool clear() const { return test && test->adjustedPValue <= 0.05; }
};

/// Improve: what goes with 0–6 rather than 7–8. Liked: what goes with 9 rather than 10. In the
/// order of the criteria.
///
/// The base is checks with a pick, not all that were shown the list: those who are not satisfied
/// walk away less often, which would make every criterion look like a reason. Compared within store
/// and week, because two stores may differ in their scores and in what their customers name.
/// Failure `answers-too-few` (where = "0-6", "7-8", "9" or "10").
Result<std::vector<Split>> splits(const PickTable &table, PickList list);

} // namespace vouch::metrics
