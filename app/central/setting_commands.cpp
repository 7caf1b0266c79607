#include "app/central/setting_commands.h"

#include "app/central/file_content.h"
#include "sync/protocol/kiosk_settings.h"

namespace vouch::central {

namespace {

CLI::App &settings(CLI::App &root)
{
    return group(root, "setting", "How the tablets behave, for the chain or for one shop");
}

std::string listOfKinds()
{
    std::string out = "Settings:\n";
    for (const auto &kind : protocol::settingKinds())
        out += "  " + std::string(kind.key) + ": " + std::string(kind.shape) + "\n";
    return out;
}

} // namespace

CLI::App *SettingSetCommand::declare(CLI::App &root)
{
    auto *app = settings(root).add_subcommand(
        "set", "Sets one; the tablets have it within minutes, each after the shopper before it");
    app->add_option("--key", m_key, "Which one")->required();
    auto *value = app->add_option(
        "--value", m_value, "The value as JSON; a text has quotation marks: '\"question\"'");
    auto *file = app->add_option("--file", m_file, "A file that holds the value as JSON");
    value->excludes(file);
    auto *store = app->add_option("--store", m_store, "For this shop only; else for the chain");
    m_stage.addTo(*app, *store);
    app->footer(listOfKinds());
    return app;
}

Result<void> SettingSetCommand::run(const Environment &environment)
{
    auto text = m_value;
    if (!m_file.empty()) {
        auto content = contentOf(m_file);
        if (!content)
            return content.failure();
        text = std::move(*content);
    }
    json::object request{{"do", "setting-set"}, {"key", m_key}, {"json", text}, {"store", m_store}};
    if (m_stage.isGiven()) {
        request["do"] = "publish";
        request["kind"] = "setting";
        request["subject"] = m_key;
        m_stage.putInto(request);
    }
    const auto result = environment.perform(request, Environment::Need::MayCreate);
    if (!result)
        return result.failure();
    return {};
}

CLI::App *SettingListCommand::declare(CLI::App &root)
{
    auto *app = settings(root).add_subcommand(
        "list", "Lists what is set; what is not listed is at its default");
    app->add_option("--store", m_store, "What holds in this shop: its own, else the chain's");
    app->footer(listOfKinds());
    return app;
}

Result<void> SettingListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "setting-list"}, {"store", m_store}});
    if (!result)
        return result.failure();
    printTable(*result, "settings", {"store", "key", "value", "set_at"});
    return {};
}

CLI::App *SettingRemoveCommand::declare(CLI::App &root)
{
    auto *app = settings(root).add_subcommand(
        "remove", "Goes back to the chain's value, or to the tablet's default");
    app->add_option("--key", m_key, "Which one")->required();
    app->add_option("--store", m_store, "Of this shop; else the chain's");
    return app;
}

Result<void> SettingRemoveCommand::run(const Environment &environment)
{
    const auto result =
        environment.perform({{"do", "setting-remove"}, {"key", m_key}, {"store", m_store}});
    if (!result)
        return result.failure();
    return {};
}

} // namespace vouch::central
