#include "app/kiosk/kiosk_app.h"
#include "qml/entry.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QScreen>
#include <QThreadPool>
#include <QTimer>

#include <utility>

/// The window: what it is read from, how it looks, and what waits for its first frame.
namespace vouch::kiosk {

KioskTheme &KioskApp::theme()
{
    return *m_engine.singletonInstance<KioskTheme *>(qmlTypeId("Vouch.Kiosk", 1, 0, "KioskTheme"));
}

void KioskApp::followTheSystem()
{
    theme().setLessMotion(m_lessMotion.isWished());
    connect(&m_lessMotion, &LessMotion::changed, &theme(), &KioskTheme::setLessMotion);
}

/// The one on the command line comes first; one that cannot be read changes nothing.
void KioskApp::useServersTheme()
{
    const auto &given = m_config.settings.theme;
    if (!m_options.theme.empty() || given == m_themeInForce)
        return;
    m_themeInForce = given;
    if (given.empty())
        return theme().use(builtInTheme(QStringLiteral("plain")));
    const auto parsed = parseTheme(json::serialize(given), m_options.data, "theme");
    if (parsed)
        theme().use(*parsed);
    else
        warn(parsed.failure());
}

/// While what the window is to show is made ready here, other threads read its files and list the
/// fonts.
void KioskApp::readFiles()
{
    QThreadPool::globalInstance()->start([] { QFontDatabase::families(); });
    qml::addModulePath(m_engine);
    m_windowFile.loadUrl(qml::mainPage(), QQmlComponent::Asynchronous);
    m_pageFile.loadUrl(qml::restingPage(), QQmlComponent::Asynchronous);
}

/// With the size that the window will have, so that nothing is laid out twice.
QVariantMap KioskApp::windowProperties() const
{
    QVariantMap out{
        {"survey", QVariant::fromValue(m_survey.get())},
        {"manager", QVariant::fromValue(m_manager.get())},
        {"windowed", m_options.windowed}};
    if (const auto *screen = QGuiApplication::primaryScreen(); screen && !m_options.windowed) {
        out["width"] = screen->size().width();
        out["height"] = screen->size().height();
    }
    return out;
}

Result<void> KioskApp::showWindow()
{
    qml::addModules(m_engine);
    if (!m_options.theme.empty()) {
        const auto loaded = loadTheme(m_options.theme);
        if (!loaded)
            return loaded.failure();
        theme().use(*loaded);
    } else {
        useServersTheme();
    }
    followTheSystem();
    QQmlComponent file(&m_engine, qml::mainPage()); // waits until it is read
    m_window.reset(file.createWithInitialProperties(windowProperties()));
    if (!m_window)
        return Failure{
            "window-not-shown",
            "The window cannot be shown. Is everything installed that the README names?",
            file.errorString().toStdString()};
    if (!m_options.windowed)
        lockDown();
    m_hours->setAsking(true);
    sendAfterFirstFrame();
    return {};
}

/// The shopper's page before the network. Where no frame comes, on a screen that is off, a moment
/// later.
void KioskApp::sendAfterFirstFrame()
{
    const auto begin = [this] {
        if (!std::exchange(m_sending, true))
            m_client.begin();
    };
    constexpr auto once = Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection);
    if (auto *window = qobject_cast<QQuickWindow *>(m_window.get()))
        connect(window, &QQuickWindow::frameSwapped, this, begin, once);
    QTimer::singleShot(std::chrono::seconds(3), this, begin);
}

void KioskApp::lockDown()
{
    m_awake = std::make_unique<ScreenAwake>();
    if (auto *window = qobject_cast<QWindow *>(m_window.get()))
        m_lockdown = std::make_unique<Lockdown>(*window);
}

} // namespace vouch::kiosk
