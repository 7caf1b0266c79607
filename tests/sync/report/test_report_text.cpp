#include "sync/server/report/report_text.h"

#include "tests/support/suite.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

namespace test_report_text {

using namespace vouch;
using namespace vouch::server;

/// The words of reports, in every language of the product.
class TestReportText : public QObject
{
    Q_OBJECT

private slots:
    void everyLanguageIsThere();
    void everyLanguageSaysTheSame();
    void numbersAreWrittenAsTheLanguageDoes();
    void datesFollowTheCalendar();
    void aMalformedFileIsRefused();
};

namespace {

ReportText textIn(const char *language)
{
    return ReportText::in(language).value();
}

QStringList placeholdersOf(const std::string &text)
{
    static const QRegularExpression each(QStringLiteral("\\{[a-z]+\\}"));
    QStringList out;
    auto found = each.globalMatch(QString::fromStdString(text));
    while (found.hasNext())
        out.append(found.next().captured());
    out.sort();
    out.removeDuplicates();
    return out;
}

QString plain(const std::string &text)
{
    return QString::fromStdString(text)
        .remove(QChar(0x2066))
        .remove(QChar(0x2069))
        .remove(QChar(0x200E));
}

} // namespace

void TestReportText::everyLanguageIsThere()
{
    std::set<std::string> languages(ReportText::languages().begin(), ReportText::languages().end());
    QCOMPARE(
        languages,
        std::set<std::string>({"ar", "de", "en", "es", "fa", "fr", "hi", "ru", "ta", "tr"}));
    QCOMPARE(ReportText::languages().front(), std::string("en"));
    QCOMPARE(ReportText::in("xx").failure().code, std::string("language-unknown"));
}

void TestReportText::everyLanguageSaysTheSame()
{
    const auto english = textIn("en");
    for (const auto &language : ReportText::languages()) {
        const auto text = textIn(language.c_str());
        QCOMPARE(text.language(), language);
        QCOMPARE(text.isRightToLeft(), language == "fa" || language == "ar");
        QCOMPARE(text.reading().size(), english.reading().size());
        QCOMPARE(text.all().size(), english.all().size());
        for (const auto &[key, words] : english.all()) {
            const auto here = text.all().find(key);
            QVERIFY2(here != text.all().end(), (language + ": " + key).c_str());
            QVERIFY2(!here->second.empty(), (language + ": " + key).c_str());
            QVERIFY2(
                placeholdersOf(here->second) == placeholdersOf(words),
                (language + ": " + key).c_str());
        }
    }
}

void TestReportText::numbersAreWrittenAsTheLanguageDoes()
{
    QCOMPARE(textIn("en").count(1234567), std::string("1,234,567"));
    QCOMPARE(textIn("de").count(1234), std::string("1.234"));
    QCOMPARE(textIn("es").count(1234), std::string("1234"));
    QCOMPARE(textIn("ta").count(1234567), std::string("12,34,567"));
    QCOMPARE(textIn("fa").count(1234), std::string("۱٬۲۳۴"));
    QCOMPARE(textIn("en").points(-12.4), std::string("−12"));
    QCOMPARE(textIn("en").points(46), std::string("+46"));
    QCOMPARE(textIn("en").points(-0.3), std::string("0"));
    QCOMPARE(plain(textIn("fa").points(46)), QStringLiteral("+۴۶"));
    QCOMPARE(textIn("en").share(0.274), std::string("27%"));
    QCOMPARE(textIn("en").fineShare(0.0347), std::string("3.5%"));
    QCOMPARE(textIn("de").fineShare(0.0347), std::string("3,5 %"));
    QCOMPARE(textIn("tr").share(0.274), std::string("%27"));
    // As after a word: the sign stands behind the number, which is read from the right.
    QCOMPARE(plain(textIn("fa").share(0.274)), QStringLiteral("\u061C۲۷٪"));
    QCOMPARE(textIn("en").hour(24), std::string("00:00"));
}

void TestReportText::datesFollowTheCalendar()
{
    const auto day = parseDay("2026-11-22").value();
    QCOMPARE(textIn("en").day(day, Calendar::Gregorian), std::string("22 November"));
    QCOMPARE(textIn("en").month(day, Calendar::Jalali), std::string("Azar 1405"));
    QCOMPARE(textIn("fa").month(day, Calendar::Jalali), std::string("آذر ۱۴۰۵"));
    QCOMPARE(textIn("fa").day(day, Calendar::Jalali), std::string("۱ آذر"));
    QCOMPARE(textIn("ru").day(day, Calendar::Gregorian), std::string("22 ноября"));
    QCOMPARE(textIn("ru").month(day, Calendar::Gregorian), std::string("ноябрь 2026"));
    QCOMPARE(textIn("de").weekday(7), std::string("Sonntag"));
}

void TestReportText::aMalformedFileIsRefused()
{
    QCOMPARE(ReportText::read("{}").failure().code, std::string("report-text-malformed"));
    QCOMPARE(ReportText::read("no").failure().code, std::string("report-text-malformed"));
}

VOUCH_TEST(TestReportText)

} // namespace test_report_text

#include "test_report_text.moc"
