#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/checklist/definition.h"

#include <map>
#include <memory>
#include <string>

namespace vouch::kiosk {

/// How a shopper may leave a phone number or an address. Offered only where there is a key to seal
/// it with: it is nowhere in clear on the tablet.
struct ContactSettings
{
    bool enabled = true;
    std::string chain; ///< the name that the consent's text says
    int days = 30;     ///< after how long the contact is deleted, as the consent's text says
    /// The legal text of a country: language → consent, with {chain} and {days}; else Vouch's own.
    std::map<std::string, std::string, std::less<>> consent;
    std::string consentVersion = "1";
    std::string keyId; ///< 8 hexadecimal digits; empty: there is no key
    std::string key;   ///< X25519, 32 bytes
};

/// What a conversation is held with: fixed from its first tap to its end.
struct SurveySettings
{
    std::shared_ptr<const checklist::Checklist> checklist;
    TimeZone zone = TimeZone::utc();
    int dayStart = 0;       ///< the hour at which business days begin
    std::string language;   ///< the store's default; the checklist's first when not offered
    Uuid device;            ///< null before the enrolment
    std::string store;      ///< empty before the enrolment
    std::string touchpoint; ///< the checklist's when empty
    /// An inviting screen before the first question; it costs a quarter of the answers.
    bool invitation = false;
    /// Whether a text that was written and not sent is kept when its shopper walks away.
    bool keepUnsentText = false;
    bool lowReach = true;  ///< whether "Controls lower" is offered
    bool readAloud = true; ///< whether "Read aloud" is, where the tablet has a voice
    ContactSettings contact;
};

/// Whether this kiosk can hold the survey: a survey, asked of shoppers at this touchpoint. Failure
/// `checklist-not-shown`.
Result<void> checkShape(const checklist::Checklist &checklist, const std::string &touchpoint = {});

} // namespace vouch::kiosk
