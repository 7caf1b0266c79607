#pragma once

#include "core/base/calendar.h"
#include "core/checklist/definition.h"
#include "core/metrics/nps.h"
#include "sync/server/store/entities.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vouch::server {

enum class By { None, Hour, Day, Week, Month, Store };
std::string_view toText(By by);
std::optional<By> byFrom(std::string_view text);

/// Which answers, and how they are grouped. An absent filter lets everything through.
struct ScoreQuery
{
    std::vector<std::string> stores;   ///< empty: all; an unknown one is a Failure `not-found`
    std::optional<std::string> region; ///< with what lies below it
    StoreSet scope = StoreSet::all();  ///< what may be seen at all
    /// Absent: every transactional NPS. One that measures no NPS (csat, ces) is a Failure
    /// `request-malformed`, one that asks employees `employees-by-week`.
    std::optional<std::string> checklist;
    std::optional<std::string> touchpoint;
    std::optional<Day> from; ///< business days, both included
    std::optional<Day> to;
    bool withMarked = true;
    By by = By::None;
    std::optional<Calendar> calendar{}; ///< of By::Month; absent: the chain's
    /// Instead of an NPS: what this is, of all checklists or of the one that is named. Of csat and
    /// ces a tally holds 1–5 and 1–7.
    std::optional<checklist::Measurement> measurement{};
};

/// Keys: "" for By::None (always exactly one row), "0" … "23", "2026-11-22", the date of the
/// week's first day as the chain has it, "2026-11" or (Jalali) "1405-09", the store's id (every
/// store asked for has its row, also without answers). In order.
struct ScoreRow
{
    std::string key;
    metrics::Tally tally;
};

} // namespace vouch::server
