#include "core/check/marks.h"

#include <algorithm>

namespace vouch::check {

std::chrono::milliseconds apart(const Opening &one, const Opening &other)
{
    if (one.boot == other.boot && one.monotonicMs && other.monotonicMs)
        return std::chrono::abs(std::chrono::milliseconds(*one.monotonicMs - *other.monotonicMs));
    return std::chrono::abs(one.at - other.at);
}

bool completesBurst(std::span<const Opening> openings, const MarkPolicy &policy)
{
    const auto needed = static_cast<std::size_t>(policy.burstChecks);
    return needed > 0 && openings.size() >= needed &&
           apart(openings.front(), openings[needed - 1]) <= policy.burstWindow;
}

bool completesRow(std::span<const Rated> rated, const MarkPolicy &policy)
{
    const auto needed = static_cast<std::size_t>(policy.repeatScores);
    if (needed == 0 || rated.size() < needed)
        return false;
    const auto row = rated.first(needed);
    return std::all_of(row.begin(), row.end(), [&](const Rated &each) {
        return each.score == row.front().score && each.checklist == row.front().checklist;
    });
}

bool isOutsideHours(const Check &check, const MarkPolicy &policy)
{
    if (!policy.hours)
        return false;
    const auto local = check.openedAt + std::chrono::minutes(check.utcOffsetMinutes);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - day);
    return !policy.hours->isOpen(day, static_cast<int>(minute.count()));
}

json::object
laterMarkBody(std::string_view mark, std::span<const Uuid> checks, const MarkPolicy &policy)
{
    json::array ids;
    for (const auto &id : checks)
        ids.emplace_back(id.text());
    json::object rule;
    if (mark == mark::burst)
        rule = {{"checks", policy.burstChecks}, {"window_ms", policy.burstWindow.count()}};
    else if (mark == mark::repeat)
        rule = {{"scores", policy.repeatScores}};
    return {
        {"mark", mark}, {"action", "add"}, {"checks", std::move(ids)}, {"rule", std::move(rule)}};
}

std::optional<LaterMark> laterMarkFrom(const Check &record)
{
    const auto *mark = findString(record.body, "mark");
    const auto *action = findString(record.body, "action");
    const auto *checks = findArray(record.body, "checks");
    if (record.kind != kind::mark || !mark || !action || !checks)
        return std::nullopt;
    LaterMark out{std::string(view(*mark)), view(*action) == "add", {}};
    for (const auto &each : *checks) {
        const auto *text = each.if_string();
        const auto id = Uuid::parse(text ? view(*text) : std::string_view());
        if (!id)
            return std::nullopt;
        out.checks.push_back(*id);
    }
    return out;
}

} // namespace vouch::check
