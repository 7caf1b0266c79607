#include "app/central/ledger_command.h"

#include "app/central/ledger_advice.h"

#include <iostream>

namespace vouch::central {

namespace {

constexpr std::string_view ledgerColumns[] = {"made",        "received", "missing", "refused",
                                              "conflicting", "forked",   "late",    "marked"};

std::string numberOf(const json::object &row, std::string_view key)
{
    const auto number = findInteger(row, key);
    return number ? std::to_string(*number) : std::string("-");
}

std::string cellsOf(const json::object &row)
{
    std::string out;
    for (const auto column : ledgerColumns)
        out += "\t" + numberOf(row, column);
    return out;
}

/// "sound", or what there is to look at.
std::string verdictOf(const json::object &chain)
{
    std::string out;
    if (const auto *attention = findArray(chain, "attention"))
        for (const auto &word : *attention)
            if (const auto *text = word.if_string())
                out += (out.empty() ? "" : ", ") + std::string(view(*text));
    const auto *verdict = findObject(chain, "verdict");
    const auto state = verdict ? textOf(*verdict, "state") : std::string("-");
    return out.empty() ? state : state + ": " + out;
}

void printFindings(const json::object &chain)
{
    const auto *verdict = findObject(chain, "verdict");
    const auto *findings = verdict ? findArray(*verdict, "findings") : nullptr;
    for (std::size_t i = 0; findings && i < findings->size(); ++i) {
        const auto &finding = (*findings)[i].as_object();
        std::cout << "  " << textOf(finding, "code") << " at place "
                  << numberOf(finding, "sequence") << ": " << printable(textOf(finding, "message"))
                  << '\n';
    }
    const auto *gaps = findArray(chain, "gaps");
    for (std::size_t i = 0; gaps && i < gaps->size(); ++i) {
        const auto &gap = (*gaps)[i].as_object();
        const auto day = [&](std::string_view key, const char *none) {
            const auto text = textOf(gap, key);
            return text.empty() ? std::string(none) : text;
        };
        std::cout << "  missing: places " << numberOf(gap, "first") << " to "
                  << numberOf(gap, "last") << ", between " << day("after", "the beginning")
                  << " and " << day("before", "now") << '\n';
    }
}

/// ", places 2, 5" of those that the tablet names.
std::string placesOnTablet(const json::object &chain, std::string_view attention)
{
    const auto *told = findObject(chain, "on_tablet");
    const auto *places = !told                              ? nullptr
                         : attention == "altered-on-tablet" ? findArray(*told, "altered")
                         : attention == "missing-on-tablet" ? findArray(*told, "missing")
                                                            : nullptr;
    std::string out;
    for (std::size_t i = 0; places && i < places->size(); ++i)
        out += (i == 0 ? ", places " : ", ") + json::serialize((*places)[i]);
    return out;
}

/// A line for each word of the verdict: what to do.
void printAdvice(const json::object &chain)
{
    const auto *attention = findArray(chain, "attention");
    for (std::size_t i = 0; attention && i < attention->size(); ++i) {
        const auto *word = (*attention)[i].if_string();
        if (word)
            std::cout << "  " << view(*word) << placesOnTablet(chain, view(*word)) << ": "
                      << ledgerAdvice(view(*word)) << '\n';
    }
}

void printChain(const json::object &chain, bool withDays)
{
    const auto name = textOf(chain, "name");
    const auto device = printable(name.empty() ? textOf(chain, "device") : name);
    const auto *days = findArray(chain, "days");
    for (std::size_t i = 0; withDays && days && i < days->size(); ++i) {
        const auto &day = (*days)[i].as_object();
        const auto text = textOf(day, "day");
        std::cout << device << '\t' << printable(textOf(day, "store")) << '\t'
                  << textOf(chain, "chain") << '\t' << (text.empty() ? "-" : text) << cellsOf(day)
                  << "\t\n";
    }
    std::cout << device << '\t' << printable(textOf(chain, "store")) << '\t'
              << textOf(chain, "chain") << (withDays ? "\tall" : "") << cellsOf(chain) << '\t'
              << verdictOf(chain) << '\n';
    printFindings(chain);
    printAdvice(chain);
}

void printHead(bool withDays)
{
    std::cout << "tablet\tstore\tchain" << (withDays ? "\tday" : "");
    for (const auto column : ledgerColumns)
        std::cout << '\t' << column;
    std::cout << "\tverdict\n";
}

} // namespace

CLI::App *LedgerCommand::declare(CLI::App &root)
{
    auto *app = root.add_subcommand(
        "ledger", "What each tablet made and what of it is here, with a verdict on what is stored");
    app->add_option("--store", m_store, "This shop only");
    app->add_option("--region", m_region, "The shops of this region only");
    app->add_option("--device", m_device, "This tablet only, by its id");
    app->add_option("--from", m_from, "First business day, 2026-11-01; included");
    app->add_option("--to", m_to, "Last business day, 2026-11-30; included");
    app->add_flag("--days", m_days, "A line for each day too");
    app->add_flag("--counts", m_counts, "From the counters only; verifies nothing");
    app->add_flag("--json", m_json, "As GET /api/v1/ledger?by=day has it");
    app->footer("made, received, missing, refused, conflicting, forked, late and marked are said "
                "in resources/docs/ledger.md. Made and missing are of the whole chain, whatever "
                "the days.");
    return app;
}

Result<void> LedgerCommand::run(const Environment &environment)
{
    const auto administration = environment.administration();
    if (!administration)
        return administration.failure();
    json::array chains;
    if (!m_json)
        printHead(m_days);
    const auto take = [&](std::string_view piece) -> Result<void> {
        if (piece.empty())
            return {};
        auto chain = parseJson(piece);
        if (!chain)
            return chain.failure();
        if (m_json)
            chains.push_back(std::move(*chain));
        else
            printChain(chain->as_object(), m_days);
        return {};
    };
    auto totals = (*administration)
                      ->perform(
                          {{"do", "ledger"},
                           {"store", m_store},
                           {"region", m_region},
                           {"device", m_device},
                           {"from", m_from},
                           {"to", m_to},
                           {"verify", m_counts ? "no" : "yes"}},
                          take);
    if (!totals)
        return totals.failure();
    if (m_json)
        std::cout << json::serialize(json::object{
                         {"totals", std::move(*totals)}, {"chains", std::move(chains)}})
                  << '\n';
    else
        std::cout << numberOf(*totals, "chains") << " chains, " << numberOf(*totals, "open")
                  << " with something to look at: made " << numberOf(*totals, "made")
                  << ", received " << numberOf(*totals, "received") << ", missing "
                  << numberOf(*totals, "missing") << ", refused " << numberOf(*totals, "refused")
                  << ", conflicting " << numberOf(*totals, "conflicting") << '\n';
    return {};
}

} // namespace vouch::central
