#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Whether what is stored is still what the tablets sent.
///
/// Of every record: its canonical bytes are canonical and hash to the record's `hash` column and
/// member, comments and contacts to their digests; id, chain, place, shop, measure, score, marks,
/// day and hour beside it are what the bytes say; the record behind it names its hash; and the
/// counters know its place. Of every place that the counters know: something is there. Of every
/// chain: the newest signature of the tablet that came with records fits them, and no record lies
/// behind what it covers.
///
/// So whoever can write to the database but has not the tablet's key cannot change a record, take
/// one out or put one in before the last signed place of an unbroken run, not even by writing all
/// hashes and counters anew. What stands alone between gaps, or on the side of a fork that is not
/// the newest, is held by its hash and the counters only. Who holds the tablet's key can rewrite
/// what was never sent.
namespace vouch::server {

namespace finding {
inline constexpr const char *altered = "altered";   ///< not what the tablet sent
inline constexpr const char *removed = "removed";   ///< known to the counters, and gone
inline constexpr const char *inserted = "inserted"; ///< here, and never taken
} // namespace finding

/// Something that is not as it should be, at one place of a chain.
struct Finding
{
    std::string code; ///< of namespace finding
    std::int64_t sequence = 0;
    std::int64_t last = 0; ///< of a run of places, else like `sequence`
    std::string message;   ///< for a person
};

/// A stretch of one chain. Verifying reads and hashes each record, `places` of
/// them at a time in one short transaction.
struct ChainVerdict
{
    std::int64_t verified = 0;        ///< records
    std::vector<Finding> findings;    ///< by place; the first `mostFindings`
    std::optional<std::int64_t> next; ///< go on behind this place; nothing: the chain's end
};

inline constexpr std::size_t mostFindings = 100;

/// A first difference, and where; what verifying everything gives.
struct Difference
{
    std::string code; ///< of namespace finding, or `counters-differ`
    Uuid device;      ///< null for a counter of a shop
    Uuid chain;
    std::int64_t sequence = 0;
    std::string message;
    std::string where; ///< as text, for a person
};

struct Verification
{
    std::int64_t chains = 0;
    std::int64_t records = 0;
    std::vector<Difference> differences; ///< the first `mostFindings`
    bool isSound() const { return differences.empty(); }
};

/// Called now and then during long work; a failure ends it.
using KeepGoing = std::function<bool()>;

} // namespace vouch::server
