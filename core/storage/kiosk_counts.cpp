#include "core/storage/kiosk_counts.h"

#include "core/storage/kiosk_count_sql.h"

#include <array>

namespace vouch::storage {

namespace {

const std::string closedScored = "closed_at IS NOT NULL AND " + scoredSurvey;

std::string summedScores()
{
    std::string out;
    for (int score = 0; score <= 10; ++score)
        out += ", sum(score = " + std::to_string(score) + ") * ?1";
    return out;
}

std::string addedScores()
{
    std::string out;
    for (int score = 0; score <= 10; ++score) {
        const auto column = "s" + std::to_string(score);
        out += (score > 0 ? ", " : "") + column + " = " + column + " + excluded." + column;
    }
    return out;
}

std::string markCounts(const std::string &column, const std::string &which)
{
    return "INSERT INTO mark_counts SELECT checklist, series, " + countedDay +
           ", m.value, count(*) * ?1 FROM "
           "checks c JOIN json_each(c." +
           column + ") m WHERE " + which +
           " GROUP BY 1, 2, 3, 4 ON CONFLICT DO UPDATE SET checks = checks + excluded.checks";
}

/// One statement a table, for the checks of which `which` is true; ?1 is how many times each is
/// added.
std::array<std::string, 5> statements(const std::string &which)
{
    return {
        "INSERT INTO score_counts SELECT checklist, series, " + countedDay + ", " + countedHour +
            ", touchpoint, " + isMarked + summedScores() + " FROM checks c WHERE " + which +
            " GROUP BY 1, 2, 3, 4, 5, 6 ON CONFLICT DO UPDATE SET " + addedScores(),
        markCounts("marks", which),
        markCounts("later_marks", which),
        "INSERT INTO pick_counts SELECT checklist, series, day, question, choice, count(*) * ?1 "
        "FROM (" +
            picksOf(which) +
            ") WHERE true GROUP BY 1, 2, 3, 4, 5 "
            "ON CONFLICT DO UPDATE SET checks = checks + excluded.checks",
        "INSERT INTO list_counts SELECT checklist, series, day, question, count(*) * ?1, "
        "sum(picked) * ?1 FROM (" +
            listsOf(which) +
            ") WHERE true GROUP BY 1, 2, 3, 4 ON CONFLICT DO UPDATE SET "
            "shown = shown + excluded.shown, picked = picked + excluded.picked",
    };
}

} // namespace

void countCheck(Database &database, std::int64_t row, int times)
{
    static const auto all = statements("c.row = ?2 AND " + closedScored);
    for (const auto &sql : all) {
        SQLite::Statement statement(database.raw(), sql);
        statement.bind(1, times);
        statement.bind(2, row);
        statement.exec();
    }
}

void countAllChecks(Database &database)
{
    database.raw().exec("DELETE FROM score_counts; DELETE FROM mark_counts; "
                        "DELETE FROM pick_counts; DELETE FROM list_counts");
    const auto all = statements(closedScored);
    for (const auto &sql : all) {
        SQLite::Statement statement(database.raw(), sql);
        statement.bind(1, 1);
        statement.exec();
    }
}

} // namespace vouch::storage
