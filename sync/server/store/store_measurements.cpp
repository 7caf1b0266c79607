#include "sync/server/store/store_parts.h"

namespace vouch::server {

namespace {

constexpr SqlPair seriesOfChecklists{
    "SELECT id, coalesce(json_extract(json, '$.series'), ''), "
    "coalesce(json_extract(json, '$.measurement'), '') FROM checklists ORDER BY id, version",
    "SELECT id, coalesce(CAST(json AS json)->>'series', ''), "
    "coalesce(CAST(json AS json)->>'measurement', '') FROM checklists ORDER BY id, version"};

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

bool Measurements::hasNps(const std::string &checklistId) const
{
    bool known = false;
    for (const auto &[key, measurement] : m_known->measurements) {
        if (key.first != checklistId)
            continue;
        if (checklist::isNps(measurement))
            return true;
        known = true;
    }
    return !known;
}

std::string Measurements::counted(const std::optional<std::string> &touchpoint) const
{
    return keysOf({}, touchpoint);
}

Result<std::string> Measurements::counted(const ScoreQuery &query) const
{
    if (query.checklist && !hasNps(*query.checklist))
        return Failure{
            std::string(protocol::code::malformed),
            "This checklist measures no NPS. Read its answers from the export.", "checklist"};
    return keysOf(query.checklist, query.touchpoint);
}

std::string Measurements::keysOf(
    const std::optional<std::string> &checklistId,
    const std::optional<std::string> &touchpoint) const
{
    std::string out = "[";
    Query rows(m_connection, "SELECT key, checklist, series, touchpoint FROM measures");
    while (rows.next()) {
        const auto measurement = of(rows.text(1), rows.text(2));
        const bool isCounted = checklistId
                                   ? rows.text(1) == *checklistId && checklist::isNps(measurement)
                                   : measurement == checklist::Measurement::TransactionalNps;
        if (isCounted && (!touchpoint || rows.text(3) == *touchpoint))
            (out += out.size() > 1 ? "," : "") += std::to_string(rows.integer(0));
    }
    return out + "]";
}

} // namespace vouch::server
