#include "core/storage/activity_log.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QTest>

namespace test_activity_log {

using namespace vouch;
using namespace vouch::storage;
using namespace std::chrono_literals;

/// What the kiosk did, hour by hour, through ends and crashes of the program.
class TestActivityLog : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock{"2026-11-22T09:00:00.000Z"}; // 13:00 in Dubai
    const TimeZone m_dubai = TimeZone::find("Asia/Dubai").value();
    const Uuid m_device = Uuid::v7(m_clock);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;
    std::unique_ptr<ActivityLog> m_log;

    void start()
    {
        m_log.reset();
        m_store.reset();
        m_store = KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        QVERIFY(m_store->closeLeftOpen(m_clock.monotonicMs()));
        m_log = std::make_unique<ActivityLog>(*m_store, m_clock);
        m_log->setPlace(m_device, "s1", m_dubai);
        QVERIFY(m_log->tick());
        m_log->setAvailable(true);
    }
    void pass(std::chrono::milliseconds time, std::chrono::milliseconds step = 1min)
    {
        for (; time > 0ms; time -= step) {
            m_clock.advance(std::min(step, time));
            QVERIFY(m_log->tick());
        }
    }
    check::Check sample(int score, const Uuid &device)
    {
        auto check = test::sampleCheck(m_clock, score, device);
        const auto local = m_dubai.local(m_clock.now());
        check.device = device;
        check.day = local.day;
        check.hour = local.hour;
        check.utcOffsetMinutes = local.utcOffsetMinutes;
        return check;
    }
    Uuid open(int score)
    {
        const auto check = sample(score, m_device);
        [&] { QVERIFY(m_store->openCheck(check)); }();
        return check.id;
    }
    void close(const Uuid &id, const std::string &leftOn = {})
    {
        QVERIFY(m_store->close(id, m_clock.monotonicMs(), leftOn));
        QVERIFY(m_log->tick());
    }
    /// The records of kind `activity` that wait.
    std::vector<check::Check> hours()
    {
        std::vector<check::Check> out;
        const auto waiting = m_store->outgoing(1000, 8 << 20);
        for (const auto &each : *waiting) {
            const auto record = parseJson(each.canonical)->as_object();
            const auto read = check::fromJson(record);
            [&] {
                QVERIFY(check::verify(record));
                QVERIFY2(read.ok(), read ? "" : read.failure().text().c_str());
            }();
            if (read->kind == check::kind::activity)
                out.push_back(*read);
        }
        return out;
    }
    static std::int64_t number(const check::Check &record, std::string_view member)
    {
        return findInteger(record.body, member).value_or(-1);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set("2026-11-22T09:00:00.000Z");
        start();
    }
    void cleanup()
    {
        m_log.reset();
        m_store.reset();
    }

    void anHourIsOneRecordWhenItIsOver()
    {
        const auto done = open(9);
        QVERIFY(m_store->complete(done));
        close(done);
        pass(10min);
        close(open(3), "improve");
        close(open(3), "improve");
        close(open(4), "comment");
        const auto corrected = open(2);
        QVERIFY(m_store->putItem(corrected, {"recommend", "scale", 8, {}, {}, 0}, 8));
        close(corrected);
        auto unscored = sample(0, m_device);
        unscored.score.reset();
        unscored.items.clear();
        QVERIFY(m_store->openCheck(unscored));
        close(unscored.id, "recommend");
        auto training = sample(0, m_device);
        training.kind = check::kind::training;
        QVERIFY(m_store->openCheck(training));
        close(training.id);
        m_log->warned();
        m_log->warned();
        m_log->gaveMoreTime();
        pass(49min);
        QVERIFY(hours().empty());
        pass(1min);
        QCOMPARE(hours().size(), 1u);
        const auto record = hours().front();
        QCOMPARE(record.device, m_device);
        QCOMPARE(record.store, std::string("s1"));
        QCOMPARE(formatDay(record.day), std::string("2026-11-22"));
        QCOMPARE(record.hour, 13);
        QCOMPARE(formatUtc(record.openedAt), std::string("2026-11-22T09:00:00.000Z"));
        QCOMPARE(
            record.body, (json::value{
                              {"minutes", 60},
                              {"opened", 6},
                              {"scored", 5},
                              {"completed", 1},
                              {"corrected", 1},
                              {"left", {{"improve", 2}, {"comment", 1}, {"recommend", 1}}},
                              {"warnings", 2},
                              {"more_time", 1}})
                             .as_object());
        pass(60min);
        QCOMPARE(hours().size(), 2u);
        QCOMPARE(number(hours()[1], "opened"), 0);
        QCOMPARE(number(hours()[1], "minutes"), 60);
    }

    void onlyTheTimeInWhichOneCouldAnswerCounts()
    {
        pass(10min);
        m_log->setAvailable(false);
        pass(20min);
        m_log->setAvailable(true);
        pass(12min + 20s);
        m_clock.advance(25min); // it stood still
        QVERIFY(m_log->tick());
        QCOMPARE(hours().size(), 1u);
        // 22:20 of steps, and what a tick may add at most falls into the next hour.
        QCOMPARE(number(hours()[0], "minutes"), 22);
    }

    void aTickOverTheTurnIsSplit()
    {
        pass(59min + 20s, 20s);
        m_clock.advance(60s);
        QVERIFY(m_log->tick());
        QCOMPARE(number(hours()[0], "minutes"), 60);
        m_log->setAvailable(false);
        pass(60min);
        QCOMPARE(number(hours()[1], "minutes"), 0); // 20 seconds
    }

