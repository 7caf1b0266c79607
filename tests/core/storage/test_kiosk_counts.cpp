#include "core/storage/kiosk_counts.h"
#include "core/storage/kiosk_store.h"
#include "sample_check.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

namespace test_kiosk_counts {

using namespace vouch;
using namespace vouch::storage;
using namespace std::chrono_literals;

/// What a manager reads comes from counters, and is what the records themselves say.
class TestKioskCounts : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    const Uuid m_device = Uuid::v7(m_clock);
    const Uuid m_boot = Uuid::v7(m_clock);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KioskStore> m_store;

    void open()
    {
        m_store.reset();
        m_store = KioskStore::open(m_folder->path().toStdString(), m_clock).value();
        m_store->setMarkPolicy({});
    }

    check::Check sample(int score)
    {
        auto check = test::sampleCheck(m_clock, score, m_device);
        check.boot = m_boot;
        check.hour = int(std::chrono::duration_cast<std::chrono::hours>(
                             m_clock.now() - std::chrono::floor<std::chrono::days>(m_clock.now()))
                             .count());
        return check;
    }

    void pick(const Uuid &id, const char *question, json::array codes)
    {
        QVERIFY(m_store->putItem(id, {question, "choices", std::move(codes), {}, {}, 0}));
    }

    void write(const Uuid &id, const char *text)
    {
        QVERIFY(m_store->putItem(id, {"comment", "text", text, {}, {}, 0}));
    }

    void answer(int score, std::chrono::seconds after = 600s)
    {
        m_clock.advance(after);
        const auto check = sample(score);
        QVERIFY(m_store->openCheck(check));
        QVERIFY(m_store->close(check.id, m_clock.monotonicMs()));
    }

    std::vector<std::string> rows(const std::string &sql)
    {
        SQLite::Database raw(m_folder->filePath("kiosk.db").toStdString(), SQLite::OPEN_READONLY);
        SQLite::Statement query(raw, sql);
        std::vector<std::string> out;
        while (query.executeStep()) {
            out.emplace_back();
            for (int column = 0; column < query.getColumnCount(); ++column)
                out.back() += query.getColumn(column).getString() + '|';
        }
        return out;
    }

    /// Figures against a scan of the records, in SQL that has nothing of the counters'.
    void compareWithRecords(const SeriesOf &of = {})
    {
        const std::string which = "checks.kind = 'survey' AND checks.score IS NOT NULL" +
                                  (of.series.empty() ? "" : " AND series = '" + of.series + "'");
        const auto figures = m_store->figures({}, of).value();
        for (int score = 0; score <= 10; ++score) {
            const auto scored = which + " AND score = " + std::to_string(score);
            QCOMPARE(
                std::to_string(figures.all.histogram[std::size_t(score)]) + '|',
                rows("SELECT count(*) FROM checks WHERE " + scored).front());
            QCOMPARE(
                std::to_string(figures.unmarked.histogram[std::size_t(score)]) + '|',
                rows(
                    "SELECT count(*) FROM checks WHERE " + scored +
                    " AND marks = '[]' AND later_marks = '[]'")
                    .front());
        }
        metrics::Tally hours, touchpoints;
        for (const auto &hour : figures.hours)
            hours += hour;
        for (const auto &[name, tally] : figures.touchpoints)
            touchpoints += tally;
        QCOMPARE(hours, figures.all);
        QCOMPARE(touchpoints, figures.all);
        std::vector<std::string> picks;
        for (const auto &[question, reasons] : figures.reasons) {
            for (const auto &reason : reasons)
                picks.push_back(
                    question + '|' + reason.code + '|' + std::to_string(reason.count) + '|');
        }
        std::sort(picks.begin(), picks.end());
        auto scanned = rows(
            "SELECT i.question, p.value, count(*) FROM items i JOIN checks ON row = "
            "i.check_row JOIN json_each(i.value) p WHERE i.type = 'choices' AND " +
            which + " GROUP BY 1, 2");
        std::sort(scanned.begin(), scanned.end());
        QCOMPARE(picks, scanned);
    }

    std::vector<std::vector<std::string>> counters()
    {
        return {
            rows("SELECT * FROM score_counts WHERE s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + "
                 "s9 + s10 > 0"),
            rows("SELECT * FROM mark_counts WHERE checks > 0"),
            rows("SELECT * FROM pick_counts WHERE checks > 0"),
            rows("SELECT * FROM list_counts WHERE shown > 0")};
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_store.reset(); }

    void figuresAreWhatTheRecordsSay()
    {
        std::mt19937 random(5);
        const auto upTo = [&](int most) { return int(random() % unsigned(most)); };
        const char *codes[] = {"queue", "prices", "staff", "stock"};
        for (int i = 0; i < 400; ++i) {
            m_clock.advance(std::chrono::seconds(upTo(3) ? 5 + upTo(40) : 3000));
            auto check = sample(upTo(4) ? 10 : upTo(11));
            if (upTo(12) == 0)
                check.kind = check::kind::training;
            if (upTo(5) == 0)
                check.series = "2026b";
            if (upTo(4) == 0)
                check.touchpoint = "service-desk";
            QVERIFY(m_store->openCheck(check));
            json::array picks;
            for (int pick = upTo(3); pick > 0; --pick)
                picks.emplace_back(codes[(i + pick) % 4]);
            if (upTo(3))
                pick(check.id, upTo(2) ? "liked" : "improve", std::move(picks));
            if (upTo(30) > 0) {
                QVERIFY(m_store->close(check.id, m_clock.monotonicMs(), upTo(2) ? "improve" : ""));
            }
        }
        QVERIFY(m_store->figures({})->unmarked.count() < m_store->figures({})->all.count() - 20);
        QVERIFY(m_store->figures({})->unmarked.count() > 20);
        compareWithRecords();
        compareWithRecords({"checkout-nps", "2026b"});
        const auto moved = counters();
        {
            const auto raw = Database::open(
                m_folder->filePath("kiosk.db").toStdString(), Database::Mode::ReadWrite);
            countAllChecks(**raw);
        }
        QCOMPARE(counters(), moved);
    }

