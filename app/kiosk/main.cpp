#include "app/kiosk/kiosk_app.h"
#include "app/kiosk/kiosk_check.h"
#include "app/kiosk/release.h"
#include "app/kiosk/watchdog.h"

int main(int argc, char **argv)
{
    using namespace vouch::kiosk;
    const auto parsed = parseOptions(argc, argv);
    if (const auto *code = std::get_if<int>(&parsed))
        return *code;
    const auto &options = std::get<KioskOptions>(parsed);
    if (!options.check.empty())
        return checkChecklist(options.check, argc, argv);
    if (!options.rescue.empty())
        return runRescue(options);
    if (options.release)
        return runRelease(options, argc, argv);
    if (options.selfTest || options.noWatchdog)
        return runKiosk(options, {}, argc, argv);
    return watchOver([&](Watched watched) { return runKiosk(options, watched, argc, argv); });
}
