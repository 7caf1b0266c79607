#include "app/central/pin_commands.h"

#include "app/central/secret_line.h"
#include "sync/protocol/pin_role.h"

namespace vouch::central {

namespace {

CLI::App &pins(CLI::App &root)
{
    return group(root, "pin", "What staff type to get behind the survey on a shop's tablets");
}

} // namespace

CLI::App *PinSetCommand::declare(CLI::App &root)
{
    auto *app = pins(root).add_subcommand(
        "set", "Sets a PIN of 4 to 8 digits, read from standard input, for a shop's tablets");
    app->add_option("--store", m_store, "The shop")->required();
    app->add_option(
           "--role", m_role,
           "figures: reads the figures; exit: leaves the program too; technician: sees the "
           "device's state too")
        ->required()
        ->check(CLI::IsMember({"figures", "exit", "technician"}));
    return app;
}

Result<void> PinSetCommand::run(const Environment &environment)
{
    const auto pin = readSecretLine("PIN: ");
    if (const auto fine = protocol::checkNewPin(pin); !fine)
        return fine;
    const auto result = environment.perform(
        {{"do", "pin-set"}, {"store", m_store}, {"role", m_role}, {"pin", pin}});
    if (!result)
        return result.failure();
    return {};
}

CLI::App *PinRemoveCommand::declare(CLI::App &root)
{
    auto *app = pins(root).add_subcommand(
        "remove", "Takes a PIN away; without any, a tablet goes back to the one set on it");
    app->add_option("--store", m_store, "The shop")->required();
    app->add_option("--role", m_role, "Of this role")
        ->required()
        ->check(CLI::IsMember({"figures", "exit", "technician"}));
    return app;
}

Result<void> PinRemoveCommand::run(const Environment &environment)
{
    const auto result =
        environment.perform({{"do", "pin-remove"}, {"store", m_store}, {"role", m_role}});
    return result ? Result<void>() : result.failure();
}

CLI::App *PinListCommand::declare(CLI::App &root)
{
    return pins(root).add_subcommand("list", "Lists which shops have PINs; never the PINs");
}

Result<void> PinListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "pin-list"}});
    if (!result)
        return result.failure();
    printTable(*result, "pins", {"store", "role", "set_at"});
    return {};
}

} // namespace vouch::central
