#include "app/kiosk/survey_settings.h"

#include "core/checklist/path.h"
#include "core/metrics/nps.h"

namespace vouch::kiosk {

namespace {

Failure notShown(const checklist::Checklist &checklist, const std::string &why)
{
    return {
        "checklist-not-shown",
        "this kiosk cannot hold this survey: " + why +
            ". Publish one whose every score leads to one list to pick from, with at most one text "
            "on request.",
        checklist.id};
}

} // namespace

Result<void> checkShape(const checklist::Checklist &checklist)
{
    using checklist::Type;
    const auto *score = checklist.find(checklist.score);
    if (checklist.kind != checklist::Kind::Survey || !score)
        return notShown(checklist, "it is no survey with a score");
    if (score->min != metrics::lowestScore || score->max != metrics::highestScore)
        return notShown(checklist, "its scale is not 0 to 10");
    for (int value = score->min; value <= score->max; ++value) {
        const checklist::Answers answers{{checklist.score, value}};
        const auto where = " after the score " + std::to_string(value);
        const auto pages = checklist::path(checklist, answers);
        if (pages.size() != 2 || pages.front() != score || pages.back()->type != Type::Choices)
            return notShown(checklist, "there is not exactly one list to pick from" + where);
        if (pages.back()->required)
            return notShown(checklist, "the list" + where + " must be optional");
        if (!checklist::offered(checklist, answers, score->code).empty())
            return notShown(checklist, "something is offered on the page of the scale" + where);
        const auto offered = checklist::offered(checklist, answers, pages.back()->code);
        if (offered.size() > 1 || (offered.size() == 1 && offered.front()->type != Type::Text))
            return notShown(checklist, "more than one text is offered" + where);
    }
    return {};
}

} // namespace vouch::kiosk
