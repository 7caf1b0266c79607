#include "kiosk_fixture.h"

#include "core/checklist/path.h"
#include "tests/support/suite.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace test_survey_model {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

/// What the shopper sees.
class TestSurveyModel : public QObject
{
    Q_OBJECT

private slots:
    void scaleHasTheLanguagesDigits();
    void pagesSpeakTheLanguage();
    void branchFollowsTheScore_data();
    void branchFollowsTheScore();
    void criteriaAreTurnedByTheCheck();
    void threePicksDisableTheOthers();
    void draftIsKeptOnTheWayBack();
    void warningCountsDownAndMayBeAnswered();
    void moreTimeTenTimesInARow();
    void noTimeRunsOutWhileSomethingIsSaid();
    void aVoiceThatNeverEndsIsNotWaitedFor();
    void touchesKeepThePageOpen();
    void commentHasMoreTime();
    void finishOnTheWarningSaysThanks();
    void languagePickedAtRestIsForgotten();
    void thanksEndsByItselfAndLocksForASecond();
    void newSurveyWaitsForTheEnd();
    void ownTextsAreNotShownBeforeTheirPage();
    void otherShapesAreRefused();

private:
    static QVariant row(SurveyModel &survey, int index, const char *role)
    {
        const auto key = survey.choices()->roleNames().key(role);
        return survey.choices()->data(survey.choices()->index(index), key);
    }
};

void TestSurveyModel::scaleHasTheLanguagesDigits()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    const auto label = [&](int i) { return survey->scale().at(i).toMap()["label"].toString(); };
    QCOMPARE(survey->scale().size(), 11);
    QCOMPARE(label(10), QStringLiteral("10"));
    QVERIFY(!survey->rightToLeft());
    survey->setLanguage("fa");
    QVERIFY(survey->rightToLeft());
    QCOMPARE(label(0), QStringLiteral("۰"));
    QCOMPARE(label(10), QStringLiteral("۱۰"));
    QCOMPARE(survey->scale().at(10).toMap()["value"].toInt(), 10);
    survey->setLanguage("ta");
    QCOMPARE(label(7), QStringLiteral("7"));
}

void TestSurveyModel::pagesSpeakTheLanguage()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->setLanguage("fa");
    QCOMPARE(survey->lowLabel(), QStringLiteral("اصلاً احتمال ندارد"));
    QCOMPARE(survey->texts()["writeComment"].toString(), QStringLiteral("نوشتن نظر"));
    survey->tapPoint(3);
    QCOMPARE(survey->backText(), QStringLiteral("پاسخ شما: ۳ (تغییر)"));
    QCOMPARE(survey->question(), QStringLiteral("به نظر شما چه چیزی را بهتر کنیم؟"));
    survey->setLanguage("ru");
    QCOMPARE(survey->backText(), QStringLiteral("Ваш ответ: 3 · Изменить"));
    survey->done();
    QVERIFY(survey->question().startsWith(QStringLiteral("Спасибо")));
    QCOMPARE(survey->languages().at(2).toMap()["name"].toString(), QStringLiteral("தமிழ்"));
}

void TestSurveyModel::branchFollowsTheScore_data()
{
    QTest::addColumn<int>("score");
    QTest::addColumn<QString>("question");
    for (int score = 0; score <= 10; ++score)
        QTest::addRow("%d", score)
            << score << (score >= 9 ? "What did you like most?" : "What could we do better?");
}

void TestSurveyModel::branchFollowsTheScore()
{
    QFETCH(int, score);
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    QSignalSpy pages(survey.get(), &SurveyModel::pageChanged);
    survey->tapPoint(score);
    QTEST(survey->question(), "question");
    QCOMPARE(survey->currentScore(), score);
    QCOMPARE(pages.count(), 1);
}

