#include "sync/server/store/store.h"

#include "core/base/crypto.h"
#include "sync/server/store/answer_traits.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/schema_comments.h"
#include "sync/server/store/schema_parts.h"
#include "sync/server/store/schema_postgresql.h"
#include "sync/server/store/server_schema.h"
#include "sync/server/store/store_parts.h"

namespace vouch::server {

using storage::Database;

Failure cannotStore(const Failure &cause)
{
    return {
        std::string(protocol::code::unavailable),
        "The server cannot store records now. Send them again later.", cause.text()};
}

namespace {

/// The connection that writes, to a database of this version.
Result<std::unique_ptr<Connection>> openFile(const DatabaseAddress &where, const Clock &clock)
{
    auto database = Database::open(where.file(), Database::Mode::ReadWrite);
    if (!database)
        return database.failure();
    auto connection = std::make_unique<Connection>(std::move(*database));
    auto &file = *connection->sqlite();
    const auto fill = [&](int former) -> Result<void> {
        if (former > 0 && former < 5)
            if (const auto counted = countFormerActivity(file); !counted)
                return counted;
        if (former > 0 && former < 8)
            if (const auto counted = countFormerTraits(*connection); !counted)
                return counted;
        indexFormerComments(*connection, std::size_t(former));
        return {};
    };
    if (const auto ready = migrate(file, serverMigrations(), applicationId, fill); !ready)
        return ready.failure();
    const auto keyed = guarded([&]() -> Result<void> {
        Transaction transaction(*connection, Transaction::Kind::Writing);
        const auto made = ensureSealingKey(*connection, where.keys(), clock);
        if (made)
            transaction.commit();
        return made;
    });
    if (!keyed)
        return keyed.failure();
    return connection;
}

Result<std::unique_ptr<Connection>> openPostgresql(const DatabaseAddress &where, const Clock &clock)
{
    auto session = PostgresqlSession::open(where.url());
    if (!session)
        return session.failure();
    auto connection = std::make_unique<Connection>(std::move(*session));
    const auto ready = migratePostgresql(
        *connection, [&] { return ensureSealingKey(*connection, where.keys(), clock); });
    if (!ready)
        return ready.failure();
    return connection;
}

} // namespace

Result<std::unique_ptr<Store>>
Store::open(const DatabaseAddress &where, const Clock &clock, Options options)
{
    std::optional<storage::DataLock> held;
    if (!where.isPostgresql()) {
        auto lock = storage::DataLock::acquire(where.file().string() + ".lock");
        if (!lock)
            return lock.failure();
        held = std::move(*lock);
    }
    auto connection = where.isPostgresql() ? openPostgresql(where, clock) : openFile(where, clock);
    if (!connection)
        return connection.failure();
    auto parts = std::make_unique<Parts>(where, clock, std::move(held));
    auto onChanged = std::move(options.onChanged);
    if (where.isPostgresql()) {
        auto feed = ChangeFeed::open(where.url(), onChanged);
        if (!feed)
            return feed.failure();
        parts->feed = std::move(*feed);
        onChanged = [others = parts->feed.get(), own = std::move(onChanged)](const auto &stores) {
            others->changed(stores);
            if (own)
                own(stores);
        };
    }
    parts->writer = std::make_unique<Writer>(
        std::move(*connection), options.mostQueued, std::move(onChanged), options.checkpointFrames);
    if (const auto opened = parts->readers.open(where, Parts::readerCount); !opened)
        return opened.failure();
    return std::make_unique<Store>(std::move(parts));
}

Store::Store(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

bool Store::leads() const
{
    return !m_parts->feed || m_parts->feed->leads();
}

Store::~Store()
{
    m_parts->writer->stop();
}

namespace {

/// server − tablet, by the last message that came from it; 0 before the first.
Result<std::int64_t> lastClockErrorMs(Connection &connection, const Uuid &device)
{
    Query row(connection, "SELECT coalesce(clock_error_ms, 0) FROM devices WHERE id = ?", device);
    return row.next() ? row.integer(0) : 0;
}

} // namespace

void Store::ingest(const Device &device, protocol::Batch batch, IngestDone done, Arrival arrival)
{
    if (batch.device != device.id)
        return done(Failure{
            std::string(protocol::code::deviceMismatch),
            "The batch names another device than the one that is signed in.", "device"});
    const auto stores = m_parts->readers.read(
        [&](Connection &connection) { return deviceStores(connection, device.id); });
    if (!stores)
        return done(
            stores.failure().code == protocol::code::deviceRevoked ? stores.failure()
                                                                   : cannotStore(stores.failure()));

    const auto now = m_parts->clock.now();
    Result<std::int64_t> clockErrorMs = (now - batch.sentAt).count();
    if (arrival != Arrival::Sent)
        clockErrorMs = m_parts->readers.read(
            [&](Connection &connection) { return lastClockErrorMs(connection, device.id); });
    if (!clockErrorMs)
        return done(cannotStore(clockErrorMs.failure()));
    // Where much comes at once, each batch has its thread already.
    auto candidates = judgeAll(
        batch.checks, device.id, *stores, TabletClock::of(batch, *clockErrorMs), now,
        m_parts->writer->isIdle());
    std::unique_ptr<WriteJob> job = std::make_unique<IngestJob>(
        *stores, batch, std::move(candidates), *clockErrorMs, now, std::move(done), arrival);
    if (!m_parts->writer->add(std::move(job)))
        job->finish(Parts::busy());
}

Result<protocol::BatchAnswer>
Store::ingest(const Device &device, protocol::Batch batch, Arrival arrival)
{
    std::promise<Result<protocol::BatchAnswer>> answer;
    ingest(
        device, std::move(batch),
        [&](Result<protocol::BatchAnswer> result) { answer.set_value(std::move(result)); },
        arrival);
    return answer.get_future().get();
}

Result<protocol::Have> Store::have(const Uuid &device) const
{
    return m_parts->readers.read([&](Connection &connection) -> Result<protocol::Have> {
        protocol::Have out;
        Query rows(
            connection,
            "SELECT c.id, c.contiguous FROM chains c JOIN devices d ON d.key = c.device "
            "WHERE d.id = ?",
            device);
        while (rows.next())
            out[rows.uuid(0)] = rows.integer(1);
        return out;
    });
}

} // namespace vouch::server
