#include "sync/server/store/store_parts.h"

#include <filesystem>

namespace vouch::server {

namespace {

/// How long a write may take before the writer counts as stuck.
constexpr std::chrono::seconds writePatience{3};
/// Of the queue, in percent, from which on tablets are better sent elsewhere or later.
constexpr std::size_t queueAlarm = 80;

std::int64_t fileBytes(const std::filesystem::path &file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

std::filesystem::path withSuffix(std::filesystem::path file, const char *suffix)
{
    return file += suffix;
}

std::int64_t freeBytes(const std::filesystem::path &file)
{
    std::error_code error;
    const auto space = std::filesystem::space(std::filesystem::absolute(file).parent_path(), error);
    return error ? 0 : static_cast<std::int64_t>(space.available);
}

} // namespace

Result<StoreFigures> Store::figures() const
{
    auto read = m_parts->readers.read([&](Connection &connection) -> Result<StoreFigures> {
        StoreFigures out;
        const auto now = m_parts->clock.now();
        const auto since = [&](std::chrono::hours time) { return now - time; };
        Query devices(
            connection,
            "SELECT count(*), coalesce(sum(CASE WHEN last_seen >= ?1 THEN 1 ELSE 0 END), 0), "
            "coalesce(sum(CASE WHEN last_seen >= ?2 THEN 1 ELSE 0 END), 0), "
            "coalesce(sum(CASE WHEN last_seen >= ?3 THEN 1 ELSE 0 END), 0) "
            "FROM devices WHERE revoked = 0",
            since(std::chrono::hours(1)), since(std::chrono::hours(24)),
            since(std::chrono::hours(24 * 7)));
        if (devices.next()) {
            out.devices = devices.integer(0);
            out.seenWithinHour = devices.integer(1);
            out.seenWithinDay = devices.integer(2);
            out.seenWithinWeek = devices.integer(3);
        }
        if (connection.isPostgresql()) {
            Query size(connection, "SELECT pg_database_size(current_database())");
            out.databaseBytes = size.next() ? size.integer(0) : 0;
        }
        return out;
    });
    if (!read)
        return read;
    if (const auto &database = m_parts->database; !database.isPostgresql()) {
        read->databaseBytes = fileBytes(database.file());
        read->walBytes = fileBytes(withSuffix(database.file(), "-wal"));
        read->diskFreeBytes = freeBytes(database.file());
    }
    read->queued = m_parts->writer->queued();
    read->mostQueued = m_parts->writer->mostQueued();
    return read;
}

std::vector<Failure> Store::obstacles(std::int64_t leastFreeBytes) const
{
    std::vector<Failure> out;
    auto &writer = *m_parts->writer;
    const auto &database = m_parts->database;
    if (!database.isPostgresql() && freeBytes(database.file()) < leastFreeBytes)
        out.push_back({"disk-full", "The disk of the data is nearly full. Make room.", {}});
    if (writer.queued() * 100 >= writer.mostQueued() * queueAlarm) {
        out.push_back({"writer-busy", "The writer's queue is nearly full.", {}});
        return out;
    }
    const auto touch = [](Written &written) -> Result<void> {
        Query(written.connection(), "UPDATE stores SET name = name WHERE key = -1").run();
        return {};
    };
    // As of a device that there is not, so that no other server waits for it.
    auto job = std::make_unique<WaitedJob<decltype(touch)>>(touch, Uuid());
    auto outcome = job->outcome();
    if (!m_parts->writer->add(std::move(job)))
        out.push_back({"writer-busy", "The writer takes nothing more.", {}});
    else if (outcome.wait_for(writePatience) != std::future_status::ready)
        out.push_back({"writer-busy", "The writer has not written for three seconds.", {}});
    else if (const auto written = outcome.get(); !written)
        out.push_back({"database-unwritable", "The database cannot be written.", {}});
    return out;
}

} // namespace vouch::server
