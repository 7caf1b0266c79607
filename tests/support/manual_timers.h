#pragma once

#include "app/kiosk/timers.h"
#include "manual_clock.h"

#include <optional>
#include <vector>

namespace vouch::test {

/// Timers that fire only when time is moved by advance(), together with the clock.
class ManualTimers : public kiosk::Timers
{
public:
    explicit ManualTimers(ManualClock &clock)
        : m_clock(clock)
    {
    }

    std::unique_ptr<kiosk::Timer> make(std::function<void()> fired) override
    {
        return std::make_unique<One>(*this, std::move(fired));
    }

    /// Both clocks go on; what is due on the way fires in its order, at its time.
    void advance(std::chrono::milliseconds by)
    {
        const auto end = m_clock.monotonicMs() + by.count();
        while (auto *due = earliest(end)) {
            const auto at = *due->at;
            m_clock.advance(std::chrono::milliseconds(at - m_clock.monotonicMs()));
            due->at.reset();
            due->fired();
        }
        m_clock.advance(std::chrono::milliseconds(end - m_clock.monotonicMs()));
    }

private:
    struct One : kiosk::Timer
    {
        One(ManualTimers &timers, std::function<void()> whatToDo)
            : owner(timers)
            , fired(std::move(whatToDo))
        {
            owner.m_all.push_back(this);
        }
        ~One() override { std::erase(owner.m_all, this); }
        void start(std::chrono::milliseconds after) override
        {
            at = owner.m_clock.monotonicMs() + after.count();
        }
        void stop() override { at.reset(); }
        bool running() const override { return at.has_value(); }

        ManualTimers &owner;
        std::function<void()> fired;
        std::optional<std::int64_t> at;
    };

    One *earliest(std::int64_t until) const
    {
        One *first = nullptr;
        for (auto *one : m_all) {
            if (one->at && *one->at <= until && (!first || *one->at < *first->at))
                first = one;
        }
        return first;
    }

    ManualClock &m_clock;
    std::vector<One *> m_all;
};

} // namespace vouch::test
