#include "app/sim/stop_signal.h"

#include <algorithm>
#include <cerrno>

namespace vouch::sim {

using namespace std::chrono;

StopSignal::StopSignal()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
}

bool StopSignal::wait(milliseconds most)
{
    const auto end = steady_clock::now() + most;
    while (!m_stopped) {
        const auto left = std::max(nanoseconds(0), nanoseconds(end - steady_clock::now()));
        const timespec time{static_cast<time_t>(left / 1s), static_cast<long>((left % 1s).count())};
        if (sigtimedwait(&m_signals, nullptr, &time) > 0)
            m_stopped = true;
        else if (errno == EAGAIN)
            break;
    }
    return m_stopped;
}

} // namespace vouch::sim
