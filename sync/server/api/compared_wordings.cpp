#include "sync/server/api/compared_wordings.h"

#include <algorithm>

namespace vouch::server {

namespace {

using Series = std::map<std::string, std::int64_t>;

constexpr std::int64_t strayOneIn = 20;

bool isUsed(const Series &side, const std::string &series)
{
    std::int64_t sum = 0;
    for (const auto &[name, count] : side)
        sum += count;
    const auto found = side.find(series);
    return found != side.end() && found->second * strayOneIn > sum;
}

bool hasAnother(const Series &side, const Series &other)
{
    return std::any_of(side.begin(), side.end(), [&](const auto &each) {
        return isUsed(side, each.first) && !isUsed(other, each.first);
    });
}

} // namespace

Wordings wordingsOf(const std::vector<SeriesDay> &days)
{
    Wordings out;
    for (const auto &each : days)
        if (each.tally.count() > 0)
            out[each.checklist][each.series] += each.tally.count();
    return out;
}

std::vector<std::string> changedWordings(const Wordings &a, const Wordings &b)
{
    std::vector<std::string> out;
    for (const auto &[checklist, series] : a) {
        const auto found = b.find(checklist);
        if (found != b.end() &&
            (hasAnother(series, found->second) || hasAnother(found->second, series)))
            out.push_back(checklist);
    }
    return out;
}

} // namespace vouch::server
