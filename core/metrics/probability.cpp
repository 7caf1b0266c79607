#include "core/metrics/probability.h"

#include <cmath>
#include <numbers>

namespace vouch::metrics {

namespace {

/// Away from 0, as Lentz's method needs its denominators.
double awayFromZero(double value)
{
    constexpr double least = 1e-300;
    return std::abs(value) < least ? least : value;
}

/// The continued fraction of the incomplete beta function (26.5.8), for x < (a + 1) / (a + b + 2).
double betaFraction(double a, double b, double x)
{
    double c = 1;
    double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int step = 1; step <= 10'000; ++step) {
        const double m = step;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / awayFromZero(1 + even * d);
        c = awayFromZero(1 + even / c);
        value *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / awayFromZero(1 + odd * d);
        c = awayFromZero(1 + odd / c);
        value *= d * c;
        if (std::abs(d * c - 1) < 1e-15)
            break;
    }
    return value;
}

} // namespace

double normalTwoSided(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

double incompleteBeta(double a, double b, double x)
{
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const double front = std::exp(
        std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) +
        b * std::log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(a, b, x) / a
                                     : 1 - front * betaFraction(b, a, 1 - x) / b;
}

double studentTwoSided(double t, double degrees)
{
    return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
}

double studentQuantile(double alpha, double degrees)
{
    double low = 0;
    double high = 1;
    while (studentTwoSided(high, degrees) > alpha)
        high *= 2;
    for (int step = 0; step < 100 && high - low > 1e-12 * high; ++step) {
        const double middle = (low + high) / 2;
        (studentTwoSided(middle, degrees) > alpha ? low : high) = middle;
    }
    return (low + high) / 2;
}

double fUpperTail(double f, double above, double below)
{
    return incompleteBeta(below / 2, above / 2, below / (below + above * f));
}

double chiSquaredUpperTail(double x)
{
    return normalTwoSided(std::sqrt(x));
}

} // namespace vouch::metrics
