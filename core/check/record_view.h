#pragma once

#include "core/base/json_text.h"

#include <vector>

namespace vouch::check {

struct ItemView
{
    JsonText question;
    JsonText type;
    JsonText value; ///< not there when it was erased
};

/// A stored record read in place from its canonical text, which it refers to: for exports, which
/// read very many. What a record lacks is not there.
struct RecordView
{
    JsonText id, device, store, kind, checklist, version, series, touchpoint, channel, language;
    JsonText openedAt, closedAt, utcOffsetMinutes;
    JsonText state, score, marks, chain, sequence, hash;
    std::vector<ItemView> items;

    /// Of another record from now on. False when that is no canonical text of a record.
    bool read(std::string_view canonical);
    /// Nothing when it was not asked.
    const ItemView *find(std::string_view question) const;
};

} // namespace vouch::check
