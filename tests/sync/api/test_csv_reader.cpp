#include "sync/server/api/csv.h"
#include "sync/server/api/csv_reader.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_csv_reader {

using namespace vouch;
using namespace vouch::server;

namespace {

/// "a|b / c|d@3": the cells of each line, and where it begins when that is not where it stands.
QByteArray shown(const std::string &text)
{
    const auto table = csv::read(text);
    if (!table)
        return "!" + QByteArray::fromStdString(table.failure().code);
    QByteArrayList lines;
    const auto cells = [](const std::vector<std::string> &all) {
        QByteArrayList out;
        for (const auto &cell : all)
            out << QByteArray::fromStdString(cell);
        return out.join('|');
    };
    lines << cells(table->header);
    for (const auto &line : table->lines)
        lines << (line.fault ? "!" + QByteArray::fromStdString(line.fault->code)
                             : cells(line.cells)) +
                     "@" + QByteArray::number(qlonglong(line.number));
    return lines.join(" / ");
}

} // namespace

/// CSV as people, Excel, LibreOffice and programs write it.
class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void filesOfAllKinds_data();
    void filesOfAllKinds();
    void whatIsWrittenIsReadBack();
    void aHundredThousandLines();
};

void TestCsvReader::filesOfAllKinds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("read");
    const std::tuple<const char *, QByteArray, const char *> rows[] = {
        {"plain", "a,b\n1,2\n", "a|b / 1|2@2"},
        {"no end of the last line", "a,b\n1,2", "a|b / 1|2@2"},
        {"CR LF", "a,b\r\n1,2\r\n3,4\r\n", "a|b / 1|2@2 / 3|4@3"},
        {"byte order mark",
         "\xEF\xBB\xBF"
         "a,b\n1,2\n",
         "a|b / 1|2@2"},
        {"quotes", "a,b\n\"x, \"\"y\"\"\",2\n", "a|b / x, \"y\"|2@2"},
        {"a line end in a cell", "a,b\n\"x\ny\",2\n3,4\n", "a|b / x\ny|2@2 / 3|4@4"},
        {"semicolons of Excel", "a;b\n1,5;2\n", "a|b / 1,5|2@2"},
        {"tabs", "a\tb\n1\t2\n", "a|b / 1|2@2"},
        {"one column", "a\n1\n", "a / 1@2"},
        {"empty lines", "a,b\n\n1,2\n,\n\n", "a|b / 1|2@3"},
        {"empty cells", "a,b\n,2\n1,\n", "a|b / |2@2 / 1|@3"},
        {"apostrophes", "a,b\n'=x,''y\n", "a|b / =x|'y@2"},
        {"too few cells", "a,b\n1\n3,4\n", "a|b / !csv-malformed@2 / 3|4@3"},
        {"too many cells", "a,b\n1,2,3\n3,4\n", "a|b / !csv-malformed@2 / 3|4@3"},
        {"never closed", "a,b\n1,2\n\"3,4\n5,6\n", "a|b / 1|2@2 / !csv-malformed@3"},
        {"behind a quote", "a,b\n\"1\"x,2\n3,4\n", "a|b / !csv-malformed@2 / 3|4@3"},
        {"a bare quote", "a,b\n1\"x,2\n3,4\n", "a|b / !csv-malformed@2 / 3|4@3"},
        {"Latin-1", "a,b\nK\xF6ln,2\n3,4\n", "a|b / !csv-encoding@2 / 3|4@3"},
        {"a zero byte", QByteArray("a,b\n1\0,2\n3,4\n", 13), "a|b / !csv-malformed@2 / 3|4@3"},
        {"UTF-16",
         QByteArray(
             "\xFF\xFE"
             "a\0,\0",
             6),
         "!csv-encoding"},
        {"nothing", "", "!csv-empty"},
        {"only a mark", "\xEF\xBB\xBF", "!csv-empty"},
        {"only line ends", "\r\n\r\n", "!csv-empty"},
        {"a column twice", "a,b,a\n1,2,3\n", "!csv-column-twice"},
        {"a broken header", "a,\"b\n1,2\n", "!csv-malformed"},
    };
    for (const auto &[name, text, read] : rows)
        QTest::newRow(name) << text << QByteArray(read);
}

void TestCsvReader::filesOfAllKinds()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, read);
    QCOMPARE(shown(text.toStdString()), read);
}

void TestCsvReader::whatIsWrittenIsReadBack()
{
    const std::vector<std::string> cells{"=1+1", "'",    "''x",    "-20", "a,b;c\td",
                                         "\"",   "سلام", "x\r\ny", "",    " "};
    csv::Row row;
    for (const auto &cell : cells)
        row.text(cell);
    auto text = std::string(csv::byteOrderMark) + "a,b,c,d,e,f,g,h,i,j\r\n" + row.take();
    const auto table = csv::read(text);
    QVERIFY(table);
    QCOMPARE(table->lines.size(), 1u);
    QVERIFY(!table->lines[0].fault);
    QCOMPARE(table->lines[0].cells, cells);
}

void TestCsvReader::aHundredThousandLines()
{
    std::string text = "a,b\n";
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i) + ",\"x\"\"y\"\n";
    const auto table = csv::read(text);
    QVERIFY(table);
    QCOMPARE(table->lines.size(), 100'000u);
    QCOMPARE(table->lines.back().number, 100'001);
    QCOMPARE(table->lines.back().cells[1], std::string("x\"y"));
}

VOUCH_TEST(TestCsvReader)

} // namespace test_csv_reader

#include "test_csv_reader.moc"
