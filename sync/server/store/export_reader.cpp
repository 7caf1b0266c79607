#include "sync/server/store/export_reader.h"

#include "sync/server/store/shop_choice.h"

namespace vouch::server {

namespace {

/// Rows looked at in one SELECT, whether they pass the filter or not.
constexpr std::int64_t pageSize = 1000;

std::vector<std::string>
laterMarksOf(Connection &connection, const Uuid &record, std::int64_t chain)
{
    std::vector<std::string> out;
    Query rows(
        connection,
        "SELECT l.mark FROM chains c JOIN later_marks l ON l.device = c.device "
        "WHERE c.key = ? AND l.record = ? ORDER BY l.mark",
        chain, record);
    while (rows.next())
        out.push_back(rows.text(0));
    return out;
}

Result<ExportRow> rowFrom(Connection &connection, const Query &row)
{
    ExportRow out;
    out.number = row.integer(0);
    out.canonical = row.text(1);
    out.storeName = row.text(2);
    out.region = row.text(3);
    out.receivedAt = row.time(4);
    out.clockErrorMs = row.integer(5);
    out.day = row.day(6);
    out.hour = static_cast<int>(row.integer(7));
    if (row.integer(8) != 0)
        out.laterMarks = laterMarksOf(connection, row.uuid(9), row.integer(10));
    const auto parsed = parseJson(out.canonical);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    auto check = object ? check::fromJson(*object)
                        : Result<check::Check>(Failure{"", "It is no JSON object.", ""});
    if (!check)
        return Failure{
            "record-damaged",
            "The stored record cannot be read: " + check.failure().message + " Run verify.",
            "record " + std::to_string(out.number)};
    out.check = std::move(*check);
    return out;
}

Result<ShopChoice> shopsOf(Connection &connection, const ExportFilter &filter)
{
    ShopQuery asked{{}, filter.region, filter.scope};
    if (filter.store)
        asked.stores = {*filter.store};
    return chooseShops(connection, asked);
}

} // namespace

ExportReader::ExportReader(ReaderPool &pool, ExportFilter filter, std::int64_t last)
    : m_pool(&pool)
    , m_filter(std::move(filter))
    , m_last(last)
{
}

Result<std::vector<ExportRow>> ExportReader::next()
{
    std::vector<ExportRow> page;
    while (page.empty() && m_after < m_last) {
        const auto upTo = std::min(m_after + pageSize, m_last);
        auto read = m_pool->read([&](Connection &connection) -> Result<std::vector<ExportRow>> {
            std::vector<ExportRow> out;
            const auto shops = shopsOf(connection, m_filter);
            if (!shops)
                return shops.failure();
            const Measurements measurements(connection);
            Query rows(
                connection,
                "SELECT r.number, r.canonical, s.name, s.region, r.received_at, "
                "r.clock_error_ms, r.day, r.hour, r.marked, r.id, r.chain "
                "FROM records r CROSS JOIN stores s ON s.key = r.store WHERE r.number > ?1 AND "
                "r.number <= ?2 "
                "AND (?3 IS NULL OR r.day >= ?3) AND (?4 IS NULL OR r.day <= ?4) "
                "AND (?5 OR r.store IN (SELECT value FROM each_key(?6))) ORDER BY r.number",
                m_after, upTo, m_filter.from, m_filter.to, shops->everyAsked, shops->asked);
            while (rows.next()) {
                auto row = rowFrom(connection, rows);
                if (!row)
                    return row.failure();
                row->isNps = isNps(measurements.of(row->check.checklist, row->check.series));
                out.push_back(std::move(*row));
            }
            return out;
        });
        if (!read)
            return read;
        page = std::move(*read);
        m_after = upTo;
    }
    return page;
}

Result<ExportReader> Store::exportRecords(const ExportFilter &filter) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<ExportReader> {
        if (const auto shops = shopsOf(connection, filter); !shops)
            return shops.failure();
        Query row(connection, "SELECT coalesce(max(number), 0) FROM records");
        row.next();
        return ExportReader(m_parts->readers, filter, row.integer(0));
    });
}

} // namespace vouch::server
