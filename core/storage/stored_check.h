#pragma once

#include "core/check/check.h"
#include "core/storage/page_reader.h"

/// Rows of a kiosk's tables as PageReader finds them: what they are is guessed from their shape.
namespace vouch::storage {

/// The columns of table checks, in the order of kiosk_schema.h.
namespace column {
constexpr std::size_t id = 1, device = 2, store = 3, kind = 4, checklist = 5, version = 6,
                      series = 7, touchpoint = 8, language = 9, openedAt = 10, closedAt = 11,
                      utcOffset = 12, day = 13, hour = 14, boot = 15, monotonic = 16, state = 17,
                      score = 18, marks = 19, canonical = 24, acknowledgedAt = 25,
                      openedMonotonic = 26, laterMarks = 27, leftOn = 28, counted = 29, body = 30,
                      seal = 31;
constexpr std::size_t ofFirstSchema = 26;
} // namespace column

/// The column, or NULL where the row is of an older schema.
const StoredValue &valueAt(const StoredRow &row, std::size_t index);
bool isId(const StoredValue &value);
Uuid idOf(const StoredValue &value); ///< null when it is none
std::string orEmpty(const StoredValue &value);
std::int64_t orZero(const StoredValue &value);
/// A JSON array of texts.
std::optional<json::array> textsOf(const StoredValue &value);

bool looksLikeCheck(const StoredRow &row);
/// A check that is not sealed yet, without its items, when every column makes sense.
std::optional<check::Check> unsealedOf(const StoredRow &row);

} // namespace vouch::storage
