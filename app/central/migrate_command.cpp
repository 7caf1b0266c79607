#include "app/central/migrate_command.h"

#include "core/base/clock.h"
#include "sync/server/store/database_copy.h"

#include <iostream>

namespace vouch::central {

CLI::App *MigrateCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "migrate", "Copies a chain from a file into PostgreSQL, and verifies both");
    app->add_option("--from", m_from, "sqlite:FILE; its server must be stopped")->required();
    app->add_option("--to", m_to, "postgresql://USER@HOST/NAME, an empty database")->required();
    app->footer(
        "Needs --keys before it: where the secret keys are copied to. Nothing of the file is "
        "changed. See resources/docs/scale-out.md.");
    return app;
}

Result<void> MigrateCommand::run(const Environment &environment)
{
    const auto from = Environment{m_from, {}}.address(Environment::Need::Existing);
    if (!from)
        return from.failure();
    const auto to = Environment{m_to, environment.keys}.address();
    if (!to)
        return to.failure();
    if (from->isPostgresql() || !to->isPostgresql())
        return Failure{
            "database-unsupported", "A chain is moved from sqlite:FILE to postgresql://….", {}};
    const SystemClock clock;
    const auto copied = server::copyDatabase(
        *from, *to, clock, [](const auto &line) { std::cerr << printable(line) << std::endl; });
    if (!copied)
        return copied.failure();
    std::cout << copied->records << " records in " << copied->chains
              << " chains are the same on both sides. Start the server on the new database; keep "
                 "the file until you are sure.\n";
    return {};
}

} // namespace vouch::central
