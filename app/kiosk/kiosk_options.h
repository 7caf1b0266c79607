#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace vouch::kiosk {

namespace exit_code {
inline constexpr int ok = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
inline constexpr int dataInUse = 3;   ///< another kiosk runs on the same data folder
inline constexpr int notReleased = 4; ///< --release: something is left here, nothing was wiped
} // namespace exit_code

/// The command line.
struct KioskOptions
{
    std::filesystem::path data;
    std::string server;
    std::string enrol;
    std::string name;
    std::filesystem::path check;
    std::filesystem::path theme;  ///< a file, or the name of one that comes with the program
    std::filesystem::path rescue; ///< a file, or a folder for one
    bool windowed = false;
    bool pinFromStdin = false;
    bool noWatchdog = false;
    bool release = false;
    bool selfTest = false;
};

/// The options, or the exit code when help was asked for or they make no sense (both were printed).
std::variant<KioskOptions, int> parseOptions(int argc, char **argv);

/// `vouch-kiosk --rescue FILE`: writes what the server has not taken; the exit code.
int runRescue(const KioskOptions &options);

} // namespace vouch::kiosk
