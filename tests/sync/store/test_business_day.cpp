#include "central_tablet.h"
#include "core/storage/kiosk_store.h"
#include "sync/server/store/store.h"
#include "sync/server/store/verification.h"
#include "tests/support/suite.h"
#include "tests/sync/store/exported_rows.h"

#include <QTest>
#include <QTimeZone>

namespace test_business_day {

using namespace vouch;
using namespace vouch::server;
using namespace std::chrono_literals;

namespace {

/// Answers by business day, or by hour of the day.
using Counts = std::map<std::string, std::int64_t>;

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), zone);
}

} // namespace

/// A tablet answers through a change of the clocks. Its own figures, the server's counters and the
/// export have to say the same day and hour, which Qt's calendar knows independently.
class TestBusinessDay : public QObject
{
    Q_OBJECT

    test::ManualClock m_right; ///< the server's
    test::ManualClock m_wrong; ///< the tablet's
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_central;
    std::unique_ptr<storage::KioskStore> m_kiosk;
    std::unique_ptr<test::Tablet> m_tablet;
    Uuid m_boot = Uuid::v7(m_right);
    Counts m_days; ///< as they must be
    Counts m_hours;

    void open(const std::string &zone)
    {
        m_tablet.reset();
        m_kiosk.reset();
        m_central.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_central = Store::open(test::databaseIn(*m_folder), m_right).value();
        QVERIFY(m_central->addStore({"s1", "Shop", "", zone}));
        m_kiosk = storage::KioskStore::open(m_folder->path().toStdString(), m_wrong).value();
        m_tablet = std::make_unique<test::Tablet>(m_wrong, *m_central);
        m_days.clear();
        m_hours.clear();
    }
    /// As the kiosk makes its checks.
    void answer(const TimeZone &zone)
    {
        auto check = test::sampleCheck(m_wrong, 9, m_tablet->device.id);
        check.boot = m_boot;
        const auto local = zone.local(m_wrong.now());
        check.day = local.day;
        check.hour = local.hour;
        check.utcOffsetMinutes = local.utcOffsetMinutes;
        QVERIFY(m_kiosk->openCheck(check));
        QVERIFY(m_kiosk->close(check.id, m_wrong.monotonicMs()));
        const auto shown =
            localTime(m_right.now(), QTimeZone(QByteArray::fromStdString(zone.name())));
        ++m_days[shown.date().toString(Qt::ISODate).toStdString()];
        ++m_hours[std::to_string(shown.time().hour())];
    }
    void send()
    {
        std::vector<storage::Acknowledgement> words;
        std::vector<json::object> records;
        const auto waiting = m_kiosk->outgoing(500, 8 << 20).value();
        for (const auto &record : waiting) {
            records.push_back(parseJson(record.canonical)->as_object());
            words.push_back({record.id, storage::Acknowledgement::Kind::Taken, "", ""});
        }
        const auto count = records.size();
        auto batch = m_tablet->batch(std::move(records));
        batch.boot = m_boot;
        batch.monotonicMs = m_wrong.monotonicMs();
        const auto answer = m_central->ingest(m_tablet->device, std::move(batch));
        QCOMPARE(test::statuses(answer), std::string(count, 'a'));
        for (std::size_t i = 0; i < count; ++i)
            words[i].countedOn = answer->results[i].countedOn;
        QVERIFY(m_kiosk->acknowledge(words));
        QVERIFY(m_central->recount());
    }
    Counts counted(By by)
    {
        Counts out;
        ScoreQuery query;
        query.stores = {"s1"};
        query.by = by;
        const auto rows = m_central->score(query).value();
        for (const auto &row : rows)
            if (row.tally.count() > 0)
                out[row.key] = row.tally.count();
        return out;
    }
    Counts exportedCounts(bool byHour)
    {
        Counts out;
        for (const auto &row : test::exported(*m_central))
            ++out[byHour ? std::to_string(row.hour) : formatDay(row.day)];
        return out;
    }
    Counts onTheTablet()
    {
        Counts out;
        for (const auto &[text, count] : m_days) {
            const auto day = parseDay(text).value();
            out[text] = m_kiosk->figures({day, day})->all.count();
        }
        return out;
    }
    Counts onTheTabletByHour()
    {
        Counts out;
        const auto hours = m_kiosk->hourCounts({}, {}).value();
        for (const auto &hour : hours)
            out[std::to_string(hour.hour)] += hour.tally.count();
        return out;
    }

private slots:
    void throughAChangeOfTheClocks_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("hours"); ///< that the day of the change has, doubled
        const auto row = [](const char *zone, const char *from, int halves) {
            QTest::addRow("%s %.10s", zone, from) << zone << from << halves;
        };
        row("Europe/Berlin", "2026-03-28T12:00:00.000Z", 46);
        row("Europe/Berlin", "2026-10-24T12:00:00.000Z", 50);
        row("America/New_York", "2026-03-07T12:00:00.000Z", 46);
        row("America/New_York", "2026-10-31T12:00:00.000Z", 50);
        row("Australia/Lord_Howe", "2026-04-04T02:00:00.000Z", 49); // by half an hour
        row("Australia/Lord_Howe", "2026-10-03T02:00:00.000Z", 47);
        row("Asia/Kolkata", "2026-03-28T12:00:00.000Z", 48); // 5:30, the same all year
        row("Asia/Kathmandu", "2026-03-28T12:00:00.000Z", 48);
    }
    void throughAChangeOfTheClocks()
    {
        QFETCH(QString, zone);
        QFETCH(QString, from);
        QFETCH(int, hours);
        for (const auto *clock : {&m_right, &m_wrong})
            const_cast<test::ManualClock *>(clock)->set(from.toStdString().c_str());
        open(zone.toStdString());
        const auto found = TimeZone::find(zone.toStdString()).value();
        for (int half = 0; half < 2 * 48; ++half) { // two days, the change in the middle
            answer(found);
            m_right.advance(30min);
            m_wrong.advance(30min);
        }
        // The whole day between the two broken ones has as many half hours as it should.
        QCOMPARE(m_days.size(), std::size_t(3));
        QCOMPARE(std::next(m_days.begin())->second, std::int64_t(hours));
        QCOMPARE(onTheTablet(), m_days);
        send();
        QCOMPARE(counted(By::Day), m_days);
        QCOMPARE(counted(By::Hour), m_hours);
        QCOMPARE(exportedCounts(false), m_days);
        QCOMPARE(exportedCounts(true), m_hours);
        QCOMPARE(onTheTablet(), m_days);
    }

    /// When the tablet's clock was years off, the server's calendar counts, through the same
    /// change.
    void aWrongClockIsCorrected_data()
    {
        QTest::addColumn<QString>("tablet");
        QTest::newRow("1970") << "1970-01-01T00:00:10.000Z";
        QTest::newRow("years behind") << "2023-07-01T05:17:00.000Z";
        QTest::newRow("years ahead") << "2041-01-03T20:40:00.000Z";
        QTest::newRow("two hours ahead") << "2026-10-24T14:00:00.000Z";
    }
    void aWrongClockIsCorrected()
    {
        QFETCH(QString, tablet);
        m_right.set("2026-10-24T12:00:00.000Z");
        m_wrong.set(tablet.toStdString().c_str());
        open("Europe/Berlin");
        const auto zone = TimeZone::find("Europe/Berlin").value();
        for (int half = 0; half < 2 * 48; ++half) {
            answer(zone);
            m_right.advance(30min);
            m_wrong.advance(30min);
        }
        send();
        QCOMPARE(counted(By::Day), m_days);
        QCOMPARE(counted(By::Hour), m_hours);
        QCOMPARE(exportedCounts(false), m_days);
        QCOMPARE(exportedCounts(true), m_hours);
        QCOMPARE(onTheTablet(), m_days);
        QCOMPARE(onTheTabletByHour(), m_hours);
        // What is corrected is kept beside what the tablet said.
        for (const auto &row : test::exported(*m_central)) {
            QCOMPARE(row.clockErrorMs, (m_right.now() - m_wrong.now()).count());
            QCOMPARE(row.check.day, zone.local(row.check.openedAt).day);
        }
    }

    /// It is set after some answers, by hand or by a time service, and only then are they sent.
    void aClockThatWasSetBeforeItSends_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto right = QStringLiteral("2026-10-26T12:00:00.000Z"); // when it is set
        QTest::newRow("wrong to right") << "1970-01-01T00:00:10.000Z" << right;
        QTest::newRow("hours behind to right") << "2026-10-24T03:00:00.000Z" << right;
        QTest::newRow("right to wrong") << "2026-10-24T12:00:00.000Z"
                                        << "1999-12-31T23:00:00.000Z";
        QTest::newRow("right to two months ahead") << "2026-10-24T12:00:00.000Z"
                                                   << "2026-12-26T12:00:00.000Z";
        QTest::newRow("wrong to wrong") << "2031-05-05T00:00:00.000Z"
                                        << "2023-01-01T00:00:00.000Z";
    }
    void aClockThatWasSetBeforeItSends()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        m_right.set("2026-10-24T12:00:00.000Z");
        m_wrong.set(before.toStdString().c_str());
        open("Europe/Berlin");
        const auto zone = TimeZone::find("Europe/Berlin").value();
        const auto answerFor = [&](int halves) {
            for (int half = 0; half < halves; ++half) {
                answer(zone);
                m_right.advance(30min);
                m_wrong.advance(30min);
            }
        };
        answerFor(2 * 48);
        m_wrong.set(after.toStdString().c_str());
        answerFor(48);
        send();
        QCOMPARE(counted(By::Day), m_days);
        QCOMPARE(counted(By::Hour), m_hours);
        QCOMPARE(exportedCounts(false), m_days);
        QCOMPARE(exportedCounts(true), m_hours);
        QCOMPARE(onTheTablet(), m_days);
        QCOMPARE(onTheTabletByHour(), m_hours);
        QVERIFY(m_central->verify([] { return true; })->isSound());
    }

    /// Once the server has told the time, the tablet counts by it before anything is taken, and the
    /// server agrees.
    void theTimeThatTheServerToldCountsAtOnce()
    {
        m_right.set("2026-10-24T12:00:00.000Z");
        m_wrong.set("2019-02-03T04:05:06.000Z");
        open("Europe/Berlin");
        const auto zone = TimeZone::find("Europe/Berlin").value();
        m_kiosk->setCalendar(zone, 0);
        m_kiosk->learnTime(m_right.now());
        for (int half = 0; half < 2 * 48; ++half) {
            if (half == 48)
                m_wrong.set("2033-03-03T03:03:03.000Z"); // somebody sets it meanwhile
            answer(zone);
            m_right.advance(30min);
            m_wrong.advance(30min);
        }
        QCOMPARE(m_kiosk->shopClock().now(), m_right.now());
        QCOMPARE(onTheTablet(), m_days);
        QCOMPARE(onTheTabletByHour(), m_hours);
        send();
        QCOMPARE(counted(By::Hour), m_hours);
        QCOMPARE(onTheTablet(), m_days);
        QCOMPARE(onTheTabletByHour(), m_hours);
    }

    /// The answer was lost, and the clock was set before it is sent again after a restart: the
    /// server says where it counts it, not where it would now.
    void aRecordSentAgainIsToldWhereItCounts()
    {
        m_right.set("2026-10-24T12:00:00.000Z");
        m_wrong.set("2026-10-21T12:00:00.000Z");
        open("Europe/Berlin");
        answer(TimeZone::find("Europe/Berlin").value());
        const auto record = m_kiosk->outgoing(1, 1).value().front();
        const auto sent = [&] {
            auto batch = m_tablet->batch({parseJson(record.canonical)->as_object()});
            batch.boot = m_boot;
            batch.monotonicMs = m_wrong.monotonicMs();
            return m_central->ingest(m_tablet->device, std::move(batch)).value().results.front();
        };
        const check::CountedTime right{parseDay("2026-10-24").value(), 14};
        QCOMPARE(sent().countedOn, std::optional(right));
        m_boot = Uuid::v7(m_right);
        m_wrong.set("2026-10-24T12:00:00.000Z");
        const auto again = sent();
        QCOMPARE(again.status, protocol::Status::Duplicate);
        QCOMPARE(again.countedOn, std::optional(right));
    }

    /// Of an earlier boot only the present error is known, which must not put its answers where
    /// they cannot be.
    void afterAnotherStart_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("day");
        const auto right = QStringLiteral("2026-10-25T14:00:00.000Z"); // two hours after the start
        QTest::newRow("always wrong") << "2020-01-01T12:00:00.000Z"
                                      << "2020-01-02T14:00:00.000Z"
                                      << "2026-10-24";
        QTest::newRow("1970, then right") << "1970-01-01T00:00:10.000Z" << right << "2026-10-25";
        QTest::newRow("right, then 1970") << "2026-10-24T12:00:00.000Z"
                                          << "1970-01-01T02:00:00.000Z"
                                          << "2026-10-24";
        QTest::newRow("right, then ahead") << "2026-10-24T12:00:00.000Z"
                                           << "2031-01-01T00:00:00.000Z"
                                           << "2026-10-24";
        QTest::newRow("right") << "2026-10-24T12:00:00.000Z" << right << "2026-10-24";
    }
    void afterAnotherStart()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, day);
        m_right.set("2026-10-24T12:00:00.000Z");
        m_wrong.set(before.toStdString().c_str());
        open("Europe/Berlin");
        answer(TimeZone::find("Europe/Berlin").value());
        m_boot = Uuid::v7(m_right);
        m_right.set("2026-10-25T14:00:00.000Z");
        m_wrong = test::ManualClock(after.toStdString().c_str()); // its monotonic clock begins anew
        m_wrong.advance(2h);
        m_wrong.set(after.toStdString().c_str());
        send();
        QCOMPARE(counted(By::Day), (Counts{{day.toStdString(), 1}}));
        const auto counts = parseDay(day.toStdString()).value();
        QCOMPARE(m_kiosk->figures({counts, counts})->all.count(), 1);
    }

    /// What came by stick says nothing of the clock: the last estimate holds.
    void whatWasCarriedTakesTheLastEstimate()
    {
        m_right.set("2026-11-20T12:00:00.000Z");
        m_wrong.set("2020-01-01T12:00:00.000Z");
        open("Europe/Berlin");
        const auto zone = TimeZone::find("Europe/Berlin").value();
        answer(zone);
        send();
        m_right.advance(1h);
        m_wrong.advance(1h);
        answer(zone);
        const auto record = m_kiosk->outgoing(1, 1).value().front();
        const auto batch = m_tablet->batch({parseJson(record.canonical)->as_object()});
        m_right.advance(24h * 9); // on its way
        QVERIFY(m_central->ingest(m_tablet->device, batch, Arrival::Carried));
        QCOMPARE(counted(By::Day), (Counts{{"2026-11-20", 2}}));
    }

    /// The order is the chain's, whatever the clock does between two answers.
    void jumpsChangeNoOrder()
    {
        open("Europe/Berlin");
        std::vector<Uuid> made;
        for (const char *time :
             {"2026-11-22T10:00:00.000Z", "2044-02-29T23:59:59.000Z", "1970-01-01T00:00:00.000Z",
              "2026-11-22T09:00:00.000Z", "2009-09-09T09:09:09.000Z"}) {
            m_wrong.set(time);
            const auto check = test::sampleCheck(m_wrong, 7, m_tablet->device.id);
            QVERIFY(m_kiosk->openCheck(check));
            m_wrong.set("1999-12-31T23:59:59.999Z"); // in the middle of the conversation
            const auto closed = m_kiosk->close(check.id, m_wrong.monotonicMs()).value();
            QVERIFY(closed.closedAt >= closed.openedAt);
            made.push_back(check.id);
            m_wrong.advance(1s);
        }
        std::vector<Uuid> order;
        std::int64_t sequence = 0;
        std::int64_t monotonic = 0;
        const auto waiting = m_kiosk->outgoing(500, 8 << 20).value();
        for (const auto &record : waiting) {
            const auto check = check::fromJson(parseJson(record.canonical)->as_object()).value();
            QCOMPARE(check.sequence, ++sequence);
            QVERIFY(check.monotonicMs > std::exchange(monotonic, check.monotonicMs));
            order.push_back(record.id);
        }
        QCOMPARE(order, made);
        m_wrong.set("2026-11-22T10:00:00.000Z");
        send();
    }
};

VOUCH_TEST(TestBusinessDay)

} // namespace test_business_day

#include "test_business_day.moc"
