#pragma once

#include <csignal>

#include <chrono>

namespace vouch::central {

/// SIGTERM, SIGINT and SIGHUP wait for wait(), in the thread that makes this and all that it starts
/// from then on.
class ServerSignals
{
public:
    enum class Event { Stop, Reload, Nothing };

    ServerSignals();

    /// The next one, or Nothing after so long.
    Event wait(std::chrono::milliseconds atMost) const;

private:
    sigset_t m_set;
};

} // namespace vouch::central
