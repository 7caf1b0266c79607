#include "sync/server/store/export_reader.h"

#include "sync/server/store/shop_choice.h"

namespace vouch::server {

namespace {

/// Rows looked at in one SELECT, whether they pass the filter or not.
constexpr std::int64_t pageSize = 1000;

Result<ExportRow> rowFrom(const Query &row)
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
    if (const auto marks = parseJson(row.isNull(8) ? "[]" : row.text(8)); marks) {
        for (const auto &mark : marks->as_array())
            out.laterMarks.emplace_back(view(mark.as_string()));
    }
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
                "r.clock_error_ms, r.day, r.hour, CASE WHEN r.marked THEN (SELECT "
                "json_group_array(l.mark) FROM later_marks l JOIN chains c ON c.key = r.chain "
                "WHERE l.record = r.id AND l.device = c.device) END "
                "FROM records r CROSS JOIN stores s ON s.key = r.store WHERE r.number > ?1 AND "
                "r.number <= ?2 "
                "AND (?3 IS NULL OR r.day >= ?3) AND (?4 IS NULL OR r.day <= ?4) "
                "AND (?5 OR r.store IN (SELECT value FROM json_each(?6))) ORDER BY r.number",
                m_after, upTo, m_filter.from, m_filter.to, shops->everyAsked, shops->asked);
            while (rows.next()) {
                auto row = rowFrom(rows);
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
