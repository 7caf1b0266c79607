#include "app/kiosk/kiosk_health.h"
#include "app/kiosk/kiosk_options.h"
#include "manual_clock.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace test_kiosk_health {

using namespace vouch;
using namespace vouch::kiosk;
using namespace std::chrono_literals;

/// What the kiosk tells of its tablet, read from a system that the test made.
class TestKioskHealth : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path root() const { return m_folder->path().toStdString(); }
    void put(const std::string &file, const std::string &line) const
    {
        const auto path = root() / "class" / file;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << line << '\n';
    }
    protocol::Heartbeat read() const
    {
        protocol::Heartbeat out;
        readHealth({root(), root()}, out);
        return out;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aTabletOnItsBattery()
    {
        put("power_supply/BAT0/type", "Battery");
        put("power_supply/BAT0/capacity", "42");
        put("power_supply/BAT0/status", "Discharging");
        put("power_supply/AC/type", "Mains");
        put("power_supply/AC/online", "0");
        auto health = read();
        QCOMPARE(health.batteryPercent, std::optional<std::int64_t>(42));
        QCOMPARE(health.charging, std::optional(false));
        QCOMPARE(protocol::batteryBand(health), std::string_view("good"));
        put("power_supply/AC/online", "1");
        QCOMPARE(read().charging, std::optional(true));
    }

    void theEmptiestOfItsBatteriesCounts()
    {
        put("power_supply/BAT0/type", "Battery");
        put("power_supply/BAT0/capacity", "90");
        put("power_supply/BAT1/type", "Battery");
        put("power_supply/BAT1/capacity", "9");
        put("power_supply/BAT1/status", "Charging");
        put("power_supply/mouse/type", "Battery");
        put("power_supply/mouse/scope", "Device");
        put("power_supply/mouse/capacity", "2");
        const auto health = read();
        QCOMPARE(health.batteryPercent, std::optional<std::int64_t>(9));
        QCOMPARE(health.charging, std::optional(true));
        QCOMPARE(protocol::batteryBand(health), std::string_view("critical"));
    }

    void withoutABatteryItIsOnMains()
    {
        put("power_supply/AC/type", "Mains");
        put("power_supply/AC/online", "0"); // as some write it
        QCOMPARE(protocol::batteryBand(read()), std::string_view("mains"));
    }

    void theHottestPartCounts()
    {
        put("thermal/thermal_zone0/temp", "41000");
        put("thermal/thermal_zone1/temp", "60500");
        put("thermal/thermal_zone2/temp", "-274000"); // no measurement
        put("thermal/cooling_device0/temp", "99000");
        const auto health = read();
        QCOMPARE(health.temperatureCelsius, std::optional<std::int64_t>(61));
        QCOMPARE(protocol::heatBand(health), std::string_view("warm"));
    }

    void whatTheSystemDoesNotTellIsNotKnown()
    {
        put("power_supply/BAT0/type", "Battery");
        put("power_supply/BAT0/capacity", "lots");
        auto health = read();
        QVERIFY(!health.batteryPercent && !health.temperatureCelsius);
        QVERIFY(health.diskFreeBytes && *health.diskFreeBytes > 0);
        health = {};
        readHealth({root() / "no such folder", root() / "none"}, health);
        QCOMPARE(health, protocol::Heartbeat());
    }

    void failuresAreRememberedForADay()
    {
        const test::ManualClock clock;
        RecentFailures failures;
        failures.note("disk-full", clock.now() - 25h);
        failures.note("theme-malformed", clock.now() - 1h);
        failures.note("theme-malformed", clock.now());
        QCOMPARE(failures.at(clock.now()), std::vector<std::string>{"theme-malformed"});
    }

    void aLabelNamesServerAndCode_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<QByteArray>("read");
        const QByteArray label = "https://central.example:8443/#enrol=ABCD-EFGH-JKMN";
        QTest::newRow("a label") << QByteArrayList{"--enrol", label}
                                 << QByteArray("https://central.example:8443 ABCD-EFGH-JKMN");
        QTest::newRow("a code")
            << QByteArrayList{"--server", "https://a.example", "--enrol", "ABCD"}
            << QByteArray("https://a.example ABCD");
        QTest::newRow("a code alone") << QByteArrayList{"--enrol", "ABCD"} << QByteArray("refused");
    }

    void aLabelNamesServerAndCode()
    {
        QFETCH(QByteArrayList, words);
        QFETCH(QByteArray, read);
        words = QByteArrayList{"vouch-kiosk", "--data", "folder"} + words;
        std::vector<char *> argv;
        for (auto &word : words)
            argv.push_back(word.data());
        const auto parsed = parseOptions(static_cast<int>(argv.size()), argv.data());
        const auto *options = std::get_if<KioskOptions>(&parsed);
        QCOMPARE(
            options ? QByteArray::fromStdString(options->server + " " + options->enrol)
                    : QByteArray("refused"),
            read);
    }
};

VOUCH_TEST(TestKioskHealth)

} // namespace test_kiosk_health

#include "test_kiosk_health.moc"
