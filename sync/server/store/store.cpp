#include "sync/server/store/store.h"

#include "core/base/crypto.h"
#include "sync/server/store/ingest.h"
#include "sync/server/store/schema_parts.h"
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

Result<std::unique_ptr<Store>>
Store::open(const std::filesystem::path &file, const Clock &clock, Options options)
{
    auto lock = storage::DataLock::acquire(file.string() + ".lock");
    if (!lock)
        return lock.failure();
    auto database = Database::open(file, Database::Mode::ReadWrite);
    if (!database)
        return database.failure();
    const auto countFormer = [&](int former) {
        return former > 0 && former < 5 ? countFormerActivity(**database) : Result<void>();
    };
    if (const auto ready = migrate(**database, serverMigrations(), applicationId, countFormer);
        !ready)
        return ready.failure();
    auto connection = std::make_unique<Connection>(std::move(*database));
    const auto keyed = guarded([&]() -> Result<void> {
        Transaction transaction(*connection, Transaction::Kind::Writing);
        const auto folder = std::filesystem::absolute(file).parent_path() / "keys";
        const auto made = ensureSealingKey(*connection, folder, clock);
        if (made)
            transaction.commit();
        return made;
    });
    if (!keyed)
        return keyed.failure();

    auto parts = std::make_unique<Parts>(file, clock, std::move(*lock));
    parts->writer = std::make_unique<Writer>(
        std::move(connection), options.mostQueued, std::move(options.onChanged),
        options.checkpointFrames);
    if (const auto opened = parts->readers.open(file, Parts::readerCount); !opened)
        return opened.failure();
    return std::make_unique<Store>(std::move(parts));
}

Store::Store(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Store::~Store()
{
    m_parts->writer->stop();
}

namespace {

/// server − tablet, as the device's newest record has it; 0 before the first.
Result<std::int64_t> lastClockErrorMs(Connection &connection, const Uuid &device)
{
    Query row(
        connection,
        "SELECT r.clock_error_ms FROM devices d JOIN chains c ON c.device = d.key "
        "JOIN records r ON r.chain = c.key WHERE d.id = ? ORDER BY c.key DESC, r.sequence DESC "
        "LIMIT 1",
        device);
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
    if (arrival == Arrival::Carried)
        clockErrorMs = m_parts->readers.read(
            [&](Connection &connection) { return lastClockErrorMs(connection, device.id); });
    if (!clockErrorMs)
        return done(cannotStore(clockErrorMs.failure()));
    auto candidates = judgeAll(batch.checks, device.id, *stores, *clockErrorMs, now);
    std::unique_ptr<WriteJob> job = std::make_unique<IngestJob>(
        stores->device, batch, std::move(candidates), *clockErrorMs, now, std::move(done));
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
