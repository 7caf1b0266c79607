#include "central_tablet.h"

#include "tests/support/suite.h"
#include "tests/sync/store/exported_rows.h"

#include <QTest>

namespace test_store_export {

using namespace vouch;
using namespace vouch::test;

class TestStoreExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<Tablet> m_one;
    std::unique_ptr<Tablet> m_two;

    static constexpr int batches = 6, perBatch = 400;

    void add(Tablet &tablet, const char *day)
    {
        std::vector<json::object> records;
        for (int i = 0; i < perBatch; ++i) {
            auto check = tablet.survey(i % 11);
            check.day = parseDay(day).value();
            check.openedAt = check.closedAt = Timestamp(check.day);
            records.push_back(tablet.chained(check));
        }
        QVERIFY(m_store->ingest(tablet.device, tablet.batch(std::move(records))));
    }
    std::size_t count(const server::ExportFilter &filter)
    {
        return exported(*m_store, filter).size();
    }

private slots:
    void initTestCase()
    {
        m_store = server::Store::open(databaseIn(m_folder), m_clock).value();
        QVERIFY(m_store->addStore({"s1", "Shop one", "north", "UTC"}));
        QVERIFY(m_store->addStore({"s2", "Shop two", "south", "UTC"}));
        m_one = std::make_unique<Tablet>(m_clock, *m_store, "s1");
        m_two = std::make_unique<Tablet>(m_clock, *m_store, "s2");
        for (int batch = 0; batch < batches - 1; ++batch)
            add(*m_one, "2026-11-20");
        add(*m_two, "2026-11-22");
    }

    void readsOneSnapshotWhileRecordsCome()
    {
        auto reader = m_store->exportRecords({}).value();
        std::set<std::string> ids;
        std::int64_t last = 0;
        for (auto page = pageOf(reader); !page.empty(); page = pageOf(reader)) {
            add(*m_one, "2026-11-23"); // not in this snapshot
            for (const auto &row : page) {
                QVERIFY(row.number > last);
                last = row.number;
                ids.insert(row.check.id.text());
                QVERIFY(formatDay(row.day) != "2026-11-23");
            }
        }
        QCOMPARE(ids.size(), std::size_t(batches * perBatch));
        QVERIFY(pageOf(reader).empty());
    }

    void filters()
    {
        server::ExportFilter filter;
        filter.store = "s2"; // only on a late page
        QCOMPARE(count(filter), std::size_t(perBatch));
        filter = {};
        filter.region = "north";
        filter.to = parseDay("2026-11-20").value();
        QCOMPARE(count(filter), std::size_t((batches - 1) * perBatch));
        filter.from = parseDay("2026-11-21").value();
        QCOMPARE(count(filter), std::size_t(0));
        filter = {};
        filter.store = "s7";
        QCOMPARE(m_store->exportRecords(filter).failure().code, std::string("not-found"));
    }

    void givesTypedRows()
    {
        server::ExportFilter filter;
        filter.store = "s2";
        const auto row = exported(*m_store, filter).front();
        QCOMPARE(row.shop.name, std::string("Shop two"));
        QCOMPARE(row.shop.region, std::string("south"));
        QCOMPARE(row.check.store, std::string("s2"));
        QCOMPARE(row.check.score.value(), 0);
        QVERIFY(row.receivedAt == m_clock.now());
        QCOMPARE(canonicalJson(check::toJson(row.check)).value(), row.text);
    }
};

VOUCH_TEST(TestStoreExport)

} // namespace test_store_export

#include "test_store_export.moc"
