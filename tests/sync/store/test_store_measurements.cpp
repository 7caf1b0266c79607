#include "central_tablet.h"

#include "sync/server/store/single_answers.h"
#include "tests/support/suite.h"
#include "tests/sync/store/exported_rows.h"

#include <QTest>

namespace test_store_measurements {

using namespace vouch;
using namespace vouch::test;
using server::By;
using server::ScoreQuery;

/// Scores of different measurements are different things, and never one figure.
class TestStoreMeasurements : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;

    void addChecklist(const std::string &id, int version, const char *series, const char *measured)
    {
        const json::object text{
            {"id", id}, {"version", version}, {"series", series}, {"measurement", measured}};
        QVERIFY(m_store->addChecklist(id, version, json::serialize(text)));
    }
    std::int64_t count(const ScoreQuery &query) const
    {
        std::int64_t out = 0;
        for (const auto &row : m_store->score(query).value())
            out += row.tally.count();
        return out;
    }
    std::int64_t countOf(const char *checklist) const
    {
        ScoreQuery query;
        query.checklist = checklist;
        return count(query);
    }

private slots:
    void initTestCase()
    {
        m_store = server::Store::open(databaseIn(m_folder), m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop", "", "UTC"}));
        addChecklist("till", 1, "a", "transactional-nps");
        addChecklist("happy", 1, "a", "csat");
        addChecklist("effort", 1, "a", "ces");
        addChecklist("company", 1, "a", "relational-nps");
        addChecklist("team", 1, "a", "employee-nps");
        addChecklist("others", 1, "a", "employee-nps");
        addChecklist("others", 2, "b", "partner-nps");
        addChecklist("moved", 1, "a", "csat");
        addChecklist("moved", 2, "b", "transactional-nps");
        Tablet tablet(m_clock, *m_store, "s1");
        std::vector<json::object> records;
        const auto add = [&](const char *checklist, const char *series, int score, int times) {
            for (int i = 0; i < times; ++i) {
                auto check = tablet.survey(score);
                check.checklist = checklist;
                check.series = series;
                check.day = m_store->state("s1").value().day;
                records.push_back(tablet.chained(check));
            }
        };
        add("till", "a", 10, 1);
        add("till", "b", 9, 1); // a series of it that was not added
        add("unheard-of", "a", 8, 2);
        add("happy", "a", 5, 4);
        add("effort", "a", 7, 8);
        add("company", "a", 0, 16);
        add("team", "a", 3, 32);
        add("moved", "a", 1, 64);
        add("moved", "b", 6, 128);
        add("others", "a", 2, 20);
        add("others", "b", 10, 9);
        QVERIFY(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
    }

    void withoutAChecklistOnlyTransactionalOnes_data()
    {
        QTest::addColumn<int>("by");
        for (const auto by : {By::None, By::Hour, By::Day, By::Week, By::Month, By::Store})
            QTest::addRow("%d", int(by)) << int(by);
    }
    void withoutAChecklistOnlyTransactionalOnes()
    {
        QFETCH(int, by);
        ScoreQuery query;
        query.by = By(by);
        QCOMPARE(count(query), 1 + 1 + 2 + 128);
        query.from = query.to = m_store->state("s1").value().day;
        QCOMPARE(count(query), 1 + 1 + 2 + 128);
        QVERIFY(m_store->recount());
    }

    void theLiveStateToo()
    {
        const auto state = m_store->state("s1").value();
        QCOMPARE(state.tally.count(), 1 + 1 + 2 + 128);
        QCOMPARE(state.tally.promoters(), 2);
    }

    void eachOnItsOwn()
    {
        QCOMPARE(countOf("till"), 2);
        QCOMPARE(countOf("company"), 16);
        QCOMPARE(countOf("moved"), 128);
        QCOMPARE(countOf("others"), 9); // employees' only by weeks
        QCOMPARE(countOf("unheard-of"), 2);
        QCOMPARE(countOf("nothing"), 0);
    }

    void whatIsNoNpsHasNone_data()
    {
        QTest::addColumn<QString>("checklist");
        QTest::newRow("csat") << "happy";
        QTest::newRow("ces") << "effort";
    }
    void whatIsNoNpsHasNone()
    {
        QFETCH(QString, checklist);
        ScoreQuery query;
        query.checklist = checklist.toStdString();
        const auto refused = m_store->score(query);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().code, std::string("request-malformed"));
        QCOMPARE(refused.failure().where, std::string("checklist"));
    }

    void eachKindByItself()
    {
        ScoreQuery query;
        query.measurement = checklist::Measurement::Csat;
        const auto days = m_store->seriesDays(query).value();
        QCOMPARE(days.size(), std::size_t(2));
        QVERIFY(days[0].checklist == "happy" && days[0].tally.histogram[5] == 4);
        QVERIFY(days[1].checklist == "moved" && days[1].series == "a");
        QCOMPARE(days[1].tally.histogram[1], 64);
        query.checklist = "effort";
        QVERIFY(m_store->seriesDays(query)->empty());
        query.measurement = checklist::Measurement::Ces;
        QCOMPARE(m_store->seriesDays(query)->at(0).tally.histogram[7], 8);
    }

    /// In every way that a score is read.
    void employeesHaveNoScoreByDayAndHour_data()
    {
        QTest::addColumn<bool>("byName");
        QTest::newRow("by the checklist") << true;
        QTest::newRow("by what it measures") << false;
    }
    void employeesHaveNoScoreByDayAndHour()
    {
        QFETCH(bool, byName);
        ScoreQuery query;
        if (byName)
            query.checklist = "team";
        else
            query.measurement = checklist::Measurement::EmployeeNps;
        query.stores = {"s1"};
        const auto refused = [](const auto &read) {
            return !read && read.failure().code == "employees-by-week";
        };
        for (const auto by : {By::None, By::Hour, By::Day, By::Week, By::Month, By::Store}) {
            query.by = by;
            QVERIFY(refused(m_store->score(query)));
        }
        QVERIFY(refused(m_store->seriesDays(query)));
        QVERIFY(refused(m_store->storeDays(query)));
        QVERIFY(refused(m_store->weekHours(query)));
        QVERIFY(refused(m_store->touchpointScores(query)));
        QVERIFY(refused(m_store->kioskScores(query)));
        QVERIFY(refused(m_store->weeklyTraits(query, {"liked"}, std::chrono::Monday)));
        QVERIFY(refused(m_store->traits(query)));
        QVERIFY(refused(m_store->singleAnswers({.answers = query})));
    }

    void employeesAreExportedOnlyOnTheServerItself()
    {
        server::ExportFilter filter;
        filter.checklist = "team";
        QCOMPARE(m_store->exportRecords(filter).failure().code, std::string("employees-by-week"));
        filter.withEmployees = true;
        QCOMPARE(exported(*m_store, filter).size(), std::size_t(32));
        filter.checklist.reset();
        QCOMPARE(exported(*m_store, filter).size(), std::size_t(256 + 20 + 9));
    }

    void exportsTellThemApart()
    {
        std::map<std::string, std::pair<int, int>> rows; // NPS, not
        for (const auto &row : exported(*m_store))
            ++(row.isNps ? rows[row.check.checklist].first : rows[row.check.checklist].second);
        using Row = std::pair<int, int>;
        QVERIFY(rows["till"] == Row(2, 0) && rows["unheard-of"] == Row(2, 0));
        QVERIFY(rows["happy"] == Row(0, 4) && rows["effort"] == Row(0, 8));
        QVERIFY(rows["company"] == Row(16, 0) && rows["moved"] == Row(128, 64));
        QVERIFY(!rows.contains("team"));
    }
};

VOUCH_TEST(TestStoreMeasurements)

} // namespace test_store_measurements

#include "test_store_measurements.moc"
