#include "kiosk_fixture.h"

#include "app/kiosk/contact_form.h"
#include "core/check/contact.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_survey_contact {

using namespace vouch;
using namespace vouch::kiosk;
using namespace vouch::test;
using namespace std::chrono_literals;

/// The permission to contact: offered, never pressed, sealed at once.
class TestSurveyContact : public QObject
{
    Q_OBJECT

private slots:
    void isOfferedToDetractorsOnly_data();
    void isOfferedToDetractorsOnly();
    void isSealedForTheChain();
    void isNowhereInClear();
    void refusalEndsTheConversation();
    void wrongNumbersAreAskedForAgain();
    void wrongPhonesAreNamed_data();
    void wrongPhonesAreNamed();
    void wrongAddressesAreNamed_data();
    void wrongAddressesAreNamed();
    void emailIsTheSecondWay();
    void walkingAwayLeavesNothing();
    void inThePathConsentComesFirst();
    void withoutAKeyItIsNotAsked();
    void legalTextOfACountryIsASetting();

private:
    static void type(SurveyModel &survey, const char *digits)
    {
        for (; *digits; ++digits)
            survey.typeDigit(*digits - '0');
    }
    /// With the contact offered on thanks.
    kiosk::SurveySettings offering(const Kiosk &kiosk) const
    {
        auto out = kiosk.settingsWith(m_key);
        auto checklist = *out.checklist;
        std::erase_if(checklist.questions, [](const auto &question) {
            return question.type == checklist::Type::Contact;
        });
        auto contact = everyPageSurvey().questions.back();
        contact.onRequest = true;
        contact.when.emplace();
        contact.when->question = "recommend";
        contact.when->to = 6;
        contact.text.try_emplace("ta", "?");
        contact.text.try_emplace("ru", "?");
        checklist.questions.push_back(contact);
        out.checklist = std::make_shared<checklist::Checklist>(checklist);
        return out;
    }
    std::string allBytes(const Kiosk &kiosk) const
    {
        std::string out;
        for (const auto *suffix : {"", "-wal", "-shm", "-journal"}) {
            QFile file(kiosk.file() + QString::fromLatin1(suffix));
            if (file.open(QIODevice::ReadOnly))
                out += file.readAll().toStdString();
        }
        return out;
    }

    const crypto::SealingKey m_key = crypto::SealingKey::make();
};

void TestSurveyContact::isOfferedToDetractorsOnly_data()
{
    QTest::addColumn<int>("score");
    for (int score = 0; score <= 10; ++score)
        QTest::addRow("%d", score) << score;
}

void TestSurveyContact::isOfferedToDetractorsOnly()
{
    QFETCH(int, score);
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(score);
    QVERIFY(!survey->contactOffered());
    survey->done();
    QCOMPARE(survey->contactOffered(), score <= 6);
    QVERIFY(!survey->consented());
    // The same words for every score; with the offer the page stays longer.
    QVERIFY(survey->question().startsWith(QStringLiteral("Thank you!")));
    kiosk.timers.advance(4s);
    QCOMPARE(survey->page() == SurveyModel::Thanks, score <= 6);
    kiosk.timers.advance(4s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QVERIFY(!item(kiosk.closed().at(0), "reach"));
}

void TestSurveyContact::isSealedForTheChain()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->setLanguage("fa");
    survey->tapPoint(3);
    survey->done();
    QVERIFY(survey->consentText().contains(QStringLiteral("Vouch Demo")));
    QVERIFY(survey->consentText().contains(QStringLiteral("۳۰")));
    survey->giveConsent();
    QCOMPARE(survey->page(), SurveyModel::Contact);
    survey->typeSign();
    type(*survey, "971501234567");
    survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    QVERIFY(!survey->contactOffered());
    const auto shown = survey->erasureText();
    kiosk.timers.advance(29s);
    QCOMPARE(survey->page(), SurveyModel::Thanks); // time to note the code down
    survey->dismissThanks();
    QVERIFY(survey->erasureText().isEmpty());

    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.state, check::State::Completed);
    const auto *kept = item(record, "reach");
    QVERIFY(kept);
    QCOMPARE(kept->type, "contact");
    const auto opened = check::openContact(kept->value, m_key);
    QVERIFY(opened.ok());
    QCOMPARE(opened->address, "+971501234567");
    const auto &consent = kept->value.as_object().at("consent").as_object();
    QCOMPARE(consent.at("language").as_string(), "fa");
    const auto code = shown.section(u'\u2066', 1).section(u'\u2069', 0, 0).toStdString();
    QVERIFY(check::isErasureCode(kept->value, code));
}

