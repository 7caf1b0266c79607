#include "app/sim/sim_options.h"

#include <fstream>
#include <iostream>

namespace vouch::sim {

namespace {

constexpr std::uint64_t largestSeed = 1ull << 52; // kept exactly in the state's JSON

std::string dayProblem(const std::string &text)
{
    const auto day = parseDay(text);
    return day ? std::string() : day.failure().message;
}

} // namespace

void declare(CLI::App &app, Options &options)
{
    app.set_version_flag("--version", VOUCH_VERSION);
    auto *server = app.add_option(
        "--server", options.server, "Where vouch-central listens; https, or http to the loopback");
    app.add_option(
        "--codes", options.codesFile,
        "Lines \"STORE CODE\", one code a till, of `vouch-central device code --store STORE`; "
        "- reads standard input. Not needed for tills that are in --state");
    app.add_option("--days", options.settings.days, "Business days up to and including the last")
        ->check(CLI::Range(1, 3660))
        ->capture_default_str();
    app.add_option(
           "--rate", options.settings.rate, "How many times more answers than in real shops")
        ->check(CLI::Range(0.01, 1000.0))
        ->capture_default_str();
    app.add_option_function<std::uint64_t>(
           "--seed", [&options](const std::uint64_t &seed) { options.settings.seed = seed; },
           "The same seed, --days, --until, --rate and chain give the same answers; ids, keys and "
           "hashes differ from run to run (1 when not given)")
        ->check(CLI::Range(std::uint64_t(0), largestSeed));
    app.add_option("--stores", options.size.stores, "Stores s1 … sN; the first five are the demo's")
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    app.add_option("--kiosks", options.size.kiosks, "Tills in every store instead of 3, 4, 2, 2, 1")
        ->check(CLI::Range(1, 100));
    auto *until = app.add_option_function<std::string>(
        "--until",
        [&options](const std::string &text) { options.settings.until = *parseDay(text); },
        "The last business day, 2026-11-30; today, up to now, when not given");
    until->check(CLI::Validator([](const std::string &text) { return dayProblem(text); }, "DAY"));
    app.add_flag("--live", options.live, "Then go on as time goes on, until SIGINT or SIGTERM")
        ->excludes(until);
    app.add_option(
        "--state", options.settings.stateFile,
        "Keeps identities, chains and what was not taken; a later run goes on where it ends, with "
        "its seed and its days. Holds secret keys: readable by you only");
    app.add_flag_callback(
        "--no-planted", [&options] { options.size.planted = false; },
        "Shops without a story: no clerk, no fall, no lucky week, no till that fails");
    auto *tills = app.add_flag(
        "--tills", options.tills,
        "Only print the stores and the number of tills to make: id, name, region, timezone, tills");
    tills->excludes(server);
    app.add_flag(
           "--sales", options.sales,
           "Only print what the stores sold in each hour of --days, for `vouch-central import "
           "--kind sales`")
        ->excludes(server)
        ->excludes(tills);
    app.callback([&options] {
        if (!options.tills && !options.sales && options.server.empty())
            throw CLI::RequiredError("--server");
    });
    app.footer("Exit codes: 0 done, 1 failed or some records were rejected, 2 wrong usage.");
}

Result<Codes> codesOf(const Options &options)
{
    if (options.codesFile.empty())
        return Codes();
    if (options.codesFile == "-")
        return readCodes(std::cin);
    std::ifstream in(options.codesFile);
    if (!in)
        return Failure{
            "codes-unreadable", "The file of enrolment codes cannot be read.", options.codesFile};
    return readCodes(in);
}

std::string tillsTable(const std::vector<Shop> &shops)
{
    std::string out;
    for (const auto &shop : shops)
        out += shop.id + '\t' + shop.name + '\t' + std::string(region) + '\t' +
               std::string(timezone) + '\t' + std::to_string(shop.tills) + '\n';
    return out;
}

} // namespace vouch::sim
