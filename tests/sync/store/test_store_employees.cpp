#include "central_tablet.h"

#include "sync/server/store/structure.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_store_employees {

using namespace vouch;
using namespace vouch::test;
using server::ScoreQuery;
using server::StoreSet;
using std::chrono::days;

/// What employees said: by whole weeks, of so many that nobody is known by it. In the week from
/// 2026-11-09 (a Monday) 20 and 3 answered in the shops of the north, 8, 4 and 5 in those of the
/// south; in the week before 9 in one of the south.
class TestStoreEmployees : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock{"2026-11-18T10:00:00.000Z"};
    std::unique_ptr<server::Store> m_store;
    std::map<std::string, std::unique_ptr<Tablet>> m_tablets;

    void answer(const std::string &shop, Day day, int score, int times, bool isMarked = false)
    {
        auto &tablet = *m_tablets.at(shop);
        std::vector<json::object> records;
        for (int i = 0; i < times; ++i) {
            auto check = tablet.survey(score);
            check.checklist = "team";
            check.series = "a";
            check.day = day + days(i % 7);
            if (isMarked)
                check.marks = {"training"};
            records.push_back(tablet.chained(check));
        }
        QVERIFY(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
    }
    /// "FIRST n nps; " of each week, "FIRST -; " of one that is not told.
    QByteArray weeks(const ScoreQuery &query) const
    {
        QByteArray out;
        const auto told = m_store->employeeWeeks(query);
        for (const auto &series : told->series)
            for (const auto &week : series.weeks) {
                out += QByteArray::fromStdString(formatDay(week.first).substr(5)) + ' ';
                out += week.score ? QByteArray::number(qlonglong(week.score->tally.count())) + ' ' +
                                        QByteArray::number(std::lround(week.score->nps))
                                  : QByteArray("-");
                out += "; ";
            }
        return out;
    }
    static ScoreQuery ofStore(const std::string &store)
    {
        ScoreQuery query;
        query.stores = {store};
        return query;
    }
    static ScoreQuery ofRegion(const std::string &region)
    {
        ScoreQuery query;
        query.region = region;
        return query;
    }

private slots:
    void initTestCase()
    {
        m_store = server::Store::open(databaseIn(m_folder), m_clock).value();
        for (const auto &[shop, region] :
             {std::pair("n1", "north"), std::pair("n2", "north"), std::pair("s1", "south"),
              std::pair("s2", "south"), std::pair("s3", "south")}) {
            QVERIFY(m_store->addStore({shop, shop, region, "UTC"}));
            m_tablets[shop] = std::make_unique<Tablet>(m_clock, *m_store, shop);
        }
        const json::object team{
            {"id", "team"}, {"version", 1}, {"series", "a"}, {"measurement", "employee-nps"}};
        QVERIFY(m_store->addChecklist("team", 1, json::serialize(team)));
        const auto week = parseDay("2026-11-09").value();
        answer("n1", week, 10, 20);
        answer("n2", week, 0, 3);
        answer("s1", week, 10, 6);
        answer("s1", week, 3, 2, true);
        answer("s2", week, 7, 4);
        answer("s3", week, 0, 5);
        answer("s1", week - days(7), 9, 9);
        answer("s1", week + days(7), 9, 2); // the week that is not over: 16 and 17 November
    }

    void aShopIsToldFromSevenOn()
    {
        QCOMPARE(weeks(ofStore("n1")), QByteArray("11-09 20 100; "));
        QCOMPARE(weeks(ofStore("n2")), QByteArray("11-09 -; "));
        QCOMPARE(weeks(ofStore("s1")), QByteArray("11-02 9 100; 11-09 8 50; "));
    }

    void aSumIsToldWhenWhatItHidesIsMany()
    {
        QCOMPARE(weeks(ofRegion("south")), QByteArray("11-02 9 100; 11-09 17 -6; "));
        // Less the shop of 20, that would be the shop of 3.
        QCOMPARE(weeks(ofRegion("north")), QByteArray("11-09 -; "));
        QCOMPARE(weeks({}), QByteArray("11-02 9 100; 11-09 -; "));
    }

    void whoSeesAPartIsToldOfThatPart()
    {
        ScoreQuery query;
        query.scope = StoreSet({"s1", "s2", "s3"});
        QCOMPARE(weeks(query), QByteArray("11-02 9 100; 11-09 17 -6; "));
        query.scope = StoreSet({"s2"});
        QCOMPARE(weeks(query), QByteArray("11-09 -; "));
    }

    void weeksAreWholeAndOver()
    {
        auto query = ofStore("s1");
        query.from = parseDay("2026-11-03").value();
        QCOMPARE(weeks(query), QByteArray("11-09 8 50; "));
        query.from.reset();
        query.to = parseDay("2026-11-14").value();
        QCOMPARE(weeks(query), QByteArray("11-02 9 100; "));
        query.to = parseDay("2026-11-30").value();
        QCOMPARE(weeks(query), QByteArray("11-02 9 100; 11-09 8 50; "));
    }

    /// Who could leave some out would know these.
    void noFilterLeavesSomeOut()
    {
        auto query = ofStore("s1");
        query.touchpoint = "nowhere";
        query.withMarked = false;
        QCOMPARE(weeks(query), QByteArray("11-02 9 100; 11-09 8 50; "));
        query.checklist = "another";
        QCOMPARE(weeks(query), QByteArray());
    }

    void theOfficialAnswersCount()
    {
        QVERIFY(m_store->setSetting({"", "official_score", json::string("unmarked"), {}}));
        QCOMPARE(weeks(ofStore("s1")), QByteArray("11-02 9 100; 11-09 -; "));
        QVERIFY(m_store->removeSetting("", "official_score"));
    }
};

VOUCH_TEST(TestStoreEmployees)

} // namespace test_store_employees

#include "test_store_employees.moc"
