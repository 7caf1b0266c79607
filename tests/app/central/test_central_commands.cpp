#include "tests/support/suite.h"

#include "central_program.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace test_central_commands {

using namespace vouch;
using namespace vouch::test;

/// The commands, on the database itself and beside a running server.
class TestCentralCommands : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void aChainIsSetUp_data();
    void aChainIsSetUp();
    void mistakesSayWhatToDo_data();
    void mistakesSayWhatToDo();
    void checklistCheckTellsEverything();
    void exportsAreWhole();
    void aSecondServerRefuses();
    void filesAreTheOwnersAlone();
};

namespace {

const QStringList addShop{"store", "add", "--id", "s1", "--name", "Central"};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestCentralCommands::everyCommandHasHelp_data()
{
    QTest::addColumn<QStringList>("command");
    for (const char *command :
         {"",
          "serve",
          "store",
          "store add",
          "store list",
          "device",
          "device code",
          "device list",
          "device revoke",
          "user add",
          "user list",
          "user set",
          "user password",
          "token list",
          "token revoke",
          "region add",
          "region set",
          "region list",
          "store set",
          "device rotate",
          "device restore",
          "audit",
          "audit list",
          "audit verify",
          "token add",
          "checklist",
          "checklist check",
          "checklist add",
          "checklist publish",
          "setting",
          "setting set",
          "setting list",
          "setting remove",
          "pin",
          "pin set",
          "pin list",
          "export",
          "verify",
          "ledger",
          "backup",
          "restore",
          "quarantine list",
          "quarantine show",
          "quarantine retry",
          "config show",
          "structure",
          "structure export",
          "structure import",
          "touchpoint set",
          "touchpoint list",
          "device set",
          "device replace",
          "device codes",
          "pin remove",
          "publication",
          "publication list",
          "publication widen",
          "publication rollback",
          "note",
          "note add",
          "note list",
          "note remove",
          "key rotate",
          "report",
          "import",
          "erase",
          "retention",
          "retention show",
          "retention set",
          "migrate"})
        QTest::addRow("%s", command) << QString(command).split(' ', Qt::SkipEmptyParts);
}

void TestCentralCommands::everyCommandHasHelp()
{
    QFETCH(QStringList, command);
    const CentralProgram central(VOUCH_CENTRAL);
    const auto help = central.run(command + QStringList{"--help"});
    QCOMPARE(help.code, 0);
    QVERIFY(help.output.contains("Usage"));
    if (!command.isEmpty()) {
        const auto wrong = central.run(command + QStringList{"--no-such-option"});
        QCOMPARE(wrong.code, 2);
    }
}

void TestCentralCommands::aChainIsSetUp_data()
{
    QTest::addColumn<bool>("serving");
    QTest::newRow("on the database") << false;
    QTest::newRow("beside the server") << true;
}

void TestCentralCommands::aChainIsSetUp()
{
    QFETCH(bool, serving);
    CentralProgram central(VOUCH_CENTRAL);
    if (serving)
        QVERIFY(central.serve());
    const auto good = [&](const QStringList &arguments, const QByteArray &input = {}) {
        const auto done = central.run(arguments, input);
        if (done.code != 0)
            qWarning() << arguments << done.errors;
        return done.code == 0 ? done.output : QByteArray("failed");
    };
    const QString checklist = VOUCH_SOURCE_DIR "/resources/checklists/checkout-nps.json";
    QCOMPARE(good(addShop + QStringList{"--timezone", "Asia/Dubai"}), QByteArray());
    QVERIFY(good({"store", "list"}).contains("s1\tCentral\t\tAsia/Dubai"));
    QCOMPARE(good({"checklist", "add", checklist}), QByteArray());
    QCOMPARE(good({"checklist", "publish", "checkout-nps"}), QByteArray());
    QCOMPARE(
        good({"user", "add", "--name", "ann", "--role", "admin"}, "long enough\n"), QByteArray());
    const auto token = good({"token", "add", "--user", "ann"}).trimmed();
    QVERIFY(token.size() > 30 && !token.contains(' '));
    const auto code = good({"device", "code", "--store", "s1", "--name", "till 3"}).trimmed();
    QVERIFY(!code.contains(' '));
    if (!serving)
        QVERIFY(central.serve());

    const SystemClock clock;
    WireTablet tablet(clock);
    QVERIFY(tablet.enrol(central.port, code.toStdString()));
    RawHttpClient client(central.port);
    QCOMPARE(tablet.sendChecks(client, 2).size(), 2u);
    const auto devices = good({"device", "list"});
    QVERIFY(devices.contains("till 3\ts1\tenrolled"));
    QVERIFY(good({"verify"}).contains("equal"));
    const auto id = devices.split('\n').at(1).split('\t').at(0);
    QCOMPARE(good({"device", "revoke", id}), QByteArray());
    QVERIFY(tablet.sendChecks(client, 1).empty());
    QCOMPARE(central.stop(), 0);
}

void TestCentralCommands::mistakesSayWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such shop") << QStringList{"device", "code", "--store", "nowhere"} << 1
                                  << QByteArray("not-found");
    QTest::newRow("shop again") << addShop << 1 << QByteArray("store-exists");
    QTest::newRow("zone") << QStringList{"store",  "add", "--id",       "s2",
                                         "--name", "Two", "--timezone", "Mars/Base"}
                          << 1 << QByteArray("zone-unknown");
    QTest::newRow("short password") << QStringList{"user", "add", "--name", "u", "--role", "admin"}
                                    << 1 << QByteArray("password-unfit");
    QTest::newRow("role") << QStringList{"user", "add", "--name", "u", "--role", "king"} << 2
                          << QByteArray("--role");
    QTest::newRow("unpublished") << QStringList{"checklist", "publish", "nothing"} << 1
                                 << QByteArray("not-found");
    QTest::newRow("no file") << QStringList{"checklist", "add", "/nowhere.json"} << 1
                             << QByteArray("file-unreadable");
    QTest::newRow("export of nowhere")
        << QStringList{"export", "--out", "x.csv", "--store", "nowhere"} << 1
        << QByteArray("not-found");
    QTest::newRow("export to nowhere")
        << QStringList{"export", "--out", "/nowhere/x.csv"} << 1 << QByteArray("file-unwritable");
    QTest::newRow("PostgreSQL") << QStringList{"--database", "postgresql://h/d", "store", "list"}
                                << 1 << QByteArray("--keys");
    QTest::newRow("listen") << QStringList{"serve", "--listen", "everywhere"} << 2
                            << QByteArray("listen (--listen)");
}

