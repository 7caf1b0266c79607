#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

constexpr SqlPair seriesOfChecklists{
    "SELECT id, coalesce(json_extract(json, '$.series'), ''), "
    "coalesce(json_extract(json, '$.measurement'), '') FROM checklists ORDER BY id, version",
    "SELECT id, coalesce(CAST(json AS json)->>'series', ''), "
    "coalesce(CAST(json AS json)->>'measurement', '') FROM checklists ORDER BY id, version"};

} // namespace

Measurements::Measurements(Connection &connection)
{
    Query rows(connection, seriesOfChecklists);
    while (rows.next()) {
        if (const auto measurement = checklist::findMeasurement(rows.text(2)))
            m_known[{rows.text(0), rows.text(1)}] = *measurement;
    }
}

checklist::Measurement
Measurements::of(const std::string &checklistId, const std::string &series) const
{
    const auto found = m_known.find({checklistId, series});
    return found == m_known.end() ? checklist::Measurement::TransactionalNps : found->second;
}

bool Measurements::hasNps(const std::string &checklistId) const
{
    bool known = false;
    for (const auto &[key, measurement] : m_known) {
        if (key.first != checklistId)
            continue;
        if (checklist::isNps(measurement))
            return true;
        known = true;
    }
    return !known;
}

std::string Measurements::leftOut(const std::optional<std::string> &checklistId) const
{
    json::array out;
    for (const auto &[key, measurement] : m_known) {
        const bool counted = checklistId ? checklist::isNps(measurement)
                                         : measurement == checklist::Measurement::TransactionalNps;
        if (!counted)
            out.push_back(json::value(json::string(key.first + ' ' + key.second)));
    }
    return json::serialize(out);
}

} // namespace vouch::server
