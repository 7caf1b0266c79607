#include "app/central/import_command.h"

#include "app/central/table_import.h"
#include "core/base/crypto.h"
#include "sync/protocol/rescue_file.h"

#include <iostream>
#include <map>

namespace vouch::central {

namespace {

using protocol::RescueReader;

/// What became of the records of a file.
struct Counts
{
    std::map<std::string, std::int64_t> outcomes{
        {"accepted", 0}, {"duplicate", 0}, {"conflict", 0}, {"rejected", 0}};
    std::map<std::string, std::pair<std::int64_t, std::string>> problems; ///< by code

    void add(const json::object &batch)
    {
        for (auto &[outcome, count] : outcomes)
            count += findInteger(batch, outcome).value_or(0);
        const auto *list = findArray(batch, "problems");
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            const auto &problem = (*list)[i].as_object();
            auto &[count, reason] = problems[textOf(problem, "code")];
            ++count;
            reason = textOf(problem, "reason");
        }
    }

    std::int64_t all() const
    {
        std::int64_t sum = 0;
        for (const auto &[outcome, count] : outcomes)
            sum += count;
        return sum;
    }

    void print() const
    {
        for (const auto *outcome : {"accepted", "duplicate", "conflict", "rejected"})
            std::cout << outcome << '\t' << outcomes.at(outcome) << '\n';
        for (const auto &[code, problem] : problems)
            std::cout << "  " << problem.first << '\t' << printable(code) << ": "
                      << printable(problem.second) << '\n';
    }
};

/// The tablet's own last word in the file was that it had read all of it back.
Result<void> checkWhole(const RescueReader &reader, std::int64_t read, const std::string &file)
{
    if (!reader.end())
        return Failure{
            "rescue-incomplete",
            "The tablet did not finish this file. What is in it was taken; run --rescue with the "
            "same file on the tablet again, then import it again.",
            file};
    if (*reader.end() > read)
        return Failure{
            "rescue-damaged",
            "The file is damaged: " + std::to_string(*reader.end() - read) +
                " of its records cannot be read. The others were taken. Run --rescue on the tablet "
                "again, with another stick.",
            file};
    return {};
}

Result<void> importRescue(const Environment &environment, const std::string &file)
{
    auto reader = RescueReader::open(file);
    if (!reader)
        return reader.failure();
    const auto &header = reader->header();
    Counts counts;
    std::optional<Failure> refused;
    while (const auto batch = reader->next()) {
        const auto taken = environment.perform(
            {{"do", "import-batch"},
             {"device", header.device.text()},
             {"public_key", crypto::toBase64(header.publicKey)},
             {"batch", *batch}});
        if (!taken) {
            refused = taken.failure();
            break;
        }
        counts.add(*taken);
    }
    std::cout << "From the tablet " << header.device.text() << " in the shop "
              << printable(header.store) << ":\n";
    counts.print();
    if (refused)
        return *refused;
    return checkWhole(*reader, counts.all(), file);
}

} // namespace

CLI::App *ImportCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "import", "Takes what did not come over the network. May be repeated: what is here already "
                  "is a duplicate and counts once");
    app->add_option(
           "--kind", m_kind,
           "rescue: a file that `vouch-kiosk --rescue` wrote, of a tablet that is enrolled here; "
           "responses: answers by telephone, e-mail …, as CSV; sales: of tills, as CSV")
        ->required()
        ->check(CLI::IsMember({"rescue", "responses", "sales"}));
    app->add_option("FILE", m_file, "The file")->required();
    app->add_option(
        "--checklist", m_checklist,
        "Of responses: what was asked; else the only survey that is published");
    app->footer(tableImportHelp());
    return app;
}

Result<void> ImportCommand::run(const Environment &environment)
{
    if (m_kind != "rescue")
        return importTable(environment, m_kind, m_file, m_checklist);
    return importRescue(environment, m_file);
}

} // namespace vouch::central
