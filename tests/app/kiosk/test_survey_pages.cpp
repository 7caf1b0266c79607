#include "tests/support/suite.h"

#include "kiosk_fixture.h"

#include <QSignalSpy>
#include <QTest>

namespace test_survey_pages {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

/// Every type of question as a page of its own, from the checklist alone.
class TestSurveyPages : public QObject
{
    Q_OBJECT

private slots:
    void walksThroughEveryType();
    void skipsTheBranchThatIsNotReached();
    void answersComeBackWithTheirBranch();
    void optionalPagesMayBeSkipped();
    void requiredPagesMayNot();
    void numbersKeepTheirBounds();
    void aMinusStaysLeftOfItsNumber_data();
    void aMinusStaysLeftOfItsNumber();
    void longNumbersAreGrouped_data();
    void longNumbersAreGrouped();
    void anEmptiedAnswerIsNone();
    void progressIsTrueOrSilent();
    void invitationOpensBeforeTheFirstAnswer();
    void anyFirstQuestionIsInvitedTo();
    void aSingleQuestionEndsWithItsAnswer();
    void unsentTextsFollowTheSetting_data();
    void unsentTextsFollowTheSetting();
    void aidsAreOfferedByTheSettings();
    void digitsFollowTheCountry();
    void countdownHasPluralForms();

private:
    static kiosk::SurveySettings settings(const Kiosk &kiosk)
    {
        auto out = kiosk.settings();
        out.checklist = std::make_shared<checklist::Checklist>(everyPageSurvey());
        return out;
    }
    static void toReasons(SurveyModel &survey)
    {
        survey.tapPoint(9);
        survey.tapPoint(-2);
        survey.answerYesNo(true);
        QCOMPARE(survey.page(), SurveyModel::List);
    }
};

void TestSurveyPages::walksThroughEveryType()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    QSignalSpy pages(survey.get(), &SurveyModel::pageChanged);
    survey->tapPoint(7);
    QCOMPARE(survey->page(), SurveyModel::Scale);
    QCOMPARE(survey->scale().size(), 7);
    QCOMPARE(survey->scale().at(0).toMap()["label"].toString(), QStringLiteral("−3"));
    QCOMPARE(survey->lowLabel(), QStringLiteral("Bad"));
    survey->tapPoint(-3);
    QCOMPARE(survey->page(), SurveyModel::YesNo);
    QCOMPARE(pages.count(), 2);
    survey->answerYesNo(false);
    QCOMPARE(survey->page(), SurveyModel::Choice);
    QCOMPARE(survey->hint(), QStringLiteral("One tap is your answer"));
    survey->toggle("tools");
    QCOMPARE(survey->page(), SurveyModel::List);
    QCOMPARE(survey->hint(), QStringLiteral("Choose up to 2"));
    survey->toggle("kind");
    survey->toggle("near");
    QCOMPARE(survey->goOnText(), QStringLiteral("Next"));
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Number);
    survey->typeDigit(4);
    survey->typeDigit(5);
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Text);
    survey->setComment("calm");
    QCOMPARE(survey->goOnText(), QStringLiteral("Done"));
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Thanks); // no key, so no contact
    survey->dismissThanks();
    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.state, check::State::Completed);
    QCOMPARE(valueOf(record, "recommend"), "7");
    QCOMPARE(valueOf(record, "mood"), "-3");
    QCOMPARE(valueOf(record, "found"), "false");
    QCOMPARE(valueOf(record, "visit"), "\"tools\"");
    QCOMPARE(valueOf(record, "reasons"), R"(["kind","near"])");
    QCOMPARE(valueOf(record, "minutes"), "45");
    QCOMPARE(valueOf(record, "words"), "\"calm\"");
    QCOMPARE(record.touchpoint, "service-desk");
}

void TestSurveyPages::skipsTheBranchThatIsNotReached()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    toReasons(*survey);
    survey->startAgain();
    const auto record = kiosk.closed().at(0);
    QVERIFY(!item(record, "visit"));
    QCOMPARE(record.state, check::State::Abandoned);
}

