#include "app/central/token_commands.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &tokens(CLI::App &root)
{
    return group(root, "token", "Access for programs");
}

} // namespace

CLI::App *TokenAddCommand::declare(CLI::App &root)
{
    auto *app = tokens(root).add_subcommand(
        "add", "Prints a token that acts for a person; shown once only");
    app->add_option("--user", m_user, "Whose rights it has")->required();
    app->add_option("--name", m_name, "What it is for");
    app->add_option(
           "--scope", m_scopes,
           "read, export, administer or sales (of a till); may be repeated. By itself: read, and "
           "export if the person may")
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"read", "export", "administer", "sales"}));
    app->add_option("--days", m_days, "How long it lasts")
        ->check(CLI::Range(1, 3650))
        ->capture_default_str();
    return app;
}

Result<void> TokenAddCommand::run(const Environment &environment)
{
    const auto result = environment.perform(
        {{"do", "token-add"},
         {"user", m_user},
         {"name", m_name},
         {"scopes", json::array(m_scopes.begin(), m_scopes.end())},
         {"days", m_days}});
    if (!result)
        return result.failure();
    std::cout << textOf(*result, "token") << '\n';
    return {};
}

CLI::App *TokenListCommand::declare(CLI::App &root)
{
    auto *app = tokens(root).add_subcommand("list", "Lists the tokens, never what they are");
    app->add_option("--user", m_user, "Of this person only");
    return app;
}

Result<void> TokenListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "token-list"}, {"user", m_user}});
    if (!result)
        return result.failure();
    printTable(*result, "tokens", {"id", "user", "name", "scopes", "made_at", "expires_at"});
    return {};
}

CLI::App *TokenRevokeCommand::declare(CLI::App &root)
{
    auto *app = tokens(root).add_subcommand("revoke", "Ends a token at once");
    app->add_option("ID", m_id, "Its id, as `token list` shows it")->required();
    return app;
}

Result<void> TokenRevokeCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "token-revoke"}, {"id", m_id}});
    if (!result)
        return result.failure();
    return {};
}

} // namespace vouch::central
