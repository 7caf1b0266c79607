#include "app/kiosk/kiosk_config.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_kiosk_config {

using namespace vouch;
using namespace vouch::kiosk;

/// The server's configuration as the tablet reads it.
class TestKioskConfig : public QObject
{
    Q_OBJECT

private slots:
    void anOldServersConfigurationIsFine();
    void settingsAreInForceWithoutTheBadOnes();
    void theChainAsksForTheContact_data();
    void theChainAsksForTheContact();
    void noConfigurationIsRefused();
};

void TestKioskConfig::anOldServersConfigurationIsFine()
{
    const auto config = parseConfig(
        R"({"store":{"name":"Central","timezone":"Asia/Dubai"},"settings":{},"checklists":[]})");
    QVERIFY(config);
    QCOMPARE(config->storeName, std::string("Central"));
    QVERIFY(config->zone);
    QVERIFY(config->problems.empty());
    QCOMPARE(config->settings.resting, KioskSettings::Resting::Question);
    QVERIFY(!config->settings.pins);
    QVERIFY(parseConfig(R"({"checklists":[]})"));
}

void TestKioskConfig::settingsAreInForceWithoutTheBadOnes()
{
    const auto config = parseConfig(
        R"({"store":{"name":"S","timezone":"Moon/Crater"},"checklists":[],
            "settings":{"resting":"invitation","language":5,"marks":{"burst_checks":8}}})");
    QVERIFY(config);
    QCOMPARE(config->problems.size(), 2u);
    QCOMPARE(config->settings.resting, KioskSettings::Resting::Invitation);
    QVERIFY(config->settings.language.empty());
    QCOMPARE(config->settings.marks.burstChecks, 8);
}

void TestKioskConfig::theChainAsksForTheContact_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("chain");
    QTest::newRow("by its name") << QByteArray("{}") << QByteArray("Haus");
    QTest::newRow("by another") << QByteArray(R"({"contact":{"chain":"Haus GmbH"}})")
                                << QByteArray("Haus GmbH");
}

void TestKioskConfig::theChainAsksForTheContact()
{
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, chain);
    const auto config = parseConfig(
        R"({"chain":{"name":"Haus"},"checklists":[],"settings":)" + settings.toStdString() + "}");
    QVERIFY(config);
    QCOMPARE(config->settings.contact.chain, chain.toStdString());
}

void TestKioskConfig::noConfigurationIsRefused()
{
    for (const char *text : {"", "[]", "{}", R"({"checklists":{}})"})
        QVERIFY(!parseConfig(text));
}

VOUCH_TEST(TestKioskConfig)

} // namespace test_kiosk_config

#include "test_kiosk_config.moc"
