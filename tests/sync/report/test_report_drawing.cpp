#include "report_sample.h"
#include "sync/server/report/report_canvas.h"
#include "sync/server/report/report_drawing.h"
#include "sync/server/report/report_sentences.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace test_report_drawing {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

/// The report as a file: read back by poppler's tools, which are not what drew it.
class TestReportDrawing : public QObject
{
    Q_OBJECT

private slots:
    void aStoreTakesTwoPagesAtMost_data();
    void aStoreTakesTwoPagesAtMost();
    void aRegionTakesTwoPagesAtMost_data();
    void aRegionTakesTwoPagesAtMost();
    void theRoomIsUsed_data();
    void theRoomIsUsed();
    void everySentenceIsThere_data();
    void everySentenceIsThere();
    void daysThatAreMissingBeforeAreNotOnesOfTheMonth();
    void whyNoReasonsStandThereIsSaid();
    void coverageStandsBesideEveryScoreOfATable();
    void nothingIsNothingAndNotZero();
    void fiveAnswersHaveNoScore();
    void theSameFiguresGiveTheSameBytes();
    void theFileSaysWhatItIs();
    void aNameInNoFontsLettersStaysPrintable();
};

namespace {

const std::vector<std::string> &reasonNames()
{
    static const std::vector<std::string> names{"Waiting time",    "Prices", "Items in stock",
                                                "Product quality", "Staff",  "Location"};
    return names;
}

ReportFigures emptyMonth()
{
    ReportFigures out;
    out.name = "Old Town";
    out.first = sampleDay("2026-11-01");
    out.last = sampleDay("2026-11-30");
    out.madeOn = sampleDay("2026-12-01");
    for (int i = 0; i < reportMonths; ++i)
        out.months.push_back(
            {Day((std::chrono::year(2025) / std::chrono::November + std::chrono::months(i)) / 1),
             {},
             false});
    out.notJudged = Failure{"answers-too-few", "", "now"};
    out.actions = {{.kind = ReportAction::Kind::MoreAnswers, .count = 220}};
    return out;
}

/// What a program says of a PDF.
QString told(const QString &program, const QStringList &options, const std::string &pdf)
{
    QTemporaryDir folder;
    const auto path = folder.filePath("report.pdf");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(pdf.data(), static_cast<qint64>(pdf.size()));
    file.close();
    QProcess process;
    process.start(
        program,
        options + QStringList{path} + (program == "pdftotext" ? QStringList{"-"} : QStringList{}));
    if (!process.waitForFinished())
        qFatal("%s did not end", qPrintable(program));
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Letters and digits only: lines break, and directions have marks of their own.
QString letters(const QString &text)
{
    QString out;
    for (const auto character : text.normalized(QString::NormalizationForm_KC))
        if (character.isLetterOrNumber())
            out += character;
    return out;
}

int pagesOf(const std::string &pdf)
{
    const auto info = told("pdfinfo", {}, pdf);
    const auto at = info.indexOf("Pages:");
    return info.mid(at + 6, 20).simplified().section(' ', 0, 0).toInt();
}

/// Where the last line above the foot ends, in points from the top, of what `pdftotext -bbox` says.
double lowestWord(const QString &boxes)
{
    constexpr double foot = 788;
    static const QRegularExpression bottom("yMax=\"([0-9.]+)\"");
    double out = 0;
    for (auto each = bottom.globalMatch(boxes); each.hasNext();)
        if (const double y = each.next().captured(1).toDouble(); y < foot)
            out = std::max(out, y);
    return out;
}

std::string drawn(const ReportFigures &figures, const std::string &language)
{
    const auto text = ReportText::in(language).value();
    const auto pdf = drawReport(figures, text);
    if (!pdf)
        qFatal("%s", pdf.failure().text().c_str());
    return *pdf;
}

void eachLanguage()
{
    QTest::addColumn<QString>("language");
    for (const auto &language : ReportText::languages())
        QTest::newRow(language.c_str()) << QString::fromStdString(language);
}

} // namespace

void TestReportDrawing::aStoreTakesTwoPagesAtMost_data()
{
    eachLanguage();
}

void TestReportDrawing::aStoreTakesTwoPagesAtMost()
{
    QFETCH(QString, language);
    const auto pdf = drawn(sampleStore(reasonNames()), language.toStdString());
    QVERIFY2(pagesOf(pdf) <= 2, qPrintable(QString::number(pagesOf(pdf))));
    const auto fonts = told("pdffonts", {}, pdf).split('\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const auto &font : fonts)
        QVERIFY2(font.contains("yes yes"), qPrintable(font)); // embedded, a part of it
    // A dotted circle stands where a mark has no letter that carries it.
    QVERIFY(!told("pdftotext", {}, pdf).contains(QChar(0x25CC)));
}

void TestReportDrawing::aRegionTakesTwoPagesAtMost_data()
{
    eachLanguage();
}

void TestReportDrawing::aRegionTakesTwoPagesAtMost()
{
    QFETCH(QString, language);
    for (const int stores : {1, 20, 60}) {
        const auto pdf = drawn(sampleRegion(reasonNames(), stores), language.toStdString());
        QVERIFY2(pagesOf(pdf) <= 2, qPrintable(QString::number(stores)));
    }
}

void TestReportDrawing::theRoomIsUsed_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "fa", "ta"})
        QTest::newRow(language) << QString(language);
}

