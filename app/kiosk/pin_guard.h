#pragma once

#include "app/kiosk/kiosk_times.h"
#include "core/base/clock.h"
#include "core/storage/kiosk_store.h"
#include "sync/protocol/pin_role.h"

#include <optional>
#include <string>

namespace vouch::kiosk {

using protocol::PinHashes;
using protocol::PinRole;

/// The PINs of this tablet and their one lock-out, kept in the store's settings, so that a restart
/// without network forgets neither. The PINs that the server gives the store are in force; until it
/// gave some, the tablet's own one, which opens figures and exit. Hashing and verifying are the
/// caller's (crypto, on a thread of its own).
class PinGuard
{
public:
    static constexpr int failuresBeforeLock = 5;
    /// After so long without a try the failures are forgotten.
    static constexpr std::chrono::hours failureMemory{24};

    /// The store and the clock outlive it.
    PinGuard(storage::KioskStore &store, const Clock &clock, std::chrono::seconds firstLock);

    /// 4 to 8 ASCII digits.
    static bool isWellFormed(const std::string &pin) { return protocol::isPin(pin); }
    /// What a PIN opens, the most where several fit; nothing when it is wrong. Takes about as long
    /// whatever it opens.
    static std::optional<PinRole> roleOf(const std::string &pin, const PinHashes &hashes);

    /// True too when the store cannot say: a damaged database is no invitation to set a new PIN.
    bool isSet() const { return m_isSet || !m_servers.empty(); }
    /// Those in force.
    PinHashes hashes() const;
    /// Whether those in force are the server's.
    bool areServers() const { return !m_servers.empty(); }

    /// The tablet's own PIN.
    Result<void> setOwn(const std::string &hash);
    /// What the server says that the store has. None at all brings back the tablet's own PIN; where
    /// there is no own one either, the former stay: nobody who passes by may set a new one.
    Result<void> setServers(const PinHashes &hashes);

    /// Rounded up; 0 when a PIN may be tried. Moving the wall clock does not shorten it within one
    /// boot; across boots it counts from the start anew when the wall clock went back.
    std::chrono::seconds lockedFor() const;
    /// Counts a try BEFORE its PIN is verified, so that pulling the plug forgets none. Failure
    /// when it cannot be stored: then there is no try.
    Result<void> countTry();
    /// The last try was right. The highest role's PIN forgets all failures; a lower one only takes
    /// its own try back: who knows it must not guess at the others for ever.
    Result<void> succeeded(PinRole role);

private:
    void lockFor(std::chrono::seconds time);
    Result<void> save() const;

    storage::KioskStore &m_store;
    const Clock &m_clock;
    std::chrono::seconds m_firstLock;
    bool m_isSet; ///< the tablet's own PIN
    std::string m_own;
    PinHashes m_servers;
    int m_failures = 0;
    Timestamp m_triedAt{};
    std::string m_boot;
    std::int64_t m_lockedUntilMonotonic = 0;
    Timestamp m_lockedAt{};
    std::chrono::seconds m_lock{0};
};

} // namespace vouch::kiosk
