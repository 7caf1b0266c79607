#include "core/metrics/day_series.h"
#include "manager_fixture.h"
#include "tests/support/suite.h"

namespace test_manager_figures {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

/// What the manager reads in figures: news, hours, marks.
class TestManagerFigures : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotThisSurveysIsNotCounted();
    void employeesScoresAreNotShown();
    void hoursAndTouchpointsAreThisTablets();
    void aChangeIsJudgedOnClosedDays_data();
    void aChangeIsJudgedOnClosedDays();
    void todayIsComparedWithoutAVerdict();
    void theStoresChangeIsJudgedToo();
    void theWholeStoreIsShownAsTheServerSaysIt();
    void theTargetIsNamedAndJudged();
    void todayIsTheShopsToday();
    void markedAnswersAreShownWithAndWithout();
};

void TestManagerFigures::whatIsNotThisSurveysIsNotCounted()
{
    Manager m;
    m.plant(1, 10, 5);
    m.plant(1, 0, 7, 12, "2025b"); // another wording: another series
    m.enter("2468");
    QCOMPARE(m.manager->tablet().count, 5);
    m.manager->setPeriod(ManagerModel::All);
    QCOMPARE(m.manager->tablet().count, 5);
}

void TestManagerFigures::employeesScoresAreNotShown()
{
    Manager m;
    m.plant(0, 10, 40);
    m.comment(3, "pay");
    auto settings = m.settings();
    auto employees = *settings.checklist;
    employees.measurement = checklist::Measurement::EmployeeNps;
    settings.checklist = std::make_shared<checklist::Checklist>(employees);
    m.manager->setSettings(settings);
    m.enter("2468");
    QVERIFY(!m.manager->figuresShown());
    QVERIFY(!m.manager->tablet().known);
    QCOMPARE(m.manager->tablet().count, 0);
    QCOMPARE(m.manager->change(), Change());
    QVERIFY(m.manager->comments().isEmpty());
    m.manager->setStoreFigures(protocol::Glance());
    QVERIFY(!m.manager->store().known);
}

void TestManagerFigures::hoursAndTouchpointsAreThisTablets()
{
    Manager m;
    m.plant(2, 10, 3, 9);
    m.plant(2, 7, 1, 9);
    m.plant(1, 2, 3, 12);
    m.plant(1, 2, 2, 11); // so few that they tell of single answers
    m.enter("2468");
    const auto hours = m.manager->tablet().hours;
    QCOMPARE(hours.size(), 4); // 9, 10, 11, 12
    QCOMPARE(hours.at(0).toMap()["label"].toString(), QStringLiteral("9"));
    QCOMPARE(hours.at(0).toMap()["count"].toInt(), 4);
    QCOMPARE(hours.at(0).toMap()["promoters"].toInt(), 3);
    QCOMPARE(hours.at(1).toMap()["count"].toInt(), 0);
    QCOMPARE(hours.at(2).toMap()["count"].toInt(), 2);
    QCOMPARE(hours.at(2).toMap()["detractors"].toInt(), 0);
    QCOMPARE(hours.at(3).toMap()["detractors"].toInt(), 3);
    const auto places = m.manager->tablet().touchpoints;
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.at(0).toMap()["code"].toString(), QStringLiteral("checkout"));
    QCOMPARE(places.at(0).toMap()["count"].toInt(), 6);
    QVERIFY(places.at(0).toMap()["score"].toString().isEmpty()); // too few for one
}

void TestManagerFigures::aChangeIsJudgedOnClosedDays_data()
{
    QTest::addColumn<int>("promotersBefore");
    QTest::addColumn<int>("promotersNow");
    QTest::addColumn<int>("answersBefore");
    QTest::addColumn<int>("answers");
    QTest::addColumn<int>("verdict");
    QTest::newRow("the same") << 12 << 12 << 20 << 20 << int(change_enums::NoClearChange);
    QTest::newRow("a little") << 12 << 13 << 20 << 20 << int(change_enums::NoClearChange);
    QTest::newRow("better") << 8 << 18 << 20 << 20 << int(change_enums::Better);
    QTest::newRow("worse") << 18 << 8 << 20 << 20 << int(change_enums::Worse);
    QTest::newRow("too few") << 1 << 2 << 2 << 2 << int(change_enums::TooFewAnswers);
    QTest::newRow("too few before") << 0 << 12 << 1 << 20 << int(change_enums::TooFewBefore);
}

