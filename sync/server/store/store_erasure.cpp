#include "sync/server/store/comment_rows.h"
#include "sync/server/store/erasure_parts.h"
#include "sync/server/store/personal_content.h"

#include "core/base/crypto.h"
#include "core/check/contact.h"

namespace vouch::server {

namespace {

constexpr int walkedAtOnce = 500;
constexpr int copiesAtOnce = 200;
constexpr int toldAtOnce = 100;

struct PersonalRecord
{
    Uuid id;
    Day day;
    PersonalContent content;
};

struct WalkPage
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<PersonalRecord> found;
};

/// Up to record `last`.
Result<WalkPage> nextWalkPage(Connection &connection, std::int64_t last)
{
    WalkPage out;
    Query position(connection, "SELECT number FROM personal_walk WHERE key = 1");
    out.from = out.to = position.next() ? position.integer(0) : 0;
    Query rows(
        connection,
        "SELECT number, id, day, canonical FROM records WHERE number > ?1 AND number <= ?2 "
        "ORDER BY number LIMIT ?3",
        out.from, last, walkedAtOnce);
    while (rows.next()) {
        out.to = rows.integer(0);
        auto content = personalContent(rows.text(3));
        if (content.contact || content.comment)
            out.found.push_back({rows.uuid(1), rows.day(2), std::move(content)});
    }
    return out;
}

/// The device and the canonical bytes of the places where a record lies.
struct KeptCopy
{
    std::int64_t key = 0;
    std::int64_t device = 0;
    std::string canonical;
};

std::vector<KeptCopy> keptCopiesFrom(Query rows)
{
    std::vector<KeptCopy> out;
    while (rows.next())
        out.push_back({rows.integer(0), rows.integer(1), rows.text(2)});
    return out;
}

std::int64_t flagNumber(bool value)
{
    return value ? 1 : 0;
}

/// What was refused states any text as its id.
std::optional<Uuid> uuidIn(const std::string &text)
{
    const auto id = Uuid::parse(text);
    return id ? std::optional(*id) : std::nullopt;
}

/// So that it does not come back by another way, and the tablet is told. The tablet lets go of
/// contacts by itself when they have arrived.
void remember(
    Connection &connection, const Uuid &record, std::int64_t device, const ErasedKinds &kinds,
    Timestamp now)
{
    Query(
        connection,
        "INSERT INTO erasures (record, device, contact, comment, erased_at, told) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (record) DO UPDATE SET "
        "contact = greatest(erasures.contact, excluded.contact), "
        "comment = greatest(erasures.comment, excluded.comment), "
        "erased_at = excluded.erased_at, "
        "told = CASE WHEN excluded.told = 0 THEN 0 ELSE erasures.told END",
        record, device, flagNumber(kinds.contact), flagNumber(kinds.comment), now,
        flagNumber(!kinds.comment))
        .run();
    Query(
        connection,
        "UPDATE personal SET contact = contact * (1 - ?2), comment = comment * (1 - ?3), "
        "erasure = CASE WHEN ?2 = 1 THEN NULL ELSE erasure END WHERE record = ?1",
        record, flagNumber(kinds.contact), flagNumber(kinds.comment))
        .run();
    Query(
        connection, "DELETE FROM personal WHERE record = ?1 AND contact = 0 AND comment = 0",
        record)
        .run();
}

/// Records with a contact of that code which the walk has not come to yet.
Result<std::vector<Uuid>> youngWith(ReaderPool &readers, const std::string &hash)
{
    return readers.read([&](Connection &connection) -> Result<std::vector<Uuid>> {
        std::vector<Uuid> out;
        Query rows(
            connection, "SELECT id, canonical FROM records WHERE number > "
                        "(SELECT coalesce(max(number), 0) FROM personal_walk)");
        while (rows.next())
            if (personalContent(rows.text(1)).erasure == hash)
                out.push_back(rows.uuid(0));
        return out;
    });
}

/// The device whose refused or conflicting record this is; for what was never stored.
std::optional<std::int64_t> deviceOfCopy(Connection &connection, const Uuid &id)
{
    auto places = keptCopiesFrom(
        Query(connection, "SELECT key, device, canonical FROM refused WHERE id = ?1", id.text()));
    return places.empty() ? std::nullopt : std::optional(places.front().device);
}

} // namespace

