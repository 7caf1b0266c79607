#include "app/central/note_commands.h"

namespace vouch::central {

namespace {

CLI::App &notes(CLI::App &root)
{
    return group(root, "note", "What happened on a day, to stand beside the figures");
}

} // namespace

CLI::App *NoteAddCommand::declare(CLI::App &root)
{
    auto *app =
        notes(root).add_subcommand("add", "Notes what happened on a day; prints its number");
    app->add_option("--day", m_day, "The business day: 2026-11-22")->required();
    auto *store = app->add_option("--store", m_store, "For one store; else for the chain");
    app->add_option("--region", m_region, "For a region and all below it")->excludes(store);
    app->add_option("--text", m_text, "What happened: New till")->required();
    return app;
}

Result<void> NoteAddCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "note-add"},
         {"day", m_day},
         {"store", m_store},
         {"region", m_region},
         {"text", m_text}});
    if (!result)
        return result.failure();
    printTable(*result, "notes", {"id"});
    return {};
}

CLI::App *NoteListCommand::declare(CLI::App &root)
{
    return notes(root).add_subcommand("list", "Lists the notes by day");
}

Result<void> NoteListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "note-list"}});
    if (!result)
        return result.failure();
    printTable(*result, "notes", {"id", "day", "store", "region", "text", "by"});
    return {};
}

CLI::App *NoteRemoveCommand::declare(CLI::App &root)
{
    auto *app = notes(root).add_subcommand("remove", "Removes a note; the audit log keeps it");
    app->add_option("ID", m_id, "Its number, as `note list` shows it")->required();
    return app;
}

Result<void> NoteRemoveCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "note-remove"}, {"id", m_id}});
    if (!result)
        return result.failure();
    return {};
}

} // namespace vouch::central