void TestManagerFigures::aChangeIsJudgedOnClosedDays()
{
    QFETCH(int, promotersBefore);
    QFETCH(int, promotersNow);
    QFETCH(int, answersBefore);
    QFETCH(int, answers);
    Manager m;
    for (int day = 1; day <= 14; ++day) {
        const int promoters = day <= 7 ? promotersNow : promotersBefore;
        m.plant(day, 10, promoters);
        m.plant(day, 3, (day <= 7 ? answers : answersBefore) - promoters);
    }
    m.plant(0, 3, 60); // today is no closed day, whatever it brings
    m.enter("2468");
    m.manager->setPeriod(ManagerModel::Days7);
    QTEST(m.manager->change().verdict, "verdict");
    QCOMPARE(m.manager->change().days, 7);
    if (m.manager->change().verdict == change_enums::Better)
        QVERIFY(m.manager->change().deltaText.startsWith(u'+'));
    m.manager->setPeriod(ManagerModel::All);
    QCOMPARE(m.manager->change().verdict, int(change_enums::NotAsked));
}

void TestManagerFigures::todayIsComparedWithoutAVerdict()
{
    Manager m; // 14:00 in Dubai
    m.enter("2468");
    m.manager->setPeriod(ManagerModel::Today);
    QCOMPARE(m.manager->change().verdict, int(change_enums::TodaySoFar));
    QVERIFY(m.manager->change().usualCount.isEmpty());
    m.plant(0, 0, 50);
    m.plant(7, 10, 20, 9);
    m.plant(7, 10, 99, 14); // later than now
    m.plant(14, 10, 40, 13);
    m.plant(3, 0, 77, 9); // another weekday
    m.manager->refresh();
    QCOMPARE(m.manager->change().verdict, int(change_enums::TodaySoFar));
    QCOMPARE(m.manager->change().usualCount, QStringLiteral("30"));
    QVERIFY(!m.manager->change().usualScore.isEmpty());
}

void TestManagerFigures::theStoresChangeIsJudgedToo()
{
    Manager m;
    std::vector<protocol::StoreQuestion> wanted;
    QObject::connect(
        m.manager.get(), &ManagerModel::storeDaysWanted, m.manager.get(),
        [&](const protocol::StoreQuestion &question) { wanted.push_back(question); });
    m.enter("2468");
    m.manager->setPeriod(ManagerModel::Days7);
    QCOMPARE(wanted.size(), 2u);
    const auto yesterday = m.settings().zone.local(m.clock.now()).day - std::chrono::days(1);
    QVERIFY(wanted[1].to == yesterday);
    QVERIFY(wanted[1].from <= yesterday - std::chrono::days(14));
    std::vector<metrics::DayTally> days;
    for (auto day = yesterday - std::chrono::days(13); day <= yesterday;
         day += std::chrono::days(1)) {
        const int promoters = day > yesterday - std::chrono::days(7) ? 5 : 18;
        days.push_back({day, {}});
        days.back().tally.add(10, promoters);
        days.back().tally.add(2, 20 - promoters);
    }
    m.manager->setStoreDays(days);
    QCOMPARE(m.manager->storeChange(), Change()); // not beside figures that are not there
    protocol::Glance glance;
    glance.all = metrics::pooled(days);
    m.manager->setStoreFigures(glance);
    QCOMPARE(m.manager->storeChange().verdict, int(change_enums::Worse));
    m.manager->refresh(); // closed days are asked for once
    QCOMPARE(wanted.size(), 2u);
    m.manager->setPeriod(ManagerModel::All);
    QCOMPARE(m.manager->storeChange(), Change());
}

