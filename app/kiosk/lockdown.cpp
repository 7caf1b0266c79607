#include "app/kiosk/lockdown.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>

#include <algorithm>
#include <array>

namespace vouch::kiosk {

namespace {

/// How often the screen is claimed again when no event told that it was lost.
constexpr std::chrono::milliseconds claimInterval{2000};

constexpr std::array schemes{"http", "https", "file", "mailto", "ftp", "tel", "sms", "about"};

constexpr std::array editingKeys{
    Qt::Key_Tab,       Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,    Qt::Key_Space,
    Qt::Key_Escape,    Qt::Key_Left,    Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,
    Qt::Key_Home,      Qt::Key_End,     Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Delete,
    Qt::Key_Backspace, Qt::Key_Shift};

bool onX11()
{
    return QGuiApplication::platformName() == QLatin1String("xcb");
}

} // namespace

bool isShoppersKey(const QKeyEvent &event)
{
    if ((event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return false;
    if (std::find(editingKeys.begin(), editingKeys.end(), event.key()) != editingKeys.end())
        return true;
    const auto text = event.text();
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar character) {
        return character.isPrint() || character.isSurrogate() ||
               character.category() == QChar::Other_Format; // joiners of Persian and Hindi
    });
}

Lockdown::Lockdown(QWindow &window)
    : m_window(window)
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setOverrideCursor(Qt::BlankCursor);
    for (const auto *scheme : schemes)
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "openNothing");
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &Lockdown::forgetClipboard);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_again.setInterval(claimInterval);
    connect(&m_soon, &QTimer::timeout, this, &Lockdown::hold);
    connect(&m_again, &QTimer::timeout, this, &Lockdown::look);
    qApp->installEventFilter(this);
    m_soon.start();
    m_again.start();
}

Lockdown::~Lockdown()
{
    for (const auto *scheme : schemes)
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    QGuiApplication::restoreOverrideCursor();
}

bool Lockdown::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit)
        return true;
    return watched == &m_window && windowEvent(*event);
}

/// Whether the event ends here.
bool Lockdown::windowEvent(QEvent &event)
{
    switch (event.type()) {
    case QEvent::Close:
        event.ignore();
        return true;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
        return !isShoppersKey(static_cast<QKeyEvent &>(event));
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        return static_cast<QMouseEvent &>(event).button() != Qt::LeftButton;
    case QEvent::Wheel:
        return (static_cast<QWheelEvent &>(event).modifiers() != Qt::NoModifier);
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::TabletPress:
        event.ignore();
        return true;
    case QEvent::WindowStateChange:
    case QEvent::FocusOut:
    case QEvent::Expose:
    case QEvent::Hide:
    case QEvent::Move:
    case QEvent::Resize:
        m_soon.start();
        return false;
    default:
        return false;
    }
}

/// What no event told of.
void Lockdown::look()
{
    // Two looks in a row: a window manager took it to a desktop that is not seen.
    const bool unseen = onX11() && !m_window.isExposed();
    if (unseen && m_unseen)
        m_window.hide();
    m_unseen = unseen && !m_unseen;
    hold();
}

void Lockdown::hold()
{
    if (m_window.visibility() != QWindow::FullScreen)
        m_window.showFullScreen();
    // Without a window manager nobody makes it as large as the screen.
    const auto *screen = m_window.screen();
    if (screen && m_window.geometry() != screen->geometry())
        m_window.setGeometry(screen->geometry());
    m_window.raise();
    if (!m_window.isActive())
        m_window.requestActivate();
    // While X's keys and pointer are held, no window manager sees its bindings.
    if (onX11() && m_window.isExposed()) {
        m_window.setKeyboardGrabEnabled(true);
        m_window.setMouseGrabEnabled(true);
    }
}

void Lockdown::forgetClipboard()
{
    auto *clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard())
        clipboard->clear(QClipboard::Clipboard);
    if (clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

void Lockdown::openNothing(const QUrl &) {}

} // namespace vouch::kiosk

#include "moc_lockdown.cpp"
