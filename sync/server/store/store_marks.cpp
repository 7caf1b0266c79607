#include "sync/server/store/shop_choice.h"

#include "core/check/record_view.h"
#include "sync/server/store/figures_query.h"

namespace vouch::server {

namespace {

/// Each as often as a later record names a mark for it, once at least; by the index of those
/// marked.
constexpr const char *markedRecords =
    "SELECT m.number, m.canonical, l.mark FROM (SELECT r.number, r.id, r.chain, r.canonical "
    "FROM each_key(?1) s CROSS JOIN records r ON r.store = s.value AND r.day BETWEEN ?2 AND ?3 "
    "AND r.marked = 1 WHERE r.measure IN (SELECT value FROM each_key(?4)) "
    "ORDER BY r.day DESC, r.number DESC LIMIT ?5) m JOIN chains c ON c.key = m.chain "
    "LEFT JOIN later_marks l ON l.record = m.id AND l.device = c.device";

} // namespace

Result<std::map<std::string, std::int64_t>> Store::markReasons(const ScoreQuery &query) const
{
    using MarkCounts = std::map<std::string, std::int64_t>;
    return m_parts->readers.read([&](Connection &connection) -> Result<MarkCounts> {
        const auto asked = askedRows(connection, query);
        if (!asked)
            return asked.failure();
        std::map<std::int64_t, std::set<std::string>> reasons; // by the record's number
        Query rows(
            connection, markedRecords, asked->shops, asked->from, asked->to, asked->measures,
            mostMarkedRead);
        check::RecordView record;
        while (rows.next()) {
            const auto [of, isNew] = reasons.try_emplace(rows.integer(0));
            if (!rows.isNull(2))
                of->second.insert(rows.text(2));
            if (!isNew)
                continue;
            if (!record.read(rows.bytes(1)))
                return Failure{
                    "record-damaged", "A stored record cannot be read. Run verify.", "records"};
            record.marks.elements([&](const JsonText &mark) { of->second.insert(mark.text()); });
        }
        MarkCounts out;
        for (const auto &[number, marks] : reasons)
            for (const auto &mark : marks)
                ++out[mark];
        return out;
    });
}

} // namespace vouch::server
