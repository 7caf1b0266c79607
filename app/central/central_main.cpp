#include "app/central/command.h"

#include <sys/stat.h>

#include <exception>
#include <iostream>

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
    return differs ? exitDiffers : exitFailed;
}

int run(int argc, char **argv)
{
    CLI::App root("Vouch: the server of a chain and its administration", "vouch-central");
    root.set_version_flag("--version", VOUCH_VERSION);
    root.require_subcommand(1);
    Environment environment;
    root.add_option("--database", environment.database, "sqlite:FILE")
        ->envname("VOUCH_DATABASE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);

    const auto commands = allCommands();
    std::vector<CLI::App *> declared;
    for (const auto &command : commands)
        declared.push_back(command->declare(root));
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return root.exit(error) == 0 ? exitDone : exitUsage;
    }
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (!declared[i]->parsed())
            continue;
        const auto result = commands[i]->run(environment);
        if (!result)
            std::cerr << "vouch-central: " << printable(result.failure().text()) << '\n';
        return result ? exitDone : exitCodeOf(result.failure());
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
