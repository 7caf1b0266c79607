#pragma once

#include "core/check/day_part.h"
#include "core/storage/kiosk_store.h"

#include <QVariantList>

#include <functional>

namespace vouch::kiosk {

using check::DayPart;
using check::dayPartOf;
using check::leastTogether;

/// Comments so that nobody is unmasked (method.md §6): by day and part of day, names and numbers
/// masked, in an order that is not that of writing. While a day is not closed, each part of it
/// shows its oldest, in threes.
struct CommentGroups
{
    /// {day (text), part (DayPart), entries: {text, score (text), segment 0–2 or −1, language}},
    /// the newest first.
    QVariantList groups;
    int heldBack = 0; ///< that are not shown yet
};
/// `comments` as KioskStore::comments() gives them.
CommentGroups groupComments(
    const std::vector<storage::Comment> &comments, const std::function<bool(Day)> &isClosed,
    const std::function<QString(Day)> &dayText, const QString &language);

} // namespace vouch::kiosk
