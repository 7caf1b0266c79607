#include "checklist_files.h"
#include "core/base/json.h"
#include "tests/support/suite.h"

#include <QTest>
#include <QXmlStreamReader>

namespace test_checkout_survey {

using namespace vouch;
using namespace vouch::checklist;

using Codes = std::vector<std::string>;

namespace {

/// The languages whose wordings are held, in the order of the tables.
const QStringList agreedLanguages{"en", "fa", "ta", "ru"};

/// One row for each line of a table, named by its first cell.
void addRows(const char *file)
{
    QTest::addColumn<QStringList>("cells");
    const auto table = QString::fromStdString(readFile(dataFolder + file));
    for (const auto &line : table.split('\n', Qt::SkipEmptyParts)) {
        const auto cells = line.split('\t');
        QTest::newRow(qPrintable(cells.front())) << cells;
    }
}

/// What the kiosk says for the English `source` in a conversation, the last of its plural forms.
QString interfaceText(const QString &language, const QString &source)
{
    const auto path = QStringLiteral(VOUCH_SOURCE_DIR "/resources/translations/kiosk_%1.ts");
    QXmlStreamReader file(QString::fromStdString(readFile(path.arg(language).toStdString())));
    QString context, message, text;
    bool plural = false;
    while (!file.atEnd()) {
        if (file.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (file.name() == u"name")
            context = file.readElementText();
        else if (file.name() == u"message")
            plural = file.attributes().hasAttribute(QLatin1String("numerus"));
        else if (file.name() == u"source")
            message = file.readElementText();
        else if (
            context == QLatin1String("Survey") && message == source &&
            file.name() == (plural ? u"numerusform" : u"translation"))
            text = file.readElementText();
    }
    return text;
}

} // namespace

/// The survey that is shipped.
class TestCheckoutSurvey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_survey = load(shippedFile); }
    void isWhatTheMethodAsksFor();
    void wordings_data();
    void wordings();
    void interfaceWordings_data();
    void interfaceWordings();
    void persianLetters();

private:
    Checklist m_survey;
};

void TestCheckoutSurvey::isWhatTheMethodAsksFor()
{
    QCOMPARE(m_survey.id, "checkout-nps");
    QCOMPARE(m_survey.version, 2);
    QCOMPARE(m_survey.series, "2026a");
    QCOMPARE(m_survey.touchpoint, "checkout");
    QCOMPARE(m_survey.score, "recommend");
    QCOMPARE(
        m_survey.languages, (Codes{"en", "fa", "ta", "ru", "ar", "de", "es", "fr", "hi", "tr"}));
    Codes questions;
    for (const auto &question : m_survey.questions)
        questions.push_back(question.code);
    QCOMPARE(questions, (Codes{"recommend", "liked", "improve", "comment", "contact"}));
    QVERIFY(m_survey.find("comment")->onRequest);
    const auto &contact = *m_survey.find("contact");
    QVERIFY(contact.onRequest);
    QCOMPARE(contact.when->from, 0);
    QCOMPARE(contact.when->to, 6);
}

void TestCheckoutSurvey::wordings_data()
{
    addRows("wordings.tsv");
}

/// Agreed on, to the character. Another wording is another series.
void TestCheckoutSurvey::wordings()
{
    QFETCH(QStringList, cells);
    const auto document = json::parse(readFile(shippedFile));
    const auto place = cells.takeFirst();
    QCOMPARE(cells.size(), agreedLanguages.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto at = (place + '/' + agreedLanguages[i]).toStdString();
        const auto &text = document.at_pointer(at).as_string();
        QCOMPARE(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), cells[i]);
    }
}

void TestCheckoutSurvey::interfaceWordings_data()
{
    addRows("interface_wordings.tsv");
}

/// The same for what the kiosk says around the questions.
void TestCheckoutSurvey::interfaceWordings()
{
    QFETCH(QStringList, cells);
    QCOMPARE(cells.size(), agreedLanguages.size());
    for (qsizetype i = 1; i < cells.size(); ++i)
        QCOMPARE(interfaceText(agreedLanguages[i], cells.front()), cells[i]);
}

/// Arabic ye and kaf look alike but are other letters, and searches miss them.
void TestCheckoutSurvey::persianLetters()
{
    QString persian;
    for (const auto &line : QString::fromStdString(readFile(shippedFile)).split('\n')) {
        if (line.contains(QLatin1String("\"fa\": ")))
            persian += line;
    }
    QVERIFY(!persian.contains(QChar(0x064A)));
    QVERIFY(!persian.contains(QChar(0x0643)));
    QVERIFY(persian.contains(QChar(0x06CC)) && persian.contains(QChar(0x06A9)));
    QVERIFY(persian.contains(QChar(0x200C)));
}

VOUCH_TEST(TestCheckoutSurvey)

} // namespace test_checkout_survey

#include "test_checkout_survey.moc"
