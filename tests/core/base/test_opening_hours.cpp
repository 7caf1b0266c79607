#include "core/base/opening_hours.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_opening_hours {

using namespace vouch;
// A week without exceptions.
constexpr Day Monday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 16);
constexpr Day Tuesday = Monday + std::chrono::days(1);
constexpr Day Thursday = Monday + std::chrono::days(3);
constexpr Day Friday = Monday + std::chrono::days(4);
constexpr Day Saturday = Monday + std::chrono::days(5);
constexpr Day Sunday = Monday + std::chrono::days(6);

namespace {

Result<OpeningHours> parse(const char *text)
{
    return OpeningHours::parse(json::parse(text).as_object());
}

} // namespace

class TestOpeningHours : public QObject
{
    Q_OBJECT

private slots:
    void spansOfADay()
    {
        const auto hours = parse(R"({"mon": ["09:00-13:00", "15:30-24:00"], "tue": []})").value();
        const auto open = [&](int hour, int minute) {
            return hours.isOpen(Monday, hour * 60 + minute);
        };
        QVERIFY(!open(8, 59));
        QVERIFY(open(9, 0));
        QVERIFY(open(12, 59));
        QVERIFY(!open(13, 0));
        QVERIFY(!open(15, 29));
        QVERIFY(open(15, 30));
        QVERIFY(open(23, 59));
        QVERIFY(!hours.isOpen(Tuesday, 0));
        QVERIFY(!hours.isOpen(Sunday, 12 * 60));
    }

    void overMidnightAndTheEndOfTheWeek()
    {
        const auto hours = parse(R"({"fri": ["14:00-02:00"], "sun": ["22:00-01:30"]})").value();
        QVERIFY(hours.isOpen(Friday, 23 * 60 + 59));
        QVERIFY(hours.isOpen(Saturday, 0));
        QVERIFY(hours.isOpen(Saturday, 119));
        QVERIFY(!hours.isOpen(Saturday, 120));
        QVERIFY(!hours.isOpen(Friday, 60));
        QVERIFY(hours.isOpen(Monday, 89)); // from the Sunday before
        QVERIFY(!hours.isOpen(Monday, 90));
    }

    void aLocalTimeIsLookedUpByItsWeekday()
    {
        const auto hours = parse(R"({"fri": ["14:00-22:00"]})").value();
        const auto friday = parseDay("2026-11-20").value();
        QVERIFY(hours.isOpen(LocalTime{friday, 14, 0, 240}));
        QVERIFY(!hours.isOpen(LocalTime{friday, 13, 59, 240}));
        QVERIFY(!hours.isOpen(LocalTime{friday + std::chrono::days(1), 14, 0, 240}));
    }

    void opensAgainUntilTheBusinessDayEnds()
    {
        const auto hours =
            parse(R"({"mon": ["09:00-13:00", "15:00-18:00"], "thu": ["18:00-02:00"]})").value();
        const auto opens = [&](Day day, int hour, int minute, int dayStart) {
            return hours.opensAgain(LocalTime{day, hour, minute, 0}, dayStart);
        };
        QVERIFY(opens(Monday, 0, 0, 0));
        QVERIFY(opens(Monday, 13, 30, 0)); // the break at noon
        QVERIFY(opens(Monday, 17, 59, 0));
        QVERIFY(!opens(Monday, 18, 0, 0));
        QVERIFY(!opens(Monday, 23, 59, 0));
        QVERIFY(!opens(Tuesday, 0, 0, 0));
        QVERIFY(!opens(Monday, 3, 59, 4)); // of Sunday
        QVERIFY(opens(Monday, 4, 0, 4));
        QVERIFY(opens(Thursday, 23, 59, 0));
        QVERIFY(opens(Friday, 1, 59, 4));
        QVERIFY(!opens(Friday, 2, 0, 4));
        QVERIFY(opens(Friday, 1, 59, 0)); // what began the evening before
        QVERIFY(!opens(Friday, 2, 0, 0));
    }

