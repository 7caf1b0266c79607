#include "app/central/user_commands.h"

#include "app/central/secret_line.h"
#include "core/base/crypto.h"
#include "sync/server/api/password_policy.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &users(CLI::App &root)
{
    return group(root, "user", "The people who read the scores");
}

CLI::Option *addNames(
    CLI::App &app, const char *option, std::vector<std::string> &names, const char *description)
{
    return app.add_option(option, names, description)->allow_extra_args(false);
}

CLI::Validator isRole()
{
    return CLI::IsMember({"admin", "regional", "manager", "viewer"});
}

json::array arrayOf(const std::vector<std::string> &names)
{
    return json::array(names.begin(), names.end());
}

/// The Argon2id string of the password on standard input.
Result<std::string> readPasswordHash(const std::string &user)
{
    const auto password = readSecretLine("Password: ");
    const auto &policy = server::PasswordPolicy::ofThisMachine();
    if (!policy.hasList())
        std::cerr << server::PasswordPolicy::adviceWithoutList() << '\n';
    if (const auto fit = policy.check(password, {user, "vouch"}); !fit)
        return fit.failure();
    return crypto::hashPassword(password, crypto::Cost::Interactive);
}

Result<void> outcomeOf(const Result<json::object> &result)
{
    if (!result)
        return result.failure();
    return {};
}

} // namespace

CLI::App *UserAddCommand::declare(CLI::App &root)
{
    auto *app = users(root).add_subcommand(
        "add", "Adds a person; the password is read from standard input");
    app->add_option("--name", m_name, "The name to sign in with")->required();
    app->add_option("--role", m_role, "admin, regional, manager or viewer")
        ->required()
        ->check(isRole());
    addNames(*app, "--region", m_regions, "Sees this region and all below it; may be repeated");
    addNames(*app, "--store", m_stores, "Sees this shop; may be repeated");
    m_exportGiven = app->add_flag(
        "--export,!--no-export", m_export,
        "May export answers, or not; by itself admin and regional may");
    app->footer("Without a region and a shop: the whole chain. A manager needs a shop.");
    return app;
}

Result<void> UserAddCommand::run(const Environment &environment)
{
    const auto hash = readPasswordHash(m_name);
    if (!hash)
        return hash.failure();
    json::object request{
        {"do", "user-add"},
        {"name", m_name},
        {"role", m_role},
        {"regions", arrayOf(m_regions)},
        {"stores", arrayOf(m_stores)},
        {"password_hash", *hash}};
    if (m_exportGiven->count() > 0)
        request["export"] = m_export;
    return outcomeOf(environment.perform(request, Environment::Need::MayCreate));
}

CLI::App *UserListCommand::declare(CLI::App &root)
{
    return users(root).add_subcommand("list", "Lists the people, and what they may");
}

Result<void> UserListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "user-list"}});
    if (result)
        printTable(*result, "users", {"name", "role", "regions", "stores", "export", "state"});
    return outcomeOf(result);
}

CLI::App *UserSetCommand::declare(CLI::App &root)
{
    auto *app = users(root).add_subcommand(
        "set", "Changes what a person may; what is not named stays. Regions and shops are "
               "replaced together");
    app->add_option("--name", m_name, "Who")->required();
    app->add_option("--role", m_role, "admin, regional, manager or viewer")->check(isRole());
    auto *regions = addNames(*app, "--region", m_regions, "Sees this region and all below it");
    auto *stores = addNames(*app, "--store", m_stores, "Sees this shop");
    app->add_flag("--everywhere", m_everywhere, "Sees the whole chain")
        ->excludes(regions)
        ->excludes(stores);
    m_exportGiven = app->add_flag("--export,!--no-export", m_export, "May export answers, or not");
    m_disabledGiven = app->add_flag(
        "--disable,!--enable", m_disabled, "Signs them out and lets them in no more, or again");
    return app;
}

Result<void> UserSetCommand::run(const Environment &environment)
{
    json::object request{
        {"do", "user-set"},
        {"name", m_name},
        {"role", m_role},
        {"regions", arrayOf(m_regions)},
        {"stores", arrayOf(m_stores)}};
    if (m_everywhere)
        request["everywhere"] = true;
    if (m_exportGiven->count() > 0)
        request["export"] = m_export;
    if (m_disabledGiven->count() > 0)
        request["disabled"] = m_disabled;
    return outcomeOf(environment.perform(request));
}

CLI::App *UserPasswordCommand::declare(CLI::App &root)
{
    auto *app = users(root).add_subcommand(
        "password", "Sets a password, read from standard input, and signs the person out");
    app->add_option("--name", m_name, "Whose")->required();
    return app;
}

Result<void> UserPasswordCommand::run(const Environment &environment)
{
    const auto hash = readPasswordHash(m_name);
    if (!hash)
        return hash.failure();
    return outcomeOf(
        environment.perform({{"do", "user-password"}, {"name", m_name}, {"password_hash", *hash}}));
}

} // namespace vouch::central