void TestSurveyContact::isNowhereInClear()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(3);
    survey->done();
    survey->giveConsent();
    type(*survey, "0501234567");
    QVERIFY(allBytes(kiosk).find("501234567") == std::string::npos);
    survey->confirmContact();
    QVERIFY(allBytes(kiosk).find("501234567") == std::string::npos);
    survey->dismissThanks();
    const auto bytes = allBytes(kiosk);
    QVERIFY(bytes.find("sealed") != std::string::npos);
    QVERIFY(bytes.find("501234567") == std::string::npos);
}

void TestSurveyContact::refusalEndsTheConversation()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(0);
    survey->done();
    survey->refuseConsent();
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QCOMPARE(kiosk.closed().at(0).state, check::State::Completed);
}

void TestSurveyContact::wrongNumbersAreAskedForAgain()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(0);
    survey->done();
    survey->giveConsent();
    type(*survey, "123");
    survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Contact);
    QCOMPARE(
        survey->contactProblem(),
        QStringLiteral("Too short. A phone number has at least 6 digits."));
    survey->typeDigit(4);
    QVERIFY(survey->contactProblem().isEmpty());
    type(*survey, "56");
    survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
}

void TestSurveyContact::wrongPhonesAreNamed_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("short") << "en" << QByteArray("12345") << "Too short.";
    QTest::newRow("long") << "en" << QByteArray("1234567890123456") << "at most 15 digits";
    QTest::newRow("country") << "en" << QByteArray("+0501234567") << "the country code";
    QTest::newRow("own digits") << "fa" << QByteArray("12345") << "۶";
    QTest::newRow("few") << "ar" << QByteArray("12345") << "خانات";
    QTest::newRow("many") << "ar" << QByteArray("1234567890123456") << "خانة";
}

void TestSurveyContact::wrongPhonesAreNamed()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, typed);
    QFETCH(QString, said);
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->setLanguage(language);
    survey->tapPoint(0);
    survey->done();
    survey->giveConsent();
    type(*survey, typed.startsWith('+') ? typed.constData() + 1 : typed.constData());
    if (typed.startsWith('+'))
        survey->typeSign(); // in front, though it comes last
    // The digit too many is refused in words at once.
    const bool tooLong = typed.size() > ContactForm::maxPhoneDigits;
    QCOMPARE(!survey->contactProblem().isEmpty(), tooLong);
    if (!tooLong)
        survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Contact);
    QVERIFY2(survey->contactProblem().contains(said), qPrintable(survey->contactProblem()));
    if (tooLong) // what was taken of it is a number
        survey->confirmContact();
    QCOMPARE(survey->page() == SurveyModel::Thanks, tooLong);
}

void TestSurveyContact::wrongAddressesAreNamed_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("no @") << "example.org"
                          << "one @";
    QTest::newRow("no name") << "@example.org"
                             << "a name before it";
    QTest::newRow("two") << "a@b@example.org"
                         << "one @";
    QTest::newRow("no ending") << "a@example"
                               << "after the @";
    QTest::newRow("a space") << "a b@example.org"
                             << "spaces";
}