void TestSurveyPages::answersComeBackWithTheirBranch()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    survey->tapPoint(9);
    survey->tapPoint(1);
    survey->answerYesNo(false);
    survey->toggle("food");
    survey->toggle("cheap");
    survey->back();
    QCOMPARE(survey->page(), SurveyModel::Choice);
    survey->back();
    QCOMPARE(survey->yesNo(), QStringLiteral("no"));
    const auto items = [&] { return kiosk.onDisk("SELECT count(*) FROM items"); };
    QCOMPARE(items(), "5");
    survey->answerYesNo(true); // the aisle is no longer asked
    QCOMPARE(survey->page(), SurveyModel::List);
    QCOMPARE(items(), "4");
    QCOMPARE(survey->pickedCount(), 1);
    survey->back();
    survey->answerYesNo(false);
    QCOMPARE(survey->page(), SurveyModel::Choice);
    QCOMPARE(items(), "5");
    survey->done(); // as answered before
    QCOMPARE(survey->page(), SurveyModel::List);
    survey->done();
    survey->startAgain();
    const auto record = kiosk.closed().at(0);
    QCOMPARE(valueOf(record, "visit"), "\"food\"");
    QCOMPARE(item(record, "found")->corrections, 2);
}

void TestSurveyPages::optionalPagesMayBeSkipped()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    survey->tapPoint(9);
    survey->tapPoint(1);
    QCOMPARE(survey->goOnText(), QStringLiteral("Skip"));
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::List);
    survey->toggle("near");
    survey->done();
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Text);
    survey->done();
    survey->dismissThanks();
    QCOMPARE(kiosk.closed().at(0).items.size(), std::size_t(3));
}

void TestSurveyPages::requiredPagesMayNot()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    survey->tapPoint(9);
    QVERIFY(!survey->canGoOn());
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Scale);
    survey->tapPoint(4); // out of its bounds
    QCOMPARE(survey->page(), SurveyModel::Scale);
    survey->tapPoint(3);
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::List);
    QVERIFY(!survey->canGoOn());
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::List);
}

void TestSurveyPages::numbersKeepTheirBounds()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    toReasons(*survey);
    survey->toggle("near");
    survey->done();
    QCOMPARE(survey->hint(), QStringLiteral("A number from −5 to 120"));
    QVERIFY(survey->mayBeNegative());
    for (const int digit : {0, 1, 2, 1})
        survey->typeDigit(digit);
    QCOMPARE(survey->number(), QStringLiteral("12")); // 121 would be too much
    QCOMPARE(survey->numberProblem(), QStringLiteral("Too high. The highest number is 120."));
    survey->typeSign();
    QCOMPARE(survey->number(), QStringLiteral("−12"));
    QVERIFY(survey->numberProblem().isEmpty()); // more may be typed
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Number);
    QCOMPARE(survey->numberProblem(), QStringLiteral("Too low. The lowest number is −5."));
    survey->eraseDigit();
    QVERIFY(survey->numberProblem().isEmpty());
    survey->eraseDigit();
    QVERIFY(survey->canGoOn());
    survey->done();
    QCOMPARE(survey->numberProblem(), QStringLiteral("Please type a number."));
    survey->typeDigit(5);
    survey->setLanguage("fa");
    QCOMPARE(survey->number(), QStringLiteral("\u2066−۵\u2069"));
    survey->done();
    QCOMPARE(kiosk.onDisk("SELECT value FROM items WHERE question = 'minutes'"), "-5");
}

void TestSurveyPages::longNumbersAreGrouped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("most");
    const auto row = [](const char *language, const char16_t *typed, const char16_t *most) {
        QTest::newRow(language) << QString::fromLatin1(language) << QString::fromUtf16(typed)
                                << QString::fromUtf16(most);
    };
    row("en", u"1,234", u"1,000,000");
    row("de", u"1.234", u"1.000.000");
    row("es", u"1234", u"1.000.000"); // none of four digits
    row("fr", u"1\u202f234", u"1\u202f000\u202f000");
    row("ru", u"1\u00a0234", u"1\u00a0000\u00a0000");
    row("ta", u"1,234", u"10,00,000");
    row("hi", u"1,234", u"10,00,000");
    row("fa", u"۱٬۲۳۴", u"۱٬۰۰۰٬۰۰۰");
}

void TestSurveyPages::longNumbersAreGrouped()
{
    QFETCH(QString, language);
    QFETCH(QString, typed);
    QFETCH(QString, most);
    Kiosk kiosk;
    auto asked = settings(kiosk);
    auto checklist = *asked.checklist;
    checklist.languages = {language.toStdString()};
    for (auto &question : checklist.questions) {
        if (question.type == vouch::checklist::Type::Number)
            question.max = 1000000;
    }
    asked.checklist = std::make_shared<checklist::Checklist>(checklist);
    asked.language = language.toStdString();
    const auto survey = kiosk.survey(asked);
    toReasons(*survey);
    survey->toggle("near");
    survey->done();
    QVERIFY2(survey->hint().contains(most), qPrintable(survey->hint()));
    for (const int digit : {1, 2, 3, 4})
        survey->typeDigit(digit);
    QCOMPARE(survey->number(), typed);
    survey->done();
    QCOMPARE(kiosk.onDisk("SELECT value FROM items WHERE question = 'minutes'"), "1234");
}

