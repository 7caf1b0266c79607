#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace vouch::kiosk {

/// Fires once, `after` the last start().
class Timer
{
public:
    virtual ~Timer() = default;
    /// Starts, or starts again.
    virtual void start(std::chrono::milliseconds after) = 0;
    virtual void stop() = 0;
    virtual bool running() const = 0;
};

/// Where timers come from. Injected, so that tests fire them by hand.
class Timers
{
public:
    virtual ~Timers() = default;
    virtual std::unique_ptr<Timer> make(std::function<void()> fired) = 0;
};

/// Qt's timers, on the thread that makes them.
class QtTimers : public Timers
{
public:
    std::unique_ptr<Timer> make(std::function<void()> fired) override;
};

} // namespace vouch::kiosk
