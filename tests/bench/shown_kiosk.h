#pragma once

#include "app/kiosk/kiosk_hours.h"
#include "app/kiosk/manager_model.h"
#include "tests/app/kiosk/kiosk_fixture.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QPointingDevice>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <functional>

namespace vouch::bench {

/// What is visible in the window and called so; null when nothing is.
QQuickItem *visibleItem(const QQuickWindow &window, const QString &name);

/// One finger on a window.
class Finger : public QObject
{
public:
    explicit Finger(QQuickWindow &window);

    /// Presses and lifts, then runs the program until a frame with `done` true has been drawn: how
    /// many milliseconds after the lifting, which makes the touch an answer, that frame was there.
    /// A touch that leads nowhere ends the program, naming `what`.
    double tap(QPoint at, const std::function<bool()> &done, const char *what);
    /// Milliseconds since the last touch.
    double sinceTouch() const { return double(m_since.nsecsElapsed()) / 1e6; }

private:
    QQuickWindow &m_window;
    QElapsedTimer m_since;
    QTimer m_watch; ///< so that waiting for events ends
    const std::function<bool()> *m_done = nullptr;
    double m_drawn = -1; ///< ms after the touch
};

/// The shipped window over a real store, tied together as KioskApp does; time moves by hand, so
/// that nothing waits, and nothing moves on the screen.
class ShownKiosk
{
public:
    ShownKiosk();
    ~ShownKiosk();

    /// The pause that keeps a second tap of the same finger from answering is no waiting time.
    void settle() const;
    QQuickItem *find(const QString &name) const { return visibleItem(*window, name); }
    /// A tap in the middle of what is called so, until `done`; milliseconds.
    double tap(const QString &name, const std::function<bool()> &done);
    /// The same until another page is drawn.
    double turn(const QString &name);
    double sinceTouch() const { return m_finger->sinceTouch(); }
    /// Both clocks go on, and what is due happens.
    void advance(std::chrono::milliseconds by);
    /// Holds the conversations from now on; at rest only.
    void ask(const std::shared_ptr<const checklist::Checklist> &checklist);

    test::Kiosk tablet;
    const crypto::SealingKey sealing = crypto::SealingKey::make();
    std::unique_ptr<kiosk::SurveyModel> survey;
    std::unique_ptr<kiosk::ManagerModel> manager;
    std::unique_ptr<kiosk::KioskHours> hours;
    QQmlApplicationEngine engine;
    QPointer<QQuickWindow> window;
    std::function<void()> stored; ///< called before anything on the screen hears of it

private:
    /// An event loop frees a former page at once; processEvents() does not when it was left outside
    /// of any event, as by a timer that is fired by hand.
    static void forgetPages();
    /// The middle of what is called so, once the layout has come to rest.
    QPoint restingPlace(const QString &name) const;

    std::unique_ptr<QObject> m_hand;
    std::unique_ptr<Finger> m_finger;
};

} // namespace vouch::bench
