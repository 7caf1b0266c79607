#include "app/central/user_commands.h"

#include "app/central/secret_line.h"
#include "core/base/crypto.h"

#include <iostream>

namespace vouch::central {

namespace {

constexpr std::size_t shortestPassword = 10;
constexpr std::size_t longestPassword = 1000;

Result<std::string> readPassword()
{
    auto password = readSecretLine("Password: ");
    if (password.size() < shortestPassword || password.size() > longestPassword)
        return Failure{
            "password-unfit",
            "Give a password of 10 to 1000 characters as one line on standard input.",
            {}};
    return password;
}

} // namespace

CLI::App *UserAddCommand::declare(CLI::App &root)
{
    auto *app =
        group(root, "user", "The people who read the scores")
            .add_subcommand("add", "Adds a person; the password is read from standard input");
    app->add_option("--name", m_name, "The name to sign in with")->required();
    app->add_option("--role", m_role, "admin, regional, manager, or viewer (who exports nothing)")
        ->required()
        ->check(CLI::IsMember({"admin", "regional", "manager", "viewer"}));
    app->add_option("--region", m_region, "Sees the shops of this region only");
    app->add_option("--store", m_store, "Sees this shop only");
    return app;
}

Result<void> UserAddCommand::run(const Environment &environment)
{
    const auto password = readPassword();
    if (!password)
        return password.failure();
    const auto hash = crypto::hashPassword(*password, crypto::Cost::Interactive);
    if (!hash)
        return hash.failure();
    const auto result = environment.perform(
        {{"do", "user-add"},
         {"name", m_name},
         {"role", m_role},
         {"region", m_region},
         {"store", m_store},
         {"password_hash", *hash}},
        Environment::Need::MayCreate);
    if (!result)
        return result.failure();
    return {};
}

CLI::App *TokenAddCommand::declare(CLI::App &root)
{
    auto *app =
        group(root, "token", "Access for programs")
            .add_subcommand("add", "Prints a token that acts for a person; shown once only");
    app->add_option("--user", m_user, "Whose rights it has")->required();
    return app;
}

Result<void> TokenAddCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "token-add"}, {"user", m_user}});
    if (!result)
        return result.failure();
    std::cout << textOf(*result, "token") << '\n';
    return {};
}

} // namespace vouch::central
