#include "tests/support/suite.h"

#include "kiosk_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace test_survey_record {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

namespace {

/// No file of this process grows any more: a full disk, until it goes out of scope.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{1, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

const std::string scores = "SELECT count(*) || ':' || ifnull(group_concat(score), '') FROM checks";

} // namespace

/// What a conversation leaves on disk, and when.
class TestSurveyRecord : public QObject
{
    Q_OBJECT

private slots:
    void trainingIsMarkedAndNotCounted();
    void scoreIsOnDiskBeforeTheListShows();
    void answersAreOnDiskBeforeThanksShows();
    void recordSaysWhenWhereAndHow();
    void changeWithinABranchKeepsPicks();
    void changeToTheOtherBranchDropsItsItems();
    void walkingAwayIsAnAbandonedAnswer();
    void startAgainKeepsWhatWasAnswered();
    void restartClosesWhatWasLeftOpen_data();
    void restartClosesWhatWasLeftOpen();
    void commentIsStoredWhenSent();
    void languageOfTheCheckFollows();
    void fullDiskShowsAKindTextAndRecovers();
    void fullDiskInTheMiddleLosesNoScore();
};

void TestSurveyRecord::scoreIsOnDiskBeforeTheListShows()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    std::string seen;
    connect(survey.get(), &SurveyModel::pageChanged, this, [&] {
        if (seen.empty()) // the first that any page could show
            seen = kiosk.onDisk(scores);
    });
    survey->tapPoint(9);
    QCOMPARE(survey->page(), SurveyModel::List);
    QCOMPARE(seen, std::string("1:9"));
}

void TestSurveyRecord::answersAreOnDiskBeforeThanksShows()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(9);
    survey->toggle("staff");
    survey->toggle("prices");
    std::string seen;
    connect(survey.get(), &SurveyModel::pageChanged, this, [&] {
        if (seen.empty())
            seen = kiosk.onDisk(
                "SELECT ifnull(max(value), 'none') FROM items WHERE question = 'liked'");
    });
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    QCOMPARE(seen, std::string(R"(["staff","prices"])"));
    // The plug is pulled on thanks: it was completed all the same.
    kiosk.restart();
    QCOMPARE(kiosk.store->closeLeftOpen(kiosk.clock.monotonicMs()).value(), 1);
    QCOMPARE(kiosk.closed().at(0).state, check::State::Completed);
}

void TestSurveyRecord::recordSaysWhenWhereAndHow()
{
    Kiosk kiosk;
    kiosk.clock.set("2026-11-22T21:30:00.000Z"); // 01:30 of the next day in Dubai
    const auto survey = kiosk.survey();
    survey->tapPoint(0);
    kiosk.timers.advance(3s);
    survey->done();
    survey->dismissThanks();
    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.score, std::optional(0));
    QCOMPARE(record.state, check::State::Completed);
    QCOMPARE(valueOf(record, "recommend"), std::string("0"));
    QCOMPARE(valueOf(record, "improve"), std::string("[]"));
    QCOMPARE(record.checklist, std::string("checkout-nps"));
    QCOMPARE(record.series, std::string("2026a"));
    QCOMPARE(record.touchpoint, std::string("checkout"));
    QCOMPARE(record.store, std::string("s1"));
    QCOMPARE(formatDay(record.day), std::string("2026-11-23"));
    QCOMPARE(record.hour, 1);
    QCOMPARE(record.utcOffsetMinutes, 240);
    QCOMPARE(formatUtc(record.openedAt), std::string("2026-11-22T21:30:00.000Z"));
    QCOMPARE(formatUtc(record.closedAt), std::string("2026-11-22T21:30:03.000Z"));
    QVERIFY(record.marks.empty());
}

void TestSurveyRecord::changeWithinABranchKeepsPicks()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(3);
    survey->toggle("queue");
    survey->back();
    survey->tapPoint(5);
    QCOMPARE(survey->pickedCount(), 1);
    survey->done();
    survey->dismissThanks();
    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.score, std::optional(5));
    QCOMPARE(item(record, "recommend")->corrections, 1);
    QCOMPARE(valueOf(record, "improve"), std::string(R"(["queue"])"));
    QCOMPARE(item(record, "improve")->corrections, 0);
}

void TestSurveyRecord::changeToTheOtherBranchDropsItsItems()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(3);
    survey->toggle("queue");
    survey->back();
    survey->tapPoint(10);
    QCOMPARE(survey->pickedCount(), 0);
    QCOMPARE(survey->question(), QStringLiteral("What did you like most?"));
    survey->toggle("staff");
    survey->done();
    survey->dismissThanks();
    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.score, std::optional(10));
    QVERIFY(!item(record, "improve"));
    QCOMPARE(valueOf(record, "liked"), std::string(R"(["staff"])"));
    QCOMPARE(record.items.size(), std::size_t(2));
}

void TestSurveyRecord::walkingAwayIsAnAbandonedAnswer()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(4);
    survey->toggle("stock");
    kiosk.timers.advance(15s);
    QVERIFY(survey->warning());
    QVERIFY(kiosk.closed().empty());
    kiosk.timers.advance(20s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.state, check::State::Abandoned);
    QCOMPARE(record.score, std::optional(4));
    QCOMPARE(valueOf(record, "improve"), std::string(R"(["stock"])"));
}

