#include "core/storage/kiosk_recovery.h"

#include "core/base/folder.h"
#include "core/storage/kiosk_salvage.h"
#include "core/storage/kiosk_schema.h"
#include "core/storage/kiosk_store_private.h"
#include "core/storage/log_note.h"
#include "core/storage/page_reader.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

namespace vouch::storage {

namespace {

namespace fs = std::filesystem;

constexpr const char *databaseName = "kiosk.db";
/// Being filled; worth nothing before it is complete.
constexpr const char *unfinishedName = "kiosk.recovering.db";
/// Complete: it only has to take its place.
constexpr const char *finishedName = "kiosk.recovered.db";
/// No program will have had so many versions of its schema.
constexpr int mostSchemas = 1000;

Failure recoveryFailed(const std::string &what, const fs::path &where)
{
    return {
        errno == ENOSPC ? "disk-full" : "data-unwritable",
        what + ": " + std::strerror(errno) + ". Free some space, check the rights.",
        where.string()};
}

Result<void> keepEntries(const fs::path &folder)
{
    return syncFolder(folder) ? Result<void>()
                              : recoveryFailed("The data folder could not be written", folder);
}

bool isThere(const fs::path &file)
{
    std::error_code error;
    return fs::exists(file, error);
}

std::uintmax_t lengthOf(const fs::path &file)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

enum class Health { Sound, Absent, Damaged, Unreadable };

/// Whether the fixed bytes of the header are what SQLite writes there: it takes some of the others
/// for a format of another version.
bool headerFits(const fs::path &file)
{
    std::string header(100, '\0');
    std::ifstream(file, std::ios::binary).read(header.data(), std::streamsize(header.size()));
    const auto holds = [&](std::size_t at, std::string_view bytes) {
        return std::string_view(header).substr(at, bytes.size()) == bytes;
    };
    using namespace std::string_view_literals;
    return holds(0, "SQLite format 3\0"sv) && (holds(18, "\1\1"sv) || holds(18, "\2\2"sv)) &&
           holds(20, "\0\100\40\40"sv) && holds(44, "\0\0\0"sv) && header[47] <= 4 &&
           (holds(56, "\0\0\0\1"sv) || holds(56, "\0\0\0\0"sv));
}

/// A header that does not fit what it heads. Another program's file is left to migrate().
bool isMixedUp(SQLite::Database &raw)
{
    const int ofOurs = raw.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name IN "
                                      "('setting', 'checks', 'items', 'outbox')")
                           .getInt();
    const bool ours = raw.execAndGet("PRAGMA application_id").getInt() == kioskApplicationId;
    const int version = raw.execAndGet("PRAGMA user_version").getInt();
    if (ofOurs == 4)
        return !ours || version <= 0 || version > mostSchemas;
    return ours;
}

/// What SQLite itself finds, by a connection that changes nothing, and what it overlooks.
Result<Health> inspect(const fs::path &file)
{
    try {
        SQLite::Database raw(file.string(), SQLite::OPEN_READONLY);
        const bool sound = raw.execAndGet("PRAGMA integrity_check(1)").getString() == "ok";
        const auto pages = raw.execAndGet("PRAGMA page_count").getInt64();
        const auto reader = PageReader::open(file);
        if (!reader)
            return reader.failure();
        return sound && reader->holdsAll(pages) && !isMixedUp(raw) ? Health::Sound
                                                                   : Health::Damaged;
    } catch (const SQLite::Exception &exception) {
        const auto code = exception.getErrorCode();
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
            return Health::Damaged;
        if (exception.getExtendedErrorCode() == SQLITE_IOERR_READ)
            return Health::Unreadable;
        auto failure = failureOf(exception);
        failure.where = file.string();
        return failure;
    }
}

Result<Health> healthOf(const fs::path &file)
{
    if (lengthOf(file) == 0)
        return lengthOf(file.string() + "-wal") == 0 ? Health::Absent : Health::Damaged;
    if (isThere(file.string() + "-journal"))
        return Health::Sound; // it was being made: SQLite rolls that back
    if (!headerFits(file))
        return Health::Damaged;
    auto health = inspect(file);
    if (health && *health == Health::Unreadable)
        health = inspect(file);
    // A place of the disk that cannot be read again is lost.
    return health && *health == Health::Unreadable ? Health::Damaged : health;
}

/// Whether a sound database lacks the newest record that was in it: SQLite takes a log up to its
/// first broken frame, and what came behind it never was.
bool lacksNewest(const fs::path &folder)
{
    const auto newest = LogNote::newest(folder);
    if (!newest)
        return false;
    const auto there = guarded([&]() -> Result<std::int64_t> {
        const SQLite::Database raw((folder / databaseName).string(), SQLite::OPEN_READONLY);
        SQLite::Statement query(
            raw, "SELECT max(coalesce((SELECT sequence FROM chains WHERE chain = ?1), 0), "
                 "coalesce((SELECT max(sequence) FROM checks WHERE chain = ?1), 0))");
        bindUuid(query, 1, newest->chain);
        query.executeStep();
        return query.getColumn(0).getInt64();
    });
    return there && *there < newest->sequence;
}

/// A name that no file has yet, neither with a log beside it.
fs::path asideName(const fs::path &folder, Timestamp now)
{
    auto stamp = formatUtc(now).substr(0, 19); // 2026-11-22T10:03:40
    std::erase(stamp, ':');
    for (int attempt = 1;; ++attempt) {
        const auto name =
            "kiosk.damaged-" + stamp + (attempt > 1 ? "-" + std::to_string(attempt) : "") + ".db";
        if (!isThere(folder / name) && !isThere(folder / (name + "-wal")))
            return folder / name;
    }
}

/// Completes the report and leaves it in the fresh database.
Result<void> fillFresh(const fs::path &from, const fs::path &into, Recovery &recovery)
{
    const auto reader = PageReader::open(from);
    if (!reader)
        return reader.failure();
    auto database = Database::open(into, Database::Mode::ReadWrite);
    if (!database)
        return database.failure();
    if (const auto made = migrate(**database, kioskMigrations, kioskApplicationId); !made)
        return made.failure();
    const auto found = salvage(*reader, **database, LogNote::newest(from.parent_path()));
    if (!found)
        return found.failure();
    recovery.found = *found;
    return guarded([&]() -> Result<void> {
        SQLite::Statement keep((*database)->raw(), "INSERT OR REPLACE INTO setting VALUES (?, ?)");
        keep.bind(1, recoverySetting);
        keep.bind(2, json::serialize(toJson(recovery)));
        keep.exec();
        keep.reset();
        (*database)->raw().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    });
}

/// Under the name that the report in the recovered database gives, as far as there is one.
fs::path asideNameIn(const fs::path &recovered, const fs::path &other)
{
    auto name = guarded([&]() -> Result<std::string> {
        const SQLite::Database raw(recovered.string(), SQLite::OPEN_READONLY);
        SQLite::Statement query(raw, "SELECT value FROM setting WHERE key = ?");
        query.bind(1, recoverySetting);
        auto report =
            recoveryFrom(query.executeStep() ? query.getColumn(0).getString() : std::string());
        return report ? Result<std::string>(report->setAside) : report.failure();
    });
    return name && !name->empty() ? other.parent_path() / *name : other;
}

/// Every step may have been done already by a start that was broken off.
Result<void> putInPlace(const fs::path &folder, const fs::path &aside)
{
    LogNote::remove(folder); // the log is set aside too
    for (const char *suffix : {"-wal", "-shm", ""}) {
        const auto from = folder / (std::string(databaseName) + suffix);
        const fs::path to = aside.string() + suffix;
        if (isThere(from) && isThere(to))
            return Failure{
                "data-unwritable",
                "A file with the name for the damaged database is there. Move "
                "it elsewhere.",
                to.string()};
        if (isThere(from) && ::rename(from.c_str(), to.c_str()) != 0)
            return recoveryFailed("The damaged database could not be set aside", from);
    }
    if (const auto synced = keepEntries(folder); !synced)
        return synced;
    if (::rename((folder / finishedName).c_str(), (folder / databaseName).c_str()) != 0)
        return recoveryFailed(
            "The recovered database could not take its place", folder / finishedName);
    return keepEntries(folder);
}

void removeUnfinished(const fs::path &folder)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(folder / (std::string(unfinishedName) + suffix), ignored);
    for (const char *suffix : {"-wal", "-shm"}) // of looking into it; it is complete without
        fs::remove(folder / (std::string(finishedName) + suffix), ignored);
}

} // namespace