void TestSurveyModel::criteriaAreTurnedByTheCheck()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    const QAbstractItemModelTester tester(
        survey->choices(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    survey->tapPoint(9);
    const auto bits = kiosk.onDisk("SELECT substr(hex(id), -4) FROM checks");
    const auto checklist = checkoutSurvey();
    const auto *liked = checklist.find("liked");
    const auto order =
        checklist::order(*liked, static_cast<std::uint16_t>(std::stoul(bits, nullptr, 16)));
    QCOMPARE(survey->choices()->rowCount(), static_cast<int>(liked->choices.size()));
    for (int i = 0; i < survey->choices()->rowCount(); ++i)
        QCOMPARE(
            row(*survey, i, "code").toString().toStdString(),
            liked->choices[order[static_cast<std::size_t>(i)]].code);
    QCOMPARE(row(*survey, 10, "code").toString(), QStringLiteral("other"));
}

void TestSurveyModel::threePicksDisableTheOthers()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(9);
    QSignalSpy reset(survey->choices(), &QAbstractItemModel::modelReset);
    for (const auto *code : {"staff", "prices", "other", "queue"})
        survey->toggle(code);
    QCOMPARE(survey->pickedCount(), survey->maxPicks());
    int enabled = 0;
    for (int i = 0; i < survey->choices()->rowCount(); ++i) {
        const auto code = row(*survey, i, "code").toString();
        QCOMPARE(row(*survey, i, "picked").toBool(), row(*survey, i, "enabled").toBool());
        enabled += row(*survey, i, "enabled").toBool();
    }
    QCOMPARE(enabled, 3);
    survey->toggle("prices");
    QCOMPARE(survey->pickedCount(), 2);
    QVERIFY(row(*survey, 0, "enabled").toBool());
    QCOMPARE(reset.count(), 0); // delegates live on under the finger
}

void TestSurveyModel::draftIsKeptOnTheWayBack()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(9);
    survey->toggle("staff");
    survey->writeComment();
    QCOMPARE(survey->page(), SurveyModel::Comment);
    survey->setComment(QStringLiteral("so kind"));
    survey->back();
    QCOMPARE(survey->page(), SurveyModel::List);
    QCOMPARE(survey->pickedCount(), 1);
    survey->writeComment();
    QCOMPARE(survey->comment(), QStringLiteral("so kind"));
    survey->setComment(QString(2000, u'x'));
    QCOMPARE(survey->comment().size(), qsizetype(survey->maxCommentLength()));
}

void TestSurveyModel::warningCountsDownAndMayBeAnswered()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->setLanguage("fa");
    survey->tapPoint(5);
    kiosk.timers.advance(14999ms);
    QVERIFY(!survey->warning());
    kiosk.timers.advance(1ms);
    QVERIFY(survey->warning());
    QCOMPARE(survey->warningSeconds(), 20);
    kiosk.timers.advance(3s);
    QCOMPARE(survey->warningSeconds(), 17);
    QVERIFY(survey->warningText().contains(QStringLiteral("۱۷")));
    survey->toggle("staff"); // behind the warning
    QCOMPARE(survey->pickedCount(), 0);
    survey->moreTime();
    QVERIFY(!survey->warning());
    QCOMPARE(survey->page(), SurveyModel::List);
    kiosk.timers.advance(14999ms);
    QVERIFY(!survey->warning());
    kiosk.timers.advance(20001ms);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QVERIFY(!survey->warning());
    QCOMPARE(survey->language(), QStringLiteral("en"));
}

void TestSurveyModel::moreTimeTenTimesInARow()
{
    QVERIFY(KioskTimes().warning >= 20s);
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    survey->toggle("staff");
    for (int i = 0; i < 10; ++i) {
        kiosk.timers.advance(15s);
        QVERIFY(survey->warning());
        kiosk.timers.advance(19999ms); // answered at the last moment
        QVERIFY(survey->warning());
        survey->moreTime();
        QVERIFY(!survey->warning());
        QCOMPARE(survey->page(), SurveyModel::List);
        QCOMPARE(survey->pickedCount(), 1);
    }
    kiosk.timers.advance(14999ms);
    QVERIFY(!survey->warning());
}

void TestSurveyModel::noTimeRunsOutWhileSomethingIsSaid()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    kiosk.timers.advance(14s);
    survey->setSpeaking(true);
    kiosk.timers.advance(60s);
    QVERIFY(!survey->warning());
    survey->activity(); // a touch does not start the time while it speaks on
    kiosk.timers.advance(20s);
    QVERIFY(!survey->warning());
    survey->setSpeaking(false);
    kiosk.timers.advance(14999ms);
    QVERIFY(!survey->warning());
    kiosk.timers.advance(1ms);
    QVERIFY(survey->warning());
    QVERIFY(survey->warningSpoken().contains(QStringLiteral("20 seconds")));
    QVERIFY(survey->warningSpoken().contains(QStringLiteral("Are you still there?")));
    survey->setSpeaking(true);
    kiosk.timers.advance(8s);
    QCOMPARE(survey->warningSeconds(), 20);
    survey->setSpeaking(false);
    QStringList said;
    while (survey->warningSeconds() > 1) {
        kiosk.timers.advance(1s);
        said += survey->warningSpoken();
    }
    said.removeAll(QString());
    QCOMPARE(said.size(), 1);
    QVERIFY(said.at(0).contains(QStringLiteral("10 seconds")));
    survey->finish();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    survey->setSpeaking(true);
    kiosk.timers.advance(30s);
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    survey->setSpeaking(false);
    kiosk.timers.advance(4s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
}

