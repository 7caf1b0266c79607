#include "app/central/command.h"
#include "app/central/configuration.h"

#include <sys/stat.h>

#include <exception>
#include <iostream>
#include <sstream>

using namespace vouch::central;

namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitDiffers = 3; ///< verify found what is not as it should be

int exitCodeOf(const vouch::Failure &failure)
{
    const bool differs = failure.code == "ledger-differs" || failure.code == "counters-differ" ||
                         failure.code == "audit-differs" || failure.code == "export-differs";
    if (failure.code == "configuration-invalid")
        return exitUsage;
    return differs ? exitDiffers : exitFailed;
}

/// Its exit code. What it has to say may be several lines.
int tell(const vouch::Failure &failure)
{
    std::istringstream lines("vouch-central: " + failure.text());
    for (std::string line; std::getline(lines, line);)
        std::cerr << printable(line) << '\n';
    return exitCodeOf(failure);
}

int run(int argc, char **argv)
{
    CLI::App root("Vouch: the server of a chain and its administration", "vouch-central");
    root.set_version_flag("--version", VOUCH_VERSION);
    root.require_subcommand(1);
    Environment environment;
    const auto *database =
        root.add_option(
                "--database", environment.database,
                "sqlite:FILE or postgresql://USER@HOST/NAME (Env:VOUCH_DATABASE)")
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    const auto *keys =
        root.add_option(
                "--keys", environment.keys,
                "With PostgreSQL: the folder of the chain's secret keys (Env:VOUCH_KEYS)")
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    root.add_option("--config", environment.configFile, "A file of settings: `config show`")
        ->envname("VOUCH_CONFIG");

    const auto commands = allCommands();
    std::vector<CLI::App *> declared;
    for (const auto &command : commands)
        declared.push_back(command->declare(root));
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return root.exit(error) == 0 ? exitDone : exitUsage;
    }
    if (database->count() > 0)
        environment.given["database"] = environment.database;
    if (keys->count() > 0)
        environment.given["keys"] = environment.keys;
    const auto configuration = Configuration::load(environment.given, environment.configFile);
    environment.database = configuration.at("database").text;
    environment.keys = configuration.at("keys").text;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (!declared[i]->parsed())
            continue;
        if (!configuration.faults().empty() && !commands[i]->judgesConfiguration())
            return tell(ServeSettings::from(configuration).failure());
        const auto result = commands[i]->run(environment);
        return result ? exitDone : tell(result.failure());
    }
    return exitUsage;
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077); // records, keys and exports are their owner's alone
    try {
        return run(argc, argv);
    } catch (const std::exception &exception) {
        std::cerr << "vouch-central: " << exception.what() << '\n';
        return exitFailed;
    }
}