    void aMarkTakesAnAnswerFromTheUnmarked()
    {
        for (int i = 0; i < 9; ++i)
            answer(10);
        QCOMPARE(m_store->figures({})->unmarked.count(), 9);
        answer(10);
        const auto figures = m_store->figures({}).value();
        QCOMPARE(figures.all.count(), 10);
        QCOMPARE(figures.unmarked.count(), 0);
        QCOMPARE(figures.marks.at("repeat"), 10);
    }

    void aListCountsWhereItWasShown()
    {
        for (int i = 0; i < 5; ++i) {
            m_clock.advance(600s);
            const auto check = sample(3);
            QVERIFY(m_store->openCheck(check));
            if (i < 2)
                pick(check.id, "improve", {"queue"});
            if (i == 2)
                pick(check.id, "improve", {});
            // 3: left on the list's page; 4: left before it came; 0: still open.
            if (i > 0)
                QVERIFY(m_store->close(check.id, 1, i == 3 ? "improve" : ""));
        }
        const auto figures = m_store->figures({}).value();
        QCOMPARE(figures.shownBy.at("improve"), 4);
        QCOMPARE(figures.pickedBy.at("improve"), 2);
    }

    void hoursAreGivenByDayAndHour()
    {
        const auto first = std::chrono::floor<std::chrono::days>(m_clock.now());
        answer(9);
        answer(2);
        answer(8, 24h);
        const auto hours = m_store->hourCounts({}).value();
        QCOMPARE(hours.size(), 2u);
        QCOMPARE(hours[0].day, first);
        QCOMPARE(hours[0].tally.count(), 2);
        QCOMPARE(hours[1].day, first + std::chrono::days(1));
        QCOMPARE(m_store->hourCounts({first, first})->size(), 1u);
        QCOMPARE(m_store->hourCounts({first + std::chrono::days(2), {}})->size(), 0u);
    }

    void commentsComeNewestFirst()
    {
        for (const char *text : {"first", "second", ""}) {
            m_clock.advance(600s);
            const auto check = sample(4);
            QVERIFY(m_store->openCheck(check));
            write(check.id, text);
            QVERIFY(m_store->close(check.id, 1));
        }
        const auto open = sample(4);
        QVERIFY(m_store->openCheck(open));
        write(open.id, "not finished");
        const auto comments = m_store->comments(10).value();
        QCOMPARE(comments.size(), 2u);
        QCOMPARE(comments[0].text, std::string("second"));
        QCOMPARE(comments[1].text, std::string("first"));
        QCOMPARE(comments[0].score, std::optional(4));
        QCOMPARE(m_store->comments(1)->size(), 1u);
        QVERIFY(m_store->comments(10, {"checkout-nps", "other"})->empty());
    }

    void answersComeNewestFirst()
    {
        answer(9);
        const auto picked = sample(3);
        QVERIFY(m_store->openCheck(picked));
        pick(picked.id, "improve", {"queue", "prices"});
        QVERIFY(m_store->close(picked.id, 1));
        QVERIFY(m_store->openCheck(sample(4))); // not finished
        const auto answers = m_store->answers(10).value();
        QCOMPARE(answers.size(), 2u);
        QCOMPARE(answers[0].id, picked.id);
        QCOMPARE(answers[0].score, 3);
        QVERIFY(!answers[0].isMarked);
        QCOMPARE(answers[0].picks.size(), 2u);
        QCOMPARE(answers[0].picks[1].question, std::string("improve"));
        QCOMPARE(answers[0].picks[1].code, std::string("prices"));
        QCOMPARE(answers[1].score, 9);
        QVERIFY(answers[1].picks.empty());
        QCOMPARE(m_store->answers(1)->size(), 1u);
        QVERIFY(m_store->answers(10, {"checkout-nps", "other"})->empty());
    }

    void anOldDatabaseIsCountedWhenItIsOpened_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= 3; ++version)
            QTest::addRow("from %d", version) << version;
    }
    void anOldDatabaseIsCountedWhenItIsOpened()
    {
        QFETCH(int, version);
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        {
            QFile dump(QStringLiteral(VOUCH_SOURCE_DIR "/tests/core/storage/data/kiosk_v%1.sql")
                           .arg(version));
            QVERIFY(dump.open(QIODevice::ReadOnly));
            SQLite::Database raw(
                m_folder->filePath("kiosk.db").toStdString(),
                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            raw.exec(dump.readAll().toStdString());
        }
        open();
        QVERIFY(m_store->figures({})->all.count() >= 4);
        compareWithRecords();
    }
};

VOUCH_TEST(TestKioskCounts)

} // namespace test_kiosk_counts

#include "test_kiosk_counts.moc"
