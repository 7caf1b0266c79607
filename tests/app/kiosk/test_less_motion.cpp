#include "app/kiosk/less_motion.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QDBusMessage>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace test_less_motion {

using namespace vouch::kiosk;

/// As a desktop answers, and nothing else.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QVariantMap settings;

    void set(const QString &group, const QString &key, const QVariant &value)
    {
        settings[group + u'/' + key] = value;
        emit SettingChanged(group, key, QDBusVariant(value));
    }

public slots:
    QDBusVariant Read(const QString &group, const QString &key, const QDBusMessage &message)
    {
        const auto found = settings.value(group + u'/' + key);
        message.setDelayedReply(!found.isValid());
        if (!found.isValid())
            m_bus.send(message.createErrorReply(
                QStringLiteral("org.freedesktop.portal.Error.NotFound"), key));
        // Wrapped twice, as the real one does.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(found)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    explicit Portal(const QDBusConnection &bus)
        : m_bus(bus)
    {
    }

private:
    QDBusConnection m_bus;
};

/// The system's wish for less motion, from a bus of the test's own.
class TestLessMotion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void nothingIsThere();
    void gtksFileIsRead();
    void theDesktopIsAskedAndFollowed();
    void eitherOfTwoSettingsIsEnough();
    void cleanupTestCase();

private:
    const QString desktop = QStringLiteral("org.gnome.desktop.interface");
    const QString animations = QStringLiteral("enable-animations");

    QDBusConnection connection(const char *name) const
    {
        return QDBusConnection::connectToBus(m_address, QLatin1String(name));
    }

    QTemporaryDir m_home;
    QProcess m_daemon;
    QString m_address;
};

void TestLessMotion::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("XDG_CONFIG_DIRS", m_home.path().toUtf8());
    m_daemon.start(
        QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                        QStringLiteral("--print-address")});
    if (!m_daemon.waitForStarted())
        QSKIP("dbus-daemon is not installed.");
    while (!m_daemon.canReadLine())
        QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
}

void TestLessMotion::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestLessMotion::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

void TestLessMotion::nothingIsThere()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY(!LessMotion().isWished());
    // A bus, and nobody on it who knows.
    auto bus = connection("alone");
    LessMotion motion(bus);
    auto ping = QDBusMessage::createMethodCall(
        "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId");
    bus.call(ping); // what was asked before it is answered by now
    QCoreApplication::processEvents();
    QVERIFY(!motion.isWished());
}

void TestLessMotion::gtksFileIsRead()
{
    QVERIFY(QDir(m_home.path()).mkpath("gtk-4.0"));
    QFile file(m_home.filePath("gtk-4.0/settings.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[Settings]\ngtk-enable-animations=0\n");
    file.close();
    QVERIFY(LessMotion(LessMotion::sessionBus()).isWished());
    QVERIFY(file.remove());
    QVERIFY(!LessMotion(LessMotion::sessionBus()).isWished());
}

void TestLessMotion::theDesktopIsAskedAndFollowed()
{
    auto desktops = connection("desktop");
    Portal portal(desktops);
    portal.settings[desktop + u'/' + animations] = false;
    QVERIFY(desktops.registerObject(
        "/org/freedesktop/portal/desktop", &portal,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(desktops.registerService("org.freedesktop.portal.Desktop"));

    LessMotion motion(connection("kiosk"));
    QVERIFY(!motion.isWished()); // not waited for
    QSignalSpy changed(&motion, &LessMotion::changed);
    QTRY_VERIFY(motion.isWished());
    QCOMPARE(changed.size(), 1);
    portal.set(desktop, animations, true);
    QTRY_VERIFY(!motion.isWished());
    portal.set(desktop, "font-name", "Sans");
    portal.set(desktop, animations, false);
    QTRY_VERIFY(motion.isWished());
    QCOMPARE(changed.size(), 3);
    desktops.unregisterService("org.freedesktop.portal.Desktop");
    desktops.unregisterObject("/org/freedesktop/portal/desktop");
}

void TestLessMotion::eitherOfTwoSettingsIsEnough()
{
    auto desktops = connection("desktop");
    Portal portal(desktops);
    portal.settings[desktop + u'/' + animations] = true;
    portal.settings["org.freedesktop.appearance/reduced-motion"] = 1u;
    QVERIFY(desktops.registerObject(
        "/org/freedesktop/portal/desktop", &portal,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(desktops.registerService("org.freedesktop.portal.Desktop"));
    LessMotion motion(connection("kiosk2"));
    QTRY_VERIFY(motion.isWished());
    portal.set("org.freedesktop.appearance", "reduced-motion", 0u);
    QTRY_VERIFY(!motion.isWished());
}

VOUCH_TEST(TestLessMotion)

} // namespace test_less_motion

#include "test_less_motion.moc"
