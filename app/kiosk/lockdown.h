#pragma once

#include <QObject>
#include <QTimer>
#include <QWindow>

QT_FORWARD_DECLARE_CLASS(QKeyEvent)

namespace vouch::kiosk {

/// Holds the screen for one window, as long as this lives: full screen, on top, with the keys; no
/// closing, no system keys, no clipboard, nothing opened outside. What a program cannot refuse by
/// itself (virtual terminals, SysRq, the power key) is the session's part: resources/packaging.
///
/// It must be told to end by QCoreApplication::exit(); quit() asks the window, which refuses.
class Lockdown : public QObject
{
    Q_OBJECT

public:
    /// `window` outlives this.
    explicit Lockdown(QWindow &window);
    ~Lockdown() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private slots:
    void openNothing(const QUrl &url);

private:
    bool windowEvent(QEvent &event);
    void look();
    void hold();
    void forgetClipboard();

    QWindow &m_window;
    QTimer m_soon;
    QTimer m_again;
    bool m_unseen = false;
};

/// Whether a key may reach the pages: what moves the focus, what is written, nothing with Ctrl, Alt
/// or the system key.
bool isShoppersKey(const QKeyEvent &event);

} // namespace vouch::kiosk
