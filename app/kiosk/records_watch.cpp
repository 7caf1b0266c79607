#include "app/kiosk/records_watch.h"

#include <utility>

namespace vouch::kiosk {

namespace {

constexpr std::size_t atOnce = 50;
constexpr std::chrono::seconds pauseBetween(5);

} // namespace

RecordsWatch::RecordsWatch(storage::KioskStore &store, Timers &timers, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_next(timers.make([this] { look(); }))
{
}

void RecordsWatch::start()
{
    if (const auto recovery = m_store.recovery(); recovery && *recovery)
        emit troubled(
            {"database-recovered",
             "The database was damaged. It was set aside, and what could be read goes on: " +
                 json::serialize(storage::toJson(**recovery)),
             (*recovery)->setAside});
    m_next->start(pauseBetween);
}

void RecordsWatch::look()
{
    m_next->start(pauseBetween);
    const auto done = m_store.verifySome(atOnce);
    if (!done) {
        if (std::exchange(m_trouble, done.failure().code) != done.failure().code)
            emit troubled(done.failure());
        if (done.failure().code == "database-damaged")
            emit damaged();
        return;
    }
    m_trouble.clear();
    const auto found = *done ? m_store.ledger() : std::vector<storage::ChainReport>();
    for (const auto &report : found ? *found : std::vector<storage::ChainReport>()) {
        if (!report.isSound() && m_suspect.insert(report.chain).second)
            emit troubled(
                {"records-altered",
                 "Records on this tablet were altered, added or removed (see durability.md): " +
                     json::serialize(storage::toJson(std::span(&report, 1))),
                 report.chain.text()});
    }
}

} // namespace vouch::kiosk

#include "moc_records_watch.cpp"
