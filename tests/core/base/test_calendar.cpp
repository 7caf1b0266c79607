#include "core/base/calendar.h"
#include "tests/support/suite.h"

#include <QTest>

#include <set>

namespace test_calendar {

using namespace vouch;

namespace {

Day day(const char *text)
{
    return parseDay(text).value();
}

} // namespace

class TestCalendar : public QObject
{
    Q_OBJECT

private slots:
    // As ICU and the calendar's published tables have them.
    void jalaliDates_data()
    {
        QTest::addColumn<QString>("gregorian");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("date");
        const std::tuple<const char *, int, int, int> rows[] = {
            {"1970-01-01", 1348, 10, 11}, {"1979-02-11", 1357, 11, 22},
            {"2021-03-20", 1399, 12, 30}, {"2021-03-21", 1400, 1, 1},
            {"2025-03-20", 1403, 12, 30}, {"2025-03-21", 1404, 1, 1},
            {"2026-03-20", 1404, 12, 29}, {"2026-03-21", 1405, 1, 1},
            {"2026-09-22", 1405, 6, 31},  {"2026-09-23", 1405, 7, 1},
            {"2026-11-21", 1405, 8, 30},  {"2026-11-22", 1405, 9, 1},
            {"2030-03-20", 1408, 12, 30},
        };
        for (const auto &[gregorian, year, month, date] : rows)
            QTest::newRow(gregorian) << QString(gregorian) << year << month << date;
    }
    void jalaliDates()
    {
        QFETCH(QString, gregorian);
        QFETCH(int, year);
        QFETCH(int, month);
        QFETCH(int, date);
        const auto found = jalaliDate(day(qPrintable(gregorian)));
        QCOMPARE(found.year, year);
        QCOMPARE(found.month, month);
        QCOMPARE(found.day, date);
    }

    void leapYearsOfSeventyYears()
    {
        const std::set<int> known{1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412,
                                  1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449};
        std::set<int> found;
        for (auto each = day("2000-03-20"); each < day("2071-04-01"); each += std::chrono::days(1))
            if (jalaliDate(each).month == 12 && jalaliDate(each).day == 30)
                found.insert(jalaliDate(each).year);
        QCOMPARE(found, known);
    }

    void everyDayFollowsTheOneBefore()
    {
        auto before = jalaliDate(day("1990-01-01"));
        for (auto each = day("1990-01-02"); each < day("2060-01-01");
             each += std::chrono::days(1)) {
            const auto now = jalaliDate(each);
            const bool isNext = now == JalaliDate{before.year, before.month, before.day + 1} ||
                                now == JalaliDate{before.year, before.month + 1, 1} ||
                                now == JalaliDate{before.year + 1, 1, 1};
            QVERIFY2(isNext, formatDay(each).c_str());
            before = now;
        }
    }

    void months()
    {
        const auto bounds = [](const char *of, Calendar calendar) {
            return formatDay(firstOfMonth(day(of), calendar)) + " " +
                   formatDay(firstOfNextMonth(day(of), calendar));
        };
        QCOMPARE(bounds("2024-02-29", Calendar::Gregorian), std::string("2024-02-01 2024-03-01"));
        QCOMPARE(bounds("2026-12-31", Calendar::Gregorian), std::string("2026-12-01 2027-01-01"));
        QCOMPARE(bounds("2026-03-20", Calendar::Jalali), std::string("2026-02-20 2026-03-21"));
        QCOMPARE(bounds("2026-03-21", Calendar::Jalali), std::string("2026-03-21 2026-04-21"));
        QCOMPARE(monthKey(day("2026-11-22"), Calendar::Gregorian), std::string("2026-11"));
        QCOMPARE(monthKey(day("2026-11-22"), Calendar::Jalali), std::string("1405-09"));
        QCOMPARE(monthKey(day("2026-11-21"), Calendar::Jalali), std::string("1405-08"));
        QCOMPARE(monthKey(day("2026-12-31"), Calendar::Jalali), std::string("1405-10"));
    }

    void weeksBeginWhereTheyAreSaidTo()
    {
        const auto sunday = day("2026-11-22");
        QCOMPARE(firstOfWeek(sunday, std::chrono::Monday), day("2026-11-16"));
        QCOMPARE(firstOfWeek(sunday, std::chrono::Sunday), sunday);
        QCOMPARE(firstOfWeek(sunday, std::chrono::Saturday), day("2026-11-21"));
        QCOMPARE(weekdayFrom("sat"), std::optional(std::chrono::Saturday));
        QCOMPARE(std::string(toText(std::chrono::Sunday)), std::string("sun"));
        QVERIFY(!weekdayFrom("Sat") && !weekdayFrom("") && !calendarFrom("julian"));
    }

    void aDayBeginsAtItsHour()
    {
        const auto today = day("2026-11-22"), yesterday = day("2026-11-21");
        QCOMPARE(businessDay({today, 3, 59, 0}, 4), yesterday);
        QCOMPARE(businessDay({today, 4, 0, 0}, 4), today);
        QCOMPARE(businessDay({today, 0, 0, 0}, 0), today);
        QCOMPARE(calendarDay(yesterday, 3, 4), today);
        QCOMPARE(calendarDay(yesterday, 4, 4), yesterday);
        QCOMPARE(calendarDay(yesterday, 0, 0), yesterday);
    }
};

VOUCH_TEST(TestCalendar)

} // namespace test_calendar

#include "test_calendar.moc"
