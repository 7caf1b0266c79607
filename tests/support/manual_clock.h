#pragma once

#include "core/base/clock.h"

namespace vouch::test {

/// A clock that moves only when told.
class ManualClock : public Clock
{
public:
    explicit ManualClock(const char *utc = "2026-11-22T10:00:00.000Z")
        : m_now(parseUtc(utc).value())
    {
    }

    Timestamp now() const override { return m_now; }
    std::int64_t monotonicMs() const override { return m_monotonicMs; }

    /// Both clocks go on.
    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        m_monotonicMs += by.count();
    }
    /// The wall clock is set; the monotonic one does not notice.
    void set(const char *utc) { m_now = parseUtc(utc).value(); }

private:
    Timestamp m_now;
    std::int64_t m_monotonicMs = 1000;
};

} // namespace vouch::test
