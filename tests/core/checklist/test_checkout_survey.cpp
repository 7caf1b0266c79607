#include "checklist_files.h"
#include "core/base/json.h"

#include <QTest>

using namespace vouch;
using namespace vouch::checklist;

using Codes = std::vector<std::string>;

/// The survey that is shipped.
class TestCheckoutSurvey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_survey = load(shippedFile); }
    void isWhatTheMethodAsksFor();
    void bothBranchesShareTheirLabels();
    void wordings_data();
    void wordings();
    void persianLetters();

private:
    Checklist m_survey;
};

void TestCheckoutSurvey::isWhatTheMethodAsksFor()
{
    QCOMPARE(m_survey.id, "checkout-nps");
    QCOMPARE(m_survey.version, 1);
    QCOMPARE(m_survey.series, "2026a");
    QCOMPARE(m_survey.touchpoint, "checkout");
    QCOMPARE(m_survey.score, "recommend");
    QCOMPARE(m_survey.languages, (Codes{"en", "fa", "ta", "ru"}));
    Codes questions;
    for (const auto &question : m_survey.questions)
        questions.push_back(question.code);
    QCOMPARE(questions, (Codes{"recommend", "liked", "improve", "comment"}));
    QVERIFY(m_survey.find("comment")->onRequest);
    for (const char *branch : {"liked", "improve"}) {
        QCOMPARE(m_survey.find(branch)->maxPicks, 3);
        QVERIFY(m_survey.find(branch)->rotate);
        QVERIFY(!m_survey.find(branch)->required);
        QCOMPARE(m_survey.find(branch)->last, "other");
    }
}

void TestCheckoutSurvey::bothBranchesShareTheirLabels()
{
    const auto &liked = m_survey.find("liked")->choices;
    const auto &improve = m_survey.find("improve")->choices;
    QCOMPARE(liked.size(), improve.size());
    for (std::size_t i = 0; i < liked.size(); ++i) {
        QCOMPARE(liked[i].code, improve[i].code);
        QVERIFY(liked[i].text == improve[i].text);
    }
}

void TestCheckoutSurvey::wordings_data()
{
    QTest::addColumn<QStringList>("expected");
    const auto table = QString::fromStdString(readFile(dataFolder + "wordings.tsv"));
    for (const auto &line : table.split('\n', Qt::SkipEmptyParts)) {
        const auto cells = line.split('\t');
        QTest::newRow(qPrintable(cells.front())) << cells;
    }
}

/// Native readers signed these off, to the character. Another wording is another series.
void TestCheckoutSurvey::wordings()
{
    QFETCH(QStringList, expected);
    const auto document = json::parse(readFile(shippedFile));
    const auto text = [&](const std::string &place) {
        const auto &value = document.at_pointer(place).as_string();
        return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    };
    const auto place = expected.takeFirst().toStdString();
    QCOMPARE(expected.size(), qsizetype(m_survey.languages.size()));
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const auto language = "/" + m_survey.languages[static_cast<std::size_t>(i)];
        const auto shown =
            place == "/texts/echo + change"
                ? text("/texts/echo" + language) + " · " + text("/texts/change" + language)
                : text(place + language);
        QCOMPARE(shown, expected[i]);
    }
}

/// Arabic ye and kaf look alike but are other letters, and searches miss them.
void TestCheckoutSurvey::persianLetters()
{
    const auto file = QString::fromStdString(readFile(shippedFile));
    QVERIFY(!file.contains(QChar(0x064A)));
    QVERIFY(!file.contains(QChar(0x0643)));
    QVERIFY(file.contains(QChar(0x06CC)) && file.contains(QChar(0x06A9)));
    QVERIFY(file.contains(QChar(0x200C)));
}

QTEST_APPLESS_MAIN(TestCheckoutSurvey)
#include "test_checkout_survey.moc"
