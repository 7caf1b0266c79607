#include "app/central/audit_commands.h"

#include <charconv>
#include <iostream>

namespace vouch::central {

namespace {

CLI::App &audit(CLI::App &root)
{
    return group(root, "audit", "Who did what, when and from where");
}

std::string lineOf(const json::object &entry)
{
    std::string out = std::to_string(findInteger(entry, "number").value_or(0));
    for (const auto *key : {"at", "who", "from", "what", "subject"})
        out += "\t" + printable(textOf(entry, key));
    const auto *detail = findObject(entry, "detail");
    return out + "\t" + (detail && !detail->empty() ? printable(json::serialize(*detail)) : "");
}

} // namespace

CLI::App *AuditListCommand::declare(CLI::App &root)
{
    auto *app = audit(root).add_subcommand("list", "The log, the newest entry first");
    app->add_option("--who", m_who, "Of one only: user:ann, device:ID, local:root");
    app->add_option("--what", m_what, "Of one kind only: sign-in, export, user-change");
    app->add_option("--limit", m_limit, "How many entries")->capture_default_str();
    app->add_flag("--json", m_json, "Whole entries, one a line");
    return app;
}

Result<void> AuditListCommand::run(const Environment &environment)
{
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    if (!m_json)
        std::cout << "number\tat\twho\tfrom\twhat\tsubject\tdetail\n";
    const auto result =
        (*administration)
            ->perform(
                {{"do", "audit-list"}, {"who", m_who}, {"what", m_what}, {"limit", m_limit}},
                [this](std::string_view piece) -> Result<void> {
                    const auto entry = parseJson(piece);
                    if (!entry || !entry->is_object())
                        return {};
                    std::cout << (m_json ? std::string(piece) : lineOf(entry->get_object()))
                              << '\n';
                    return {};
                });
    if (!result)
        return result.failure();
    return {};
}

CLI::App *AuditVerifyCommand::declare(CLI::App &root)
{
    auto *app = audit(root).add_subcommand(
        "verify", "Verifies that every entry is as it was made and none is gone; prints the head");
    app->add_option(
        "--head", m_head, "NUMBER:HASH that an earlier run printed: it must still be in the log");
    app->add_flag("--json", m_json, "The verdict as JSON");
    app->footer(
        "Keep the head elsewhere: who can write to the database file can make a whole new log, but "
        "not one that holds it. Exit code 3 when something differs.");
    return app;
}

Result<void> AuditVerifyCommand::run(const Environment &environment)
{
    std::int64_t number = 0;
    const auto colon = m_head.find(':');
    if (!m_head.empty()) {
        const auto read = std::from_chars(m_head.data(), m_head.data() + m_head.size(), number);
        if (read.ec != std::errc() || colon == m_head.npos || read.ptr != m_head.data() + colon ||
            number < 1)
            return Failure{"head-malformed", "A head is written NUMBER:HASH.", m_head};
    }
    const auto result = environment.perform(
        {{"do", "audit-verify"},
         {"number", number},
         {"hash", m_head.empty() ? std::string() : m_head.substr(colon + 1)}});
    if (!result)
        return result.failure();
    const auto *head = findObject(*result, "head");
    const auto entries = std::to_string(findInteger(*result, "entries").value_or(0));
    if (m_json)
        std::cout << json::serialize(*result) << '\n';
    if (textOf(*result, "state") != "sound") {
        const auto brokenAt = findInteger(*result, "broken_at");
        return Failure{
            "audit-differs",
            brokenAt ? "An entry was altered or removed. Something changed the database beside the "
                       "server: keep a copy of it and find out who writes to it."
                     : "The log does not hold this head: it was cut or made anew, or it is another "
                       "chain's.",
            brokenAt ? "entry " + std::to_string(*brokenAt) : m_head};
    }
    if (!m_json)
        std::cout << entries << " entries are as they were made. Head: " << entries << ':'
                  << (head ? textOf(*head, "hash") : std::string()) << '\n';
    return {};
}

} // namespace vouch::central