ErasedKinds erasedBefore(Connection &connection, const Uuid &record)
{
    Query row(connection, "SELECT contact, comment FROM erasures WHERE record = ?1", record);
    if (!row.next())
        return {false, false};
    return {row.integer(0) != 0, row.integer(1) != 0};
}

std::optional<ErasedRecord>
eraseRecord(Connection &connection, const Uuid &id, const ErasedKinds &kinds, Timestamp now)
{
    std::optional<ErasedRecord> out;
    KeptCopy kept;
    {
        Query row(
            connection,
            "SELECT r.number, c.device, r.canonical, s.id, r.day FROM records r "
            "JOIN chains c ON c.key = r.chain JOIN stores s ON s.key = r.store WHERE r.id = ?1",
            id);
        if (!row.next())
            return out;
        kept = {row.integer(0), row.integer(1), row.text(2)};
        out = ErasedRecord{id, row.text(3), row.day(4)};
    }
    if (const auto rest = withoutPersonal(kept.canonical, kinds))
        Query(connection, "UPDATE records SET canonical = ?2 WHERE id = ?1", id, Blob{*rest}).run();
    if (kinds.comment)
        Query(connection, "DELETE FROM comments WHERE number = ?1", kept.key).run();
    remember(connection, id, kept.device, kinds, now);
    return out;
}

Result<std::vector<Copy>> copiesToErase(ReaderPool &readers, bool inConflict, const Decide &decide)
{
    return readers.read([&](Connection &connection) -> Result<std::vector<Copy>> {
        std::vector<Copy> out;
        std::int64_t after = 0;
        for (bool isLast = false; !isLast;) {
            std::vector<std::pair<std::int64_t, CopyRow>> page;
            Query rows(
                connection,
                inConflict ? "SELECT key, id, received_at, canonical FROM conflicts WHERE key > ?1 "
                             "ORDER BY key LIMIT ?2"
                           : "SELECT key, id, received_at, canonical FROM refused WHERE key > ?1 "
                             "ORDER BY key LIMIT ?2",
                after, copiesAtOnce);
            while (rows.next())
                page.emplace_back(
                    rows.integer(0),
                    CopyRow{
                        inConflict ? std::optional(rows.uuid(1)) : uuidIn(rows.text(1)),
                        rows.time(2), rows.text(3)});
            isLast = page.size() < std::size_t(copiesAtOnce);
            for (const auto &[key, row] : page) {
                after = key;
                const auto content = personalContent(row.canonical);
                const auto kinds = decide(connection, row);
                if ((content.contact && kinds.contact) || (content.comment && kinds.comment))
                    out.push_back({inConflict, key, kinds});
            }
        }
        return out;
    });
}

bool eraseCopy(Connection &connection, const Copy &copy)
{
    auto places = keptCopiesFrom(Query(
        connection,
        copy.inConflict ? "SELECT key, device, canonical FROM conflicts WHERE key = ?1"
                        : "SELECT key, device, canonical FROM refused WHERE key = ?1",
        copy.key));
    const auto rest =
        places.empty() ? std::nullopt : withoutPersonal(places.front().canonical, copy.kinds);
    if (!rest)
        return false;
    if (copy.inConflict)
        Query(
            connection, "UPDATE conflicts SET canonical = ?2 WHERE key = ?1", copy.key, Blob{*rest})
            .run();
    else
        Query(
            connection, "UPDATE refused SET canonical = ?2, left_fingerprint = ?3 WHERE key = ?1",
            copy.key, Blob{*rest}, crypto::blake2bHex(*rest))
            .run();
    return true;
}

