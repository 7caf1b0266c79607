#include "core/metrics/disclosure.h"

namespace vouch::metrics {

std::vector<bool> mayBeTold(std::span<const NestedGroup> groups, std::int64_t least)
{
    std::vector<bool> out(groups.size());
    std::vector<std::int64_t> all(groups.size());
    /// What whoever is told a group knows of it beside what is told of the groups within it.
    std::vector<std::int64_t> rest(groups.size());
    for (auto i = groups.size(); i-- > 0;) {
        all[i] += groups[i].answers;
        rest[i] += groups[i].answers;
        out[i] = all[i] >= least && (rest[i] == 0 || rest[i] >= least);
        if (i == 0)
            break;
        all[groups[i].around] += all[i];
        rest[groups[i].around] += out[i] ? 0 : rest[i];
    }
    return out;
}

} // namespace vouch::metrics
