#include "app/central/device_commands.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &devices(CLI::App &root)
{
    return group(root, "device", "The tablets of the chain");
}

} // namespace

CLI::App *DeviceCodeCommand::declare(CLI::App &root)
{
    auto *app = devices(root).add_subcommand(
        "code", "Prints a one-time code that enrols a tablet; it lasts 7 days");
    app->add_option("--store", m_store, "The shop where the tablet stands")->required();
    app->add_option("--name", m_name, "What staff call the tablet: \"till 3\"");
    return app;
}

Result<void> DeviceCodeCommand::run(const Environment &environment)
{
    const auto result =
        environment.perform({{"do", "device-code"}, {"store", m_store}, {"name", m_name}});
    if (!result)
        return result.failure();
    std::cout << textOf(*result, "code") << '\n';
    return {};
}

CLI::App *DeviceListCommand::declare(CLI::App &root)
{
    return devices(root).add_subcommand("list", "Lists the tablets");
}

Result<void> DeviceListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "device-list"}});
    if (!result)
        return result.failure();
    printTable(*result, "devices", {"id", "name", "store", "state", "enrolled_at", "last_seen_at"});
    return {};
}

CLI::App *DeviceRevokeCommand::declare(CLI::App &root)
{
    auto *app = devices(root).add_subcommand(
        "revoke", "Takes no more answers from a tablet; they stay on it until it is restored");
    app->add_option("ID", m_id, "Its id, as `device list` shows it")->required();
    return app;
}

Result<void> DeviceRevokeCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "device-revoke"}, {"id", m_id}});
    if (!result)
        return result.failure();
    return {};
}

CLI::App *DeviceRestoreCommand::declare(CLI::App &root)
{
    auto *app = devices(root).add_subcommand(
        "restore", "Takes a revoked tablet back; it sends what it kept");
    app->add_option("ID", m_id, "Its id, as `device list` shows it")->required();
    return app;
}

Result<void> DeviceRestoreCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "device-restore"}, {"id", m_id}});
    if (!result)
        return result.failure();
    return {};
}

CLI::App *DeviceRotateCommand::declare(CLI::App &root)
{
    auto *app = devices(root).add_subcommand(
        "rotate", "Gives a tablet a new token with its next sign of life; the old one ends when "
                  "the new one is used");
    app->add_option("ID", m_id, "Its id, as `device list` shows it")->required();
    app->add_flag(
        "--now", m_now,
        "Ends the token at once and prints a code: until that is typed on the tablet, its answers "
        "wait there");
    return app;
}

Result<void> DeviceRotateCommand::run(const Environment &environment)
{
    const auto result =
        environment.perform({{"do", "device-rotate"}, {"id", m_id}, {"now", m_now}});
    if (!result)
        return result.failure();
    if (m_now)
        std::cout << textOf(*result, "code") << '\n';
    return {};
}

} // namespace vouch::central
