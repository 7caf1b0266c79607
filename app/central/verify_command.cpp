#include "app/central/verify_command.h"

#include <iostream>

namespace vouch::central {

namespace {

/// The first difference, and what to do.
Failure differenceIn(const json::array &differences)
{
    const auto &first = differences.front().as_object();
    const auto code = textOf(first, "code");
    const auto more = differences.size() > 1
                          ? " (and " + std::to_string(differences.size() - 1) + " more; see --json)"
                          : std::string();
    if (code == "counters-differ")
        return {
            code,
            "A counter is not what the records say" + more +
                ". The records themselves are sound; restore the last back-up for which verify "
                "finds nothing, and the tablets send again what came after it.",
            textOf(first, "where")};
    return {
        "ledger-differs",
        "A record was " + code + ": " + textOf(first, "message") + more +
            ". Something changed the database beside the server. Keep a copy of it, find out who "
            "writes to it, and restore the last back-up for which verify finds nothing; the "
            "tablets send again what came after it.",
        textOf(first, "where")};
}

} // namespace

CLI::App *VerifyCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "verify", "Verifies every chain, and recounts every counter from the records");
    app->add_flag("--json", m_json, "Every difference (the first 100) as JSON");
    app->footer("Exit code 3 when something differs; the message names the first place.");
    return app;
}

Result<void> VerifyCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "verify"}});
    if (!result)
        return result.failure();
    if (m_json)
        std::cout << json::serialize(*result) << '\n';
    const auto *differences = findArray(*result, "differences");
    if (differences && !differences->empty())
        return differenceIn(*differences);
    if (!m_json)
        std::cout << findInteger(*result, "records").value_or(0) << " records in "
                  << findInteger(*result, "chains").value_or(0)
                  << " chains are as the tablets made them, and every counter equals them.\n";
    return {};
}

} // namespace vouch::central
