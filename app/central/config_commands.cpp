#include "app/central/config_commands.h"

#include "app/central/configuration.h"

#include <iostream>

namespace vouch::central {

CLI::App *ConfigShowCommand::declare(CLI::App &root)
{
    auto &config = group(root, "config", "The server's configuration");
    return config.add_subcommand(
        "show", "Every setting, its value and where that comes from; no secret");
}

Result<void> ConfigShowCommand::run(const Environment &environment)
{
    const auto configuration = Configuration::load(environment.given, environment.configFile);
    std::cout << "setting\tvalue\tsource\tmeaning\n";
    for (const auto &setting : allSettings())
        std::cout << setting.key << '\t' << printable(configuration.shown(setting.key)) << '\t'
                  << printable(configuration.at(setting.key).source) << '\t' << setting.description
                  << '\n';
    const auto fit = ServeSettings::from(configuration);
    return fit ? Result<void>() : fit.failure();
}

} // namespace vouch::central
