#include "app/kiosk/release.h"
#include "core/storage/kiosk_wipe.h"

#include <QCoreApplication>

#include <iostream>

namespace vouch::kiosk {

namespace {

int notReleased(const Failure &failure)
{
    std::cerr << "vouch-kiosk: not released: " << failure.text() << std::endl;
    return failure.code == "data-in-use" ? exit_code::dataInUse : exit_code::notReleased;
}

/// Overwrites and removes everything; the store is closed by now.
int wipe(Result<storage::Wipe> held, const std::filesystem::path &folder)
{
    if (!held)
        return notReleased(held.failure());
    const auto wiped = held->finish();
    if (!wiped)
        return notReleased(wiped.failure());
    for (const auto &name : *wiped)
        std::cout << "Overwritten and removed: " << (folder / name).string() << '\n';
    std::cout << "This tablet is free for other work." << std::endl;
    return exit_code::ok;
}

/// Runs until the server's word is there; nothing, or why not.
std::optional<Failure> prove(storage::KioskStore &store, const Clock &clock)
{
    std::optional<Failure> trouble;
    Release release(store, clock, Release::limits());
    QObject::connect(&release, &Release::progressed, &release, [](qint64 waiting) {
        std::cout << waiting << " still to be sent" << std::endl;
    });
    QObject::connect(
        &release, &Release::proved, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&release, &Release::refused, qApp, [&trouble](const Failure &failure) {
        trouble = failure;
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    release.start();
    QCoreApplication::exec();
    return trouble;
}

} // namespace

int runRelease(const KioskOptions &options, int argc, char **argv)
{
    const auto &folder = options.data;
    if (storage::wipeBegun(folder)) {
        std::cout << "Going on with a release that was broken off." << std::endl;
        return wipe(storage::Wipe::hold(folder), folder);
    }
    std::error_code error;
    if (!std::filesystem::exists(folder / "kiosk.db", error)) {
        std::cout << "There is no kiosk's data in " << folder.string()
                  << ": nothing to send, nothing to wipe." << std::endl;
        return exit_code::ok;
    }
    const SystemClock clock;
    auto store = storage::KioskStore::open(folder, clock);
    if (!store)
        return notReleased(store.failure());
    const QCoreApplication app(argc, argv);
    if (const auto trouble = prove(**store, clock))
        return notReleased(*trouble);
    const auto identity = client::loadIdentity(**store);
    const auto device = identity && *identity ? (*identity)->device.text() : std::string();
    std::cout << (device.empty()
                      ? "Nobody has answered here and no server knows this tablet."
                      : "The server confirms every record of this tablet, " + device + ".")
              << std::endl;
    const auto begun = storage::beginWipe(
        folder, "Released at " + formatUtc(clock.now()) + ". Device " + device +
                    ". Run vouch-kiosk --release to finish.\n");
    if (!begun)
        return notReleased(begun.failure());
    auto held = storage::Wipe::hold(folder);
    store->reset();
    const int code = wipe(std::move(held), folder);
    if (code == exit_code::ok && !device.empty())
        std::cout << "Now shut its identity out at the server: vouch-central device revoke "
                  << device << std::endl;
    return code;
}

} // namespace vouch::kiosk
