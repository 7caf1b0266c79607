#include "core/storage/kiosk_store.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

namespace test_kiosk_marks {

using namespace vouch;
using namespace vouch::storage;
using namespace std::chrono_literals;

using Marks = std::vector<std::string>;

/// The tablet's own marks: in the sealed record, and by a record of kind `mark` for those before.
class TestKioskMarks : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    const Uuid m_device = Uuid::v7(m_clock);
    const Uuid m_boot = Uuid::v7(m_clock);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;

    check::Check sample(int score)
    {
        auto check = test::sampleCheck(m_clock, score, m_device);
        check.boot = m_boot;
        return check;
    }
    check::Check answer(check::Check check)
    {
        [&] { QVERIFY(m_store->openCheck(check)); }();
        return m_store->close(check.id, m_clock.monotonicMs()).value();
    }
    check::Check answer(int score, std::chrono::seconds after)
    {
        m_clock.advance(after);
        return answer(sample(score));
    }
    /// Everything that waits, which must verify and be one chain.
    std::vector<check::Check> sent()
    {
        std::vector<check::Check> out;
        std::string previous = check::noHash();
        const auto waiting = m_store->outgoing(1000, 8 << 20);
        for (const auto &each : *waiting) {
            const auto record = parseJson(each.canonical)->as_object();
            const auto read = check::fromJson(record);
            [&] {
                QVERIFY(check::verify(record));
                QVERIFY(read);
                QCOMPARE(read->previous, previous);
            }();
            previous = each.hash;
            out.push_back(*read);
        }
        return out;
    }
    metrics::Tally unmarked() { return m_store->figures({}, {})->unmarked; }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        m_store->setMarkPolicy({});
    }
    void cleanup() { m_store.reset(); }

    void aBurstIsMarkedWholly()
    {
        const auto before = answer(5, 0s);
        std::vector<Uuid> early;
        for (int score = 0; score < 5; ++score)
            early.push_back(answer(score, score == 0 ? 600s : 12s).id);
        QCOMPARE(unmarked().count(), 6);
        QCOMPARE(answer(6, 12s).marks, Marks{"burst"});
        QCOMPARE(answer(7, 12s).marks, Marks{"burst"});
        QCOMPARE(answer(8, 13s).marks, Marks());
        QCOMPARE(m_store->figures({}, {})->all.count(), 9);
        QCOMPARE(unmarked().count(), 2);
        QCOMPARE(unmarked().histogram[5] + unmarked().histogram[8], 2);

        const auto records = sent();
        QCOMPARE(records.size(), 10u); // one for the five before, none for those marked already
        const auto &mark = records[7];
        QCOMPARE(mark.kind, std::string("mark"));
        QCOMPARE(mark.device, m_device);
        QCOMPARE(mark.store, std::string("s1"));
        QVERIFY(mark.items.empty() && mark.checklist.empty() && !mark.score);
        const auto later = check::laterMarkFrom(mark);
        QVERIFY(later && later->adds);
        QCOMPARE(later->mark, std::string("burst"));
        QCOMPARE(later->checks, early);
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(records[i].marks, Marks()); // sealed is sealed
    }

    void aRowIsMarkedWholly()
    {
        std::vector<Uuid> early;
        for (int i = 0; i < 9; ++i)
            early.push_back(answer(10, 1h).id);
        QCOMPARE(unmarked().count(), 9);
        QCOMPARE(answer(10, 1h).marks, Marks{"repeat"});
        QCOMPARE(answer(10, 1h).marks, Marks{"repeat"});
        QCOMPARE(answer(9, 1h).marks, Marks());
        QCOMPARE(answer(10, 1h).marks, Marks());
        QCOMPARE(unmarked().count(), 2);
        const auto records = sent();
        QCOMPARE(records.size(), 14u);
        QCOMPARE(check::laterMarkFrom(records[10])->checks, early);
        QCOMPARE(check::laterMarkFrom(records[10])->mark, std::string("repeat"));
    }

    void bothMarksOfOneCheckMakeOneRecordEach()
    {
        for (int i = 0; i < 9; ++i)
            answer(10, 10s);
        QCOMPARE(answer(10, 10s).marks, (Marks{"burst", "repeat"}));
        QCOMPARE(unmarked().count(), 0);
        const auto records = sent();
        QCOMPARE(records.size(), 12u);
        QCOMPARE(check::laterMarkFrom(records[6])->checks.size(), 5u);
        QCOMPARE(check::laterMarkFrom(records.back())->checks.size(), 9u);
    }

    void theScoreAtClosingCounts()
    {
        for (int i = 0; i < 9; ++i)
            answer(10, 1h);
        auto check = sample(10);
        QVERIFY(m_store->openCheck(check));
        QVERIFY(m_store->putItem(check.id, {"recommend", "scale", 4, {}, {}, 0}, 4));
        QCOMPARE(m_store->close(check.id, 1)->marks, Marks());
    }

    void aClockThatIsSetDoesNotHideABurst()
    {
        int score = 0;
        for (const auto *utc :
             {"2026-11-22T12:00:00.000Z", "2026-11-20T12:00:00.000Z", "2027-11-22T12:00:00.000Z",
              "2000-01-01T00:00:00.000Z", "2026-11-22T14:00:00.000Z"}) {
            answer(score++, 5s);
            m_clock.set(utc);
        }
        QCOMPARE(answer(6, 5s).marks, Marks{"burst"});
    }

    void closedHoursAreMarked()
    {
        check::MarkPolicy policy; // at 10:00 UTC it is Sunday, 13:30, where the sample is
        policy.hours = OpeningHours::parse({{"sun", {"13:00-14:00"}}}).value();
        m_store->setMarkPolicy(policy);
        m_clock.set("2026-11-22T10:00:00.000Z");
        QCOMPARE(answer(9, 0s).marks, Marks());
        QCOMPARE(answer(3, 30min).marks, Marks{"closed_hours"});
        QCOMPARE(unmarked().count(), 1);
        QCOMPARE(sent().size(), 2u);
    }

    void trainingIsMarkedOnlyAsThatAndIsInNoRule()
    {
        check::MarkPolicy policy;
        policy.hours = OpeningHours::parse({{"mon", {"13:00-14:00"}}}).value();
        m_store->setMarkPolicy(policy);
        for (int i = 0; i < 12; ++i) {
            auto check = sample(10);
            check.kind = check::kind::training;
            QCOMPARE(answer(check).marks, Marks{"training"});
        }
        m_store->setMarkPolicy({});
        QCOMPARE(answer(10, 1s).marks, Marks());
        QCOMPARE(sent().size(), 13u);
        QCOMPARE(m_store->figures({}, {})->all.count(), 1);
    }

    void withoutAPolicyNothingButTrainingIs()
    {
        m_store.reset();
        m_store = KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        for (int i = 0; i < 12; ++i)
            QCOMPARE(answer(10, 1s).marks, Marks());
    }

    void whatIsNotSealedYetIsMarkedItself()
    {
        for (int i = 0; i < 7; ++i) {
            m_clock.advance(1s);
            auto check = sample(i);
            check.device = Uuid();
            answer(check);
        }
        QCOMPARE(unmarked().count(), 0);
        QCOMPARE(*m_store->adopt(m_device, "s1"), 7);
        const auto records = sent();
        QCOMPARE(records.size(), 7u);
        for (const auto &record : records)
            QCOMPARE(record.marks, Marks{"burst"});
    }

    void aBurstThatAnEndOfTheProgramCutIsMarked()
    {
        for (int score = 0; score < 5; ++score)
            answer(score, 1s);
        QVERIFY(m_store->openCheck(sample(9)));
        m_store.reset();
        m_store = KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        m_store->setMarkPolicy({});
        QCOMPARE(*m_store->closeLeftOpen(1), 1);
        QCOMPARE(unmarked().count(), 0);
    }

    void anHonestStreamStaysUnmarked()
    {
        // 400 answers, one till's month, with few tens; families answer in pairs.
        std::mt19937 dice(3);
        std::discrete_distribution<int> score{1, 1, 1, 2, 2, 5, 5, 9, 15, 30, 20};
        std::exponential_distribution<double> gap(1 / 2000.0);
        for (int i = 0; i < 400; ++i)
            answer(score(dice), std::chrono::seconds(i % 10 ? 20 + int(gap(dice)) : 15));
        QCOMPARE(unmarked().count(), 400);
        QCOMPARE(sent().size(), 400u);
    }
};

VOUCH_TEST(TestKioskMarks)

} // namespace test_kiosk_marks

#include "test_kiosk_marks.moc"
