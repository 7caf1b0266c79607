#include "central_program.h"
#include "sync/protocol/kiosk_settings.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTest>

namespace test_central_settings {

using namespace vouch;
using namespace vouch::test;

/// Settings and PINs: from the command line to the tablets of the right shop, and nowhere else.
class TestCentralSettings : public QObject
{
    Q_OBJECT

private slots:
    void tabletsGetWhatIsSet_data();
    void tabletsGetWhatIsSet();
    void listsShowWhatHolds();
    void mistakesSayWhatToDo_data();
    void mistakesSayWhatToDo();
    void pinsOfAShopDiffer();
    void pinsAreNowhereInClear();
};

namespace {

QByteArray
good(const CentralProgram &central, const QStringList &arguments, const QByteArray &in = {})
{
    const auto done = central.run(arguments, in);
    if (done.code != 0)
        qWarning() << arguments << done.errors;
    return done.code == 0 ? done.output : QByteArray("failed");
}

void addShops(const CentralProgram &central)
{
    for (const char *id : {"s1", "s2"})
        QCOMPARE(good(central, {"store", "add", "--id", id, "--name", id}), QByteArray());
}

/// The settings that a new tablet of the shop is served.
protocol::KioskSettings servedIn(const CentralProgram &central, const QString &shop)
{
    const auto code = good(central, {"device", "code", "--store", shop}).trimmed().toStdString();
    const auto key = crypto::SigningKey::make();
    RawHttpClient client(central.port);
    const auto answer =
        protocol::decodeEnrolmentAnswer(
            client
                .exchange(WireTablet::post(
                    "/api/v1/devices/enrol", {}, protocol::encodeEnrolment(code, "till", key)))
                .body)
            .value();
    const auto response = client.exchange(
        "GET /api/v1/config HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + answer.token +
        "\r\n\r\n");
    const auto config = parseJson(response.body).value();
    std::vector<Failure> problems;
    auto out = protocol::readSettings(config.at("settings").as_object(), problems);
    if (!problems.empty())
        qWarning("%s", problems.front().text().c_str());
    return problems.empty() ? out : protocol::KioskSettings();
}

} // namespace

void TestCentralSettings::tabletsGetWhatIsSet_data()
{
    QTest::addColumn<bool>("serving");
    QTest::newRow("on the database") << false;
    QTest::newRow("beside the server") << true;
}

void TestCentralSettings::tabletsGetWhatIsSet()
{
    QFETCH(bool, serving);
    CentralProgram central(VOUCH_CENTRAL);
    if (serving)
        QVERIFY(central.serve());
    addShops(central);
    const auto set = [&](const QStringList &more) {
        return good(central, QStringList{"setting", "set"} + more);
    };
    QFile theme(central.path("theme.json"));
    QVERIFY(theme.open(QIODevice::WriteOnly) && theme.write(R"({"colours":{}})") > 0);
    theme.close();
    QCOMPARE(set({"--key", "resting", "--value", "\"invitation\""}), QByteArray());
    QCOMPARE(set({"--key", "language", "--value", "\"ru\"", "--store", "s1"}), QByteArray());
    QCOMPARE(set({"--key", "theme", "--file", theme.fileName()}), QByteArray());
    QCOMPARE(
        good(central, {"pin", "set", "--store", "s1", "--role", "exit"}, "2468\n"), QByteArray());
    QCOMPARE(
        good(central, {"pin", "set", "--store", "s1", "--role", "figures"}, "13579\r\n"),
        QByteArray());
    if (!serving)
        QVERIFY(central.serve());

    const auto one = servedIn(central, "s1");
    QCOMPARE(one.resting, protocol::KioskSettings::Resting::Invitation);
    QCOMPARE(one.language, std::string("ru"));
    QVERIFY(one.theme.contains("colours"));
    QVERIFY(one.pins && one.pins->size() == 2);
    QVERIFY(crypto::verifyPassword("2468", one.pins->at(protocol::PinRole::Exit)));
    QVERIFY(crypto::verifyPassword("13579", one.pins->at(protocol::PinRole::Figures)));
    const auto two = servedIn(central, "s2");
    QCOMPARE(two.resting, protocol::KioskSettings::Resting::Invitation);
    QVERIFY(two.language.empty());
    QVERIFY(two.pins && two.pins->empty());

    QCOMPARE(good(central, {"setting", "remove", "--key", "resting"}), QByteArray());
    QCOMPARE(servedIn(central, "s1").resting, protocol::KioskSettings::Resting::Question);
    QCOMPARE(central.stop(), 0);
}

void TestCentralSettings::listsShowWhatHolds()
{
    const CentralProgram central(VOUCH_CENTRAL);
    addShops(central);
    const auto set = [&](const char *key, const QString &value, const QString &shop) {
        QCOMPARE(
            good(central, {"setting", "set", "--key", key, "--value", value, "--store", shop}),
            QByteArray());
    };
    set("resting", "\"invitation\"", "");
    set("resting", "\"question\"", "s1");
    set("low_reach", "false", "");
    set("theme", QStringLiteral("{\"a\":\"%1\"}").arg(QString(2000, 'x')), "");
    const auto all = good(central, {"setting", "list"});
    QCOMPARE(all.count('\n'), 5);
    QVERIFY(all.contains("\tresting\t\"invitation\"\t"));
    QVERIFY(all.contains("s1\tresting\t\"question\"\t"));
    QVERIFY(all.contains("\ttheme\t(2008 bytes of JSON)\t"));
    const auto one = good(central, {"setting", "list", "--store", "s1"});
    QCOMPARE(one.count('\n'), 4);
    QVERIFY(!one.contains("invitation"));
    QVERIFY(one.contains("\tlow_reach\tfalse\t"));
    QVERIFY(good(central, {"setting", "list", "--store", "s2"}).contains("invitation"));
}

void TestCentralSettings::mistakesSayWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    const QStringList set{"setting", "set", "--key"};
    const QStringList pin{"pin", "set", "--store", "s1", "--role", "exit"};
    QTest::newRow("key") << set + QStringList{"sound", "--value", "true"} << QByteArray()
                         << QByteArray("setting-unknown");
    QTest::newRow("bare text") << set + QStringList{"resting", "--value", "question"}
                               << QByteArray() << QByteArray("quotation marks");
    QTest::newRow("value") << set + QStringList{"resting", "--value", "\"video\""} << QByteArray()
                           << QByteArray("invitation");
    QTest::newRow("inside") << set + QStringList{"marks", "--value", "{\"burst_checks\":0}"}
                            << QByteArray() << QByteArray("marks/burst_checks");
    QTest::newRow("shop") << set + QStringList{"low_reach", "--value", "true", "--store", "s9"}
                          << QByteArray() << QByteArray("not-found");
    QTest::newRow("list of no shop") << QStringList{"setting", "list", "--store", "s9"}
                                     << QByteArray() << QByteArray("not-found");
    QTest::newRow("file") << set + QStringList{"theme", "--file", "/nowhere.json"} << QByteArray()
                          << QByteArray("file-unreadable");
    QTest::newRow("not set") << QStringList{"setting", "remove", "--key", "theme"} << QByteArray()
                             << QByteArray("not-found");
    QTest::newRow("short PIN") << pin << QByteArray("246\n") << QByteArray("pin-malformed");
    QTest::newRow("easy PIN") << pin << QByteArray("1234\n") << QByteArray("pin-easy");
    QTest::newRow("PIN of no shop") << QStringList{"pin", "set", "--store", "s9", "--role", "exit"}
                                    << QByteArray("2468\n") << QByteArray("not-found");
}

