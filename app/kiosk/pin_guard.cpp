#include "app/kiosk/pin_guard.h"

#include "core/base/boot.h"
#include "core/base/crypto.h"

#include <algorithm>
#include <charconv>

namespace vouch::kiosk {

using namespace std::chrono_literals;

namespace {

const std::string ownKey = "manager.pin-hash";
const std::string failuresKey = "manager.pin-failures";
const std::string triedKey = "manager.pin-tried-at";
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

Timestamp timeOf(storage::KioskStore &store, const std::string &key)
{
    const auto time = parseUtc(textOf(store, key));
    return time ? *time : Timestamp();
}

std::string serversKey(PinRole role)
{
    return "manager.server-pin-" + std::string(toText(role));
}

PinHashes storedServers(storage::KioskStore &store)
{
    PinHashes out;
    for (const auto role : protocol::pinRoles) {
        if (auto hash = textOf(store, serversKey(role)); !hash.empty())
            out.emplace(role, std::move(hash));
    }
    return out;
}

} // namespace

PinGuard::PinGuard(storage::KioskStore &store, const Clock &clock, std::chrono::seconds firstLock)
    : m_store(store)
    , m_clock(clock)
    , m_firstLock(firstLock)
    , m_isSet(isStored(store, ownKey))
    , m_own(textOf(store, ownKey))
    , m_servers(storedServers(store))
    , m_failures(static_cast<int>(numberOf(store, failuresKey)))
    , m_triedAt(timeOf(store, triedKey))
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

std::optional<PinRole> PinGuard::roleOf(const std::string &pin, const PinHashes &hashes)
{
    std::optional<PinRole> out;
    for (const auto &[role, hash] : hashes) {
        if (crypto::verifyPassword(pin, hash))
            out = std::max(out.value_or(role), role);
    }
    return out;
}

PinHashes PinGuard::hashes() const
{
    if (areServers())
        return m_servers;
    return m_own.empty() ? PinHashes() : PinHashes{{PinRole::Exit, m_own}};
}

Result<void> PinGuard::setOwn(const std::string &hash)
{
    if (auto stored = m_store.setSetting(ownKey, hash); !stored)
        return stored;
    m_isSet = true;
    m_own = hash;
    return succeeded(PinRole::Exit);
}

Result<void> PinGuard::setServers(const PinHashes &hashes)
{
    if (hashes == m_servers || (hashes.empty() && !m_isSet))
        return {};
    std::map<std::string, std::string> values;
    for (const auto role : protocol::pinRoles) {
        const auto found = hashes.find(role);
        values[serversKey(role)] = found == hashes.end() ? std::string() : found->second;
    }
    if (auto stored = m_store.setSettings(values); !stored)
        return stored;
    m_servers = hashes;
    return {};
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
    const auto now = m_clock.now();
    if (now - m_triedAt > failureMemory)
        m_failures = 0;
    m_triedAt = now;
    ++m_failures;
    if (m_failures >= failuresBeforeLock) {
        const auto doublings = std::min(m_failures - failuresBeforeLock, 16);
        lockFor(std::min(longestLock, m_firstLock * (1 << doublings)));
    }
    return save();
}

Result<void> PinGuard::succeeded(PinRole role)
{
    const auto all = hashes();
    const bool highest = all.empty() || role >= all.rbegin()->first;
    m_failures = highest ? 0 : std::max(0, m_failures - 1);
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
         {triedKey, formatUtc(m_triedAt)},
         {bootKey, m_boot},
         {untilKey, std::to_string(m_lockedUntilMonotonic)},
         {atKey, formatUtc(m_lockedAt)},
         {secondsKey, std::to_string(m_lock.count())}});
}

} // namespace vouch::kiosk