void TestManagerFigures::theWholeStoreIsShownAsTheServerSaysIt()
{
    Manager m; // 14:00 in Dubai
    m.enter("2468");
    protocol::Glance glance;
    glance.all.add(10, 80);
    glance.all.add(3, 40);
    glance.unmarked.add(10, 60);
    glance.unmarked.add(3, 50);
    glance.hours[9] = glance.all;
    glance.touchpoints = {{"checkout", glance.all}};
    glance.tablets = {{"till 1", glance.all, m.clock.now() - 5min}, {"till 2", {}, {}}};
    glance.today.add(10, 7);
    glance.usual.add(10, 20);
    glance.usualHour.add(10, 8);
    glance.usualDays = 2;
    glance.asOf = m.clock.now();
    m.clock.advance(30min);
    m.manager->setStoreFigures(glance);
    QVERIFY(!m.manager->store().reasonsKnown && !m.manager->store().marksKnown);
    glance.marks = {{{"repeat", 12}, {"burst", 1234}}};
    glance.reasons = {{{"liked", {{"staff", 31}, {"gone", 2}}}}};
    m.manager->setStoreFigures(glance);
    const auto shown = m.manager->store();
    QVERIFY(shown.reasonsKnown && shown.marksKnown);
    QCOMPARE(shown.marks.size(), 2);
    QCOMPARE(shown.marks.at(0).toMap()["mark"].toString(), QStringLiteral("burst"));
    QCOMPARE(shown.marks.at(0).toMap()["countText"].toString(), QStringLiteral("1,234"));
    QCOMPARE(shown.reasonsLiked.at(0).toMap()["label"].toString(), "Staff helpfulness");
    QCOMPARE(shown.reasonsLiked.at(0).toMap()["countText"].toString(), QStringLiteral("31"));
    QCOMPARE(shown.reasonsLiked.at(1).toMap()["label"].toString(), QStringLiteral("gone"));
    QVERIFY(shown.reasonsImprove.isEmpty());
    QCOMPARE(shown.count, 120);
    QCOMPARE(shown.npsText, QStringLiteral("+33"));
    QCOMPARE(shown.unmarkedText, QStringLiteral("+9"));
    QCOMPARE(shown.hours.size(), 1);
    QCOMPARE(shown.touchpoints.at(0).toMap()["score"].toString(), QStringLiteral("+33"));
    QCOMPARE(shown.tablets.at(0).toMap()["countText"].toString(), QStringLiteral("120"));
    QCOMPARE(shown.tablets.at(0).toMap()["score"].toString(), QStringLiteral("+33"));
    QCOMPARE(shown.tablets.at(0).toMap()["last"].toString(), QStringLiteral("13:55"));
    QVERIFY(shown.tablets.at(1).toMap()["last"].toString().isEmpty());
    QCOMPARE(m.manager->storeChange().todayCount, QStringLiteral("7"));
    QCOMPARE(m.manager->storeChange().usualCount, QStringLiteral("12")); // (20 + half of 8) / 2
    m.manager->setViewSettings({{}, {}, true});
    QCOMPARE(m.manager->store().count, 110);
    QCOMPARE(m.manager->store().npsText, QStringLiteral("+9"));
    m.manager->close();
    QVERIFY(!m.manager->store().known);
}

/// Whatever the tablet's clock says, once the server has told the time.
void TestManagerFigures::todayIsTheShopsToday()
{
    Manager m;
    m.answer(9);
    m.store->learnTime(m.clock.now());
    m.clock.set("2019-05-05T05:05:05.000Z");
    m.answer(3);
    m.enter("2468");
    m.manager->setPeriod(ManagerModel::Today);
    QCOMPARE(m.manager->tablet().count, 2);
}

void TestManagerFigures::theTargetIsNamedAndJudged()
{
    Manager m;
    for (int day = 1; day <= 40; ++day) {
        m.plant(day, 10, 6);
        m.plant(day, 3, 4);
    }
    m.enter("2468");
    QCOMPARE(m.manager->change().targetVerdict, int(change_enums::NoTarget));
    m.manager->setViewSettings({{}, 60, false});
    QCOMPARE(m.manager->change().targetVerdict, int(change_enums::Below));
    QCOMPARE(m.manager->change().targetText, QStringLiteral("+60"));
    m.manager->setViewSettings({{}, 20, false});
    QCOMPARE(m.manager->change().targetVerdict, int(change_enums::NotClear));
    m.manager->setViewSettings({{}, -20, false});
    QCOMPARE(m.manager->change().targetVerdict, int(change_enums::Above));
}

void TestManagerFigures::markedAnswersAreShownWithAndWithout()
{
    Manager m;
    m.plant(1, 3, 60);
    m.store->setMarkPolicy({});
    m.plant(1, 10, 40); // ten and more equal ones in a row
    m.enter("2468");
    const auto figures = m.manager->tablet();
    QCOMPARE(figures.count, 100);
    QVERIFY(figures.marked >= 40);
    QCOMPARE(figures.markedText, QString::number(figures.marked));
    QVERIFY(!figures.marks.isEmpty());
    QCOMPARE(figures.withMarkedText, QStringLiteral("−20"));
    QVERIFY(figures.unmarkedText.startsWith(u'−') && figures.unmarkedText != "−20");
    QVERIFY(!figures.unmarkedIsOfficial);
    m.manager->setViewSettings({{}, {}, true});
    QVERIFY(m.manager->tablet().unmarkedIsOfficial);
    QCOMPARE(m.manager->tablet().count, 100 - figures.marked); // the headline is the official one
}

VOUCH_TEST(TestManagerFigures)

} // namespace test_manager_figures

#include "test_manager_figures.moc"
