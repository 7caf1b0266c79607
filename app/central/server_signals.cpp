#include "app/central/server_signals.h"

#include <pthread.h>

namespace vouch::central {

ServerSignals::ServerSignals()
{
    sigemptyset(&m_set);
    for (const int each : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&m_set, each);
    pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

ServerSignals::Event ServerSignals::wait(std::chrono::milliseconds atMost) const
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(atMost);
    const timespec time{
        seconds.count(), static_cast<long>(std::chrono::nanoseconds(atMost - seconds).count())};
    switch (sigtimedwait(&m_set, nullptr, &time)) {
    case SIGTERM:
    case SIGINT:
        return Event::Stop;
    case SIGHUP:
        return Event::Reload;
    default:
        return Event::Nothing;
    }
}

} // namespace vouch::central