void TestSurveyRecord::startAgainKeepsWhatWasAnswered()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(8);
    survey->startAgain();
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QCOMPARE(survey->currentScore(), -1);
    kiosk.timers.advance(1s);
    survey->tapPoint(9);
    survey->done();
    survey->dismissThanks();
    const auto records = kiosk.closed();
    QCOMPARE(records.size(), std::size_t(2));
    QCOMPARE(records.at(0).state, check::State::Abandoned);
    QVERIFY(!item(records.at(0), "improve"));
    QCOMPARE(records.at(1).score, std::optional(9));
    QCOMPARE(records.at(1).previous, records.at(0).hash);
}

void TestSurveyRecord::restartClosesWhatWasLeftOpen_data()
{
    QTest::addColumn<bool>("reachedThanks");
    QTest::newRow("on the list") << false;
    QTest::newRow("on thanks") << true;
}

void TestSurveyRecord::restartClosesWhatWasLeftOpen()
{
    QFETCH(bool, reachedThanks);
    Kiosk kiosk;
    auto survey = kiosk.survey();
    survey->tapPoint(7);
    if (reachedThanks)
        survey->done();
    survey.reset();
    kiosk.restart();
    QVERIFY(kiosk.closed().empty());
    QCOMPARE(kiosk.store->closeLeftOpen(kiosk.clock.monotonicMs()).value(), 1);
    QCOMPARE(
        kiosk.closed().at(0).state,
        reachedThanks ? check::State::Completed : check::State::Abandoned);
    QCOMPARE(kiosk.closed().at(0).score, std::optional(7));
}

void TestSurveyRecord::commentIsStoredWhenSent()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(2);
    survey->writeComment();
    survey->setComment(QStringLiteral("صف طولانی بود\u0000"));
    QCOMPARE(kiosk.onDisk("SELECT count(*) FROM items WHERE question = 'comment'"), "0");
    survey->saveComment();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    survey->dismissThanks();
    QCOMPARE(valueOf(kiosk.closed().at(0), "comment"), "\"صف طولانی بود\"");
    QVERIFY(survey->comment().isEmpty());

    kiosk.timers.advance(1s);
    survey->tapPoint(2);
    survey->writeComment();
    survey->setComment("never sent");
    kiosk.timers.advance(50s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QVERIFY(!item(kiosk.closed().at(1), "comment"));
    QVERIFY(survey->comment().isEmpty());
}

void TestSurveyRecord::languageOfTheCheckFollows()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->setLanguage("ta");
    survey->tapPoint(6);
    QCOMPARE(kiosk.onDisk("SELECT language FROM checks"), "ta");
    survey->toggle("prices");
    survey->setLanguage("fa");
    QCOMPARE(kiosk.onDisk("SELECT language FROM checks"), "fa");
    QCOMPARE(survey->pickedCount(), 1);
    survey->done();
    survey->dismissThanks();
    QCOMPARE(kiosk.closed().at(0).language, "fa");
    QCOMPARE(survey->language(), QStringLiteral("en"));
}

void TestSurveyRecord::fullDiskShowsAKindTextAndRecovers()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    {
        const FullDisk full;
        survey->tapPoint(9);
    }
    QVERIFY(!survey->failure().isEmpty());
    QCOMPARE(survey->page(), SurveyModel::Resting);
    survey->tapPoint(9);
    QCOMPARE(kiosk.onDisk(scores), std::string("0:"));
    kiosk.timers.advance(10s);
    QVERIFY(survey->failure().isEmpty());
    kiosk.timers.advance(1s);
    survey->tapPoint(8);
    QCOMPARE(survey->page(), SurveyModel::List);
    QCOMPARE(kiosk.onDisk(scores), std::string("1:8"));
}

void TestSurveyRecord::fullDiskInTheMiddleLosesNoScore()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->tapPoint(1);
    survey->toggle("staff");
    {
        const FullDisk full;
        survey->done();
    }
    QVERIFY(!survey->failure().isEmpty());
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QCOMPARE(survey->pickedCount(), 0);
    survey->dismissFailure();
    kiosk.timers.advance(1s);
    survey->tapPoint(10);
    survey->done();
    survey->dismissThanks();
    const auto records = kiosk.closed();
    QCOMPARE(records.size(), std::size_t(2));
    QCOMPARE(records.at(0).score, std::optional(1));
    QCOMPARE(records.at(0).state, check::State::Abandoned);
    QCOMPARE(records.at(1).score, std::optional(10));
}

void TestSurveyRecord::trainingIsMarkedAndNotCounted()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey();
    survey->setTraining(true);
    survey->tapPoint(10);
    survey->setTraining(false); // closes what was open
    QCOMPARE(survey->page(), SurveyModel::Resting);
    kiosk.timers.advance(1s);
    survey->tapPoint(3);
    survey->startAgain();
    const auto records = kiosk.closed();
    QCOMPARE(records.at(0).kind, "training");
    QCOMPARE(records.at(0).marks, std::vector<std::string>{"training"});
    QCOMPARE(records.at(1).kind, "survey");
    const auto figures = kiosk.store->figures({}).value();
    QCOMPARE(figures.all.count(), 1);
}

VOUCH_TEST(TestSurveyRecord)

} // namespace test_survey_record

#include "test_survey_record.moc"
