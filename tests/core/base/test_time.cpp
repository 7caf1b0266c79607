#include "core/base/clock.h"
#include "core/base/time.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_time {

using namespace vouch;

class TestTime : public QObject
{
    Q_OBJECT

private slots:
    void utcBothWays_data();
    void utcBothWays();
    void malformedTimes_data();
    void malformedTimes();
    void malformedDays_data();
    void malformedDays();
    void everyDayBothWays();
    void localTime_data();
    void localTime();
    void unknownZones();
    void systemClock();
};

void TestTime::utcBothWays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("the beginning") << "1970-01-01T00:00:00.000Z" << qint64(0);
    QTest::newRow("the design's") << "2026-11-22T10:03:05.120Z" << qint64(1795341785120);
    QTest::newRow("a leap day") << "2028-02-29T23:59:59.999Z" << qint64(1835481599999);
    QTest::newRow("a leap day of a century") << "2000-02-29T12:00:00.000Z" << qint64(951825600000);
    QTest::newRow("the end") << "9999-12-31T23:59:59.999Z" << qint64(253402300799999);
}

void TestTime::utcBothWays()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto time = parseUtc(text.toStdString());
    QVERIFY(time);
    QCOMPARE(qint64(time->time_since_epoch().count()), ms);
    QCOMPARE(formatUtc(*time), text.toStdString());
}

void TestTime::malformedTimes_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "2026-11-22", "2026-11-22T10:03:05Z", "2026-11-22T10:03:05.12Z",
          "2026-11-22T10:03:05.1200Z", "2026-11-22 10:03:05.120Z", "2026-11-22T10:03:05.120",
          "2026-11-22T10:03:05.120z", "2026-11-22T10:03:05,120Z", "2026-11-22T24:00:00.000Z",
          "2026-11-22T10:60:00.000Z", "2026-11-22T10:03:60.000Z", "2026-11-22T1 :03:05.120Z",
          "2026-11-22T+1:03:05.120Z", "2026-02-29T10:03:05.120Z", "1969-12-31T23:59:59.999Z",
          "2026-11-22T10:03:05.120+"})
        QTest::newRow(*text ? text : "empty") << text;
}

void TestTime::malformedTimes()
{
    QFETCH(QString, text);
    const auto time = parseUtc(text.toStdString());
    QVERIFY(!time);
    QCOMPARE(time.failure().code, "time-malformed");
}

void TestTime::malformedDays_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "2026-11-2", "2026-1-022", "20261122", "2026/11/22", "2026-13-01", "2026-00-01",
          "2026-11-00", "2026-11-31", "2027-02-29", "2100-02-29", "1969-12-31", "-026-11-22"})
        QTest::newRow(*text ? text : "empty") << text;
}

void TestTime::malformedDays()
{
    QFETCH(QString, text);
    const auto day = parseDay(text.toStdString());
    QVERIFY(!day);
    QCOMPARE(day.failure().code, "day-malformed");
}

/// Held against QDate, an independent calendar.
void TestTime::everyDayBothWays()
{
    const auto first = *parseDay("1970-01-01");
    for (int i = 0; i < 366 * 135; ++i) {
        const auto day = first + std::chrono::days(i);
        const auto text = formatDay(day);
        QCOMPARE(QString::fromStdString(text), QDate(1970, 1, 1).addDays(i).toString(Qt::ISODate));
        QVERIFY(*parseDay(text) == day);
    }
}

void TestTime::localTime_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("local");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *zone, const char *utc, const char *local, int offset) {
        QTest::addRow("%s %s", zone, utc) << zone << utc << local << offset;
    };
    row("Asia/Tehran", "2026-11-22T10:03:05.120Z", "2026-11-22 13:33", 210);
    row("Asia/Tehran", "2026-11-22T20:30:00.000Z", "2026-11-23 00:00", 210);
    row("Asia/Kolkata", "2026-11-22T18:29:59.999Z", "2026-11-22 23:59", 330);
    row("Asia/Kolkata", "2026-11-22T18:30:00.000Z", "2026-11-23 00:00", 330);
    row("Asia/Kathmandu", "2026-11-22T00:00:00.000Z", "2026-11-22 05:45", 345);
    row("America/St_Johns", "2026-01-01T00:00:00.000Z", "2025-12-31 20:30", -210);
    row("America/St_Johns", "2026-07-01T00:00:00.000Z", "2026-06-30 21:30", -150);
    row("Asia/Dubai", "2028-02-28T20:00:00.000Z", "2028-02-29 00:00", 240);
    row("Pacific/Kiritimati", "2026-11-22T10:00:00.000Z", "2026-11-23 00:00", 840);
    // Berlin leaves winter time on 29 March 2026 at 01:00 UTC and comes back on 25 October.
    row("Europe/Berlin", "2026-03-29T00:59:59.999Z", "2026-03-29 01:59", 60);
    row("Europe/Berlin", "2026-03-29T01:00:00.000Z", "2026-03-29 03:00", 120);
    row("Europe/Berlin", "2026-10-25T00:30:00.000Z", "2026-10-25 02:30", 120);
    row("Europe/Berlin", "2026-10-25T01:30:00.000Z", "2026-10-25 02:30", 60);
    row("Europe/Berlin", "2026-10-24T21:59:59.999Z", "2026-10-24 23:59", 120);
    row("America/New_York", "2026-11-01T05:59:00.000Z", "2026-11-01 01:59", -240);
    row("America/New_York", "2026-11-01T06:00:00.000Z", "2026-11-01 01:00", -300);
    row("UTC", "2026-11-22T10:03:05.120Z", "2026-11-22 10:03", 0);
}

void TestTime::localTime()
{
    QFETCH(QString, zone);
    QFETCH(QString, utc);
    QFETCH(QString, local);
    QFETCH(int, offset);
    const auto found = TimeZone::find(zone.toStdString());
    QVERIFY2(found, "tzdata is installed");
    QCOMPARE(found->name(), zone.toStdString());
    const auto shown = found->local(*parseUtc(utc.toStdString()));
    QCOMPARE(
        QString("%1 %2:%3")
            .arg(QString::fromStdString(formatDay(shown.day)))
            .arg(shown.hour, 2, 10, QChar('0'))
            .arg(shown.minute, 2, 10, QChar('0')),
        local);
    QCOMPARE(shown.utcOffsetMinutes, offset);
}

void TestTime::unknownZones()
{
    for (const char *name : {"", "Europe/Atlantis", "../passwd", "/etc/passwd", "europe/berlin"}) {
        const auto zone = TimeZone::find(name);
        QVERIFY2(!zone, name);
        QCOMPARE(zone.failure().code, "zone-unknown");
        QCOMPARE(zone.failure().where, name);
    }
    const auto utc = TimeZone::utc().local(*parseUtc("2026-11-22T23:59:59.999Z"));
    QCOMPARE(formatDay(utc.day), "2026-11-22");
    QCOMPARE(utc.hour, 23);
    QCOMPARE(utc.utcOffsetMinutes, 0);
}

void TestTime::systemClock()
{
    const SystemClock clock;
    QVERIFY(clock.now() > *parseUtc("2024-01-01T00:00:00.000Z"));
    const auto before = clock.monotonicMs();
    QVERIFY(before > 0 && clock.monotonicMs() >= before);
}

VOUCH_TEST(TestTime)

} // namespace test_time

#include "test_time.moc"
