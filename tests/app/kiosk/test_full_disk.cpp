#include "fault_vfs.h"
#include "kiosk_fixture.h"

#include "app/kiosk/records_watch.h"
#include "tests/support/suite.h"

#include <QSignalSpy>
#include <QTest>

namespace test_full_disk {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;
using On = FaultVfs::Event;
using Fault = FaultVfs::Fault;

/// A tablet whose disk is full, or whose database was damaged, from the shopper's and the
/// technician's side.
class TestFullDisk : public QObject
{
    Q_OBJECT

    FaultVfs &m_vfs = FaultVfs::get();

    void fill() { m_vfs.at(On::Growth, 1, Fault::DiskFull, true); }
    static std::string openOnes(const Kiosk &kiosk)
    {
        return kiosk.onDisk("SELECT count(*) FROM checks WHERE closed_at IS NULL");
    }

private slots:
    void init() { m_vfs.reset(); }
    void cleanup() { m_vfs.reset(); }

    void theShopperReadsKindWordsAndTheNextOneAnswers()
    {
        Kiosk kiosk;
        const auto survey = kiosk.survey();
        survey->tapPoint(9);
        survey->startAgain();
        kiosk.timers.advance(2s);

        fill();
        survey->tapPoint(3);
        QCOMPARE(survey->page(), SurveyModel::Resting);
        QVERIFY(!survey->failure().isEmpty());
        m_vfs.reset();
        fill();
        kiosk.timers.advance(11s);
        QVERIFY(survey->failure().isEmpty()); // the kind words go by themselves
        survey->tapPoint(4);
        QVERIFY(!survey->failure().isEmpty());
        kiosk.timers.advance(11s);

        m_vfs.reset(); // somebody made room: nothing else is to be done
        survey->tapPoint(10);
        QVERIFY(survey->failure().isEmpty());
        survey->startAgain();
        const auto closed = kiosk.closed();
        QCOMPARE(closed.size(), 2u);
        QCOMPARE(*closed[0].score, 9);
        QCOMPARE(*closed[1].score, 10);
        QCOMPARE(closed[1].sequence, 2);
    }

    void whatWasAnsweredBeforeItWasFullIsSafe()
    {
        Kiosk kiosk;
        {
            const auto survey = kiosk.survey();
            survey->tapPoint(2);
            fill();
            survey->toggle("queue");
            survey->done();
            QVERIFY(!survey->failure().isEmpty());
            kiosk.timers.advance(11s);
            survey->tapPoint(8); // the one left open cannot be closed, so none is opened
            QVERIFY(!survey->failure().isEmpty());
            kiosk.timers.advance(11s);
            QCOMPARE(openOnes(kiosk), std::string("1"));
            m_vfs.reset();
            survey->tapPoint(8);
            survey->startAgain();
        }
        const auto closed = kiosk.closed();
        QCOMPARE(closed.size(), 2u);
        QCOMPARE(*closed[0].score, 2);
        QCOMPARE(closed[0].state, check::State::Abandoned);
        QCOMPARE(*closed[1].score, 8);
    }

    void startedOnAFullDiskItGoesOnWhenThereIsRoom()
    {
        Kiosk kiosk;
        kiosk.survey()->tapPoint(5);
        kiosk.restart(); // with the shopper's check open
        const auto survey = kiosk.survey();
        fill();
        QCOMPARE(kiosk.store->closeLeftOpen(1).failure().code, std::string("disk-full"));
        survey->tapPoint(6);
        QVERIFY(!survey->failure().isEmpty());
        kiosk.timers.advance(11s);
        m_vfs.reset();
        survey->tapPoint(7);
        survey->startAgain();
        const auto closed = kiosk.closed();
        QCOMPARE(closed.size(), 2u);
        QCOMPARE(*closed[0].score, 5);
        QCOMPARE(*closed[1].score, 7);
    }

    void alteredRecordsAreToldOnce()
    {
        Kiosk kiosk;
        const auto survey = kiosk.survey();
        survey->tapPoint(9);
        survey->startAgain();
        RecordsWatch watch(*kiosk.store, kiosk.timers);
        QSignalSpy told(&watch, &RecordsWatch::troubled);
        watch.start();
        kiosk.timers.advance(1min);
        QCOMPARE(told.count(), 0);
        {
            SQLite::Database raw(kiosk.file().toStdString(), SQLite::OPEN_READWRITE);
            raw.exec("UPDATE checks SET score = 1");
        }
        kiosk.timers.advance(1min);
        QCOMPARE(told.count(), 1);
        const auto failure = told.at(0).at(0).value<Failure>();
        QCOMPARE(failure.code, std::string("records-altered"));
    }

    void aRecoveryIsTold()
    {
        Kiosk kiosk;
        kiosk.store.reset();
        QFile file(kiosk.file());
        QVERIFY(file.open(QFile::ReadWrite));
        file.write(QByteArray(100, 'x'));
        file.close();
        kiosk.restart();
        RecordsWatch watch(*kiosk.store, kiosk.timers);
        QSignalSpy told(&watch, &RecordsWatch::troubled);
        watch.start();
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.at(0).at(0).value<Failure>().code, std::string("database-recovered"));
    }
};

VOUCH_TEST(TestFullDisk)

} // namespace test_full_disk

#include "test_full_disk.moc"
