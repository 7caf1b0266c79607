#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/checklist/definition.h"

#include <memory>
#include <string>

namespace vouch::kiosk {

/// What a conversation is held with: fixed from its first tap to its end.
struct SurveySettings
{
    std::shared_ptr<const checklist::Checklist> checklist;
    TimeZone zone = TimeZone::utc();
    std::string language;   ///< the store's default; the checklist's first when not offered
    Uuid device;            ///< null before the enrolment
    std::string store;      ///< empty before the enrolment
    std::string touchpoint; ///< the checklist's when empty
};

/// Whether this kiosk can hold the survey: its score question, then for every score exactly one
/// page, a pick from a list, with at most one text on request. Failure `checklist-not-shown`.
Result<void> checkShape(const checklist::Checklist &checklist);

} // namespace vouch::kiosk
