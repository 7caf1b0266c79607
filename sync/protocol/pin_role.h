#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace vouch::protocol {

/// What a PIN opens on a tablet: each role may what the one before it may, and more.
enum class PinRole {
    Figures,   ///< reads the figures, tries the survey, cleans the screen
    Exit,      ///< leaves the program and sets it up
    Technician ///< sees the state of the device
};
inline constexpr PinRole pinRoles[] = {PinRole::Figures, PinRole::Exit, PinRole::Technician};

std::string_view toText(PinRole role);
/// Failure `pin-role-unknown`.
Result<PinRole> pinRoleFrom(std::string_view text);

/// The Argon2id strings of one store's PINs.
using PinHashes = std::map<PinRole, std::string>;

/// 4 to 8 ASCII digits.
bool isPin(std::string_view text);
/// For a PIN that a whole store uses: failures `pin-malformed`, and `pin-easy` for what is tried
/// first (one digit repeated, one pair repeated, digits in a row). Neither quotes the PIN.
Result<void> checkNewPin(std::string_view pin);

} // namespace vouch::protocol