void TestReportDrawing::theRoomIsUsed()
{
    QFETCH(QString, language);
    QCOMPARE(pagesOf(drawn(emptyMonth(), language.toStdString())), 1);
    for (const auto &figures : {sampleStore(reasonNames()), sampleRegion(reasonNames(), 20)}) {
        const auto pdf = drawn(figures, language.toStdString());
        for (int page = 1; page <= pagesOf(pdf); ++page) {
            const auto number = QString::number(page);
            const auto low =
                lowestWord(told("pdftotext", {"-bbox", "-f", number, "-l", number}, pdf));
            QVERIFY2(low > 600, qPrintable(QString("page %1 ends at %2").arg(page).arg(low)));
        }
    }
}

void TestReportDrawing::daysThatAreMissingBeforeAreNotOnesOfTheMonth()
{
    for (const auto &language : ReportText::languages()) {
        const auto text = ReportText::in(language).value();
        auto figures = sampleStore(reasonNames());
        figures.judgement.reset();
        figures.notJudged = Failure{"days-too-few", "", "before"};
        QCOMPARE(whatChanged(figures, text).front(), text("verdictFewDaysBefore"));
        figures.notJudged->where.clear();
        QCOMPARE(whatChanged(figures, text).front(), text("verdictEarly"));
    }
}

void TestReportDrawing::everySentenceIsThere_data()
{
    QTest::addColumn<QString>("language");
    // Letters of other scripts come back from a PDF as they are drawn, not as they are spelt.
    for (const char *language : {"en", "de", "es", "fr", "ru", "tr"})
        QTest::newRow(language) << QString(language);
}

void TestReportDrawing::everySentenceIsThere()
{
    QFETCH(QString, language);
    const auto text = ReportText::in(language.toStdString()).value();
    const auto figures = sampleStore(reasonNames());
    // As it was drawn: what stands beside each other is taken for one line else.
    const auto read = letters(told("pdftotext", {"-raw"}, drawn(figures, text.language())));
    for (const auto &part :
         {whatChanged(figures, text),
          whyPerhaps(figures, text),
          whatToDo(figures, text),
          notesOf(figures, text),
          qualityOf(figures, text),
          {text("changedTitle"), text("whyTitle"), text("doTitle"), text("trendTitle"),
           text("histogramTitle"), text("likedTitle"), text("improveTitle"),
           text("touchpointsTitle"), text("qualityTitle"), text("notesTitle"), text("readingTitle"),
           reportPeriod(figures, text), "Harbour", "checkout",
           text("responseOf", {{"n", text.count(840)}, {"sales", text.count(24213)}}),
           text.reading()[0].second, text.reading()[1].second, text.reading()[2].second}})
        for (const auto &sentence : part)
            QVERIFY2(
                read.contains(letters(QString::fromStdString(sentence))),
                (sentence + "\n" + read.toStdString()).c_str());
}

