#include "app/sim/till_marks.h"

#include <algorithm>

namespace vouch::sim {

namespace {

/// Room for a row of scores with unscored checks between them.
constexpr std::size_t remembered = 64;

/// Marks the first of `these` and says which of the others have it from now on.
void mark(
    std::string_view name, const std::vector<Seen *> &these, check::Check &check,
    std::vector<LaterMarks> &out)
{
    check.marks.emplace_back(name);
    LaterMarks later{std::string(name), {}};
    for (auto each = these.rbegin(); each != these.rend(); ++each) {
        auto &marks = (*each)->marks;
        if (std::find(marks.begin(), marks.end(), name) != marks.end())
            continue;
        marks.emplace_back(name);
        if ((*each)->id != check.id)
            later.checks.push_back((*each)->id);
    }
    if (!later.checks.empty())
        out.push_back(std::move(later));
}

} // namespace

std::vector<LaterMarks>
markAsTablets(Recent &recent, check::Check &check, std::int64_t openedMonotonicMs)
{
    if (check.kind != check::kind::survey)
        return {};
    const check::MarkPolicy policy;
    Seen now{check.id, {check.openedAt, check.boot, openedMonotonicMs}, {}, {}};
    if (check.score)
        now.rated = check::Rated{check.checklist, *check.score};
    recent.push_front(std::move(now));
    if (recent.size() > remembered)
        recent.pop_back();

    std::vector<Seen *> surveys, scored;
    std::vector<check::Opening> openings;
    std::vector<check::Rated> rated;
    for (auto &each : recent) {
        if (surveys.size() < static_cast<std::size_t>(policy.burstChecks)) {
            surveys.push_back(&each);
            openings.push_back(each.opening);
        }
        if (each.rated && scored.size() < static_cast<std::size_t>(policy.repeatScores)) {
            scored.push_back(&each);
            rated.push_back(*each.rated);
        }
    }
    std::vector<LaterMarks> out;
    if (check::completesBurst(openings, policy))
        mark(check::mark::burst, surveys, check, out);
    if (check.score && check::completesRow(rated, policy))
        mark(check::mark::repeat, scored, check, out);
    return out;
}

} // namespace vouch::sim
