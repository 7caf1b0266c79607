#include "sync/server/api/export_stream.h"
#include "sync/server/api/store_view.h"
#include "tests/support/suite.h"
#include "tests/sync/store/central_tablet.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <fstream>

namespace test_api_export {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

class TestApiExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Tablet> m_tablet;

    std::unique_ptr<ExportStream>
    opened(ExportFormat format, const std::string &columns = {}, WorkbookLimits limits = {})
    {
        const StoreView view(*m_store, StoreSet::all());
        auto plan = planExport(format, view, [&](const std::string &name) {
            return name == "columns" ? columns : std::string();
        });
        auto reader = m_store->exportRecords(plan->filter);
        return openExport(std::move(*reader), std::move(*plan), limits);
    }
    static std::string all(ExportStream &stream)
    {
        std::string out, piece;
        while (stream.next(piece).value())
            out += piece;
        return out;
    }

private slots:
    void initTestCase()
    {
        m_store = Store::open(databaseIn(m_folder), m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "UTC"}));
        m_tablet = std::make_unique<Tablet>(m_clock, *m_store);
        std::vector<json::object> records;
        for (int i = 0; i < 25; ++i)
            records.push_back(m_tablet->next(i % 11));
        QVERIFY(m_store->ingest(m_tablet->device, m_tablet->batch(std::move(records))));
    }

    void countsItsRowsAndHashesItsBytes()
    {
        for (const auto format : {ExportFormat::Csv, ExportFormat::Jsonl, ExportFormat::Xlsx}) {
            const auto stream = opened(format, "id,score");
            const auto bytes = all(*stream);
            QCOMPARE(stream->rows(), 25);
            QCOMPARE(stream->bytes(), std::int64_t(bytes.size()));
            QCOMPARE(stream->sha256(), sha256Hex(bytes));
        }
    }

    /// A full sheet is followed by another with a header of its own.
    void breaksSheets_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QByteArray>("sheets");
        QTest::addRow("one is enough, to the row") << 26 << QByteArray("Responses 25");
        QTest::addRow("one row over") << 25 << QByteArray("Responses 24, Responses 2 1");
        QTest::addRow("three") << 11 << QByteArray("Responses 10, Responses 2 10, Responses 3 5");
    }
    void breaksSheets()
    {
        QFETCH(int, limit);
        QFETCH(QByteArray, sheets);
        const auto stream = opened(ExportFormat::Xlsx, "id,score,day", {limit});
        const auto bytes = all(*stream);
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(file.write(bytes.data(), qint64(bytes.size())), qint64(bytes.size()));
        file.flush();
        QProcess python;
        python.start(
            "/usr/bin/python3",
            {"-c",
             "import openpyxl, sys\n"
             "book = openpyxl.load_workbook(open(sys.argv[1], 'rb'))\n"
             "rows = [list(s.iter_rows(values_only=True)) for s in book.worksheets]\n"
             "assert all(r[0] == ('id', 'score', 'day') for r in rows), rows\n"
             "assert len({r[0] for s in rows for r in s[1:]}) == 25\n"
             "print(', '.join('%s %d' % (s.title, len(r) - 1)\n"
             "                for s, r in zip(book.worksheets, rows)))\n",
             file.fileName()});
        QVERIFY(python.waitForFinished());
        QCOMPARE(python.readAllStandardError(), QByteArray());
        QCOMPARE(python.readAllStandardOutput().trimmed(), sheets);
    }

    /// Nothing of a workbook lies about, whether it was taken to its end or not.
    void leavesNoFileBehind()
    {
        QTemporaryDir folder;
        const auto before = qgetenv("TMPDIR");
        qputenv("TMPDIR", folder.path().toUtf8());
        {
            const auto whole = opened(ExportFormat::Xlsx);
            all(*whole);
            const auto left = opened(ExportFormat::Xlsx);
            std::string piece;
            QVERIFY(left->next(piece).value());
        }
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void aFolderThatIsNotThereIsTold()
    {
        const auto before = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/nowhere/at/all");
        const auto stream = opened(ExportFormat::Xlsx);
        std::string piece;
        const auto told = stream->next(piece);
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QCOMPARE(told.failure().code, std::string("file-unwritable"));
    }
};

VOUCH_TEST(TestApiExport)

} // namespace test_api_export

#include "test_api_export.moc"
