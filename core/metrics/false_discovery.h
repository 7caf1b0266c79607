#pragma once

#include <span>
#include <vector>

/// Many comparisons at once: of 1,000 equal stores fifty "differ" at 5 %. The rate of false
/// discoveries is the expected share of mistakes among the differences that are called so.
///
/// Sources: Y. Benjamini, Y. Hochberg, "Controlling the False Discovery Rate", Journal of the Royal
/// Statistical Society B 57 (1995) 289–300; Y. Benjamini, D. Yekutieli, "The Control of the False
/// Discovery Rate in Multiple Testing under Dependency", Annals of Statistics 29 (2001) 1165–1188;
/// D. Yekutieli, "False discovery rate control for non-positively regression dependent test
/// statistics", Journal of Statistical Planning and Inference 138 (2008) 405–415.
namespace vouch::metrics {

/// The rate that is held unless said otherwise.
inline constexpr double falseDiscoveryRate = 0.05;

/// p-values adjusted by Benjamini and Hochberg, in the order given, 0 … 1: those at or below a rate
/// are discoveries at that rate.
///
/// Dependence: the rate holds for independent tests and for positively dependent ones (stores under
/// one weather, stores each compared with the same others). For all pairs of stores there is no
/// proof, but the rate has been found to hold (Yekutieli 2008); a test here counts it. Where
/// nothing is known of the dependence, take adjustedForAnyDependence().
std::vector<double> adjusted(std::span<const double> pValues);

/// By Benjamini and Yekutieli: right under any dependence, at the price of about ln(n) in power.
std::vector<double> adjustedForAnyDependence(std::span<const double> pValues);

} // namespace vouch::metrics
