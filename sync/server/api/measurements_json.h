#pragma once

#include "core/base/json.h"
#include "core/metrics/periods.h"
#include "core/metrics/reference.h"
#include "sync/server/api/measured_answers.h"

/// Figures of single measurements as GET /api/v1/measurements tells them. Each has `n`,
/// `sufficiency` and `refused`, which says why a figure that is null is not given.
namespace vouch::server {

/// "too-few", "rough" or "enough", by the number of answers.
std::string_view sufficiencyText(std::int64_t answers);

json::object measuredScoreJson(const metrics::Tally &tally);
json::object csatJson(const metrics::Tally &boxes);
json::object cesJson(const metrics::Tally &boxes);
json::object quarterJson(const metrics::QuarterScore &quarter);
json::object employeeWeekJson(const metrics::EmployeeWeek &week);
json::object womiJson(const metrics::WomiTally &tally, metrics::WomiRule rule);
/// Names by `checklist`, in `language`, else English, else the codes.
json::object competitorJson(
    const MeasuredAnswers &answers, const checklist::Checklist &checklist,
    const std::string &language);
/// Values of other industries, each with its collection, and the collections in words.
json::object referencesJson(metrics::ScoreKind beside);

} // namespace vouch::server
