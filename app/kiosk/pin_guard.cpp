#include "app/kiosk/pin_guard.h"

#include "core/base/boot.h"

#include <algorithm>
#include <charconv>

namespace vouch::kiosk {

using namespace std::chrono_literals;

namespace {

const std::string hashKey = "manager.pin-hash";
const std::string failuresKey = "manager.pin-failures";
const std::string bootKey = "manager.pin-lock-boot";
const std::string untilKey = "manager.pin-lock-until-monotonic-ms";
const std::string atKey = "manager.pin-lock-at";
const std::string secondsKey = "manager.pin-lock-seconds";

constexpr std::chrono::seconds longestLock = 1h;

std::string textOf(storage::KioskStore &store, const std::string &key)
{
    const auto stored = store.setting(key);
    return stored ? stored.value().value_or("") : "";
}

bool isStored(storage::KioskStore &store, const std::string &key)
{
    const auto stored = store.setting(key);
    return !stored || stored->has_value();
}

std::int64_t numberOf(storage::KioskStore &store, const std::string &key)
{
    const auto text = textOf(store, key);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

PinGuard::PinGuard(storage::KioskStore &store, const Clock &clock, std::chrono::seconds firstLock)
    : m_store(store)
    , m_clock(clock)
    , m_firstLock(firstLock)
    , m_isSet(isStored(store, hashKey))
    , m_hash(textOf(store, hashKey))
    , m_failures(static_cast<int>(numberOf(store, failuresKey)))
    , m_boot(textOf(store, bootKey))
    , m_lockedUntilMonotonic(numberOf(store, untilKey))
    , m_lock(numberOf(store, secondsKey))
{
    if (m_lock == 0s || m_boot == currentBoot().text())
        return;
    // Another boot: only the wall clock knows how much of the lock is over.
    const auto lockedAt = parseUtc(textOf(store, atKey));
    const auto now = m_clock.now();
    const auto over = lockedAt && *lockedAt <= now
                          ? std::chrono::floor<std::chrono::seconds>(now - *lockedAt)
                          : 0s;
    lockFor(std::max(0s, m_lock - over));
    (void)save();
}

bool PinGuard::isWellFormed(const std::string &pin)
{
    return pin.size() >= 4 && pin.size() <= 8 &&
           std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> PinGuard::setHash(const std::string &hash)
{
    if (auto stored = m_store.setSetting(hashKey, hash); !stored)
        return stored;
    m_isSet = true;
    m_hash = hash;
    return succeeded();
}

std::chrono::seconds PinGuard::lockedFor() const
{
    if (m_lock == 0s)
        return 0s;
    const auto left = std::chrono::milliseconds(m_lockedUntilMonotonic - m_clock.monotonicMs());
    return std::max(0s, std::chrono::ceil<std::chrono::seconds>(left));
}

Result<void> PinGuard::countTry()
{
    ++m_failures;
    if (m_failures >= failuresBeforeLock) {
        const auto doublings = std::min(m_failures - failuresBeforeLock, 16);
        lockFor(std::min(longestLock, m_firstLock * (1 << doublings)));
    }
    return save();
}

Result<void> PinGuard::succeeded()
{
    m_failures = 0;
    lockFor(0s);
    return save();
}

void PinGuard::lockFor(std::chrono::seconds time)
{
    m_lock = time;
    m_boot = currentBoot().text();
    m_lockedUntilMonotonic = m_clock.monotonicMs() + std::chrono::milliseconds(time).count();
    m_lockedAt = m_clock.now();
}

Result<void> PinGuard::save() const
{
    return m_store.setSettings(
        {{failuresKey, std::to_string(m_failures)},
         {bootKey, m_boot},
         {untilKey, std::to_string(m_lockedUntilMonotonic)},
         {atKey, formatUtc(m_lockedAt)},
         {secondsKey, std::to_string(m_lock.count())}});
}

} // namespace vouch::kiosk
