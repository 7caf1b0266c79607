#include "core/storage/kiosk_count_sql.h"
#include "core/storage/kiosk_store_private.h"

#include <algorithm>

namespace vouch::storage {

namespace {

/// Every statement stands twice: of one series, whose rows the key of each table of counts finds,
/// and of all.
struct Statements
{
    explicit Statements(bool isOneSeries);

    std::string hours, totals, marks, picks, lists;
};

bool isOneSeries(const SeriesOf &of)
{
    return !of.checklist.empty() || !of.series.empty();
}

const Statements &statementsFor(const SeriesOf &of)
{
    static const Statements one(true), all(false);
    return isOneSeries(of) ? one : all;
}

void bindChosen(SQLite::Statement &query, const DayRange &days, const SeriesOf &of)
{
    query.bind(1, days.from ? formatDay(*days.from) : std::string("0000-00-00"));
    query.bind(2, days.to ? formatDay(*days.to) : std::string("9999-99-99"));
    if (isOneSeries(of)) {
        query.bind(3, of.checklist);
        query.bind(4, of.series);
    }
}

std::string hourColumns(const std::string &scoreOf)
{
    std::string out;
    for (int score = 0; score <= 10; ++score)
        out +=
            scoreOf == "s" ? ", s" + std::to_string(score) : ", c.score = " + std::to_string(score);
    return out;
}

Statements::Statements(bool isOneSeries)
{
    const std::string within = " BETWEEN ?1 AND ?2";
    const std::string ofSeries = isOneSeries ? " AND c.checklist = ?3 AND c.series = ?4" : "";
    // Of every table of counts, and of the open ones in `checks`.
    const auto chosen = "c.day" + within + ofSeries;
    const auto open =
        "c.closed_at IS NULL AND " + scoredSurvey + " AND " + countedDay + within + ofSeries;
    hours = "SELECT c.day, c.hour, c.touchpoint, c.marked" + hourColumns("s") +
            " FROM score_counts c WHERE " + chosen + " UNION ALL SELECT " + countedDay + ", " +
            countedHour + ", c.touchpoint, " + isMarked + hourColumns("score") +
            " FROM checks c WHERE " + open + " ORDER BY 1, 2";
    totals = "SELECT c.hour, c.touchpoint, c.marked" + hourColumns("s") +
             " FROM score_counts c WHERE " + chosen + " UNION ALL SELECT " + countedHour +
             ", c.touchpoint, " + isMarked + hourColumns("score") + " FROM checks c WHERE " + open;
    const auto marksOfOpen = [&](const std::string &column) {
        return " UNION ALL SELECT m.value, 1 FROM checks c JOIN json_each(c." + column +
               ") m WHERE " + open;
    };
    marks = "SELECT mark, sum(checks) FROM (SELECT c.mark, c.checks FROM mark_counts c WHERE " +
            chosen + marksOfOpen("marks") + marksOfOpen("later_marks") + ") GROUP BY 1";
    picks = "SELECT question, choice, sum(checks) FROM (SELECT c.question, c.choice, c.checks FROM "
            "pick_counts c WHERE " +
            chosen + " UNION ALL SELECT question, choice, 1 FROM (" + picksOf(open) +
            ")) GROUP BY 1, 2 HAVING sum(checks) > 0 ORDER BY 3 DESC, 2";
    lists = "SELECT question, sum(shown), sum(picked) FROM (SELECT c.question, c.shown, c.picked "
            "FROM list_counts c WHERE " +
            chosen + " UNION ALL SELECT question, 1, picked FROM (" + listsOf(open) +
            ")) GROUP BY 1";
}

metrics::Tally tallyAt(SQLite::Statement &row, int first)
{
    metrics::Tally out;
    for (std::size_t score = 0; score < out.histogram.size(); ++score)
        out.histogram[score] = row.getColumn(first + static_cast<int>(score)).getInt64();
    return out;
}

} // namespace

std::vector<HourCount> KioskStore::Private::hourCounts(const DayRange &days, const SeriesOf &of)
{
    auto query = prepare(statementsFor(of).hours.c_str());
    bindChosen(query, days, of);
    std::vector<HourCount> out;
    while (query.executeStep()) {
        HourCount hour;
        hour.day = parseDay(query.getColumn(0).getString()).value();
        hour.hour = std::clamp(query.getColumn(1).getInt(), 0, 23);
        hour.touchpoint = query.getColumn(2).getString();
        hour.marked = query.getColumn(3).getInt() != 0;
        hour.tally = tallyAt(query, 4);
        if (hour.tally.count() > 0) // all of an hour may have been marked since
            out.push_back(std::move(hour));
    }
    return out;
}

Result<std::vector<HourCount>> KioskStore::hourCounts(const DayRange &days, const SeriesOf &of)
{
    return guarded([&]() -> Result<std::vector<HourCount>> { return d->hourCounts(days, of); });
}

Result<Figures> KioskStore::figures(const DayRange &days, const SeriesOf &of)
{
    return guarded([&]() -> Result<Figures> {
        Figures out;
        const auto &statements = statementsFor(of);
        auto totals = d->prepare(statements.totals.c_str());
        bindChosen(totals, days, of);
        while (totals.executeStep()) {
            const auto tally = tallyAt(totals, 3);
            if (tally.count() == 0) // all of an hour may have been marked since
                continue;
            out.all += tally;
            if (totals.getColumn(2).getInt() == 0)
                out.unmarked += tally;
            out.hours[static_cast<std::size_t>(std::clamp(totals.getColumn(0).getInt(), 0, 23))] +=
                tally;
            out.touchpoints[totals.getColumn(1).getText()] += tally;
        }
        auto marks = d->prepare(statements.marks.c_str());
        bindChosen(marks, days, of);
        while (marks.executeStep()) {
            if (const auto count = marks.getColumn(1).getInt64(); count > 0)
                out.marks[marks.getColumn(0).getString()] = count;
        }
        auto picks = d->prepare(statements.picks.c_str());
        bindChosen(picks, days, of);
        while (picks.executeStep())
            out.reasons[picks.getColumn(0).getString()].push_back(
                {picks.getColumn(1).getString(), picks.getColumn(2).getInt64()});
        auto lists = d->prepare(statements.lists.c_str());
        bindChosen(lists, days, of);
        while (lists.executeStep()) {
            const auto question = lists.getColumn(0).getString();
            out.shownBy[question] = lists.getColumn(1).getInt64();
            out.pickedBy[question] = lists.getColumn(2).getInt64();
        }
        return out;
    });
}

Result<std::vector<Comment>> KioskStore::comments(std::size_t limit, const SeriesOf &of)
{
    return guarded([&]() -> Result<std::vector<Comment>> {
        // By the index of texts, backwards: the planner is kept from any other order.
        static const auto latest =
            "SELECT c.id, " + countedDay + ", " + countedHour +
            ", c.score, c.language, i.value FROM items i CROSS JOIN "
            "checks c ON c.row = i.check_row WHERE i.type = 'text' AND c.kind = 'survey' "
            "AND c.closed_at IS NOT NULL AND i.value NOT IN ('null', '\"\"') "
            "AND (?2 = '' OR c.checklist = ?2) AND (?3 = '' OR c.series = ?3) "
            "ORDER BY i.check_row DESC LIMIT ?1";
        auto query = d->prepare(latest.c_str());
        query.bind(1, static_cast<std::int64_t>(limit));
        query.bind(2, of.checklist);
        query.bind(3, of.series);
        std::vector<Comment> out;
        while (query.executeStep()) {
            const auto value = json::parse(query.getColumn(5).getString());
            if (!value.is_string())
                continue;
            Comment comment;
            comment.id = uuidOf(query.getColumn(0));
            comment.day = parseDay(query.getColumn(1).getString()).value();
            comment.hour = query.getColumn(2).getInt();
            if (!query.getColumn(3).isNull())
                comment.score = query.getColumn(3).getInt();
            comment.language = query.getColumn(4).getString();
            comment.text = std::string(view(value.get_string()));
            out.push_back(std::move(comment));
        }
        return out;
    });
}

Result<std::vector<Answer>> KioskStore::answers(std::size_t limit, const SeriesOf &of)
{
    return guarded([&]() -> Result<std::vector<Answer>> {
        static const auto latest =
            "SELECT a.row, a.id, a.day, a.hour, a.score, a.marked, i.question, i.value FROM "
            "(SELECT c.row, c.id, " +
            countedDay + " AS day, " + countedHour + " AS hour, c.score, " + isMarked +
            " AS marked FROM checks c WHERE c.closed_at IS NOT NULL AND " + scoredSurvey +
            " AND (?2 = '' OR c.checklist = ?2) AND (?3 = '' OR c.series = ?3) "
            "ORDER BY c.row DESC LIMIT ?1) a "
            "LEFT JOIN items i ON i.check_row = a.row AND i.type = 'choices' "
            "ORDER BY a.row DESC, i.question";
        auto query = d->prepare(latest.c_str());
        query.bind(1, static_cast<std::int64_t>(limit));
        query.bind(2, of.checklist);
        query.bind(3, of.series);
        std::vector<Answer> out;
        for (std::int64_t before = 0; query.executeStep();) {
            if (const auto row = query.getColumn(0).getInt64(); out.empty() || row != before) {
                before = row;
                out.push_back(
                    {uuidOf(query.getColumn(1)),
                     parseDay(query.getColumn(2).getString()).value(),
                     query.getColumn(3).getInt(),
                     query.getColumn(4).getInt(),
                     query.getColumn(5).getInt() != 0,
                     {}});
            }
            const auto value = query.getColumn(7).isNull()
                                   ? json::value()
                                   : json::parse(query.getColumn(7).getString());
            if (const auto *codes = value.if_array())
                for (const auto &code : *codes)
                    if (const auto *text = code.if_string())
                        out.back().picks.push_back(
                            {query.getColumn(6).getString(), std::string(view(*text))});
        }
        return out;
    });
}

} // namespace vouch::storage
