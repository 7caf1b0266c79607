#include "app/kiosk/lockdown.h"
#include "tests/support/suite.h"

#include <QKeyEvent>
#include <QTest>

namespace test_lockdown {

using namespace vouch::kiosk;

/// Which keys reach the pages; that nothing else gets out is walked from outside, in tests/escape.
class TestLockdown : public QObject
{
    Q_OBJECT

private slots:
    void onlyWritingAndMovingReachesThePages_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("reaches");
        const auto row = [](const char *name, int key, int modifiers, const QString &text,
                            bool reaches) {
            QTest::newRow(name) << key << modifiers << text << reaches;
        };
        row("letter", Qt::Key_A, 0, "a", true);
        row("capital", Qt::Key_A, Qt::ShiftModifier, "A", true);
        row("Tamil", 0, 0, QStringLiteral("க்"), true);
        row("Persian joiner", 0, 0, QString(QChar(0x200C)), true);
        row("emoji", 0, 0, QStringLiteral("🙂"), true);
        row("AltGr", Qt::Key_At, Qt::GroupSwitchModifier, "@", true);
        row("Tab", Qt::Key_Tab, 0, "\t", true);
        row("back", Qt::Key_Backtab, Qt::ShiftModifier, "", true);
        row("Return", Qt::Key_Return, 0, "\r", true);
        row("keypad's Enter", Qt::Key_Enter, Qt::KeypadModifier, "\r", true);
        row("Backspace", Qt::Key_Backspace, 0, "\b", true);
        row("arrow", Qt::Key_Left, 0, "", true);
        row("copy", Qt::Key_C, Qt::ControlModifier, "\x03", false);
        row("paste", Qt::Key_V, Qt::ControlModifier, "\x16", false);
        row("Ctrl+letter with a text", Qt::Key_W, Qt::ControlModifier, "w", false);
        row("Alt+F4", Qt::Key_F4, Qt::AltModifier, "", false);
        row("Alt+Tab", Qt::Key_Tab, Qt::AltModifier, "\t", false);
        row("Super+d", Qt::Key_D, Qt::MetaModifier, "d", false);
        row("Super", Qt::Key_Meta, 0, "", false);
        row("F1", Qt::Key_F1, 0, "", false);
        row("F11", Qt::Key_F11, 0, "", false);
        row("menu key", Qt::Key_Menu, 0, "", false);
        row("browser", Qt::Key_HomePage, 0, "", false);
        row("power", Qt::Key_PowerOff, 0, "", false);
        row("Print", Qt::Key_Print, 0, "", false);
        row("paste key", Qt::Key_Paste, 0, "", false);
    }
    void onlyWritingAndMovingReachesThePages()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, text);
        QFETCH(bool, reaches);
        const QKeyEvent event(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers), text);
        QCOMPARE(isShoppersKey(event), reaches);
    }
};

VOUCH_TEST(TestLockdown)

} // namespace test_lockdown

#include "test_lockdown.moc"
