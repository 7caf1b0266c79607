#include "app/central/erasure_commands.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &retentionGroup(CLI::App &root)
{
    return group(root, "retention", "How long contacts, comments and the rest of records are kept");
}

void printDays(const json::object &rules)
{
    std::cout << "what\tdays\n";
    for (const auto *what : {"contact", "comment", "record"}) {
        const auto days = findInteger(rules, std::string(what) + "_days").value_or(0);
        std::cout << what << '\t' << (days > 0 ? std::to_string(days) : "no rule") << '\n';
    }
}

} // namespace

CLI::App *EraseCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "erase", "Erases what a shopper left: contact and comments; the score stays counted");
    auto *code = app->add_option("--token", m_code, "The code that the shopper was shown");
    app->add_option("--record", m_record, "The record's id, as the export has it")->excludes(code);
    return app;
}

Result<void> EraseCommand::run(const Environment &environment)
{
    const auto done =
        environment.perform({{"do", "erase"}, {"code", m_code}, {"record", m_record}});
    if (!done)
        return done.failure();
    printTable(*done, "records", {"id", "store", "day"});
    if (const auto copies = findInteger(*done, "copies").value_or(0); copies > 0)
        std::cout << "copies kept aside\t" << copies << '\n';
    return {};
}

CLI::App *RetentionShowCommand::declare(CLI::App &root)
{
    return retentionGroup(root).add_subcommand(
        "show", "Days from the answer after which it is erased");
}

Result<void> RetentionShowCommand::run(const Environment &environment)
{
    const auto rules = environment.perform({{"do", "retention-show"}});
    if (!rules)
        return rules.failure();
    printDays(*rules);
    return {};
}

CLI::App *RetentionSetCommand::declare(CLI::App &root)
{
    auto *app = retentionGroup(root).add_subcommand(
        "set", "Changes them; 0: no rule. Contacts leave in any case when the setting "
               "`contact` promises it");
    m_contactsOption = app->add_option("--contacts", m_contacts, "Days for contacts");
    m_commentsOption = app->add_option("--comments", m_comments, "Days for written comments");
    m_recordsOption = app->add_option(
        "--records", m_records, "Days for all of a record that may go: contact and comments");
    return app;
}

Result<void> RetentionSetCommand::run(const Environment &environment)
{
    json::object request{{"do", "retention-set"}};
    if (m_contactsOption->count() > 0)
        request["contact_days"] = m_contacts;
    if (m_commentsOption->count() > 0)
        request["comment_days"] = m_comments;
    if (m_recordsOption->count() > 0)
        request["record_days"] = m_records;
    const auto rules = environment.perform(request);
    if (!rules)
        return rules.failure();
    printDays(*rules);
    return {};
}

} // namespace vouch::central
