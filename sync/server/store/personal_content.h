#pragma once

#include "sync/server/store/erasure.h"

#include <string_view>

namespace vouch::server {

/// What a record holds of a person, by its canonical bytes.
struct PersonalContent
{
    bool contact = false;
    bool comment = false;
    std::string erasure; ///< hash of the code for its contact; empty when there is none
};

PersonalContent personalContent(std::string_view canonical);

/// The record without value and salt of these; nothing when there was none of them in it.
std::optional<std::string> withoutPersonal(std::string_view canonical, const ErasedKinds &kinds);

} // namespace vouch::server
