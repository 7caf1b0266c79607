#pragma once

#include "core/check/check.h"
#include "core/metrics/pick_table.h"
#include "sync/server/store/sql_connection.h"

#include <map>
#include <tuple>

namespace vouch::server {

/// What a scored check has beside its score, as far as it is counted: picks from lists of reasons,
/// and how far the conversation came. It follows from what can never be erased, so that an erasure
/// changes no count.
struct Trait
{
    std::string question; ///< of a pick; else empty
    std::string code;     ///< the pick, empty: any; else one of namespace trait

    auto operator<=>(const Trait &) const = default;
};

namespace trait {
inline constexpr const char *completed = "completed"; ///< reached thanks
/// Answered a list of reasons, and left before thanks.
inline constexpr const char *brokenOff = "broken-off";
inline constexpr const char *comment = "comment";
inline constexpr const char *contact = "contact";
} // namespace trait

/// Each once. None when the check has no score. Of a list at most 64 picks, and only such as a
/// checklist can offer.
std::vector<Trait> traitsOf(const check::Check &check);

/// By the keys of shop, measure and trait, and the day that counts.
using TraitKey = std::tuple<std::int64_t, Day, std::int64_t, bool, std::int64_t>;
/// Of the checks with the trait, by score. What is added may be less than nothing.
using TraitCounts = std::map<TraitKey, metrics::BandCounts>;

/// The keys of the traits, read when the first is asked for. Belongs to one transaction.
class TraitKeys
{
public:
    /// Makes it when there is none.
    std::int64_t of(Connection &connection, const Trait &trait);

    static std::map<Trait, std::int64_t> stored(Connection &connection);

private:
    std::optional<std::map<Trait, std::int64_t>> m_keys;
};

/// In the writer's transaction.
void addTraits(Connection &connection, const TraitCounts &counts);

/// Schema version 8 counts traits: counts the records of a database that was there before. In the
/// transaction of the migration; page by page, for there may be millions.
Result<void> countFormerTraits(Connection &connection);

} // namespace vouch::server
