#include "app/central/publication_commands.h"

#include <iostream>

namespace vouch::central {

namespace {

CLI::App &publications(CLI::App &root)
{
    return group(
        root, "publication", "What tablets were given, checklists and settings, and the way back");
}

constexpr std::size_t longestValueShown = 60; ///< bytes of a value in the table
constexpr std::size_t mostShown = 5;          ///< stores in the table

std::string placesOf(const json::object &publication)
{
    const auto reach = textOf(publication, "reach");
    const auto *stores = findArray(publication, "stores");
    if (!stores || stores->empty() || reach == "chain")
        return reach;
    std::string out = reach + ":";
    for (std::size_t i = 0; i < stores->size() && i < mostShown; ++i)
        out += " " + json::value_to<std::string>((*stores)[i]);
    if (stores->size() > mostShown)
        out += " … (" + std::to_string(stores->size()) + ")";
    return out;
}

std::string publicationState(const json::object &publication)
{
    const auto by = findInteger(publication, "undone_by");
    const auto undoes = findInteger(publication, "undoes");
    return by                                   ? "rolled back by " + std::to_string(*by)
           : undoes                             ? "rolls back " + std::to_string(*undoes)
           : publication.at("staged").as_bool() ? "staged"
           : publication.at("latest").as_bool() ? "in force"
                                                : "superseded";
}

json::object publicationRow(const json::object &publication)
{
    auto value = json::serialize(publication.at("value"));
    if (value.size() > longestValueShown)
        value = "(" + std::to_string(value.size()) + " bytes)";
    return {
        {"number", std::to_string(findInteger(publication, "number").value_or(0))},
        {"at", textOf(publication, "at")},
        {"who", textOf(publication, "who")},
        {"kind", textOf(publication, "kind")},
        {"subject", textOf(publication, "subject")},
        {"value", value},
        {"where", placesOf(publication)},
        {"state", publicationState(publication)}};
}

Result<void> takeStep(const Environment &environment, const char *what, std::int64_t number)
{
    const auto result = environment.perform({{"do", what}, {"number", number}});
    if (!result)
        return result.failure();
    std::cout << findInteger(*result, "number").value_or(0) << '\n';
    return {};
}

} // namespace

void StageOptions::addTo(CLI::App &app, CLI::Option &store)
{
    auto *names = app.add_option(
        "--first", first,
        "For these shops first; `publication widen` brings it to the rest, `publication rollback` "
        "back");
    auto *percent =
        app.add_option("--share", share, "For so many per cent of the shops first: always the same")
            ->check(CLI::Range(1, 99));
    names->excludes(percent);
    names->excludes(&store);
    percent->excludes(&store);
}

void StageOptions::putInto(json::object &request) const
{
    request["first"] = json::array(first.begin(), first.end());
    request["share"] = share;
}

CLI::App *PublicationListCommand::declare(CLI::App &root)
{
    auto *app = publications(root).add_subcommand("list", "Lists them, the newest first");
    app->add_option("--limit", m_limit, "How many")->check(CLI::Range(1, 1000));
    app->add_flag("--json", m_json, "As GET /api/v1/publications has them");
    return app;
}

Result<void> PublicationListCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "publication-list"}, {"limit", m_limit}});
    if (!result)
        return result.failure();
    if (m_json) {
        std::cout << json::serialize(*result) << '\n';
        return {};
    }
    json::array rows;
    if (const auto *all = findArray(*result, "publications"))
        for (const auto &each : *all)
            rows.push_back(publicationRow(each.as_object()));
    printTable(
        {{"publications", std::move(rows)}}, "publications",
        {"number", "at", "who", "kind", "subject", "value", "where", "state"});
    return {};
}

CLI::App *PublicationWidenCommand::declare(CLI::App &root)
{
    auto *app = publications(root).add_subcommand(
        "widen", "Gives the rest of the chain what some shops were given first");
    app->add_option("NUMBER", m_number, "Its number, as `publication list` shows it")->required();
    return app;
}

Result<void> PublicationWidenCommand::run(const Environment &environment)
{
    return takeStep(environment, "publication-widen", m_number);
}

CLI::App *PublicationRollbackCommand::declare(CLI::App &root)
{
    auto *app = publications(root).add_subcommand(
        "rollback", "Brings back what was there before, wherever a publication changed it");
    app->add_option("NUMBER", m_number, "Its number, as `publication list` shows it")->required();
    return app;
}

Result<void> PublicationRollbackCommand::run(const Environment &environment)
{
    return takeStep(environment, "publication-rollback", m_number);
}

} // namespace vouch::central
