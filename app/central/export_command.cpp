#include "app/central/export_command.h"

#include "app/central/export_manifest.h"
#include "app/central/whole_file.h"
#include "core/base/clock.h"
#include "core/base/crypto.h"

#include <iostream>

namespace vouch::central {

namespace {

/// Has the request write a file, which is not there before it is published.
Result<json::object>
fill(WholeFile &file, const Environment &environment, const json::object &request)
{
    const bool isText = textOf(request, "format") != "xlsx";
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    if (const auto created = file.create(); !created)
        return created.failure();
    return (*administration)->perform(request, [&](std::string_view piece) -> Result<void> {
        const auto bytes = isText ? std::optional<std::string>() : crypto::fromBase64(piece);
        return file.write(bytes ? std::string_view(*bytes) : piece);
    });
}

} // namespace

CLI::App *ExportCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "export", "Writes one row a check, and beside it FILE.manifest.json (rows, SHA-256) and "
                  "FILE.codebook.json (what columns and codes mean)");
    app->add_option("--format", m_format, "csv, jsonl or xlsx")
        ->check(CLI::IsMember({"csv", "jsonl", "xlsx"}))
        ->capture_default_str();
    auto *out = app->add_option("--out", m_out, "The file to write; it appears when it is whole");
    auto *verify = app->add_option(
        "--verify", m_verify,
        "Writes nothing: looks whether this file is whole and as it was written. Exit code 3 when "
        "it is not");
    out->excludes(verify);
    const auto add = [&](const char *name, const char *description) {
        app->add_option("--" + std::string(name), m_asked[name], description);
    };
    add("from", "First business day, 2026-11-01; included");
    add("to", "Last business day, 2026-11-30; included");
    add("store", "This shop only");
    add("region", "The shops of this region only, and of those below it");
    add("checklist", "Of this checklist only");
    add("touchpoint", "Of this touchpoint only");
    add("marked", "Marked responses too, or not, or nothing else: include, exclude, only");
    add("columns",
        "Which, in this order: id,score,answer.liked; answers stands for those to all questions");
    add("labels", "Answers as texts in this language: en, fa; else as codes");
    return app;
}

Result<void> ExportCommand::run(const Environment &environment)
{
    if (m_out.empty() && m_verify.empty())
        return Failure{"option-missing", "Say what to write: --out FILE.", "export"};
    return m_out.empty() ? verify() : write(environment);
}

Result<void> ExportCommand::verify() const
{
    const auto manifest = verifyExport(m_verify);
    if (!manifest)
        return manifest.failure();
    std::cout << "whole: " << findInteger(*manifest, "rows").value_or(0) << " rows, "
              << findInteger(*manifest, "bytes").value_or(0) << " bytes, SHA-256 "
              << printable(textOf(*manifest, "sha256")) << '\n';
    return {};
}

Result<void> ExportCommand::write(const Environment &environment) const
{
    json::object request{{"do", "export"}, {"format", m_format}};
    for (const auto &[name, value] : m_asked)
        request[name] = value;
    WholeFile file(m_out), codebook(codebookOf(m_out)), beside(manifestOf(m_out));
    const auto result = fill(file, environment, request);
    if (!result)
        return result.failure();
    auto book = fill(codebook, environment, {{"do", "codebook"}});
    if (!book)
        return book.failure();
    auto manifest = *result;
    (*book)["file"] = codebookOf(m_out).filename().string();
    manifest["codebook"] = std::move(*book);
    manifest["file"] = std::filesystem::path(m_out).filename().string();
    manifest["made_at"] = formatUtc(SystemClock().now());
    if (const auto created = beside.create(); !created)
        return created.failure();
    if (const auto written = beside.write(json::serialize(manifest) + "\n"); !written)
        return written.failure();
    // The manifest last: what it lies beside is whole.
    for (auto *each : {&codebook, &file, &beside})
        if (const auto published = each->publish(); !published)
            return published.failure();
    std::cout << findInteger(*result, "rows").value_or(0) << " rows\n";
    return {};
}

} // namespace vouch::central