void TestSurveyContact::wrongAddressesAreNamed()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(0);
    survey->done();
    survey->giveConsent();
    survey->setByEmail(true);
    survey->setContact(typed);
    survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Contact);
    QVERIFY2(survey->contactProblem().contains(said), qPrintable(survey->contactProblem()));
    QVERIFY(!survey->contactProblem().contains(u'{'));
    survey->setContact(typed + u'x');
    QVERIFY(survey->contactProblem().isEmpty());
}

void TestSurveyContact::emailIsTheSecondWay()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(0);
    survey->done();
    survey->giveConsent();
    survey->setContact("a@example.org"); // not asked for
    QVERIFY(survey->contact().isEmpty());
    survey->setByEmail(true);
    survey->back(); // whence one came
    QCOMPARE(survey->page(), SurveyModel::Contact);
    QVERIFY(!survey->byEmail());
    survey->setByEmail(true);
    survey->setContact("a@example");
    survey->confirmContact();
    QVERIFY(!survey->contactProblem().isEmpty());
    survey->setContact("a@example.org");
    survey->confirmContact();
    survey->dismissThanks();
    const auto record = kiosk.closed().at(0);
    QCOMPARE(check::openContact(item(record, "reach")->value, m_key)->address, "a@example.org");
}

void TestSurveyContact::walkingAwayLeavesNothing()
{
    Kiosk kiosk;
    const auto survey = kiosk.survey(offering(kiosk));
    survey->tapPoint(0);
    survey->done();
    survey->giveConsent();
    type(*survey, "0501234567");
    kiosk.timers.advance(30s);
    QVERIFY(survey->warning());
    kiosk.timers.advance(20s);
    QCOMPARE(survey->page(), SurveyModel::Resting);
    QVERIFY(survey->contact().isEmpty());
    const auto record = kiosk.closed().at(0);
    QCOMPARE(record.state, check::State::Completed);
    QVERIFY(!item(record, "reach"));
}

void TestSurveyContact::inThePathConsentComesFirst()
{
    Kiosk kiosk;
    auto asked = kiosk.settingsWith(m_key);
    auto checklist = everyPageSurvey();
    checklist.questions.erase(checklist.questions.begin() + 1, checklist.questions.end() - 1);
    asked.checklist = std::make_shared<checklist::Checklist>(checklist);
    const auto survey = kiosk.survey(asked);
    survey->tapPoint(10);
    QCOMPARE(survey->page(), SurveyModel::Contact);
    QVERIFY(!survey->consented());
    type(*survey, "0501234567");
    survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Contact); // nothing without the consent
    survey->giveConsent();
    QVERIFY(survey->consented());
    survey->confirmContact();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    QVERIFY(!survey->erasureText().isEmpty());
    survey->dismissThanks();
    kiosk.timers.advance(1s);
    survey->tapPoint(10);
    survey->refuseConsent();
    QCOMPARE(survey->page(), SurveyModel::Thanks);
    survey->dismissThanks();
    const auto records = kiosk.closed();
    QVERIFY(item(records.at(0), "reach"));
    QVERIFY(!item(records.at(1), "reach"));
}

void TestSurveyContact::withoutAKeyItIsNotAsked()
{
    Kiosk kiosk;
    auto settings = offering(kiosk);
    settings.contact.key.clear();
    const auto survey = kiosk.survey(settings);
    survey->tapPoint(0);
    survey->done();
    QVERIFY(!survey->contactOffered());
}

void TestSurveyContact::legalTextOfACountryIsASetting()
{
    Kiosk kiosk;
    auto settings = offering(kiosk);
    settings.contact.consent["en"] = "{chain} calls within {days} days. Law 45/2021.";
    settings.contact.days = 14;
    const auto survey = kiosk.survey(settings);
    survey->tapPoint(0);
    survey->done();
    QCOMPARE(
        survey->consentText(), QStringLiteral("Vouch Demo calls within 14 days. Law 45/2021."));
}

VOUCH_TEST(TestSurveyContact)

} // namespace test_survey_contact

#include "test_survey_contact.moc"
