#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace vouch {

/// The one source of time. Injected everywhere, so that tests move it by hand.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall clock, UTC. May jump in either direction.
    virtual Timestamp now() const = 0;
    /// Milliseconds since the machine started; never goes back; comparable within one boot only.
    virtual std::int64_t monotonicMs() const = 0;
};

/// The machine's own clocks. Safe from any thread.
class SystemClock : public Clock
{
public:
    Timestamp now() const override;
    std::int64_t monotonicMs() const override;
};

} // namespace vouch