    void theHourWaitsForItsLastCheck()
    {
        pass(59min + 50s);
        const auto id = open(9);
        pass(20s);
        QVERIFY(hours().empty());
        QVERIFY(m_store->complete(id));
        close(id);
        QCOMPARE(hours().size(), 1u);
        QCOMPARE(number(hours()[0], "completed"), 1);
    }

    void whatIsStoredSurvivesACrash()
    {
        pass(5min);
        close(open(9));
        open(3);
        m_log->warned();
        pass(1min);
        m_clock.advance(59s);
        start(); // without a word of goodbye
        pass(60min);
        QCOMPARE(hours().size(), 1u);
        QCOMPARE(number(hours()[0], "opened"), 2);
        QCOMPARE(number(hours()[0], "scored"), 2);
        QCOMPARE(number(hours()[0], "warnings"), 1);
        QCOMPARE(number(hours()[0], "minutes"), 59); // one was lost
        QVERIFY(hours()[0].body.at("left").as_object().empty());
    }

    void anHourLeftBehindIsClosedAtTheStart()
    {
        pass(5min);
        open(9);
        m_clock.advance(48h);
        start();
        QCOMPARE(hours().size(), 1u);
        QCOMPARE(hours()[0].hour, 13);
        QCOMPARE(number(hours()[0], "minutes"), 5);
        QCOMPARE(number(hours()[0], "opened"), 1);
        // The hours between have none.
        pass(60min);
        QCOMPARE(hours().size(), 2u);
    }

    void whatCannotBeStoredIsKeptForLater()
    {
        pass(10min);
        const auto file = m_folder->path().toStdString() + "/kiosk.db";
        {
            SQLite::Database other(file, SQLite::OPEN_READWRITE);
            other.exec("CREATE TRIGGER no BEFORE INSERT ON activity BEGIN "
                       "SELECT raise(ABORT, 'not now'); END");
        }
        m_clock.advance(1min);
        QVERIFY(!m_log->tick());
        m_clock.advance(1min);
        QVERIFY(!m_log->tick());
        {
            SQLite::Database other(file, SQLite::OPEN_READWRITE);
            other.exec("DROP TRIGGER no");
        }
        pass(48min);
        QCOMPARE(number(hours()[0], "minutes"), 60);
    }

    void openingHoursStandBesideTheMinutes()
    {
        check::MarkPolicy policy;
        policy.hours = OpeningHours::parse({{"sun", {"13:30-22:00"}}}).value();
        m_store->setMarkPolicy(policy);
        pass(60min);
        QCOMPARE(number(hours()[0], "minutes_open"), 30);
    }

    void anHourBeforeTheDayStartsIsOfTheDayBefore()
    {
        check::MarkPolicy policy;
        policy.hours = OpeningHours::parse({{"mon", {"02:30-03:00"}}}).value();
        m_store->setMarkPolicy(policy);
        m_log->setPlace(m_device, "s1", m_dubai, 4);
        m_clock.set("2026-11-22T22:00:00.000Z"); // Monday, 02:00 in Dubai
        auto check = sample(9, m_device);
        check.day = parseDay("2026-11-22").value(); // as the kiosk makes it
        QVERIFY(m_store->openCheck(check));
        close(check.id);
        pass(60min);
        QCOMPARE(hours().size(), 1u);
        QCOMPARE(formatDay(hours()[0].day), std::string("2026-11-22"));
        QCOMPARE(hours()[0].hour, 2);
        QCOMPARE(formatUtc(hours()[0].openedAt), std::string("2026-11-22T22:00:00.000Z"));
        QCOMPARE(number(hours()[0], "minutes_open"), 30);
        QCOMPARE(number(hours()[0], "opened"), 1);
    }

    void theRepeatedHourIsTwo()
    {
        m_clock.set("2026-10-25T00:00:00.000Z"); // 02:00 in Berlin, for the first time
        m_log->setPlace(m_device, "s1", TimeZone::find("Europe/Berlin").value());
        pass(180min);
        QCOMPARE(hours().size(), 3u);
        QCOMPARE(hours()[0].hour, 2);
        QCOMPARE(hours()[1].hour, 2);
        QCOMPARE(hours()[0].utcOffsetMinutes, 120);
        QCOMPARE(hours()[1].utcOffsetMinutes, 60);
        QCOMPARE(number(hours()[0], "minutes"), 60);
        QCOMPARE(number(hours()[1], "minutes"), 60);
    }

    void aClockSetBackCountsNoCheckTwice()
    {
        close(open(9));
        pass(61min);
        m_clock.set("2026-11-22T09:10:00.000Z");
        close(open(3));
        pass(51min);
        QCOMPARE(hours().size(), 3u); // 13 o'clock, a minute of 14, 13 again
        std::int64_t opened = 0;
        for (const auto &record : hours())
            opened += record.hour == 13 ? number(record, "opened") : 0;
        QCOMPARE(opened, 2);
    }

    void beforeTheEnrolmentItWaits()
    {
        m_log->setPlace(Uuid(), "", m_dubai);
        const auto check = sample(9, Uuid());
        QVERIFY(m_store->openCheck(check));
        close(check.id);
        pass(70min);
        QVERIFY(hours().empty());
        QVERIFY(*m_store->adopt(m_device, "s9") >= 1);
        m_log->setPlace(m_device, "s9", m_dubai);
        pass(60min);
        QCOMPARE(hours().size(), 2u);
        for (const auto &record : hours()) {
            QCOMPARE(record.device, m_device);
            QCOMPARE(record.store, std::string("s9"));
        }
        QCOMPARE(number(hours()[0], "opened"), 1);
    }
};

VOUCH_TEST(TestActivityLog)

} // namespace test_activity_log

#include "test_activity_log.moc"
