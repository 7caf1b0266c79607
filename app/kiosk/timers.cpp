#include "app/kiosk/timers.h"

#include <QTimer>

namespace vouch::kiosk {

namespace {

class QtTimer : public Timer
{
public:
    explicit QtTimer(std::function<void()> fired)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, std::move(fired));
    }

    void start(std::chrono::milliseconds after) override { m_timer.start(after); }
    void stop() override { m_timer.stop(); }
    bool running() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<Timer> QtTimers::make(std::function<void()> fired)
{
    return std::make_unique<QtTimer>(std::move(fired));
}

} // namespace vouch::kiosk