    void minutesOfAnHour()
    {
        const auto hours =
            parse(R"({"thu": ["09:30-10:15", "10:10-10:20", "10:50-11:00"]})").value();
        QCOMPARE(hours.minutesOpenInHour(Thursday, 8), 0);
        QCOMPARE(hours.minutesOpenInHour(Thursday, 9), 30);
        QCOMPARE(hours.minutesOpenInHour(Thursday, 10), 30); // touching and overlapping
        QCOMPARE(hours.minutesOpenInHour(Friday, 10), 0);
        QCOMPARE(parse(R"({"thu": ["00:00-24:00"]})")->minutesOpenInHour(Thursday, 23), 60);
    }

    void exceptionsReplaceWhatBeginsOnTheirDate()
    {
        const auto hours = parse(R"({"mon": ["09:00-22:00"], "fri": ["20:00-02:00"], "exceptions":
                {"2026-11-16": [], "2026-11-20": ["10:00-12:00"], "2026-11-22": ["23:00-01:00"]}})")
                               .value();
        QVERIFY(!hours.isOpen(Monday, 12 * 60));
        QVERIFY(hours.isOpen(Monday + std::chrono::days(7), 12 * 60));
        QVERIFY(hours.isOpen(Monday + std::chrono::days(7), 30)); // since Sunday's exception
        QVERIFY(hours.isOpen(Friday, 11 * 60));
        QVERIFY(!hours.isOpen(Friday, 21 * 60));
        QVERIFY(!hours.isOpen(Saturday, 60));
        QVERIFY(hours.isOpen(Saturday + std::chrono::days(7), 60));
        QCOMPARE(hours.minutesOpenInHour(Monday, 12), 0);
        QCOMPARE(hours.minutesOpenInHour(Sunday, 23), 60);
        QVERIFY(!(hours == parse(R"({"mon": ["09:00-22:00"], "fri": ["20:00-02:00"]})").value()));
        QVERIFY(parse(R"({"exceptions": {"2026-11-22": ["23:00-01:00"]}})"));
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        const std::pair<const char *, const char *> rows[] = {
            {R"({"monday": ["09:00-22:00"]})", "monday"},
            {R"({"mon": "09:00-22:00"})", "mon"},
            {R"({"mon": ["09:00-22:00", "9:00-22:00"]})", "mon/1"},
            {R"({"mon": ["09:00 - 22:00"]})", "mon/0"},
            {R"({"mon": ["09:00/22:00"]})", "mon/0"},
            {R"({"mon": ["09:60-22:00"]})", "mon/0"},
            {R"({"mon": ["09:00-24:01"]})", "mon/0"},
            {R"({"mon": ["24:00-02:00"]})", "mon/0"},
            {R"({"mon": ["09:00-09:00"]})", "mon/0"},
            {R"({"mon": ["-9:00-22:00"]})", "mon/0"},
            {R"({"mon": [900]})", "mon/0"},
            {R"({"mon": [], "tue": []})", ""},
            {"{}", ""},
            {R"({"exceptions": {"2026-12-25": []}})", ""},
            {R"({"exceptions": ["2026-12-25"]})", "exceptions"},
            {R"({"exceptions": {"25.12.2026": []}})", "exceptions/25.12.2026"},
            {R"({"exceptions": {"2026-02-30": []}})", "exceptions/2026-02-30"},
            {R"({"exceptions": {"2026-12-24": ["14-22"]}})", "exceptions/2026-12-24/0"},
        };
        for (const auto &[text, where] : rows)
            QTest::newRow(text) << QString(text) << QString(where);
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, where);
        const auto hours = parse(qPrintable(text));
        QVERIFY(!hours);
        QCOMPARE(hours.failure().code, std::string("opening-hours-malformed"));
        QCOMPARE(hours.failure().where, where.toStdString());
    }
};

VOUCH_TEST(TestOpeningHours)

} // namespace test_opening_hours

#include "test_opening_hours.moc"
