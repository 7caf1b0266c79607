#pragma once

/// The distributions that the figures of this folder are judged by.
///
/// Sources: M. Abramowitz, I. Stegun (eds.), "Handbook of Mathematical Functions", National Bureau
/// of Standards 1964, 26.5 (incomplete beta), 26.7 (Student's t), 26.6 (F); W. Lentz, "Generating
/// Bessel functions in Mie scattering calculations using continued fractions", Applied Optics 15
/// (1976) 668–671 (how the continued fraction is evaluated).
///
/// Probabilities are fractions, 0 … 1, right to 1e-10.
namespace vouch::metrics {

/// P(|Z| > |z|) of a standard normal Z.
double normalTwoSided(double z);

/// P(|T| > |t|) of Student's T. Requires degrees > 0.
double studentTwoSided(double t, double degrees);

/// The t with P(|T| > t) = alpha: 2.228 for 0.05 and 10 degrees. Requires degrees > 0 and
/// 0 < alpha < 1.
double studentQuantile(double alpha, double degrees);

/// P(F > f). Requires above, below > 0 and f >= 0.
double fUpperTail(double f, double above, double below);

/// P(X > x) of chi-squared with one degree of freedom. Requires x >= 0.
double chiSquaredUpperTail(double x);

/// I_x(a, b), the regularised incomplete beta function. Requires a, b > 0 and 0 <= x <= 1.
double incompleteBeta(double a, double b, double x);

} // namespace vouch::metrics
