#include "sync/server/store/ingest.h"

namespace vouch::server {

bool IngestJob::isMarked(Written &written, const Candidate &candidate) const
{
    return candidate.isMarked || written.isNamed(m_device, candidate.uuid, m_ids);
}

void IngestJob::addLaterMarks(Written &written, const check::LaterMark &later)
{
    for (const auto &id : later.checks) {
        written.setNamed(m_device, id, later.mark);
        Query row(
            written.connection(),
            "SELECT r.number, r.store, r.measure, r.score, r.day, r.hour, r.chain, r.canonical "
            "FROM records r "
            "JOIN chains c ON c.key = r.chain WHERE r.id = ? AND c.device = ? AND r.marked = 0",
            id, m_device);
        if (!row.next())
            continue; // yet to come, another device's, or marked already
        if (!row.isNull(2) && !row.isNull(3)) {
            const auto check = storedCheck(row.text(7));
            written.mark(
                {row.integer(1), row.integer(2), true, row.day(4), static_cast<int>(row.integer(5)),
                 static_cast<int>(row.integer(3)), m_device},
                check ? traitsOf(*check) : std::vector<Trait>());
        }
        written.addToLedger({row.integer(6), row.day(4), row.integer(1)}, {0, 0, 1, 0});
        for (const char *sql :
             {"UPDATE records SET marked = 1 WHERE number = ?",
              "UPDATE comments SET marked = 1 WHERE number = ?"})
            Query(written.connection(), sql, row.integer(0)).run();
    }
}

} // namespace vouch::server