void TestSurveyPages::aMinusStaysLeftOfItsNumber_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("three");
    QTest::addColumn<QString>("five");
    QTest::addColumn<bool>("rightToLeft");
    const QString gulf = QStringLiteral("Asia/Dubai");
    QTest::newRow("en") << "en" << gulf << "−3"
                        << "−5" << false;
    QTest::newRow("hi") << "hi" << gulf << "−3"
                        << "−5" << false;
    QTest::newRow("fa") << "fa" << gulf << "−۳"
                        << "−۵" << true;
    QTest::newRow("ar, Gulf") << "ar" << gulf << "−3"
                              << "−5" << true;
    QTest::newRow("ar, Egypt") << "ar"
                               << "Africa/Cairo"
                               << "−٣"
                               << "−٥" << true;
}

void TestSurveyPages::aMinusStaysLeftOfItsNumber()
{
    QFETCH(QString, language);
    QFETCH(QString, zone);
    QFETCH(bool, rightToLeft);
    // In a right-to-left text a sign would go to the other side of its digits but for the isolate.
    const auto shown = [&](const QString &number) {
        return rightToLeft ? u'\u2066' + number + u'\u2069' : number;
    };
    QFETCH(const QString, three);
    QFETCH(const QString, five);
    Kiosk kiosk;
    auto asked = settings(kiosk);
    auto checklist = *asked.checklist;
    if (std::find(checklist.languages.begin(), checklist.languages.end(), language.toStdString()) ==
        checklist.languages.end())
        checklist.languages.push_back(language.toStdString());
    asked.checklist = std::make_shared<checklist::Checklist>(checklist);
    asked.zone = TimeZone::find(zone.toStdString()).value();
    asked.language = language.toStdString();
    const auto survey = kiosk.survey(asked);
    survey->tapPoint(7);
    QCOMPARE(survey->scale().at(0).toMap()["label"].toString(), shown(three));
    QVERIFY(!survey->scale().at(4).toMap()["label"].toString().contains(u'\u2066'));
    survey->tapPoint(-3);
    survey->back();
    QVERIFY(survey->echo().contains(shown(three)));
    survey->done();
    survey->answerYesNo(true);
    survey->toggle("near");
    survey->done();
    QCOMPARE(survey->page(), SurveyModel::Number);
    QVERIFY2(survey->hint().contains(shown(five)), qPrintable(survey->hint()));
    survey->typeSign();
    survey->typeDigit(5);
    QCOMPARE(survey->number(), shown(five));
}

void TestSurveyPages::anEmptiedAnswerIsNone()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    toReasons(*survey);
    survey->toggle("near");
    survey->done();
    survey->typeDigit(7);
    survey->done();
    survey->setComment("words");
    survey->back();
    QCOMPARE(survey->number(), QStringLiteral("7"));
    survey->eraseDigit();
    survey->done();
    QCOMPARE(survey->comment(), QStringLiteral("words"));
    survey->done();
    survey->dismissThanks();
    QVERIFY(!item(kiosk.closed().at(0), "minutes"));
    QCOMPARE(valueOf(kiosk.closed().at(0), "words"), "\"words\"");
}

void TestSurveyPages::progressIsTrueOrSilent()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    survey->tapPoint(9);
    QVERIFY(survey->progress().isEmpty()); // the aisle may or may not be asked
    survey->tapPoint(1);
    survey->answerYesNo(false);
    QCOMPARE(survey->progress(), QStringLiteral("Question 4 of 7"));
    survey->toggle("food");
    QCOMPARE(survey->progress(), QStringLiteral("Question 5 of 7"));
    survey->setLanguage("fa");
    QVERIFY(survey->progress().contains(QStringLiteral("۵")));
}

