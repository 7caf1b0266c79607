#include "sync/server/store/responses.h"

#include "core/checklist/parser.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/store_parts.h"
#include "sync/server/store/structure.h"

#include <algorithm>

namespace vouch::server {

namespace {

namespace code = protocol::code;

/// A pseudo device: what is brought in for one store by one channel.
struct Source
{
    Device device;
    crypto::SigningKey key;
    check::Link last;
};

Result<checklist::Checklist> checklistOf(Connection &connection, const std::string &id)
{
    std::vector<checklist::Checklist> found;
    Query rows(
        connection,
        "SELECT c.id, c.json FROM checklists c WHERE c.version = "
        "(SELECT max(o.version) FROM checklists o WHERE o.id = c.id) AND CASE WHEN ?1 = '' THEN "
        "EXISTS (SELECT 1 FROM publications p WHERE p.checklist = c.id) ELSE c.id = ?1 END "
        "ORDER BY c.id",
        id);
    while (rows.next()) {
        auto parsed = checklist::parse(rows.text(1), rows.text(0));
        if (parsed && parsed->kind == checklist::Kind::Survey &&
            (!id.empty() || parsed->measurement == checklist::Measurement::TransactionalNps))
            found.push_back(std::move(*parsed));
    }
    if (found.size() == 1)
        return std::move(found.front());
    return Failure{
        "checklist-unclear",
        id.empty() ? "Say which checklist was asked, with --checklist: the chain has published " +
                         std::string(found.empty() ? "none" : "several") + " that score."
                   : "There is no such survey. Add it first: checklist add FILE.",
        id};
}

Result<ResponseRules> rulesOf(Connection &connection, const std::string &id, Timestamp now)
{
    auto asked = checklistOf(connection, id);
    if (!asked)
        return asked.failure();
    ResponseRules out{std::move(*asked), {}, {}, chainSettings(connection).dayStart, now};
    Query stores(connection, "SELECT id, timezone FROM stores");
    while (stores.next()) {
        const auto zone = TimeZone::find(stores.text(1));
        out.stores.emplace(stores.text(0), zone ? *zone : TimeZone::utc());
    }
    Query touchpoints(connection, "SELECT id FROM touchpoints");
    while (touchpoints.next())
        out.touchpoints.insert(touchpoints.text(0));
    return out;
}

/// What is here under the same id, or nothing.
std::optional<json::object> recordOf(Connection &connection, const Uuid &id)
{
    Query row(connection, "SELECT canonical FROM records WHERE id = ?1", id);
    if (!row.next())
        return std::nullopt;
    auto parsed = parseJson(row.text(0));
    return parsed ? std::optional(std::move(parsed->as_object())) : std::nullopt;
}

ResponseOutcome conflict()
{
    return {
        ResponseOutcome::Status::Conflict, std::string(code::contentDiffers),
        "Another answer is here under this external id. It stays; this one was left out."};
}

/// Where the source's chain ends. A new chain is made, for all who import, when there is none or
/// no record stands at its end.
check::Link lastLink(Connection &connection, const Uuid &device, const Clock &clock)
{
    {
        Query row(
            connection,
            "SELECT c.id, c.highest, r.hash FROM chains c JOIN devices d ON d.key = c.device "
            "LEFT JOIN records r ON r.chain = c.key AND r.sequence = c.highest WHERE d.id = ?1 "
            "ORDER BY c.key DESC, r.number LIMIT 1",
            device);
        const bool isThere = row.next();
        if (isThere && row.integer(1) == 0)
            return {row.uuid(0), 0, check::noHash()};
        if (isThere && !row.isNull(2))
            return {row.uuid(0), row.integer(1), crypto::toHex(row.text(2))};
    }
    const auto chain = Uuid::v7(clock);
    Query(
        connection, "INSERT INTO chains (device, id) SELECT key, ?1 FROM devices WHERE id = ?2",
        chain, device)
        .run();
    return {chain, 0, check::noHash()};
}

crypto::SigningKey
keyOf(const std::string &seed, const std::string &channel, const std::string &store)
{
    crypto::Blake2b hash;
    hash.add("vouch-import-1\n" + seed + "\n" + channel + "\n" + store);
    const auto digest = hash.finish();
    return crypto::SigningKey::fromSeed({digest.begin(), digest.end()});
}

/// Held while an import goes on, so that two of one source do not overtake each other all the time.
/// On PostgreSQL other servers wait too, as long as the connection lasts; that no chain forks does
/// not rest on it, see Arrival::Imported.
class ImportTurn
{
public:
    /// Waits while another has it.
    static Result<ImportTurn> take(Store::Parts &parts)
    {
        ImportTurn out(parts.importing);
        if (!parts.database.isPostgresql())
            return out;
        auto session = PostgresqlSession::open(parts.database.url());
        if (!session)
            return session.failure();
        out.m_session = std::move(*session);
        return guarded([&]() -> Result<ImportTurn> {
            out.m_session->exec("SET lock_timeout = 0");
            out.m_session->exec("SELECT pg_advisory_lock(" + std::to_string(importLock) + ")");
            return std::move(out);
        });
    }

private:
    /// Names the advisory lock.
    static constexpr std::int64_t importLock = 0x566f756368000003;

