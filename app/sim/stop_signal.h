#pragma once

#include <chrono>
#include <csignal>

namespace vouch::sim {

/// SIGINT and SIGTERM as something to wait for. Make it first in main(): the threads made after it
/// leave both signals to it.
class StopSignal
{
public:
    StopSignal();

    /// Sleeps that long, or until somebody wants the program to end. True, from then on, when so.
    bool wait(std::chrono::milliseconds most);
    bool stopped() { return wait(std::chrono::milliseconds(0)); }

private:
    sigset_t m_signals{};
    bool m_stopped = false;
};

} // namespace vouch::sim