void TestSurveyModel::aVoiceThatNeverEndsIsNotWaitedFor()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    survey->setSpeaking(true);
    kiosk.timers.advance(KioskTimes().speech);
    QVERIFY(!survey->warning());
    kiosk.timers.advance(15s);
    QVERIFY(survey->warning());
    kiosk.timers.advance(20s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
}

void TestSurveyModel::touchesKeepThePageOpen()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    for (int i = 0; i < 5; ++i) {
        kiosk.timers.advance(10s);
        survey->activity();
        QVERIFY(!survey->warning());
    }
    kiosk.timers.advance(15s);
    QVERIFY(survey->warning());
}

void TestSurveyModel::commentHasMoreTime()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    survey->writeComment();
    kiosk.timers.advance(29s);
    survey->setComment("a"); // typing counts
    kiosk.timers.advance(29s);
    QVERIFY(!survey->warning());
    kiosk.timers.advance(1s);
    QVERIFY(survey->warning());
}

void TestSurveyModel::finishOnTheWarningSaysThanks()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    kiosk.timers.advance(16s);
    survey->finish();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    QVERIFY(!survey->warning());
    kiosk.timers.advance(4s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
}

void TestSurveyModel::languagePickedAtRestIsForgotten()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->setLanguage("ta");
    QCOMPARE(survey->language(), QStringLiteral("ta"));
    survey->setLanguage("xx");
    QCOMPARE(survey->language(), QStringLiteral("ta"));
    kiosk.timers.advance(15s);
    QCOMPARE(survey->language(), QStringLiteral("en"));
    QVERIFY(!survey->warning());
    QVERIFY(kiosk.closed().empty());
}

void TestSurveyModel::thanksEndsByItselfAndLocksForASecond()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    survey->done();
    kiosk.timers.advance(3999ms);
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    kiosk.timers.advance(1ms);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QVERIFY(survey->locked());
    survey->tapPoint(5);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    kiosk.timers.advance(1s);
    QVERIFY(!survey->locked());
    survey->tapPoint(5);
    QCOMPARE(survey->page(), SurveyModel::List);
}

void TestSurveyModel::newSurveyWaitsForTheEnd()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(5);
    auto settings = kiosk.settings();
    auto changed = *settings.checklist;
    changed.version = 7;
    changed.languages = {"fa", "en"};
    settings.checklist = std::make_shared<checklist::Checklist>(changed);
    settings.language = "fa";
    survey->setSettings(settings);
    QCOMPARE(survey->language(), QStringLiteral("en"));
    QCOMPARE(survey->languages().size(), 10);
    survey->done();
    survey->dismissThanks();
    QCOMPARE(kiosk.closed().at(0).version, 2);
    QCOMPARE(survey->language(), QStringLiteral("fa"));
    QCOMPARE(survey->languages().size(), 2);
    kiosk.timers.advance(1s);
    survey->tapPoint(5);
    survey->startAgain();
    QCOMPARE(kiosk.closed().at(1).version, 7);
}

void TestSurveyModel::ownTextsAreNotShownBeforeTheirPage()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    QCOMPARE(survey->currentScore(), -1);
    QVERIFY(survey->echo().isEmpty());
    QVERIFY(survey->warningText().isEmpty());
    QVERIFY(survey->failure().isEmpty());
    survey->tapPoint(11);
    survey->tapPoint(-1);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    survey->tapPoint(4);
    survey->back();
    QCOMPARE(survey->page(), SurveyModel::Scale);
    QCOMPARE(survey->currentScore(), 4);
    QCOMPARE(survey->echo(), QStringLiteral("Your answer: 4"));
    QVERIFY(!survey->canGoBack());
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::List);
    QCOMPARE(survey->currentScore(), 4);
}

void TestSurveyModel::otherShapesAreRefused()
{
    auto checklist = checkoutSurvey();
    QVERIFY(checkShape(checklist).ok());
    checklist.kind = checklist::Kind::StoreCheck;
    QVERIFY(!checkShape(checklist).ok());
    auto relational = checkoutSurvey();
    relational.measurement = checklist::Measurement::RelationalNps;
    QVERIFY(!checkShape(relational).ok());
    QVERIFY(checkShape(relational, "online").ok());
    relational.touchpoint = "online";
    QCOMPARE(checkShape(relational, "checkout").failure().code, "checklist-not-shown");
}

VOUCH_TEST(TestSurveyModel)

} // namespace test_survey_model

#include "test_survey_model.moc"
