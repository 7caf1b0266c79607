#include "sync/protocol/pin_role.h"

#include <algorithm>

namespace vouch::protocol {

namespace {

/// Whether every digit is the one `distance` places before it, moved on by `rise` (mod 10).
bool repeats(std::string_view pin, std::size_t distance, int rise)
{
    for (std::size_t i = distance; i < pin.size(); ++i) {
        if ((pin[i] - pin[i - distance] - rise) % 10 != 0)
            return false;
    }
    return true;
}

} // namespace

std::string_view toText(PinRole role)
{
    switch (role) {
    case PinRole::Figures:
        return "figures";
    case PinRole::Exit:
        return "exit";
    case PinRole::Technician:
        return "technician";
    }
    return "";
}

Result<PinRole> pinRoleFrom(std::string_view text)
{
    for (const auto role : pinRoles) {
        if (text == toText(role))
            return role;
    }
    return Failure{"pin-role-unknown", "A PIN's role is figures, exit or technician.", "role"};
}

bool isPin(std::string_view text)
{
    return text.size() >= 4 && text.size() <= 8 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> checkNewPin(std::string_view pin)
{
    if (!isPin(pin))
        return Failure{"pin-malformed", "A PIN has 4 to 8 digits.", {}};
    if (repeats(pin, 1, 0) || repeats(pin, 1, 1) || repeats(pin, 1, -1) || repeats(pin, 2, 0))
        return Failure{
            "pin-easy",
            "This PIN is one of the first that anybody tries. Choose one without a pattern.",
            {}};
    return {};
}

} // namespace vouch::protocol
