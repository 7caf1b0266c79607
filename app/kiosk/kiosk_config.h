#pragma once

#include "app/kiosk/survey_settings.h"
#include "sync/protocol/kiosk_settings.h"

#include <string>
#include <vector>

namespace vouch::kiosk {

using protocol::KioskSettings;

/// What the server configures, as GET /api/v1/config gives it.
struct KioskConfig
{
    std::optional<std::int64_t> version; ///< of the configuration; none before servers had one
    std::string storeName;
    std::optional<TimeZone> zone;
    /// Of the store; the defaults until a server says otherwise. `contact.chain` is the chain's
    /// name where the settings give none.
    KioskSettings settings;
    /// The first published survey that this kiosk can hold; null when there is none.
    std::shared_ptr<const checklist::Checklist> checklist;
    /// What could not be used, for the log. The rest is in force all the same.
    std::vector<Failure> problems;
};

/// Failures of parseJson, or `config-malformed`.
Result<KioskConfig> parseConfig(const std::string &text);

/// The survey that comes with the program.
std::shared_ptr<const checklist::Checklist> builtInChecklist();

} // namespace vouch::kiosk
