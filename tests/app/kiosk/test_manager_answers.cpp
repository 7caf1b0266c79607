#include "app/kiosk/answer_groups.h"
#include "manager_fixture.h"
#include "tests/support/suite.h"

#include <QSignalSpy>

namespace test_manager_answers {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

/// What the manager reads of what was said: comments and single answers, of this tablet and of the
/// whole store.
class TestManagerAnswers : public QObject
{
    Q_OBJECT

private slots:
    void commentsComeInThreesUntilClosing();
    void answersComeInThreesWithWhatWasPicked();
    void manyAnswersComeInThreesToo();
    void commentsAreMasked();
    void daysAreOfTheLanguagesCalendar();
    void commentsAreBehindThePin();
    void theStoresTakeThePlace();
    void otherSurveysAreThisTablets();
};

void TestManagerAnswers::commentsComeInThreesUntilClosing()
{
    Manager m; // 14:00 in Dubai
    m.comment(3, "first");
    m.comment(3, "second");
    m.enter("2468");
    QCOMPARE(m.shownComments(), 0);
    QCOMPARE(m.manager->comments()["heldBack"].toInt(), 2);
    m.comment(9, "third");
    QCOMPARE(m.shownComments(), 3);
    QCOMPARE(m.commentGroups().at(0).toMap()["part"].toInt(), int(DayPart::Afternoon));
    m.comment(9, "fourth");
    QCOMPARE(m.shownComments(), 3);
    QCOMPARE(m.manager->comments()["heldBackText"].toString(), QStringLiteral("1"));
    // After closing everything is shown.
    const auto hours = OpeningHours::parse(
        json::parse(R"({"sun": ["09:00-13:00"], "mon": ["09:00-18:00"]})").as_object());
    m.manager->setViewSettings({*hours, {}, false});
    QCOMPARE(m.shownComments(), 4);
    const auto open = OpeningHours::parse(json::parse(R"({"sun": ["09:00-22:00"]})").as_object());
    m.manager->setViewSettings({*open, {}, false});
    QCOMPARE(m.shownComments(), 3);
    m.manager->setViewSettings({});
    m.clock.advance(24h);
    QCOMPARE(m.shownComments(), 4);
}

void TestManagerAnswers::answersComeInThreesWithWhatWasPicked()
{
    Manager m; // 14:00 in Dubai
    m.enter("2468");
    m.answer(10);
    m.answer(10);
    QVERIFY(m.manager->answers()["groups"].toList().isEmpty());
    QCOMPARE(m.manager->answers()["heldBack"].toInt(), 2);
    m.comment(3, "Anna was rude");
    const auto groups = m.manager->answers()["groups"].toList();
    QCOMPARE(groups.size(), 1);
    QStringList told;
    for (const auto &entry : groups.at(0).toMap()["entries"].toList()) {
        const auto shown = entry.toMap();
        QCOMPARE(shown.keys(), QStringList({"language", "marked", "score", "segment", "text"}));
        QVERIFY(!shown["marked"].toBool());
        told += shown["score"].toString() + " " + shown["text"].toString();
    }
    told.sort();
    QCOMPARE(told, QStringList({"10 Staff helpfulness", "10 Staff helpfulness", "3 "}));
    m.timers.advance(60s);
    QVERIFY(m.manager->answers().isEmpty());
}

void TestManagerAnswers::manyAnswersComeInThreesToo()
{
    Manager m; // 14:00 in Dubai
    m.enter("2468");
    const auto shown = [&] {
        QStringList out;
        for (const auto &group : m.manager->answers()["groups"].toList())
            for (const auto &entry : group.toMap()["entries"].toList())
                out += entry.toMap()["score"].toString();
        return out;
    };
    m.plant(0, 9, 69, 13);
    QCOMPARE(shown().size(), 60);
    m.plant(0, 3, 2, 13);
    QVERIFY(!shown().contains("3"));
    m.plant(0, 4, 1, 13);
    QCOMPARE(shown().size(), 60);
    QCOMPARE(shown().count("3"), 2);
    QCOMPARE(shown().count("4"), 1);
    m.plant(0, 5, 60, 9); // the morning has no room beside it
    QCOMPARE(shown().size(), 60);
}

void TestManagerAnswers::commentsAreMasked()
{
    Manager m;
    m.comment(3, "The cashier Anna, 0151 2345678, a@example.org");
    m.comment(3, "two");
    m.comment(10, "three");
    m.enter("2468");
    const auto entries = m.commentGroups().at(0).toMap()["entries"].toList();
    QCOMPARE(entries.size(), 3);
    QStringList texts;
    for (const auto &entry : entries) {
        const auto shown = entry.toMap();
        texts += shown["text"].toString();
        QCOMPARE(shown.keys(), QStringList({"language", "score", "segment", "text"}));
        QCOMPARE(shown["segment"].toInt(), shown["score"].toString() == "10" ? 2 : 0);
    }
    texts.sort();
    QCOMPARE(texts, QStringList({"The cashier •••, •••, •••", "three", "two"}));
}

void TestManagerAnswers::daysAreOfTheLanguagesCalendar()
{
    Manager m; // 22 November 2026
    for (int i = 0; i < 3; ++i)
        m.comment(3, "words");
    m.enter("2468");
    const auto day = [&](const char *language) {
        m.manager->setLanguage(language);
        return m.commentGroups().at(0).toMap()["day"].toString();
    };
    QVERIFY2(day("de").contains("22. November 2026"), qPrintable(day("de")));
    QVERIFY2(day("fa").contains(QStringLiteral("۱ آذر ۱۴۰۵")), qPrintable(day("fa")));
    QVERIFY2(day("fa-IR").contains(QStringLiteral("۱ آذر ۱۴۰۵")), qPrintable(day("fa-IR")));
    QVERIFY2(
        day("ar").contains("2026") || day("ar").contains(QStringLiteral("٢٠٢٦")),
        qPrintable(day("ar")));
}

void TestManagerAnswers::commentsAreBehindThePin()
{
    Manager m;
    for (int i = 0; i < 3; ++i)
        m.comment(3, "words");
    QVERIFY(m.manager->comments().isEmpty());
    m.enter("2468");
    QCOMPARE(m.shownComments(), 3);
    m.timers.advance(60s);
    QVERIFY(m.manager->comments().isEmpty());
}

/// The whole store's take the place of this tablet's, with the time that they are from.
void TestManagerAnswers::theStoresTakeThePlace()
{
    Manager m; // 22 November 2026, 14:00 in Dubai
    QSignalSpy wanted(m.manager.get(), &ManagerModel::storeLatestWanted);
    for (int i = 0; i < 3; ++i)
        m.comment(3, "of this tablet");
    m.enter("2468");
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m.shownComments(), 3);
    QVERIFY(m.manager->comments()["asOf"].toString().isEmpty());

