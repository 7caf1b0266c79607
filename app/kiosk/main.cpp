#include "app/kiosk/kiosk_app.h"

int main(int argc, char **argv)
{
    using namespace vouch::kiosk;
    const auto parsed = parseOptions(argc, argv);
    if (const auto *code = std::get_if<int>(&parsed))
        return *code;
    const auto &options = std::get<KioskOptions>(parsed);
    if (!options.check.empty())
        return checkChecklist(options.check);
    return runKiosk(options, argc, argv);
}
