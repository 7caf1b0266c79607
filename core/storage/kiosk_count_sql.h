#pragma once

#include <string>

/// The parts of SQL that say what is counted: of the closed checks in kiosk_counts.cpp, of the open
/// ones in kiosk_figures.cpp. The checks are called `c`; `which` chooses among them, and they come
/// first (CROSS JOIN): of all items only theirs are read.
namespace vouch::storage {

inline const std::string scoredSurvey = "c.kind = 'survey' AND c.score IS NOT NULL";
/// Where the server's time counts, as table `counted_on` says, and not the tablet's.
inline std::string countedOr(const std::string &column)
{
    return "coalesce((SELECT o." + column + " FROM counted_on o WHERE o.check_row = c.row), c." +
           column + ")";
}
inline const std::string countedDay = countedOr("day");
inline const std::string countedHour = countedOr("hour");
inline const std::string isMarked = "(c.marks <> '[]' OR c.later_marks <> '[]')";

/// checklist, series, day, question, choice: a row for each pick.
inline std::string picksOf(const std::string &which)
{
    return "SELECT c.checklist, c.series, " + countedDay +
           " AS day, i.question, p.value AS choice FROM checks c "
           "CROSS JOIN items i ON i.check_row = c.row JOIN json_each(i.value) p "
           "WHERE i.type = 'choices' AND " +
           which;
}

/// checklist, series, day, question, picked: a row for each list that was shown, which it was when
/// something was picked or passed over, or when the shopper left on its page.
inline std::string listsOf(const std::string &which)
{
    return "SELECT c.checklist, c.series, " + countedDay +
           " AS day, i.question, i.value <> '[]' AS picked "
           "FROM checks c CROSS JOIN items i ON i.check_row = c.row WHERE i.type = 'choices' AND " +
           which + " UNION ALL SELECT c.checklist, c.series, " + countedDay +
           ", c.left_on, 0 FROM checks c "
           "WHERE c.left_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM items i WHERE "
           "i.check_row = c.row AND i.question = c.left_on) AND " +
           which;
}

} // namespace vouch::storage
