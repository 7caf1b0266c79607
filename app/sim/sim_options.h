#pragma once

#include "app/sim/simulation.h"

#include <CLI/CLI.hpp>

namespace vouch::sim {

/// The command line of vouch-sim.
struct Options
{
    std::string server;
    std::string codesFile; ///< "-": standard input
    ChainSize size;
    Settings settings;
    bool live = false;
    bool tills = false;
    bool sales = false;
};

/// Lets `app` read into `options`, which outlives the parsing.
void declare(CLI::App &app, Options &options);

/// What the options name. Failure `codes-unreadable`, `codes-malformed`.
Result<Codes> codesOf(const Options &options);

/// The stores and tills that a server must know, for a script: id, name, region, timezone, tills.
std::string tillsTable(const std::vector<Shop> &shops);

} // namespace vouch::sim