Result<void> Store::walkPersonal(const std::function<bool()> &goOn)
{
    const auto last = m_parts->readers.read(
        [](Connection &connection) { return Result<std::int64_t>(lastSettledRecord(connection)); });
    if (!last)
        return last.failure();
    while (goOn()) {
        const auto now = m_parts->clock.now();
        const auto page = m_parts->readers.read(
            [&](Connection &connection) { return nextWalkPage(connection, *last); });
        if (!page)
            return page.failure();
        if (page->to == page->from)
            return {};
        const auto kept = m_parts->write([page = *page, now](Written &written) -> Result<void> {
            auto &connection = written.connection();
            const bool isOurs = Query(
                                    connection,
                                    "INSERT INTO personal_walk (key, number) VALUES (1, ?2) "
                                    "ON CONFLICT (key) DO UPDATE SET number = excluded.number "
                                    "WHERE personal_walk.number = ?1",
                                    page.from, page.to)
                                    .run() > 0;
            for (std::size_t i = 0; isOurs && i < page.found.size(); ++i) {
                const auto &[id, day, content] = page.found[i];
                Query(
                    connection,
                    "INSERT INTO personal (record, day, contact, comment, erasure) "
                    "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (record) DO NOTHING",
                    id, day, flagNumber(content.contact), flagNumber(content.comment),
                    content.erasure.empty() ? std::optional<std::string>()
                                            : std::optional(content.erasure))
                    .run();
                // It may have been kept aside when it was erased, and taken later.
                const auto before = erasedBefore(connection, id);
                if (before.contact || before.comment) {
                    eraseRecord(connection, id, before, now);
                    forgetDeletedComments(connection);
                }
            }
            return {};
        });
        if (!kept)
            return kept;
    }
    return {};
}

Result<ErasureOutcome> Store::erase(const ErasureRequest &request, const Actor &by)
{
    std::string hash;
    if (!request.record) {
        const auto code = check::normalErasureCode(request.code);
        if (!code)
            return code.failure();
        hash = crypto::blake2bHex(*code);
    }
    if (const auto walked = walkPersonal([] { return true; }); !walked)
        return walked.failure();
    const Decide decide = [&](Connection &, const CopyRow &row) -> ErasedKinds {
        const bool isMeant = request.record ? row.id == request.record
                                            : personalContent(row.canonical).erasure == hash;
        return {isMeant, isMeant};
    };
    auto copies = copiesToErase(m_parts->readers, false, decide);
    auto inConflict = copies ? copiesToErase(m_parts->readers, true, decide) : copies.failure();
    if (!inConflict)
        return inConflict.failure();
    copies->insert(copies->end(), inConflict->begin(), inConflict->end());

    const auto young = request.record ? Result<std::vector<Uuid>>(std::vector{*request.record})
                                      : youngWith(m_parts->readers, hash);
    if (!young)
        return young.failure();
    const auto now = m_parts->clock.now();
    const auto copied = *copies;
    return m_parts->write([=](Written &written) -> Result<ErasureOutcome> {
        auto &connection = written.connection();
        auto ids = *young;
        if (!request.record) {
            Query rows(connection, "SELECT record FROM personal WHERE erasure = ?1", hash);
            while (rows.next())
                ids.push_back(rows.uuid(0));
        }
        ErasureOutcome out;
        std::string subject;
        for (const auto &id : ids) {
            if (auto erased = eraseRecord(connection, id, {}, now))
                out.records.push_back(std::move(*erased));
            else if (const auto device = deviceOfCopy(connection, id))
                remember(connection, id, *device, {}, now);
            subject += (subject.empty() ? "" : " ") + id.text();
        }
        for (const auto &copy : copied)
            out.copies += eraseCopy(connection, copy) ? 1 : 0;
        if (out.records.empty() && out.copies == 0)
            return Failure{
                std::string(protocol::code::notFound),
                "Nothing is kept for this code or record; it may have been erased before.",
                {}};
        forgetDeletedComments(connection);
        addAudit(
            connection, now, by,
            {audited::erasure,
             subject,
             {{"records", static_cast<std::int64_t>(out.records.size())},
              {"copies", out.copies},
              {"by", request.record ? "record" : "code"}}});
        return out;
    });
}

Result<std::vector<Uuid>> Store::recordsToErase(const Uuid &device) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<std::vector<Uuid>> {
        std::vector<Uuid> out;
        Query rows(
            connection,
            "SELECT e.record FROM erasures e JOIN devices d ON d.key = e.device "
            "WHERE d.id = ?1 AND e.told = 0 ORDER BY e.record LIMIT ?2",
            device, toldAtOnce);
        while (rows.next())
            out.push_back(rows.uuid(0));
        return out;
    });
}

Result<void> Store::erasedOnTablet(const Uuid &device, const std::vector<Uuid> &records)
{
    if (records.empty())
        return {};
    return m_parts->write([=](Written &written) -> Result<void> {
        for (const auto &record : records)
            Query(
                written.connection(),
                "UPDATE erasures SET told = 1 WHERE record = ?1 AND device = "
                "(SELECT key FROM devices WHERE id = ?2)",
                record, device)
                .run();
        return {};
    });
}

} // namespace vouch::server