    const auto today = parseDay("2026-11-22").value();
    protocol::Latest latest;
    latest.comments = {
        {{today, DayPart::Afternoon, 3, true}, "fa", {"یک", "دو"}},
        {{today, DayPart::Morning, {}, false}, "en", {"Lovely"}},
        {{today - std::chrono::days(1), DayPart::Morning, 9, false}, "en", {"Fine"}}};
    latest.commentsHeldBack = 2;
    latest.answers = {
        {{today, DayPart::Morning, 10, true}, {{"liked", "staff"}, {"liked", "gone"}}},
        {{today, DayPart::Morning, 0, false}, {}}};
    latest.answersHeldBack = 1;
    latest.asOf = m.clock.now();
    QSignalSpy changed(m.manager.get(), &ManagerModel::latestChanged);
    m.manager->setStoreLatest(latest);
    QCOMPARE(changed.count(), 1);

    const auto groups = m.commentGroups();
    QCOMPARE(groups.size(), 3);
    QCOMPARE(groups.at(0).toMap()["part"].toInt(), int(DayPart::Afternoon));
    QCOMPARE(groups.at(1).toMap()["part"].toInt(), int(DayPart::Morning));
    QCOMPARE(groups.at(1).toMap()["day"], groups.at(0).toMap()["day"]);
    QVERIFY(groups.at(2).toMap()["day"] != groups.at(1).toMap()["day"]);
    const auto first = groups.at(0).toMap()["entries"].toList().at(0).toMap();
    QCOMPARE(first.keys(), QStringList({"language", "marked", "score", "segment", "text"}));
    QCOMPARE(first["text"].toString(), QStringLiteral("یک – دو"));
    QCOMPARE(first["language"].toString(), QStringLiteral("fa"));
    QCOMPARE(first["score"].toString(), QStringLiteral("3"));
    QCOMPARE(first["segment"].toInt(), 0);
    QVERIFY(first["marked"].toBool());
    const auto second = groups.at(1).toMap()["entries"].toList().at(0).toMap();
    QVERIFY(second["score"].toString().isEmpty());
    QCOMPARE(second["segment"].toInt(), -1);
    QCOMPARE(m.manager->comments()["heldBack"].toInt(), 2);
    QCOMPARE(m.manager->comments()["asOf"].toString(), QStringLiteral("14:00"));

    const auto told = m.manager->answers();
    QCOMPARE(told["heldBackText"].toString(), QStringLiteral("1"));
    QCOMPARE(told["asOf"].toString(), QStringLiteral("14:00"));
    const auto answers = told["groups"].toList().at(0).toMap()["entries"].toList();
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers.at(0).toMap()["text"].toString(), QStringLiteral("Staff helpfulness – gone"));
    QVERIFY(answers.at(1).toMap()["text"].toString().isEmpty());

    m.manager->setPeriod(ManagerModel::Days7); // they are of no period
    QCOMPARE(wanted.count(), 2);
    QVERIFY(!m.manager->comments()["asOf"].toString().isEmpty());
    m.manager->close();
    QVERIFY(m.manager->comments().isEmpty());
    m.manager->setStoreLatest(latest); // on its way when the view closed
    m.enter("2468");
    QVERIFY(m.manager->comments()["asOf"].toString().isEmpty());
    QCOMPARE(m.shownComments(), 3);
}

/// The server tells of purchases only.
void TestManagerAnswers::otherSurveysAreThisTablets()
{
    Manager m;
    auto settings = m.settings();
    auto relational = *settings.checklist;
    relational.measurement = checklist::Measurement::RelationalNps;
    settings.checklist = std::make_shared<checklist::Checklist>(relational);
    m.manager->setSettings(settings);
    QSignalSpy wanted(m.manager.get(), &ManagerModel::storeLatestWanted);
    for (int i = 0; i < 3; ++i)
        m.comment(3, "of this tablet");
    m.enter("2468");
    QCOMPARE(wanted.count(), 0);
    protocol::Latest latest;
    latest.asOf = m.clock.now();
    m.manager->setStoreLatest(latest);
    QVERIFY(m.manager->comments()["asOf"].toString().isEmpty());
    QCOMPARE(m.shownComments(), 3);
}

VOUCH_TEST(TestManagerAnswers)

} // namespace test_manager_answers

#include "test_manager_answers.moc"
