#include "app/central/store_commands.h"

namespace vouch::central {

namespace {

CLI::App &stores(CLI::App &root)
{
    return group(root, "store", "The shops of the chain");
}

} // namespace

CLI::App *StoreAddCommand::declare(CLI::App &root)
{
    auto *app = stores(root).add_subcommand("add", "Adds a shop");
    app->add_option("--id", m_id, "Short and lasting: s1")->required();
    app->add_option("--name", m_name, "As people call it")->required();
    app->add_option(
        "--region", m_region, "The region that it lies in; made, at the top, when it is not there");
    app->add_option("--timezone", m_timezone, "Its time zone: Europe/Berlin")
        ->capture_default_str();
    app->add_option("--target", m_target, "The NPS that it is to reach, -100 to 100");
    return app;
}

Result<void> StoreAddCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "store-add"},
         {"id", m_id},
         {"name", m_name},
         {"region", m_region},
         {"timezone", m_timezone},
         {"target_nps", m_target}},
        Environment::Need::MayCreate);
    if (!result)
        return result.failure();
    return {};
}

CLI::App *StoreListCommand::declare(CLI::App &root)
{
    return stores(root).add_subcommand("list", "Lists the shops");
}

Result<void> StoreListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "store-list"}});
    if (!result)
        return result.failure();
    printTable(
        *result, "stores", {"id", "name", "region", "timezone", "target_nps", "last_answer"});
    return {};
}

CLI::App *StoreSetCommand::declare(CLI::App &root)
{
    auto *app = stores(root).add_subcommand("set", "Changes a shop; what is not named stays");
    app->add_option("--id", m_id, "Which")->required();
    app->add_option("--name", m_name, "As people call it from now on");
    app->add_option("--region", m_region, "The region that it lies in from now on");
    app->add_option("--timezone", m_timezone, "Its time zone from now on");
    app->add_option(
        "--target", m_target, "The NPS that it is to reach from now on, -100 to 100, or none");
    return app;
}

Result<void> StoreSetCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "store-set"},
         {"id", m_id},
         {"name", m_name},
         {"region", m_region},
         {"timezone", m_timezone},
         {"target_nps", m_target}});
    if (!result)
        return result.failure();
    return {};
}

} // namespace vouch::central