    explicit ImportTurn(std::mutex &mutex)
        : m_here(mutex)
    {
    }

    std::unique_lock<std::mutex> m_here;
    std::unique_ptr<PostgresqlSession> m_session;
};

/// Chains and signs the records; `indices` says which rows they are of.
Result<protocol::Batch>
batchOf(Source &source, std::vector<ReadResponse *> &responses, Timestamp now)
{
    std::vector<protocol::SealedCheck> sealed;
    for (auto *response : responses) {
        auto &check = response->check;
        check.device = source.device.id;
        check.boot = source.device.id;
        check.chain = source.last.chain;
        check.sequence = source.last.sequence + 1;
        check.previous = source.last.hash;
        auto record = response->record();
        const auto hash = check::hashOf(record);
        if (!hash)
            return hash.failure();
        record["hash"] = *hash;
        auto canonical = canonicalJson(record);
        if (!canonical)
            return canonical.failure();
        source.last = {check.chain, check.sequence, *hash};
        sealed.push_back({*hash, std::move(*canonical)});
    }
    protocol::Batch envelope;
    envelope.device = source.device.id;
    envelope.sentAt = now;
    envelope.boot = source.device.id;
    envelope.head = source.last;
    return protocol::decodeBatch(protocol::encodeBatch(envelope, sealed, source.key));
}

} // namespace

/// Reads rows, tells what is here already, and brings in the rest.
class ResponseImport
{
public:
    ResponseImport(Store &store, Store::Parts &parts, const Actor &by, ImportTurn turn)
        : m_turn(std::move(turn))
        , m_store(store)
        , m_parts(parts)
        , m_by(by)
        , m_now(parts.clock.now())
    {
    }

    Result<std::vector<ResponseOutcome>>
    run(const std::vector<ResponseRow> &rows, const std::string &checklist)
    {
        m_outcomes.resize(rows.size());
        m_read.resize(rows.size());
        for (;;) {
            const auto looked = m_parts.readers.read(
                [&](Connection &connection) { return look(connection, rows, checklist); });
            if (!looked)
                return looked.failure();
            const auto brought = bringAll();
            if (brought)
                return std::move(m_outcomes);
            if (brought.failure().code != importOvertaken)
                return brought.failure();
        }
    }

private:
    Result<void> bringAll()
    {
        for (const auto &[place, indices] : m_new)
            if (const auto brought = bring(place.first, place.second, indices); !brought)
                return brought;
        return {};
    }

    Result<void>
    look(Connection &connection, const std::vector<ResponseRow> &rows, const std::string &checklist)
    {
        const auto rules = rulesOf(connection, checklist, m_now);
        if (!rules)
            return rules.failure();
        m_new.clear();
        std::map<Uuid, std::size_t> seen;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (m_outcomes[i].status == ResponseOutcome::Status::Accepted) {
                seen.insert({m_read[i]->check.id, i});
                continue;
            }
            auto read = readResponse(rows[i], *rules);
            if (!read) {
                const auto &failure = read.failure();
                m_outcomes[i] = {
                    ResponseOutcome::Status::Rejected, failure.code,
                    failure.where + ": " + failure.message};
                continue;
            }
            const auto [first, isFirst] = seen.insert({read->check.id, i});
            const auto here = isFirst ? recordOf(connection, read->check.id)
                                      : std::optional(m_read[first->second]->record());
            if (here) {
                m_outcomes[i] = isSameResponse(*here, *read)
                                    ? ResponseOutcome{ResponseOutcome::Status::Duplicate}
                                    : conflict();
                if (!isFirst)
                    continue;
            } else {
                m_new[{rows[i].channel, rows[i].store}].push_back(i);
            }
            m_read[i] = std::move(*read);
        }
        return {};
    }

