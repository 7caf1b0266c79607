#include "app/central/checklist_commands.h"

#include "app/central/file_content.h"
#include "core/checklist/parser.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &checklists(CLI::App &root)
{
    return group(root, "checklist", "What is asked");
}

/// Prints everything that is wrong with the file; whether nothing is.
Result<bool> check(const std::string &file)
{
    const auto content = contentOf(file);
    if (!content)
        return content.failure();
    const auto result = checklist::parseAll(*content, file);
    if (const auto *failures = std::get_if<std::vector<Failure>>(&result)) {
        for (const auto &failure : *failures)
            std::cerr << printable(failure.text()) << '\n';
        return false;
    }
    const auto &good = std::get<checklist::Checklist>(result);
    std::cout << file << ": good, " << good.id << " version " << good.version << '\n';
    return true;
}

} // namespace

CLI::App *ChecklistCheckCommand::declare(CLI::App &root)
{
    auto *app = checklists(root).add_subcommand("check", "Says what is wrong with checklist files");
    app->add_option("FILE", m_files, "Checklists as JSON")->required();
    return app;
}

Result<void> ChecklistCheckCommand::run(const Environment &)
{
    bool good = true;
    for (const auto &file : m_files) {
        const auto result = check(file);
        if (!result)
            return result.failure();
        good = good && *result;
    }
    if (!good)
        return Failure{"checklist-unfit", "Mend what is listed above and check again.", {}};
    return {};
}

CLI::App *ChecklistAddCommand::declare(CLI::App &root)
{
    auto *app = checklists(root).add_subcommand(
        "add", "Takes a version of a checklist; `checklist publish` brings it to the tablets");
    app->add_option("FILE", m_file, "A checklist as JSON")->required();
    return app;
}

Result<void> ChecklistAddCommand::run(const Environment &environment)
{
    const auto content = contentOf(m_file);
    if (!content)
        return content.failure();
    const auto result = environment.perform(
        {{"do", "checklist-add"}, {"file", m_file}, {"json", *content}},
        Environment::Need::MayCreate);
    if (!result)
        return result.failure();
    return {};
}

CLI::App *ChecklistPublishCommand::declare(CLI::App &root)
{
    auto *app = checklists(root).add_subcommand(
        "publish", "Brings the newest version of a checklist to the tablets");
    app->add_option("ID", m_id, "The checklist's id")->required();
    app->add_option("--store", m_store, "For this shop only; else for the chain");
    return app;
}

Result<void> ChecklistPublishCommand::run(const Environment &environment)
{
    const auto result =
        environment.perform({{"do", "checklist-publish"}, {"id", m_id}, {"store", m_store}});
    if (!result)
        return result.failure();
    return {};
}

} // namespace vouch::central
