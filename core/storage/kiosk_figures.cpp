#include "core/storage/kiosk_store.h"

#include "core/storage/kiosk_store_private.h"

namespace vouch::storage {

namespace {

constexpr const char *firstDay = "0000-00-00";
constexpr const char *lastDay = "9999-99-99";

void bindDays(SQLite::Statement &query, std::optional<Day> from, std::optional<Day> to)
{
    query.bind(1, from ? formatDay(*from) : std::string(firstDay));
    query.bind(2, to ? formatDay(*to) : std::string(lastDay));
}

} // namespace

Result<Figures> KioskStore::figures(std::optional<Day> from, std::optional<Day> to)
{
    return guarded([&]() -> Result<Figures> {
        Figures out;
        auto scores = d->prepare(
            "SELECT score, marks = '[]' AND later_marks = '[]', count(*), max(opened_at) FROM "
            "checks "
            "WHERE kind = 'survey' AND score IS NOT NULL AND day BETWEEN ? AND ? GROUP BY 1, 2");
        bindDays(scores, from, to);
        while (scores.executeStep()) {
            const int score = scores.getColumn(0).getInt();
            const auto count = scores.getColumn(2).getInt64();
            const auto newest = timestamp(scores.getColumn(3).getInt64());
            out.all.add(score, count);
            if (scores.getColumn(1).getInt())
                out.unmarked.add(score, count);
            out.newest = std::max(out.newest.value_or(newest), newest);
        }
        auto picks = d->prepare(
            "SELECT i.question, p.value, count(*) FROM checks c JOIN items i ON i.check_row = "
            "c.row "
            "JOIN json_each(i.value) p WHERE c.kind = 'survey' AND c.score IS NOT NULL "
            "AND c.day BETWEEN ? AND ? AND i.type = 'choices' GROUP BY 1, 2 ORDER BY 3 DESC, 2");
        bindDays(picks, from, to);
        while (picks.executeStep())
            out.reasons[picks.getColumn(0).getString()].push_back(
                {picks.getColumn(1).getString(), picks.getColumn(2).getInt64()});
        auto pickers = d->prepare(
            "SELECT i.question, count(*) FROM checks c JOIN items i ON i.check_row = c.row "
            "WHERE c.kind = 'survey' AND c.score IS NOT NULL AND c.day BETWEEN ? AND ? "
            "AND i.type = 'choices' AND i.value <> '[]' GROUP BY 1");
        bindDays(pickers, from, to);
        while (pickers.executeStep())
            out.pickedBy[pickers.getColumn(0).getString()] = pickers.getColumn(1).getInt64();
        return out;
    });
}

} // namespace vouch::storage
