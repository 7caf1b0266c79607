#pragma once

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <vector>

/// How the benches say what they measured. Nothing here passes or fails.
namespace vouch::bench {

struct Spread
{
    double median = 0;
    double p99 = 0;
    double worst = 0;
};

/// Requires at least one value.
inline Spread spreadOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * double(values.size() - 1))];
    };
    return {at(0.5), at(0.99), values.back()};
}

/// In milliseconds.
inline void print(const char *what, const Spread &spread)
{
    std::printf(
        "%-46s p50 %7.2f ms   p99 %7.2f ms   worst %7.2f ms\n", what, spread.median, spread.p99,
        spread.worst);
    std::fflush(stdout);
}

/// How many times a reference of the same run something took.
inline void printTimes(const char *what, const Spread &spread, const Spread &reference)
{
    std::printf(
        "%-46s p50 %7.2f      p99 %7.2f\n", what, spread.median / reference.median,
        spread.p99 / reference.p99);
    std::fflush(stdout);
}

/// Memory of this process, in KiB, after what is free was given back.
struct Memory
{
    double resident = 0;
    double heap = 0; ///< asked for and not freed

    static Memory now()
    {
        malloc_trim(0);
        Memory out;
        double size = 0;
        std::ifstream("/proc/self/statm") >> size >> out.resident;
        out.resident *= double(sysconf(_SC_PAGESIZE)) / 1024;
        const auto info = mallinfo2();
        out.heap = double(info.uordblks + info.hblkhd) / 1024;
        return out;
    }
};

} // namespace vouch::bench