    /// The source of a channel and a store, made when it is not there.
    Result<Source> sourceOf(const std::string &channel, const std::string &store)
    {
        const auto seed = chainSeed(m_parts.keyFolder());
        if (!seed)
            return seed.failure();
        Source out{{}, keyOf(*seed, channel, store), {}};
        out.device.id = deviceId(out.key.publicKey);
        out.device.publicKey = out.key.publicKey;
        out.device.store = store;
        const auto unused = tokenHash(makeToken()); // nobody signs in with it
        return m_parts.write([&, out](Written &written) mutable -> Result<Source> {
            auto &connection = written.connection();
            const auto key = storeKey(connection, store);
            if (!key)
                return storeNotFound(store);
            const int added = Query(
                                  connection,
                                  "INSERT INTO devices (id, name, public_key, token_hash, store, "
                                  "enrolled_at, source) VALUES (?1,?2,?3,?4,?5,?6,?7) "
                                  "ON CONFLICT (id) DO NOTHING",
                                  out.device.id, "Import: " + channel, Blob{out.device.publicKey},
                                  unused, *key, m_now, channel)
                                  .run();
            Query(
                connection,
                "INSERT INTO device_stores (device, store, since) SELECT key, store, ?1 FROM "
                "devices WHERE id = ?2 ON CONFLICT DO NOTHING",
                m_now, out.device.id)
                .run();
            if (added > 0)
                addAudit(
                    connection, m_now, m_by,
                    {audited::importSource,
                     out.device.id.text(),
                     {{"channel", channel}, {"store", store}}});
            out.last = lastLink(connection, out.device.id, m_parts.clock);
            return out;
        });
    }

    Result<void> bring(
        const std::string &channel, const std::string &store,
        const std::vector<std::size_t> &indices)
    {
        auto source = sourceOf(channel, store);
        if (!source)
            return source.failure();
        for (std::size_t from = 0; from < indices.size(); from += protocol::maxChecks) {
            const auto to = std::min(from + protocol::maxChecks, indices.size());
            std::vector<ReadResponse *> responses;
            for (auto i = from; i < to; ++i)
                responses.push_back(&*m_read[indices[i]]);
            auto batch = batchOf(*source, responses, m_now);
            if (!batch)
                return batch.failure();
            const auto answer =
                m_store.ingest(source->device, std::move(*batch), Arrival::Imported);
            if (!answer)
                return answer.failure();
            for (auto i = from; i < to; ++i)
                m_outcomes[indices[i]] = outcomeOf(answer->results[i - from]);
        }
        return {};
    }

    static ResponseOutcome outcomeOf(const protocol::Outcome &outcome)
    {
        switch (outcome.status) {
        case protocol::Status::Accepted:
            return {ResponseOutcome::Status::Accepted};
        case protocol::Status::Duplicate:
            return {ResponseOutcome::Status::Duplicate};
        case protocol::Status::Conflict:
            return conflict();
        case protocol::Status::Rejected:
            break;
        }
        return {ResponseOutcome::Status::Rejected, outcome.code, outcome.reason};
    }

    ImportTurn m_turn;
    Store &m_store;
    Store::Parts &m_parts;
    const Actor &m_by;
    const Timestamp m_now;
    std::vector<ResponseOutcome> m_outcomes;
    std::vector<std::optional<ReadResponse>> m_read;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> m_new;
};

Result<std::vector<ResponseOutcome>> Store::importResponses(
    const std::vector<ResponseRow> &rows, const std::string &checklist, const Actor &by)
{
    auto turn = ImportTurn::take(*m_parts);
    if (!turn)
        return turn.failure();
    return ResponseImport(*this, *m_parts, by, std::move(*turn)).run(rows, checklist);
}

} // namespace vouch::server
