#include "app/kiosk/kiosk_app.h"
#include "manual_clock.h"
#include "qml/entry.h"
#include "sync/client/identity.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"
#include "tests/sync/client/fake_central.h"

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
    void aConversationKeepsItsLooks();
    void theManagerReadsTheWholeStore();
};

/// A kiosk at rest that is enrolled at a server.
struct Enrolled
{
    const QTemporaryDir folder;
    const test::ManualClock clock;
    std::unique_ptr<storage::KioskStore> store;
    std::unique_ptr<kiosk::KioskApp> app;

    bool start(quint16 port, const std::string &token = "token")
    {
        auto opened = storage::KioskStore::open(folder.path().toStdString(), clock);
        if (!opened)
            return false;
        store = std::move(*opened);
        const client::Identity identity{QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)),
                                        Uuid::v7(clock),
                                        token,
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
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Enrolled kiosk;
    QVERIFY(kiosk.start(server.serverPort()));
    bool shown = false;
    bool early = false;
    connect(
        kiosk.window(), &QQuickWindow::frameSwapped, this,
        [&] {
            // Long enough for a connection that is already under way.
            early = server.waitForNewConnection(300);
            shown = true;
        },
        Qt::SingleShotConnection);
    QTRY_VERIFY(server.hasPendingConnections());
    QVERIFY(shown);
    QVERIFY(!early);
}

void TestKioskStart::theServerIsAskedWithoutAFrame()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Enrolled kiosk;
    QVERIFY(kiosk.start(server.serverPort()));
    kiosk.window()->hide();
    bool shown = false;
    connect(kiosk.window(), &QQuickWindow::frameSwapped, this, [&] { shown = true; });
    QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), 20000);
    QVERIFY(!shown);
}

void TestKioskStart::aConversationKeepsItsLooks()
{
    test::FakeCentral central;
    central.config = R"({"checklists":[],"store":{"name":"Central","timezone":"Asia/Dubai"},
        "settings":{"theme":{"format":1,"colours":{"paper":"#fbf3e8"}}}})";
    QVERIFY(central.listen());
    Enrolled kiosk;
    QVERIFY(kiosk.start(central.port(), central.token.toStdString()));
    const auto before = kiosk.window()->color();
    auto *survey = kiosk.window()->property("survey").value<kiosk::SurveyModel *>();
    survey->tapPoint(9);
    QVERIFY(!survey->atRest());
    // What staff see is new at once.
    const auto *manager = kiosk.window()->property("manager").value<kiosk::ManagerModel *>();
    QTRY_COMPARE(manager->storeName(), QStringLiteral("Central"));
    QCOMPARE(kiosk.window()->color(), before);
    survey->startAgain();
    QVERIFY(survey->atRest());
    QCOMPARE(kiosk.window()->color(), QColor("#fbf3e8"));
}

void TestKioskStart::theManagerReadsTheWholeStore()
{
    test::FakeCentral central;
    central.glance.all.add(9, 200);
    central.latest.comments = {
        {{parseDay("2026-11-20").value(), check::DayPart::Evening, 9, false}, "en", {"Lovely"}}};
    QVERIFY(central.listen());
    Enrolled kiosk;
    QVERIFY(kiosk.start(central.port(), central.token.toStdString()));
    auto *manager = kiosk.window()->property("manager").value<kiosk::ManagerModel *>();
    QVERIFY(manager->setPinNow("2468"));
    manager->tryPin(QStringLiteral("2468"));
    QTRY_VERIFY(manager->isOpen());
    QTRY_COMPARE(manager->store().count, 200);
    QTRY_COMPARE(manager->comments()["groups"].toList().size(), 1);
    QVERIFY(!manager->comments()["asOf"].toString().isEmpty());
}

VOUCH_TEST(TestKioskStart)

} // namespace test_kiosk_start

#include "test_kiosk_start.moc"