void TestCentralCommands::mistakesSayWhatToDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    const CentralProgram central(VOUCH_CENTRAL);
    QCOMPARE(central.run(addShop).code, 0);
    const auto done = central.run(arguments, "short\n");
    QCOMPARE(done.code, exitCode);
    QVERIFY2(done.errors.contains(says), done.errors);
    QVERIFY(done.output.isEmpty());
}

void TestCentralCommands::checklistCheckTellsEverything()
{
    const CentralProgram central(VOUCH_CENTRAL);
    QFile file(central.path("bad.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": 1, "id": "x", "colour": "red"})");
    file.close();
    const auto done = central.run({"checklist", "check", file.fileName()});
    QCOMPARE(done.code, 1);
    QVERIFY(done.output.contains("colour"));
    QVERIFY(done.output.count('\n') > 2);
}

void TestCentralCommands::exportsAreWhole()
{
    CentralProgram central(VOUCH_CENTRAL);
    QCOMPARE(central.run(addShop).code, 0);
    const auto code = central.run({"device", "code", "--store", "s1"}).output.trimmed();
    QVERIFY(central.serve());
    const SystemClock clock;
    WireTablet tablet(clock);
    QVERIFY(tablet.enrol(central.port, code.toStdString()));
    RawHttpClient client(central.port);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tablet.sendChecks(client, 500).size(), 500u);

    const auto exported = [&](const QString &format) {
        const auto file = central.path("out." + format);
        const auto done = central.run({"export", "--format", format, "--out", file});
        if (done.code != 0 || QFileInfo::exists(file + ".part"))
            return QByteArray();
        const auto content = contentOf(file);
        const auto manifest = QJsonDocument::fromJson(contentOf(file + ".manifest.json")).object();
        const auto sum = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        return manifest["rows"].toInt() == 2500 && manifest["sha256"].toString() == sum
                   ? content
                   : QByteArray();
    };
    const auto beside = exported("csv");
    QCOMPARE(beside.count("\r\n"), 2501);
    QCOMPARE(exported("jsonl").count('\n'), 2500);
    QCOMPARE(central.stop(), 0);
    QCOMPARE(exported("csv"), beside);
}

void TestCentralCommands::aSecondServerRefuses()
{
    CentralProgram central(VOUCH_CENTRAL);
    QVERIFY(central.serve());
    const auto second = central.run({"serve", "--listen", "127.0.0.1:0"});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.errors.contains("data-in-use"), second.errors);
    QCOMPARE(central.stop(), 0);
}

void TestCentralCommands::filesAreTheOwnersAlone()
{
    CentralProgram central(VOUCH_CENTRAL);
    QVERIFY(central.serve());
    QCOMPARE(central.run({"export", "--out", central.path("out.csv")}).code, 0);
    for (const char *name : {"central.db", "central.db.sock", "out.csv", "keys"}) {
        const QFileInfo info(central.path(name));
        QVERIFY2(info.exists(), name);
        const auto others = info.permissions() & QFile::Permissions(0x0077);
        QVERIFY2(!others, name);
    }
    QCOMPARE(central.stop(), 0);
    QVERIFY(!QFileInfo::exists(central.path("central.db.sock")));
}

VOUCH_TEST(TestCentralCommands)

} // namespace test_central_commands

#include "test_central_commands.moc"
