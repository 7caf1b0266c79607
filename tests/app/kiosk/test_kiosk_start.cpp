#include "app/kiosk/kiosk_app.h"
#include "manual_clock.h"
#include "qml/entry.h"
#include "tests/support/suite.h"

#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

namespace test_kiosk_start {

using namespace vouch;

/// The program as main() starts it.
class TestKioskStart : public QObject
{
    Q_OBJECT

private slots:
    void aThemeIsInForceFromTheFirstFrame();
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

VOUCH_TEST(TestKioskStart)

} // namespace test_kiosk_start

#include "test_kiosk_start.moc"
