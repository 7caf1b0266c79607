#include "sync/server/api/score_json.h"

#include "core/metrics/enough.h"

#include <cmath>

namespace vouch::server {

double rounded(double value)
{
    const double out = std::round(value * 100) / 100;
    return out == 0 ? 0 : out; // never −0
}

json::object scoreJson(const metrics::Tally &tally)
{
    json::object out{
        {"n", tally.count()},
        {"promoters", tally.promoters()},
        {"passives", tally.passives()},
        {"detractors", tally.detractors()},
        {"nps", nullptr},
        {"low", nullptr},
        {"high", nullptr},
        {"more_for_range", metrics::moreForRange(tally.count())},
        {"more_for_score", metrics::moreForScore(tally.count())}};
    if (const auto score = metrics::nps(tally))
        out["nps"] = rounded(*score);
    if (const auto interval = metrics::interval(tally)) {
        out["low"] = rounded(interval->low);
        out["high"] = rounded(interval->high);
    }
    return out;
}

json::value shareJson(const std::optional<metrics::Proportion> &share)
{
    if (!share)
        return nullptr;
    const auto fraction = [](double value) { return std::round(value * 1e4) / 1e4; };
    return json::object{
        {"count", share->count},
        {"base", share->base},
        {"value", fraction(share->value)},
        {"low", fraction(share->low)},
        {"high", fraction(share->high)}};
}

} // namespace vouch::server
