#include "app/central/quarantine_commands.h"

#include <iostream>

namespace vouch::central {

namespace {

/// Every entry of a kind, as it comes.
Result<json::object> entriesOf(
    const Environment &environment, const std::string &kind, const std::string &store,
    std::int64_t key, const std::function<void(json::object)> &take)
{
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    json::object request{{"do", "quarantine"}, {"kind", kind}, {"store", store}};
    if (key > 0)
        request["key"] = key;
    return (*administration)->perform(request, [&](std::string_view piece) -> Result<void> {
        auto entry = parseJson(piece);
        if (!entry)
            return entry.failure();
        take(std::move(entry->as_object()));
        return {};
    });
}

void printLine(const json::object &entry)
{
    const auto sequence = findInteger(entry, "sequence");
    std::cout << textOf(entry, "kind") << '\t' << findInteger(entry, "key").value_or(0) << '\t'
              << textOf(entry, "received_at") << '\t' << printable(textOf(entry, "name")) << '\t'
              << printable(textOf(entry, "store")) << '\t'
              << (sequence ? std::to_string(*sequence) : std::string("-")) << '\t'
              << textOf(entry, "code") << '\t' << printable(textOf(entry, "reason")) << '\n';
}

const auto kinds = CLI::IsMember({"refused", "conflict"});

} // namespace

CLI::App *QuarantineListCommand::declare(CLI::App &root)
{
    auto *app = group(root, "quarantine", "Records that were refused or are in conflict")
                    .add_subcommand("list", "All of them, with code and reason");
    app->add_option("--store", m_store, "This shop only");
    app->add_option("--kind", m_kind, "refused or conflict; both when it is left out")
        ->check(kinds);
    app->add_flag("--json", m_json, "One JSON object a line, with the whole record");
    app->footer("resources/docs/codes.md says what to do about each code.");
    return app;
}

Result<void> QuarantineListCommand::run(const Environment &environment)
{
    if (!m_json)
        std::cout << "kind\tkey\treceived_at\ttablet\tstore\tplace\tcode\treason\n";
    for (const std::string kind : {"refused", "conflict"}) {
        if (!m_kind.empty() && m_kind != kind)
            continue;
        const auto told =
            entriesOf(environment, kind, m_store, 0, [this](const json::object &entry) {
                if (m_json)
                    std::cout << json::serialize(entry) << '\n';
                else
                    printLine(entry);
            });
        if (!told)
            return told.failure();
    }
    return {};
}

CLI::App *QuarantineShowCommand::declare(CLI::App &root)
{
    auto *app = group(root, "quarantine", "Records that were refused or are in conflict")
                    .add_subcommand("show", "One of them as JSON, with the whole record");
    app->add_option("KEY", m_key, "As the list has it")->required()->check(CLI::PositiveNumber);
    app->add_option("--kind", m_kind, "refused or conflict")->check(kinds)->capture_default_str();
    return app;
}

Result<void> QuarantineShowCommand::run(const Environment &environment)
{
    bool wasFound = false;
    const auto told = entriesOf(environment, m_kind, "", m_key, [&](const json::object &entry) {
        wasFound = true;
        std::cout << json::serialize(entry) << '\n';
    });
    if (!told)
        return told.failure();
    if (!wasFound)
        return Failure{
            "not-found", "There is no such record in quarantine. It may have been taken meanwhile.",
            std::to_string(m_key)};
    return {};
}

CLI::App *QuarantineRetryCommand::declare(CLI::App &root)
{
    auto *app = group(root, "quarantine", "Records that were refused or are in conflict")
                    .add_subcommand(
                        "retry", "Judges what was refused again, and takes what can be taken now");
    app->add_option("KEY", m_key, "This one only, as the list has it")->check(CLI::PositiveNumber);
    app->footer("Tablets send their refused records again by themselves; this is for those that "
                "cannot any more.");
    return app;
}

Result<void> QuarantineRetryCommand::run(const Environment &environment)
{
    json::object request{{"do", "quarantine-retry"}};
    if (m_key > 0)
        request["key"] = m_key;
    const auto result = environment.perform(request);
    if (!result)
        return result.failure();
    const auto number = [&](std::string_view key) { return findInteger(*result, key).value_or(0); };
    std::cout << number("accepted") << " taken, " << number("conflicting") << " in conflict, "
              << number("refused") << " still refused\n";
    return {};
}

} // namespace vouch::central
