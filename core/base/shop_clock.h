#pragma once

#include "core/base/clock.h"

#include <optional>

namespace vouch {

/// Further than this a tablet's clock may not be off before the server's time counts instead.
inline constexpr std::chrono::hours toleratedClockError{1};

/// The time in the shop: the wall clock's, or where that is off by more than is tolerated, what the
/// server last said, carried on by the monotonic clock. So it stays right when somebody sets the
/// wall clock, to right or to wrong. A restart forgets what the server said.
class ShopClock : public Clock
{
public:
    /// `wall` outlives it.
    explicit ShopClock(const Clock &wall)
        : m_wall(wall)
    {
    }

    /// The server says that it is `now`.
    void learn(Timestamp now);

    Timestamp now() const override { return m_wall.now() + behind(); }
    std::int64_t monotonicMs() const override { return m_wall.monotonicMs(); }
    /// Shop − wall clock; 0 within what is tolerated.
    std::chrono::milliseconds behind() const;

private:
    struct Told
    {
        Timestamp at;
        std::int64_t monotonicMs = 0;
    };
    const Clock &m_wall;
    std::optional<Told> m_told;
};

} // namespace vouch
