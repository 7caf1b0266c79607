#include "app/central/region_commands.h"

namespace vouch::central {

namespace {

CLI::App &regions(CLI::App &root)
{
    return group(root, "region", "The regions of the chain, a tree");
}

} // namespace

CLI::App *RegionAddCommand::declare(CLI::App &root)
{
    auto *app = regions(root).add_subcommand("add", "Adds a region");
    app->add_option("--id", m_id, "Short and lasting: north")->required();
    app->add_option("--name", m_name, "As people call it; else the id");
    app->add_option("--parent", m_parent, "The region that it lies in; else at the top");
    return app;
}

Result<void> RegionAddCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "region-add"}, {"id", m_id}, {"name", m_name}, {"parent", m_parent}},
        Environment::Need::MayCreate);
    if (!result)
        return result.failure();
    return {};
}

CLI::App *RegionSetCommand::declare(CLI::App &root)
{
    auto *app =
        regions(root).add_subcommand("set", "Renames or moves a region; what is not named stays");
    app->add_option("--id", m_id, "Which")->required();
    app->add_option("--name", m_name, "As people call it from now on");
    auto *parent = app->add_option("--parent", m_parent, "The region that it lies in from now on");
    app->add_flag("--top", m_top, "Lies in none from now on")->excludes(parent);
    return app;
}

Result<void> RegionSetCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "region-set"},
         {"id", m_id},
         {"name", m_name},
         {"parent", m_parent},
         {"top", m_top}});
    if (!result)
        return result.failure();
    return {};
}

CLI::App *RegionListCommand::declare(CLI::App &root)
{
    return regions(root).add_subcommand("list", "Lists the regions");
}

Result<void> RegionListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "region-list"}});
    if (!result)
        return result.failure();
    printTable(*result, "regions", {"id", "name", "parent"});
    return {};
}

} // namespace vouch::central
