#include "sync/protocol/codes.h"
#include "sync/server/store/store_parts.h"

#include <algorithm>

namespace vouch::server {

namespace {

constexpr SqlPair seriesOfChecklists{
    "SELECT id, coalesce(json_extract(json, '$.series'), ''), "
    "coalesce(json_extract(json, '$.measurement'), '') FROM checklists ORDER BY id, version",
    "SELECT id, coalesce(CAST(json AS json)->>'series', ''), "
    "coalesce(CAST(json AS json)->>'measurement', '') FROM checklists ORDER BY id, version"};

/// Told by any day and hour that somebody asks for.
bool isOpenNps(checklist::Measurement measurement)
{
    return checklist::isNps(measurement) && measurement != checklist::Measurement::EmployeeNps;
}

} // namespace

/// What each series of a checklist measures. A checklist that was added never changes, so that as
/// many of them are the same ones.
struct KnownSeries
{
    std::int64_t checklists = 0;
    std::map<std::pair<std::string, std::string>, checklist::Measurement> measurements;
};

Measurements::Measurements(Connection &connection)
    : m_connection(connection)
    , m_known(connection.knownSeries)
{
    Query count(connection, "SELECT count(*) FROM checklists");
    count.next();
    if (m_known && m_known->checklists == count.integer(0))
        return;
    auto known = std::make_shared<KnownSeries>();
    known->checklists = count.integer(0);
    Query rows(connection, seriesOfChecklists);
    while (rows.next()) {
        if (const auto measurement = checklist::findMeasurement(rows.text(2)))
            known->measurements[{rows.text(0), rows.text(1)}] = *measurement;
    }
    m_known = connection.knownSeries = std::move(known);
}

checklist::Measurement
Measurements::of(const std::string &checklistId, const std::string &series) const
{
    const auto found = m_known->measurements.find({checklistId, series});
    return found == m_known->measurements.end() ? checklist::Measurement::TransactionalNps
                                                : found->second;
}

std::set<checklist::Measurement> Measurements::ofChecklist(const std::string &checklistId) const
{
    std::set<checklist::Measurement> out;
    for (const auto &[key, measurement] : m_known->measurements)
        if (key.first == checklistId)
            out.insert(measurement);
    return out;
}

bool Measurements::asksEmployeesOnly(const std::string &checklistId) const
{
    return ofChecklist(checklistId) == std::set{checklist::Measurement::EmployeeNps};
}

std::string Measurements::counted(const std::optional<std::string> &touchpoint) const
{
    return keysOf({}, touchpoint, {});
}

Result<std::string> Measurements::counted(const ScoreQuery &query) const
{
    if (query.measurement == checklist::Measurement::EmployeeNps ||
        (!query.measurement && query.checklist && asksEmployeesOnly(*query.checklist)))
        return employeesByWeekOnly();
    if (query.checklist && !query.measurement) {
        const auto measured = ofChecklist(*query.checklist);
        if (!measured.empty() && std::none_of(measured.begin(), measured.end(), isOpenNps))
            return Failure{
                std::string(protocol::code::malformed),
                "This checklist measures no NPS. GET /api/v1/measurements has its figures.",
                "checklist"};
    }
    return keysOf(query.checklist, query.touchpoint, query.measurement);
}

std::string Measurements::keysOf(
    const std::optional<std::string> &checklistId, const std::optional<std::string> &touchpoint,
    const std::optional<checklist::Measurement> &asked) const
{
    std::string out = "[";
    Query rows(m_connection, "SELECT key, checklist, series, touchpoint FROM measures");
    while (rows.next()) {
        const auto measurement = of(rows.text(1), rows.text(2));
        const bool isCounted = asked ? measurement == *asked
                               : checklistId
                                   ? isOpenNps(measurement)
                                   : measurement == checklist::Measurement::TransactionalNps;
        if (isCounted && (!checklistId || rows.text(1) == *checklistId) &&
            (!touchpoint || rows.text(3) == *touchpoint))
            (out += out.size() > 1 ? "," : "") += std::to_string(rows.integer(0));
    }
    return out + "]";
}

std::map<std::int64_t, std::pair<std::string, std::string>>
Measurements::ofEmployees(const std::optional<std::string> &checklistId) const
{
    std::map<std::int64_t, std::pair<std::string, std::string>> out;
    for (Query rows(m_connection, "SELECT key, checklist, series FROM measures"); rows.next();)
        if (of(rows.text(1), rows.text(2)) == checklist::Measurement::EmployeeNps &&
            (!checklistId || rows.text(1) == *checklistId))
            out[rows.integer(0)] = {rows.text(1), rows.text(2)};
    return out;
}

Failure employeesByWeekOnly()
{
    return {
        std::string(protocol::code::employeesByWeek),
        "Employees' answers are told by whole weeks only: GET /api/v1/measurements has them.",
        "checklist"};
}

} // namespace vouch::server
