#pragma once

#include <QObject>
#include <QTimer>

namespace vouch::kiosk {

/// Keeps the screen lit as long as it lives, by what there is: the desktop is asked over D-Bus when
/// there is a session bus, X is told that somebody is there. `cage` never blanks and needs neither.
class ScreenAwake : public QObject
{
    Q_OBJECT

public:
    ScreenAwake();

private:
    void askDesktop();
    void resetX();

    QTimer m_timer;
};

} // namespace vouch::kiosk
