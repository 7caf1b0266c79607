#include "app/kiosk/kiosk_options.h"

#include <CLI/CLI.hpp>

namespace vouch::kiosk {

namespace {

/// "https://central.example/#enrol=CODE", as a label's QR code has it.
void readLabel(KioskOptions &options)
{
    constexpr std::string_view mark = "#enrol=";
    const auto at = options.enrol.find(mark);
    if (at == options.enrol.npos)
        return;
    options.server = options.enrol.substr(0, at);
    while (options.server.ends_with('/'))
        options.server.pop_back();
    options.enrol.erase(0, at + mark.size());
}

} // namespace

std::variant<KioskOptions, int> parseOptions(int argc, char **argv)
{
    KioskOptions options;
    CLI::App app("Vouch's kiosk: asks shoppers, keeps every answer, brings it to the server.");
    app.add_option("--data", options.data, "Folder of the kiosk's database; made when missing");
    auto *server = app.add_option(
        "--server", options.server, "The server: https://… (http:// to this machine only)");
    app.add_option(
        "--enrol", options.enrol,
        "One-time code from `vouch-central device code`; or what the QR code of a label says, "
        "which names the server too");
    app.add_option("--name", options.name, "What staff call this tablet: \"till 3\"");
    app.add_flag(
        "--windowed", options.windowed,
        "For a desk: a window that can be closed, instead of the locked full screen");
    app.add_flag(
        "--no-watchdog", options.noWatchdog,
        "Do not start the kiosk again after a crash or when it hangs");
    app.add_option(
        "--theme", options.theme,
        "How the kiosk looks: a theme's file, or plain, warm, fresh or contrast");
    app.add_option(
        "--check", options.check,
        "Print what is wrong with a checklist, and which of its texts do not fit a small screen; "
        "and end");
    app.add_flag(
        "--pin-from-stdin", options.pinFromStdin,
        "Set the manager's PIN from the first line of standard input");
    app.add_flag(
           "--release", options.release,
           "Send everything, wipe this tablet's data once the server confirms every record, and "
           "end; "
           "4 when it does not")
        ->excludes(server);
    app.add_option(
           "--rescue", options.rescue,
           "Write everything that the server does not have to FILE (or into a folder: the stick), "
           "for `vouch-central import --kind rescue FILE`, and end. Nothing leaves the tablet by "
           "it; broken off, run it again with the same file")
        ->excludes("--release", "--server");
    app.add_flag("--self-test", options.selfTest, "Open the database, load every page, and end");
    try {
        app.parse(argc, argv);
        if (options.check.empty() && options.data.empty())
            throw CLI::RequiredError("--data");
        if (options.server.empty())
            readLabel(options);
        if (!options.enrol.empty() && options.server.empty())
            throw CLI::RequiredError("--server");
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exit_code::ok : exit_code::usage;
    }
    return options;
}

} // namespace vouch::kiosk