json::object toJson(const Recovery &recovery)
{
    const auto &found = recovery.found;
    return {{"at", formatUtc(recovery.at)}, {"set_aside", recovery.setAside},
            {"records", found.records},     {"answers", found.answers},
            {"damaged", found.damaged},     {"missing", found.missing},
            {"identity", found.identity},   {"log_gone", recovery.logGone}};
}

Result<Recovery> recoveryFrom(std::string_view text)
{
    auto parsed = parseJson(text);
    const auto *object = parsed ? parsed->if_object() : nullptr;
    const auto *at = object ? findString(*object, "at") : nullptr;
    const auto time = parseUtc(at ? view(*at) : std::string_view());
    if (!time)
        return Failure{"recovery-unreadable", "The report of the recovery cannot be read.", ""};
    Recovery out;
    out.at = *time;
    if (const auto *name = findString(*object, "set_aside"))
        out.setAside = view(*name);
    for (const auto &[member, count] :
         {std::pair("records", &out.found.records), std::pair("answers", &out.found.answers),
          std::pair("damaged", &out.found.damaged), std::pair("missing", &out.found.missing)})
        *count = findInteger(*object, member).value_or(0);
    const auto holds = [object](const char *member) {
        const auto *value = object->if_contains(member);
        return value && value->is_bool() && value->get_bool();
    };
    out.found.identity = holds("identity");
    out.logGone = holds("log_gone");
    return out;
}

Result<std::optional<Recovery>> recoverIfDamaged(const fs::path &folder, const Clock &clock)
{
    const auto now = clock.now();
    const auto file = folder / databaseName;
    const auto aside = asideName(folder, now);
    if (isThere(folder / finishedName)) {
        const auto placed = putInPlace(folder, asideNameIn(folder / finishedName, aside));
        if (!placed)
            return placed.failure();
    }
    removeUnfinished(folder);
    // First: whoever looks at it by SQLite makes an empty log.
    bool logGone = lengthOf(file) > 0 && LogNote::missesLog(folder);
    const auto health = logGone ? Result<Health>(Health::Damaged) : healthOf(file);
    if (!health)
        return health.failure();
    if (*health == Health::Sound)
        logGone = lacksNewest(folder);
    if (*health != Health::Damaged && !logGone)
        return std::optional<Recovery>();
    Recovery recovery{now, aside.filename().string(), {}, logGone};
    if (const auto filled = fillFresh(file, folder / unfinishedName, recovery); !filled) {
        removeUnfinished(folder);
        return filled.failure();
    }
    if (::rename((folder / unfinishedName).c_str(), (folder / finishedName).c_str()) != 0)
        return recoveryFailed("The recovered database could not be named", folder / unfinishedName);
    if (const auto placed = putInPlace(folder, aside); !placed)
        return placed.failure();
    return std::optional<Recovery>(std::move(recovery));
}

} // namespace vouch::storage
