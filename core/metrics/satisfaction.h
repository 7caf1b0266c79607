#pragma once

#include "core/metrics/proportion.h"

#include <array>

/// CSAT and CES.
///
/// Sources: N. A. Morgan, L. L. Rego, "The Value of Different Customer Satisfaction and Loyalty
/// Metrics in Predicting Business Performance", Marketing Science 25 (2006) 426–439 (the top two of
/// five boxes); M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", 2013 (effort on 1–7,
/// with the share of 5–7). The share's interval is Wilson's, the mean's Student's.
namespace vouch::metrics {

/// counts[i] is the number of answers of i + 1.
using FivePoints = std::array<std::int64_t, 5>;
using SevenPoints = std::array<std::int64_t, 7>;

/// "How satisfied are you?" 1–5: the share of 4 and 5. Undefined without answers.
std::optional<Proportion> csat(const FivePoints &counts);

struct Ces
{
    std::int64_t count = 0;
    /// 1 … 7.
    double mean = 0;
    /// Of the mean, within 1 … 7. Undefined under two answers and when all are alike, where nothing
    /// is known of how answers differ.
    std::optional<double> low;
    std::optional<double> high;
    /// The share of 5–7.
    Proportion easy;
};

/// "How easy was it to …?" 1–7. Undefined without answers.
std::optional<Ces> ces(const SevenPoints &counts);

} // namespace vouch::metrics