void TestSurveyPages::invitationOpensBeforeTheFirstAnswer()
{
    Kiosk kiosk;
    auto inviting = kiosk.settings();
    inviting.invitation = true;
    const auto survey = kiosk.survey(inviting);
    QCOMPARE(survey->page(), SurveyModel::Invitation);
    QCOMPARE(survey->question(), QStringLiteral("How was your visit today?"));
    survey->tapPoint(3);
    QCOMPARE(survey->page(), SurveyModel::Invitation);
    survey->begin();
    QCOMPARE(survey->page(), SurveyModel::Scale);
    QCOMPARE(kiosk.onDisk("SELECT count(*) FROM checks WHERE score IS NULL"), "1");
    survey->tapPoint(3);
    QCOMPARE(survey->page(), SurveyModel::List);
    survey->done();
    survey->dismissThanks();
    QCOMPARE(survey->page(), SurveyModel::Invitation);
    kiosk.timers.advance(1s);
    survey->begin();
    kiosk.timers.advance(35s);
    QCOMPARE(survey->page(), SurveyModel::Invitation);
    QCOMPARE(kiosk.closed().at(0).score, std::optional(3));
    QVERIFY(!kiosk.closed().at(1).score);
    QCOMPARE(kiosk.closed().at(1).state, check::State::Abandoned);
}

void TestSurveyPages::anyFirstQuestionIsInvitedTo()
{
    Kiosk kiosk;
    auto turned = settings(kiosk);
    auto checklist = *turned.checklist;
    std::swap(checklist.questions[0], checklist.questions[4]);
    turned.checklist = std::make_shared<checklist::Checklist>(checklist);
    const auto survey = kiosk.survey(turned);
    QCOMPARE(survey->page(), SurveyModel::Invitation);
    survey->begin();
    QCOMPARE(survey->page(), SurveyModel::List);
    survey->toggle("near");
    survey->done();
    QCOMPARE(survey->currentScore(), -1);
}

void TestSurveyPages::aSingleQuestionEndsWithItsAnswer()
{
    Kiosk kiosk;
    auto single = settings(kiosk);
    auto checklist = *single.checklist;
    checklist.questions.resize(1);
    single.checklist = std::make_shared<checklist::Checklist>(checklist);
    const auto survey = kiosk.survey(single);
    survey->tapPoint(6);
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    QCOMPARE(kiosk.onDisk("SELECT score || state FROM checks"), "6completed");
}

void TestSurveyPages::unsentTextsFollowTheSetting_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("not kept") << false;
    QTest::newRow("kept") << true;
}

void TestSurveyPages::unsentTextsFollowTheSetting()
{
    QFETCH(bool, keep);
    Kiosk kiosk;
    auto settings = kiosk.settings();
    settings.keepUnsentText = keep;
    const auto survey = kiosk.survey(settings);
    survey->tapPoint(2);
    survey->writeComment();
    survey->setComment("half a sent");
    kiosk.timers.advance(50s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QCOMPARE(valueOf(kiosk.closed().at(0), "comment"), keep ? "\"half a sent\"" : "");
}

void TestSurveyPages::aidsAreOfferedByTheSettings()
{
    Kiosk kiosk;
    auto without = settings(kiosk);
    const auto survey = kiosk.survey(without);
    QVERIFY(survey->lowReachOffered() && survey->readAloudOffered());
    without.lowReach = without.readAloud = false;
    QSignalSpy changed(survey.get(), &SurveyModel::surveyChanged);
    survey->setSettings(without);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!survey->lowReachOffered() && !survey->readAloudOffered());
}

void TestSurveyPages::digitsFollowTheCountry()
{
    Kiosk kiosk;
    auto in = settings(kiosk);
    in.language = "ar";
    const auto last = [&](const char *zone) {
        in.zone = TimeZone::find(zone).value();
        return kiosk.survey(in)->scale().at(10).toMap()["label"].toString();
    };
    QCOMPARE(last("Africa/Cairo"), QStringLiteral("١٠"));
    QCOMPARE(last("Asia/Dubai"), QStringLiteral("10"));
    QCOMPARE(last("Africa/Casablanca"), QStringLiteral("10"));
}

void TestSurveyPages::countdownHasPluralForms()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(settings(kiosk));
    survey->tapPoint(5);
    kiosk.timers.advance(15s);
    QCOMPARE(survey->warningText(), QStringLiteral("This page closes in 20 seconds"));
    kiosk.timers.advance(19s);
    QCOMPARE(survey->warningText(), QStringLiteral("This page closes in 1 second"));
}

VOUCH_TEST(TestSurveyPages)

} // namespace test_survey_pages

#include "test_survey_pages.moc"
