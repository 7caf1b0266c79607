#include "app/central/report_command.h"

#include "app/central/whole_file.h"
#include "core/base/crypto.h"
#include "sync/server/report/report_text.h"

#include <iostream>

namespace vouch::central {

CLI::App *ReportCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "report", "Writes the monthly report of a store or a region as PDF: what changed, why "
                  "perhaps, and what to do");
    auto *store = app->add_option("--store", m_store, "Of this store");
    auto *region = app->add_option("--region", m_region, "Of this region, with all below it");
    store->excludes(region);
    app->add_option(
           "--month", m_month,
           "2026-11, or 1405-08 where the chain's calendar is so; one that runs is told "
           "up to its last closed day")
        ->required();
    app->add_option("--language", m_language, "Its language")
        ->check(CLI::IsMember(server::ReportText::languages()))
        ->capture_default_str();
    app->add_flag(
           "--each", m_each,
           "With --region: a report of each of its stores, too; --out is then a folder")
        ->needs(region);
    app->add_option(
           "--out", m_out, "The file, or folder, to write; files appear when they are whole")
        ->required();
    return app;
}

/// One report, as a piece of the result has it.
Result<void> ReportCommand::keep(std::string_view piece) const
{
    if (piece.empty())
        return {};
    const auto parsed = parseJson(piece);
    const auto pdf = parsed && parsed->is_object()
                         ? crypto::fromBase64(textOf(parsed->get_object(), "pdf"))
                         : std::nullopt;
    if (!pdf)
        return Failure{
            "answer-malformed",
            "The running server answered what this version does not know. Restart it.",
            {}};
    std::filesystem::path place(m_out);
    if (m_each)
        place /= textOf(parsed->get_object(), "name") + ".pdf";
    WholeFile file(place);
    if (const auto created = file.create(); !created)
        return created.failure();
    if (const auto written = file.write(*pdf); !written)
        return written.failure();
    return file.publish();
}

Result<void> ReportCommand::run(const Environment &environment)
{
    if (m_store.empty() == m_region.empty())
        return Failure{"option-missing", "Say of what: --store ID or --region ID.", "report"};
    json::object request{
        {"do", "report"},
        {"store", m_store},
        {"region", m_region},
        {"month", m_month},
        {"language", m_language}};
    if (m_each) {
        request["each"] = true;
        std::error_code error;
        std::filesystem::create_directories(m_out, error);
        if (error)
            return Failure{"file-unwritable", error.message() + ". Name another folder.", m_out};
    }
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    const auto made =
        (*administration)->perform(request, [&](std::string_view piece) { return keep(piece); });
    if (!made)
        return made.failure();
    const auto count = findInteger(*made, "reports").value_or(0);
    std::cout << count << (count == 1 ? " report\n" : " reports\n");
    return {};
}

} // namespace vouch::central