void TestCentralSettings::mistakesSayWhatToDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, says);
    const CentralProgram central(VOUCH_CENTRAL);
    addShops(central);
    const auto done = central.run(arguments, input);
    QCOMPARE(done.code, 1);
    QVERIFY2(done.errors.contains(says), done.errors);
    QVERIFY(input.isEmpty() || !done.errors.contains(input.trimmed()));
}

void TestCentralSettings::pinsOfAShopDiffer()
{
    const CentralProgram central(VOUCH_CENTRAL);
    addShops(central);
    const auto set = [&](const char *shop, const char *role, const char *pin) {
        return central.run({"pin", "set", "--store", shop, "--role", role}, pin);
    };
    QCOMPARE(set("s1", "figures", "2468\n").code, 0);
    const auto taken = set("s1", "technician", "2468\n");
    QCOMPARE(taken.code, 1);
    QVERIFY2(taken.errors.contains("pin-taken"), taken.errors);
    QCOMPARE(set("s1", "figures", "2468\n").code, 0); // the same again
    QCOMPARE(set("s2", "technician", "2468\n").code, 0);
    QCOMPARE(set("s1", "figures", "97531\n").code, 0);
    QCOMPARE(set("s1", "technician", "2468\n").code, 0);
}

void TestCentralSettings::pinsAreNowhereInClear()
{
    CentralProgram central(VOUCH_CENTRAL);
    QVERIFY(central.serve());
    addShops(central);
    QCOMPARE(
        good(central, {"pin", "set", "--store", "s1", "--role", "exit"}, "83402957\n"),
        QByteArray());
    const auto list = good(central, {"pin", "list"});
    QVERIFY(list.contains("s1\texit\t"));
    QByteArray said = list + good(central, {"setting", "list"}) +
                      good(central, {"setting", "list", "--store", "s1"});
    QCOMPARE(central.stop(), 0);
    said += central.server.readAll() + central.server.readAllStandardError();
    QVERIFY(!said.contains("83402957"));
    QVERIFY(!said.contains("argon2"));
    for (const char *name : {"central.db", "central.db-wal"}) {
        QFile file(central.path(name));
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("83402957"));
    }
}

VOUCH_TEST(TestCentralSettings)

} // namespace test_central_settings

#include "test_central_settings.moc"
