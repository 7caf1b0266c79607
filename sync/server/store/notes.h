#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>

/// What people say happened on a day, to stand beside the figures: a new till, a strike, a
/// campaign.
namespace vouch::server {

/// For one store, for a region and all below it, or (both empty) for the chain.
struct NewNote
{
    Day day; ///< a business day
    std::string store;
    std::string region;
    std::string text;
};

struct Note
{
    std::int64_t id = 0;
    NewNote said;
    std::string by; ///< as the audit log has it
    Timestamp at;
};

inline constexpr std::size_t longestNote = 500; ///< bytes

} // namespace vouch::server
