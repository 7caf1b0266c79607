#include "app/sim/demo_data.h"
#include "app/sim/sales_table.h"
#include "app/sim/sim_options.h"
#include "core/checklist/parser.h"

#include <iostream>

using namespace vouch;
using namespace vouch::sim;

namespace {

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

Result<void> tell(Simulation &simulation, Codes codes, bool live)
{
    if (auto prepared = simulation.prepare(std::move(codes)); !prepared)
        return prepared;
    auto told = simulation.catchUp();
    if (told && live) {
        std::cerr << "vouch-sim: going on as time goes on; stop with Ctrl+C\n";
        told = simulation.live();
    }
    std::cout << table(simulation.shops(), simulation.totals());
    if (!told)
        return told;
    std::int64_t rejected = 0;
    for (const auto &[store, totals] : simulation.totals())
        rejected += totals.rejected;
    if (rejected > 0)
        return Failure{
            "records-rejected",
            std::to_string(rejected) + " records were rejected; the first reason a store is above.",
            {}};
    return {};
}

std::string salesOf(const Options &options)
{
    const auto now = TimeZone::find(std::string(sim::timezone)).value().local(SystemClock().now());
    const auto last = options.settings.until.value_or(now.day);
    return salesTable(
        chain(options.size), {last - std::chrono::days(options.settings.days - 1), last},
        options.settings.seed.value_or(defaultSeed), now);
}

Result<void> run(const Options &options, StopSignal &stop)
{
    auto survey = checklist::parse(surveyJson(), "checkout-nps.json");
    if (!survey)
        return survey.failure();
    auto comments = CommentLibrary::parse(commentsTsv());
    if (!comments)
        return comments.failure();
    auto codes = codesOf(options);
    if (!codes)
        return codes.failure();
    auto http = HttpTalk::open(options.server);
    if (!http)
        return http.failure();
    const SystemClock clock;
    CentralLink link(std::move(*http), clock, stop);
    const Shoppers shoppers(*survey, *comments);
    Simulation simulation(
        options.settings, chain(options.size),
        {*survey, shoppers, link, clock, stop,
         [](const std::string &text) { std::cerr << "vouch-sim: " << text << std::endl; }});
    auto told = tell(simulation, std::move(*codes), options.live);
    if (told || told.failure().code == "records-rejected")
        return told;
    auto failure = told.failure();
    failure.message +=
        options.settings.stateFile.empty()
            ? " What the server acknowledged is safe; with --state FILE a second run "
              "would go on from here."
            : " Nothing is lost: run it again with the same --state to go on.";
    return failure;
}

} // namespace

int main(int argc, char **argv)
{
    StopSignal stop;
    try {
        CLI::App app("Simulates the tablets of a chain that talk to vouch-central", "vouch-sim");
        Options options;
        declare(app, options);
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError &error) {
            return app.exit(error) == 0 ? exitDone : exitUsage;
        }
        if (options.tills) {
            std::cout << tillsTable(chain(options.size));
            return exitDone;
        }
        if (options.sales) {
            std::cout << salesOf(options);
            return exitDone;
        }
        const auto result = run(options, stop);
        if (!result)
            std::cerr << "vouch-sim: " << result.failure().text() << '\n';
        return result ? exitDone : exitFailed;
    } catch (const std::exception &exception) {
        std::cerr << "vouch-sim: " << exception.what() << '\n';
        return exitFailed;
    }
}
