#include "core/base/shop_clock.h"

namespace vouch {

void ShopClock::learn(Timestamp now)
{
    m_told = Told{now, m_wall.monotonicMs()};
}

std::chrono::milliseconds ShopClock::behind() const
{
    if (!m_told)
        return {};
    const std::chrono::milliseconds since(m_wall.monotonicMs() - m_told->monotonicMs);
    const auto behind = m_told->at + since - m_wall.now();
    return abs(behind) > toleratedClockError ? behind : std::chrono::milliseconds(0);
}

} // namespace vouch
