#include "app/kiosk/kiosk_app.h"
#include "manual_clock.h"
#include "qml/entry.h"
#include "sync/client/identity.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QFontDatabase>
#include <QQuickWindow>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace test_kiosk_start {

using namespace vouch;

/// The program as main() starts it.
class TestKioskStart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qml::prepareProcess(); }
    void aThemeIsInForceFromTheFirstFrame();
    void aThemesFontIsFoundAmongTheSystems();
    void theServerIsAskedAfterTheFirstFrame();
    void theServerIsAskedWithoutAFrame();
};

/// A kiosk at rest that is enrolled at a server which takes connections.
struct Enrolled
{
    const QTemporaryDir folder;
    const test::ManualClock clock;
    QTcpServer server;
    std::unique_ptr<storage::KioskStore> store;
    std::unique_ptr<kiosk::KioskApp> app;

    bool start()
    {
        auto opened = storage::KioskStore::open(folder.path().toStdString(), clock);
        if (!opened || !server.listen(QHostAddress::LocalHost))
            return false;
        store = std::move(*opened);
        const client::Identity identity{
            QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())),
            Uuid::v7(clock),
            "token",
            "store",
            "",
            ""};
        kiosk::KioskOptions options;
        options.windowed = true;
        app = std::make_unique<kiosk::KioskApp>(*store, clock, options, false);
        return client::saveIdentity(*store, identity) && app->start();
    }

    QQuickWindow *window() const
    {
        return qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().value(0));
    }
};

void TestKioskStart::aThemeIsInForceFromTheFirstFrame()
{
    const QTemporaryDir folder;
    const test::ManualClock clock;
    const auto store = storage::KioskStore::open(folder.path().toStdString(), clock);
    QVERIFY(bool(store));
    kiosk::KioskOptions options;
    options.windowed = true;
    options.theme = "warm";
    kiosk::KioskApp app(**store, clock, options, false);
    QVERIFY(bool(app.start()));
    auto *window = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().value(0));
    QVERIFY(window);
    const auto paper = kiosk::builtInTheme(QStringLiteral("warm")).colours.value("paper");
    QVERIFY(paper != kiosk::builtInTheme(QStringLiteral("plain")).colours.value("paper"));
    QCOMPARE(window->color(), QColor(paper));
}

void TestKioskStart::aThemesFontIsFoundAmongTheSystems()
{
    // Of fonts-noto-core too, but none that a page is written in by itself.
    const auto family = QStringLiteral("Noto Serif");
    QVERIFY(QFontDatabase::hasFamily(QStringLiteral("Noto Sans")));
    QVERIFY(!QFontDatabase::hasFamily(family));
    kiosk::KioskTheme inForce;
    auto theme = kiosk::builtInTheme(QStringLiteral("plain"));
    theme.font = family;
    inForce.use(theme);
    QVERIFY(QFontDatabase::hasFamily(family));
}

void TestKioskStart::theServerIsAskedAfterTheFirstFrame()
{
    Enrolled kiosk;
    QVERIFY(kiosk.start());
    bool shown = false;
    bool early = false;
    connect(
        kiosk.window(), &QQuickWindow::frameSwapped, this,
        [&] {
            // Long enough for a connection that is already under way.
            early = kiosk.server.waitForNewConnection(300);
            shown = true;
        },
        Qt::SingleShotConnection);
    QTRY_VERIFY(kiosk.server.hasPendingConnections());
    QVERIFY(shown);
    QVERIFY(!early);
}

void TestKioskStart::theServerIsAskedWithoutAFrame()
{
    Enrolled kiosk;
    QVERIFY(kiosk.start());
    kiosk.window()->hide();
    bool shown = false;
    connect(kiosk.window(), &QQuickWindow::frameSwapped, this, [&] { shown = true; });
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.server.hasPendingConnections(), 20000);
    QVERIFY(!shown);
}

VOUCH_TEST(TestKioskStart)

} // namespace test_kiosk_start

#include "test_kiosk_start.moc"
