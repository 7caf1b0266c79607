#include "sync/server/store/export_reader.h"

#include "sync/server/store/shop_choice.h"

namespace vouch::server {

namespace {

/// Rows looked at in one SELECT, whether they pass the filter or not.
constexpr std::int64_t pageSize = 1000;

/// The marks that came later, of the records of one page, in their order.
using LaterMarks = std::vector<std::pair<std::int64_t, std::string>>;

LaterMarks laterMarksOf(Connection &connection, std::int64_t after, std::int64_t upTo)
{
    Query rows(
        connection,
        "SELECT r.number, l.mark FROM records r JOIN chains c ON c.key = r.chain "
        "JOIN later_marks l ON l.record = r.id AND l.device = c.device "
        "WHERE r.number > ?1 AND r.number <= ?2 AND r.marked <> 0 ORDER BY r.number, l.mark",
        after, upTo);
    LaterMarks out;
    while (rows.next())
        out.emplace_back(rows.integer(0), rows.text(1));
    return out;
}

/// As it stands in a record.
std::string quoted(const std::optional<std::string> &text)
{
    std::string out;
    if (text)
        appendJsonString(out, *text);
    return out;
}

} // namespace

ExportReader::ExportReader(SteadyReads reads, ExportFilter filter)
    : m_reads(std::move(reads))
    , m_filter(std::move(filter))
    , m_after(m_filter.after)
    , m_checklist(quoted(m_filter.checklist))
    , m_touchpoint(quoted(m_filter.touchpoint))
{
}

Result<void> ExportReader::begin(Connection &connection)
{
    ShopQuery asked{{}, m_filter.region, m_filter.scope};
    if (m_filter.store)
        asked.stores = {*m_filter.store};
    const auto shops = chooseShops(connection, asked);
    if (!shops)
        return shops.failure();
    m_everyAsked = shops->everyAsked;
    m_asked = shops->asked;
    Query stores(connection, "SELECT key, id, name, region, timezone FROM stores");
    while (stores.next()) {
        if (shops->areAsked(stores.integer(0)))
            m_stores[stores.integer(0)] = {
                stores.text(1), stores.text(2), stores.text(3), stores.text(4)};
    }
    m_measurements = std::make_shared<const Measurements>(connection);
    if (m_filter.checklist && !m_filter.withEmployees &&
        m_measurements->asksEmployeesOnly(*m_filter.checklist))
        return employeesByWeekOnly();
    Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
    row.next();
    m_last = row.integer(0);
    if (m_filter.upTo)
        m_last = std::min(m_last, *m_filter.upTo);
    m_after = std::min(m_after, m_last);
    if (m_filter.id) {
        Query one(connection, "SELECT number FROM records WHERE id = ?", *m_filter.id);
        m_last = one.next() ? std::min(m_last, one.integer(0)) : 0;
        m_after = std::max(m_after, m_last - 1);
    }
    return {};
}

Result<bool> ExportReader::next(const Take &take)
{
    if (m_after >= m_last)
        return false;
    const auto upTo = std::min(m_after + pageSize, m_last);
    const auto read =
        m_reads.read([&](Connection &connection) { return readPage(connection, upTo, take); });
    if (!read)
        return read.failure();
    m_after = upTo;
    return true;
}

Result<void> ExportReader::readPage(Connection &connection, std::int64_t upTo, const Take &take)
{
    const auto later = laterMarksOf(connection, m_after, upTo);
    auto mark = later.begin();
    Query rows(
        connection,
        "SELECT number, store, marked, received_at, clock_error_ms, day, hour, canonical "
        "FROM records WHERE number > ?1 AND number <= ?2 "
        "AND (?3 IS NULL OR day >= ?3) AND (?4 IS NULL OR day <= ?4) "
        "AND (?5 OR store IN (SELECT value FROM each_key(?6))) ORDER BY number",
        m_after, upTo, m_filter.from, m_filter.to, m_everyAsked, m_asked);
    while (rows.next()) {
        const auto store = m_stores.find(rows.integer(1));
        if (store == m_stores.end())
            continue; // of a shop that came later
        m_row.number = rows.integer(0);
        m_row.store = &store->second;
        m_row.marked = rows.integer(2) != 0;
        m_row.receivedAt = rows.time(3);
        m_row.clockErrorMs = rows.integer(4);
        m_row.day = rows.day(5);
        m_row.hour = static_cast<int>(rows.integer(6));
        m_row.canonical = rows.bytes(7);
        if (!m_row.record.read(m_row.canonical))
            return Failure{
                "record-damaged", "The stored record cannot be read. Run verify.",
                "record " + std::to_string(m_row.number)};
        m_row.laterMarks.clear();
        for (; mark != later.end() && mark->first <= m_row.number; ++mark)
            if (mark->first == m_row.number)
                m_row.laterMarks.push_back(mark->second);
        if (!isAsked(m_row))
            continue;
        const auto measurement = measurementOf(m_row.record);
        if (measurement == checklist::Measurement::EmployeeNps && !m_filter.withEmployees)
            continue;
        m_row.isNps = checklist::isNps(measurement);
        take(m_row);
    }
    return {};
}

bool ExportReader::isAsked(const ExportRow &row) const
{
    return (m_checklist.empty() || row.record.checklist.raw() == m_checklist) &&
           (m_touchpoint.empty() || row.record.touchpoint.raw() == m_touchpoint) &&
           (m_filter.marked == MarkedRecords::Included ||
            row.marked == (m_filter.marked == MarkedRecords::Only));
}

checklist::Measurement ExportReader::measurementOf(const check::RecordView &record)
{
    // Neighbours are mostly of one series.
    const auto checklist = record.checklist.raw(), series = record.series.raw();
    if (m_lastSeries.size() != checklist.size() + series.size() ||
        !m_lastSeries.starts_with(checklist) || !m_lastSeries.ends_with(series)) {
        m_lastSeries = std::string(checklist).append(series);
        m_lastMeasurement = m_measurements->of(record.checklist.text(), record.series.text());
    }
    return m_lastMeasurement;
}

Result<ExportReader> Store::exportRecords(const ExportFilter &filter) const
{
    auto asked = filter;
    if (filter.isReadOn && !filter.upTo) {
        const auto last = m_parts->readers.read([](Connection &connection) {
            return Result<std::int64_t>(lastSettledRecord(connection));
        });
        if (!last)
            return last.failure();
        asked.upTo = *last;
    }
    ExportReader reader(SteadyReads(m_parts->readers), std::move(asked));
    const auto begun =
        reader.m_reads.read([&reader](Connection &connection) { return reader.begin(connection); });
    if (!begun)
        return begun.failure();
    return reader;
}

} // namespace vouch::server
