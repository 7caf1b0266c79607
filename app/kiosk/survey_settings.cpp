#include "app/kiosk/survey_settings.h"

namespace vouch::kiosk {

Result<void> checkShape(const checklist::Checklist &checklist, const std::string &touchpoint)
{
    const auto notShown = [&](const std::string &why) {
        return Failure{
            "checklist-not-shown", "this kiosk cannot hold this survey: " + why, checklist.id};
    };
    if (checklist.kind != checklist::Kind::Survey)
        return notShown("it is a check by staff. Publish a survey.");
    const auto &place = touchpoint.empty() ? checklist.touchpoint : touchpoint;
    if (!checklist::mayBeAskedAt(checklist.measurement, place))
        return notShown("a relational question is not asked at the checkout, where the purchase "
                        "colours it. Publish it for another touchpoint.");
    return {};
}

} // namespace vouch::kiosk
