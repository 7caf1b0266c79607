#include "app/central/checklist_commands.h"

#include "app/central/checklist_report.h"
#include "app/central/file_content.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &checklists(CLI::App &root)
{
    return group(root, "checklist", "What is asked");
}

} // namespace

CLI::App *ChecklistCheckCommand::declare(CLI::App &root)
{
    auto *app = checklists(root).add_subcommand(
        "check",
        "Says what is wrong with checklist files, and what everybody may meet who answers them");
    app->add_option("FILE", m_files, "Checklists as JSON")->required();
    app->add_flag("--json", m_json, "Writes the report as JSON");
    app->add_flag("--strict", m_strict, "Warnings count as problems");
    app->footer(
        "Reads each file strictly, then tries every way through it. Needs no database.\n"
        "Problems: whatever does not fit the format, questions that no answers lead to,\n"
        "required ones that nothing can answer. Warnings: dead ends, ways of over 8 questions,\n"
        "questions about the person, texts that the kiosk lacks in a language or that were not\n"
        "translated, codes that reports would misread.\n"
        "Taps: scale, choice, yes-no 1; choices one a pick and Done; number one a digit and\n"
        "Next; text 2 (open it, Done); photo 2; contact 1 (no) to 17 (yes, 15 digits, Confirm);\n"
        "Skip 1; on request one to open it, or none. Letters are not counted.\n"
        "--json: {good, files: [{file, good, problems, warnings: [{code, where, message}], id,\n"
        "version, series, kind, measurement, touchpoint, score, languages, questions,\n"
        "ways: {number, complete, shortest, longest: {questions, path}, fewest, most: {taps,\n"
        "path}}}]}; from \"id\" on only when the file could be read.\n"
        "Exit code: 0 good, 1 problems, 2 wrong command line.");
    return app;
}

Result<void> ChecklistCheckCommand::run(const Environment &)
{
    bool good = true;
    json::array files;
    for (const auto &file : m_files) {
        const auto report = reportOn(file);
        good = good && report.problems.empty() && (!m_strict || report.warnings.empty());
        if (m_json)
            files.push_back(jsonOf(report));
        else
            std::cout << textOf(report);
    }
    if (m_json)
        std::cout << json::serialize(json::object{{"good", good}, {"files", std::move(files)}})
                  << '\n';
    if (!good)
        return Failure{"checklist-unfit", "Mend what the report lists and check again.", {}};
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
        "publish", "Brings a version of a checklist to the tablets");
    app->add_option("ID", m_id, "The checklist's id")->required();
    auto *store = app->add_option("--store", m_store, "For this shop only; else for the chain");
    app->add_option("--version", m_version, "Which; else the newest")->check(CLI::PositiveNumber);
    m_stage.addTo(*app, *store);
    return app;
}

Result<void> ChecklistPublishCommand::run(const Environment &environment)
{
    json::object request{
        {"do", "publish"}, {"kind", "checklist"}, {"subject", m_id}, {"store", m_store}};
    if (m_version > 0)
        request["json"] = std::to_string(m_version);
    m_stage.putInto(request);
    const auto result = environment.perform(request);
    if (!result)
        return result.failure();
    return {};
}

} // namespace vouch::central
