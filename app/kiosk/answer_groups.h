#pragma once

#include "core/check/day_part.h"
#include "core/checklist/definition.h"
#include "core/storage/kiosk_store.h"
#include "sync/protocol/latest.h"

#include <QVariantList>

#include <functional>

namespace vouch::kiosk {

using check::DayPart;
using check::dayPartOf;
using check::leastTogether;

/// So many are shown, about.
inline constexpr std::size_t mostShown = 60;
/// So many are read for it: more than there are in a part of a day, whose threes begin with its
/// first.
inline constexpr std::size_t mostGrouped = 2000;

/// Comments or single answers so that nobody is unmasked (method.md §6): by day and part of day, in
/// an order that is not that of giving. While a day is not closed, each part of it shows its
/// oldest, in threes.
struct AnswerGroups
{
    /// {day (text), part (DayPart), entries}, the newest first.
    QVariantList groups;
    int heldBack = 0; ///< that are not shown yet
};

/// How days are told.
struct GroupedDays
{
    std::function<bool(Day)> isClosed;
    std::function<QString(Day)> text;
};

/// Names and numbers masked; each entry {text, score (text), segment 0–2 or −1, language}.
/// `comments` as KioskStore::comments() gives them.
AnswerGroups groupComments(
    const std::vector<storage::Comment> &comments, const GroupedDays &days,
    const QString &language);

/// Each entry likewise, and {marked}; the text is what was picked, in the words of `checklist`, one
/// behind the other, or empty. `answers` as KioskStore::answers() gives them.
AnswerGroups groupAnswers(
    const std::vector<storage::Answer> &answers, const GroupedDays &days,
    const checklist::Checklist &checklist, const QString &language);

/// Of the whole store, grouped and held back by the server; entries as above, comments with
/// {marked}, too, and several texts of one shopper behind each other. What no question of
/// `checklist` offers is shown as its code.
AnswerGroups storesComments(
    const protocol::Latest &latest, const std::function<QString(Day)> &dayText,
    const QString &language);
AnswerGroups storesAnswers(
    const protocol::Latest &latest, const std::function<QString(Day)> &dayText,
    const checklist::Checklist &checklist, const QString &language);

} // namespace vouch::kiosk
