#include "app/central/device_commands.h"

#include "app/central/device_table.h"

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
    auto *app = devices(root).add_subcommand("list", "Lists the tablets and how they are");
    app->add_option("--store", m_store, "Of this shop only");
    app->add_flag("--json", m_json, "Everything that is known, as GET /api/v1/devices has it");
    app->footer(
        "queue: records waiting, and since when. coverage: minutes available of the minutes open,\n"
        "over the last seven closed days. clock: by how much the tablet's is wrong. look: what\n"
        "somebody should look at. resources/docs/devices.md says when each of it is said.");
    return app;
}

Result<void> DeviceListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "device-list"}, {"store", m_store}});
    if (!result)
        return result.failure();
    if (m_json)
        std::cout << json::serialize(*result) << '\n';
    else
        printTable(
            deviceTable(*result), "devices",
            {"id", "name", "store", "state", "seen", "queue", "since", "battery", "heat", "disk",
             "clock", "version", "locked", "coverage", "look"});
    return {};
}

CLI::App *DeviceSetCommand::declare(CLI::App &root)
{
    auto *app = devices(root).add_subcommand(
        "set", "Renames a tablet, or moves it to another shop; it follows within minutes");
    app->add_option("ID", m_id, "Its id, as `device list` shows it")->required();
    auto *options = app->add_option_group("What changes");
    options->add_option("--name", m_name, "What staff call it");
    options->add_option("--store", m_store, "Where it stands from now on");
    options->require_option(1, 2);
    return app;
}

Result<void> DeviceSetCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "device-set"}, {"id", m_id}, {"name", m_name}, {"store", m_store}});
    return result ? Result<void>() : result.failure();
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
