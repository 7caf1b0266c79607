#include "kiosk_fixture.h"

#include "app/kiosk/kiosk_hours.h"
#include "tests/support/suite.h"

#include <QCoreApplication>
#include <QTest>

namespace test_kiosk_hours {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

namespace {

/// A kiosk with its hours, open from 09:00 to 22:00 in Dubai; the clock says 14:00 there.
struct OpenDay
{
    OpenDay()
    {
        check::MarkPolicy marks;
        const auto week = json::parse(R"({"sun":["09:00-22:00"],"mon":["09:00-22:00"]})");
        marks.hours = OpeningHours::parse(week.as_object()).value();
        hours.setPlace(kiosk.settings(), marks);
        if (!manager.setPinNow("2468"))
            qFatal("the PIN could not be set");
        hours.setAsking(true);
    }

    void converse(int score)
    {
        survey->tapPoint(score);
        survey->done();
        survey->dismissThanks();
        kiosk.timers.advance(1s);
    }

    /// The bodies of the records of kind `activity`.
    std::vector<json::object> activities() const
    {
        QCoreApplication::processEvents();
        std::vector<json::object> out;
        const auto records = kiosk.store->outgoing(1000, 1u << 24).value();
        for (const auto &record : records) {
            const auto all = json::parse(record.canonical).as_object();
            if (all.at("kind").as_string() == "activity")
                out.push_back(all.at("activity").as_object());
        }
        return out;
    }

    Kiosk kiosk;
    std::unique_ptr<SurveyModel> survey = kiosk.survey();
    ManagerModel manager{*kiosk.store, kiosk.clock, kiosk.timers, kiosk.settings()};
    KioskHours hours{*kiosk.store, kiosk.clock, kiosk.timers, *survey, manager};
};

} // namespace

/// What goes with the clock on the wall.
class TestKioskHours : public QObject
{
    Q_OBJECT

private slots:
    void eachHourHasItsRecord();
    void trainingIsNoAvailability();
    void answersOutsideTheHoursAreMarked();
    void theScreenIsDarkWhileTheStoreIsClosed();
};

void TestKioskHours::eachHourHasItsRecord()
{
    OpenDay day;
    day.converse(9);
    day.survey->tapPoint(2);
    day.kiosk.timers.advance(15s);
    day.survey->moreTime();
    day.kiosk.timers.advance(40s);
    QVERIFY(day.activities().empty());
    day.kiosk.timers.advance(1h);
    const auto activities = day.activities();
    QCOMPARE(activities.size(), std::size_t(1));
    const auto &activity = activities.front();
    QCOMPARE(activity.at("opened").as_int64(), 2);
    QCOMPARE(activity.at("scored").as_int64(), 2);
    QCOMPARE(activity.at("completed").as_int64(), 1);
    QCOMPARE(activity.at("warnings").as_int64(), 2);
    QCOMPARE(activity.at("more_time").as_int64(), 1);
    QCOMPARE(activity.at("left").as_object().at("improve").as_int64(), 1);
    QCOMPARE(activity.at("minutes_open").as_int64(), 60);
    QVERIFY(activity.at("minutes").as_int64() >= 58);
}

void TestKioskHours::trainingIsNoAvailability()
{
    OpenDay day;
    day.survey->setTraining(true);
    day.kiosk.timers.advance(30min);
    day.survey->setTraining(false);
    day.kiosk.timers.advance(40min);
    const auto minutes = day.activities().at(0).at("minutes").as_int64();
    QVERIFY2(minutes >= 29 && minutes <= 31, qPrintable(QString::number(minutes)));
}

void TestKioskHours::answersOutsideTheHoursAreMarked()
{
    OpenDay day;
    day.converse(9);
    day.kiosk.timers.advance(9h);
    day.converse(9);
    const auto records = day.kiosk.closed();
    std::vector<std::vector<std::string>> marks;
    for (const auto &record : records) {
        if (record.kind == check::kind::survey)
            marks.push_back(record.marks);
    }
    const std::vector<std::vector<std::string>> expected{{}, {"closed_hours"}};
    QCOMPARE(marks, expected);
}

void TestKioskHours::theScreenIsDarkWhileTheStoreIsClosed()
{
    OpenDay day;
    QVERIFY(!day.survey->dimmed());
    day.kiosk.timers.advance(9h); // 23:00
    QVERIFY(day.survey->dimmed());
    day.survey->activity();
    QVERIFY(!day.survey->dimmed());
    day.survey->tapPoint(8);
    day.kiosk.timers.advance(31s);
    QVERIFY(!day.survey->dimmed()); // somebody is being asked
    day.kiosk.timers.advance(60s);
    QVERIFY(day.survey->dimmed());
    day.kiosk.timers.advance(10h); // 09:00
    QVERIFY(!day.survey->dimmed());
}

VOUCH_TEST(TestKioskHours)

} // namespace test_kiosk_hours

#include "test_kiosk_hours.moc"
