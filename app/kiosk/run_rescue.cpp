#include "app/kiosk/kiosk_options.h"
#include "sync/client/rescue.h"

#include <iostream>

namespace vouch::kiosk {

namespace {

int notRescued(const Failure &failure)
{
    std::cerr << "vouch-kiosk: not rescued: " << failure.text() << std::endl;
    return failure.code == "data-in-use" ? exit_code::dataInUse : exit_code::failed;
}

} // namespace

int runRescue(const KioskOptions &options)
{
    std::error_code error;
    if (!std::filesystem::exists(options.data / "kiosk.db", error))
        return notRescued(
            {"data-missing", "There is no kiosk's data here. Check --data.",
             options.data.string()});
    const SystemClock clock;
    const auto store = storage::KioskStore::open(options.data, clock);
    if (!store)
        return notRescued(store.failure());
    // What a shopper left half answered belongs to it; the kiosk does not run now.
    if (const auto closed = (*store)->closeLeftOpen(clock.monotonicMs()); !closed)
        return notRescued(closed.failure());
    const auto done = client::rescue(**store, clock, options.rescue, [](std::int64_t records) {
        std::cout << records << " records written" << std::endl;
    });
    if (!done)
        return notRescued(done.failure());
    std::cout << "Written and read back: " << done->file.string() << " has all " << done->records
              << " records that the server has not taken (" << done->added << " of them new, "
              << done->refused << " in quarantine). They are still on this tablet too.\n"
              << "At the server: vouch-central import --kind rescue "
              << done->file.filename().string() << std::endl;
    return exit_code::ok;
}

} // namespace vouch::kiosk
