#include "app/central/backup_commands.h"

#include "core/base/clock.h"
#include "sync/server/store/restore.h"

#include <iostream>

namespace vouch::central {

namespace {

namespace fs = std::filesystem;

constexpr const char *aboutKeys =
    "The secret sealing keys are not in it: keep the folder keys beside the database apart from "
    "the back-ups. Without it no contact that shoppers left can be opened.";

} // namespace

CLI::App *BackupCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "backup", "Copies the database, whole, also while the server runs and takes answers");
    app->add_option("FILE", m_file, "Where to; it appears when it is whole and sound")->required();
    app->footer(
        "A running server writes the file itself, so its user must be able to. " +
        std::string(aboutKeys));
    return app;
}

Result<void> BackupCommand::run(const Environment &environment)
{
    const auto database = environment.databaseFile(
        "A database on PostgreSQL is backed up by PostgreSQL's own tools: pg_dump, or "
        "pg_basebackup with its log. See resources/docs/scale-out.md.",
        Environment::Need::Existing);
    if (!database)
        return database.failure();
    std::error_code error;
    const auto file = fs::absolute(m_file, error);
    for (const char *suffix : {"", "-wal", "-shm", ".lock", ".sock"}) {
        auto own = *database;
        if (fs::weakly_canonical(file, error) == fs::weakly_canonical(own += suffix, error))
            return Failure{
                "file-unwritable", "This is the database itself. Name another file.",
                file.string()};
    }
    if (fs::exists(file, error) && !fs::is_regular_file(file, error))
        return Failure{
            "file-unwritable", "This is a folder or a device. Name a file in a folder.",
            file.string()};
    const auto result = environment.perform({{"do", "backup"}, {"file", file.string()}});
    if (!result)
        return result.failure();
    std::cout << "Back-up of " << findInteger(*result, "bytes").value_or(0) << " bytes in "
              << file.string() << ".\n"
              << aboutKeys << '\n';
    return {};
}

CLI::App *RestoreCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "restore", "Puts a back-up in the database's place; the server must be stopped");
    app->add_option("FILE", m_file, "A file that backup wrote")->required();
    app->add_flag(
        "--altered", m_altered,
        "Even when a record or a counter in it is not what the tablets sent");
    app->footer(
        "The back-up is checked and verified first. What was in its place is set aside, never "
        "overwritten. Tablets send again by themselves what came after the back-up (90 "
        "days at least); users, stores, checklists and settings made after it are to be "
        "made again, and tablets enrolled after it enrolled again, with the same data.");
    return app;
}

Result<void> RestoreCommand::run(const Environment &environment)
{
    const auto database = environment.databaseFile(
        "A database on PostgreSQL is restored by PostgreSQL's own tools: pg_restore. See "
        "resources/docs/scale-out.md.");
    if (!database)
        return database.failure();
    const auto where = environment.address();
    if (!where)
        return where.failure();
    const SystemClock clock;
    const auto restored = server::restoreDatabase(
        m_file, *where, clock, m_altered ? server::Altered::Taken : server::Altered::Refused);
    if (!restored)
        return restored.failure();
    std::cout << restored->records << " records restored.";
    if (!restored->setAside.empty())
        std::cout << " What was there lies in " << restored->setAside.string() << ".";
    std::cout << '\n';
    if (!restored->missingKey.empty())
        std::cerr << "Warning: " << restored->missingKey.string()
                  << " is not there. Bring the folder keys back from where it is kept; until then "
                     "no contact that shoppers left can be opened.\n";
    return {};
}

} // namespace vouch::central
