#include "app/central/export_command.h"

#include "app/central/whole_file.h"

#include <iostream>

namespace vouch::central {

CLI::App *ExportCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand("export", "Writes one row a check, and FILE.manifest.json");
    app->add_option("--format", m_format, "csv or jsonl")
        ->check(CLI::IsMember({"csv", "jsonl"}))
        ->capture_default_str();
    app->add_option("--out", m_out, "The file to write; it appears when it is whole")->required();
    app->add_option("--from", m_from, "First business day, 2026-11-01; included");
    app->add_option("--to", m_to, "Last business day, 2026-11-30; included");
    app->add_option("--store", m_store, "This shop only");
    app->add_option("--region", m_region, "The shops of this region only");
    return app;
}

Result<void> ExportCommand::run(const Environment &environment)
{
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    WholeFile file(m_out);
    if (const auto created = file.create(); !created)
        return created.failure();
    const auto result = (*administration)
                            ->perform(
                                {{"do", "export"},
                                 {"format", m_format},
                                 {"from", m_from},
                                 {"to", m_to},
                                 {"store", m_store},
                                 {"region", m_region}},
                                [&file](std::string_view piece) { return file.write(piece); });
    if (!result)
        return result.failure();

    WholeFile manifest(m_out + ".manifest.json");
    if (const auto created = manifest.create(); !created)
        return created.failure();
    if (const auto written = manifest.write(json::serialize(*result) + "\n"); !written)
        return written.failure();
    if (const auto published = file.publish(); !published)
        return published.failure();
    if (const auto published = manifest.publish(); !published)
        return published.failure();
    std::cout << findInteger(*result, "rows").value_or(0) << " rows\n";
    return {};
}

} // namespace vouch::central
