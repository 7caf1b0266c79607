#include "core/storage/kiosk_counts.h"
#include "core/storage/kiosk_store_private.h"

#include <algorithm>

namespace vouch::storage {

namespace {

namespace mark = check::mark;

/// The newest `count` surveys up to a row, which is the first of them. Read by row, which is the
/// order of opening: the planner is kept from the index by kind, behind which it would sort.
struct Before
{
    std::vector<std::int64_t> rows;
    std::vector<check::Opening> openings;
    std::vector<check::Rated> rated;
};

Before surveysUpTo(SQLite::Statement query, std::int64_t row, int count)
{
    Before out;
    query.bind(1, row);
    query.bind(2, count);
    while (query.executeStep()) {
        out.rows.push_back(query.getColumn(0).getInt64());
        check::Opening opening{
            timestamp(query.getColumn(1).getInt64()), uuidOf(query.getColumn(2)), {}};
        if (!query.getColumn(3).isNull())
            opening.monotonicMs = query.getColumn(3).getInt64();
        out.openings.push_back(opening);
        out.rated.push_back({query.getColumn(4).getString(), query.getColumn(5).getInt()});
    }
    return out;
}

constexpr const char *surveys =
    "SELECT row, opened_at, boot, opened_monotonic_ms, checklist, score FROM checks "
    "WHERE row <= ? AND +kind = 'survey' ORDER BY row DESC LIMIT ?";
constexpr const char *scoredSurveys =
    "SELECT row, opened_at, boot, opened_monotonic_ms, checklist, score FROM checks "
    "WHERE row <= ? AND +kind = 'survey' AND score IS NOT NULL ORDER BY row DESC LIMIT ?";

std::string withMark(const std::string &marks, std::string_view added)
{
    auto array = json::parse(marks).as_array();
    array.emplace_back(added);
    return json::serialize(array);
}

} // namespace

void KioskStore::setMarkPolicy(const check::MarkPolicy &policy)
{
    d->policy = policy;
}

std::vector<KioskStore::Private::Found>
KioskStore::Private::findMarks(std::int64_t row, const check::Check &check)
{
    std::vector<Found> out;
    if (check.kind == check::kind::training)
        out.push_back({mark::training, {}});
    if (check.kind != check::kind::survey || !policy)
        return out;
    const auto behind = [](const Before &before) {
        return std::vector<std::int64_t>(before.rows.begin() + 1, before.rows.end());
    };
    const auto recent = surveysUpTo(prepare(surveys), row, policy->burstChecks);
    if (check::completesBurst(recent.openings, *policy))
        out.push_back({mark::burst, behind(recent)});
    if (check.score) {
        const auto scored = surveysUpTo(prepare(scoredSurveys), row, policy->repeatScores);
        if (check::completesRow(scored.rated, *policy))
            out.push_back({mark::repeat, behind(scored)});
    }
    const auto local = shopTime(check.openedAt);
    if (local ? policy->hours && !policy->hours->isOpen(*local)
              : check::isOutsideHours(check, *policy))
        out.push_back({mark::closedHours, {}});
    return out;
}

void KioskStore::Private::storeMarks(
    std::int64_t row, check::Check &check, std::span<const Found> found)
{
    for (const auto &each : found) {
        if (std::find(check.marks.begin(), check.marks.end(), each.mark) == check.marks.end())
            check.marks.emplace_back(each.mark);
    }
    json::array marks;
    for (const auto &each : check.marks)
        marks.emplace_back(each);
    auto update = prepare("UPDATE checks SET marks = ? WHERE row = ?");
    update.bind(1, json::serialize(marks));
    update.bind(2, row);
    update.exec();
}

Result<void> KioskStore::Private::markEarlier(const Found &found, const check::Check &cause)
{
    const std::string mark(found.mark);
    std::vector<Uuid> sealed;
    for (auto row = found.earlier.rbegin(); row != found.earlier.rend(); ++row) {
        auto query = prepare(
            "SELECT id, sequence IS NOT NULL, marks, later_marks FROM checks WHERE row = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM json_each(marks) WHERE value = ?2) "
            "AND NOT EXISTS (SELECT 1 FROM json_each(later_marks) WHERE value = ?2)");
        query.bind(1, *row);
        query.bind(2, mark);
        if (!query.executeStep())
            continue; // it has the mark already
        const bool isSealed = query.getColumn(1).getInt() != 0;
        if (isSealed)
            sealed.push_back(uuidOf(query.getColumn(0)));
        auto update = prepare(
            isSealed ? "UPDATE checks SET later_marks = ? WHERE row = ?"
                     : "UPDATE checks SET marks = ? WHERE row = ?");
        update.bind(1, withMark(query.getColumn(isSealed ? 3 : 2).getString(), mark));
        update.bind(2, *row);
        query.reset();
        countCheck(*database, *row, -1); // nothing while it is open
        update.exec();
        countCheck(*database, *row, 1);
    }
    if (sealed.empty())
        return {};
    check::Check record;
    record.id = Uuid::v7(clock);
    record.device = cause.device;
    record.store = cause.store;
    record.kind = check::kind::mark;
    record.openedAt = record.closedAt = cause.closedAt;
    record.utcOffsetMinutes = cause.utcOffsetMinutes;
    record.day = cause.day;
    record.hour = cause.hour;
    record.boot = cause.boot;
    record.monotonicMs = cause.monotonicMs;
    record.body = check::laterMarkBody(mark, sealed, *policy);
    return addRecord(std::move(record));
}

} // namespace vouch::storage
