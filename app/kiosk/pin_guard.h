#pragma once

#include "app/kiosk/kiosk_times.h"
#include "core/base/clock.h"
#include "core/storage/kiosk_store.h"

#include <optional>
#include <string>

namespace vouch::kiosk {

/// The manager's PIN: its hash and its lock-out, kept in the store's settings, so that a restart
/// forgets neither. Hashing and verifying are the caller's (crypto, on a thread of its own).
class PinGuard
{
public:
    static constexpr int failuresBeforeLock = 5;

    /// The store and the clock outlive it.
    PinGuard(storage::KioskStore &store, const Clock &clock, std::chrono::seconds firstLock);

    /// 4 to 8 ASCII digits.
    static bool isWellFormed(const std::string &pin);

    /// True too when the store cannot say: a damaged database is no invitation to set a new PIN.
    bool isSet() const { return m_isSet; }
    const std::string &hash() const { return m_hash; }
    Result<void> setHash(const std::string &hash);

    /// Rounded up; 0 when a PIN may be tried. Moving the wall clock does not shorten it within one
    /// boot; across boots it counts from the start anew when the wall clock went back.
    std::chrono::seconds lockedFor() const;
    /// Counts a try BEFORE its PIN is verified, so that pulling the plug forgets none. Failure
    /// when it cannot be stored: then there is no try.
    Result<void> countTry();
    Result<void> succeeded();

private:
    void lockFor(std::chrono::seconds time);
    Result<void> save() const;

    storage::KioskStore &m_store;
    const Clock &m_clock;
    std::chrono::seconds m_firstLock;
    bool m_isSet;
    std::string m_hash;
    int m_failures = 0;
    std::string m_boot;
    std::int64_t m_lockedUntilMonotonic = 0;
    Timestamp m_lockedAt{};
    std::chrono::seconds m_lock{0};
};

} // namespace vouch::kiosk