void TestReportDrawing::whyNoReasonsStandThereIsSaid()
{
    auto figures = sampleStore(reasonNames());
    figures.liked = {482, {}};
    figures.improve = {29, {}};
    const auto read = told("pdftotext", {"-layout"}, drawn(figures, "en"));
    QVERIFY2(read.contains("Asked: 482; nobody picked anything."), qPrintable(read));
    QVERIFY2(read.contains("Asked: 29; shares take at least 30."), qPrintable(read));
}

void TestReportDrawing::coverageStandsBesideEveryScoreOfATable()
{
    const auto figures = sampleRegion(reasonNames(), 5);
    const auto lines = told("pdftotext", {"-layout"}, drawn(figures, "en")).split('\n');
    const auto lineWith = [&](const QString &name) {
        for (const auto &line : lines)
            if (line.contains(QRegularExpression(name + "  ")))
                return line;
        return QString();
    };
    for (const auto &store : figures.stores) {
        const auto line = lineWith(QString::fromStdString(store.name));
        const auto share = QString::number(std::lround(100 * store.coverage.value_or(0))) + "%";
        QVERIFY2(line.contains(share) == store.coverage.has_value(), qPrintable(line));
    }
    QVERIFY2(lineWith("exit").contains("93%"), qPrintable(lineWith("exit")));
}

void TestReportDrawing::nothingIsNothingAndNotZero()
{
    const auto pdf = drawn(emptyMonth(), "en");
    QCOMPARE(pagesOf(pdf), 1);
    const auto read = told("pdftotext", {"-layout"}, pdf);
    QVERIFY(read.contains("No answers"));
    QVERIFY(read.contains("It is not zero"));
    QVERIFY(!read.contains("%  ") && !read.contains("+0"));
    QVERIFY(read.contains("not known"));
}

void TestReportDrawing::fiveAnswersHaveNoScore()
{
    auto figures = emptyMonth();
    figures.tally = tallyOf(4, 0, 1);
    figures.months.back().tally = figures.tally;
    figures.noAssociations = Failure{"answers-too-few", "", "0-6"};
    const auto read = told("pdftotext", {"-layout"}, drawn(figures, "en"));
    QVERIFY(read.contains("Too few for a score"));
    QVERIFY(read.contains("80%"));
    QVERIFY(!read.contains("+60"));
    QVERIFY(read.contains("Too few named a reason"));
}

void TestReportDrawing::theSameFiguresGiveTheSameBytes()
{
    const auto figures = sampleStore(reasonNames());
    QVERIFY(drawn(figures, "fa") == drawn(figures, "fa"));
}

void TestReportDrawing::theFileSaysWhatItIs()
{
    const auto pdf = drawn(sampleStore(reasonNames()), "fa");
    const auto info = told("pdfinfo", {"-isodates"}, pdf);
    QVERIFY2(info.contains("2026-12-01"), qPrintable(info));
    QVERIFY2(info.contains(QRegularExpression("Tagged: +yes")), qPrintable(info));
    QVERIFY(info.contains(QStringLiteral("گزارش ماهانه")));
    QVERIFY(pdf.find("/Lang (fa)") != std::string::npos);
    // What follows a file that Cairo did not write stays as it was.
    QCOMPARE(withLanguage("%PDF-1.5 something else", "fa"), std::string("%PDF-1.5 something else"));
}

void TestReportDrawing::aNameInNoFontsLettersStaysPrintable()
{
    auto figures = emptyMonth();
    figures.name = "Kiosk \U000F0000"; // for private use: in no font
    QVERIFY(told("pdftotext", {}, drawn(figures, "en")).contains("Kiosk"));
}

VOUCH_TEST(TestReportDrawing)

} // namespace test_report_drawing

#include "test_report_drawing.moc"
