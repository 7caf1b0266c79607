#include "sync/server/api/structure_text.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/store.h"
#include "tests/support/suite.h"
#include "tests/sync/store/central_tablet.h"

#include <QTest>

namespace test_structure {

using namespace vouch;
using namespace vouch::server;
using namespace vouch::test;

/// The chain's structure from CSV and back: all of it or nothing.
class TestStructure : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Store> m_store;

    StructureReport brought(const std::string &table, const std::string &text, bool isTrial = false)
    {
        const auto tables = tablesOf(csv::read(text).value(), table).value();
        return m_store->changeStructure(wishesFrom(tables), isTrial).value();
    }
    /// The codes of the refusals with their lines: "zone-unknown@3".
    static QByteArrayList refusals(const StructureReport &report)
    {
        QByteArrayList out;
        for (const auto &each : report.refusals)
            out << QByteArray::fromStdString(each.code) + "@" +
                       QByteArray::number(qlonglong(each.at.line));
        return out;
    }
    std::string written(const char *table) const
    {
        for (const auto &each : structureTables(m_store->structure().value()))
            if (each.name == table)
                return csvOf(each);
        return {};
    }

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = Store::open(databaseIn(*m_folder), *m_clock).value();
    }

    void everythingComesAndGoesAgain();
    void linesAreRefusedOneByOneAndNothingChanges_data();
    void linesAreRefusedOneByOneAndNothingChanges();
    void whatIsLeftOutStays();
    void hoursOfAStoreAreOneWhole();
    void touchpointsAreAllThatThereAre();
    void everyChangeIsInTheAuditLog();
    void rowsOfJsonAreTheSameTables();
    void tenThousandStores();
};

constexpr const char *whole =
    "table,id,name,parent,region,timezone,target_nps,store,day,hours,weight,setting,value\n"
    "chain,,,,,,,,,,,official_score,unmarked\n"
    "chain,,,,,,,,,,,day_start,04:00\n"
    "chain,,,,,,,,,,,week_start,sat\n"
    "chain,,,,,,,,,,,calendar,jalali\n"
    "regions,inner,Inner,outer,,,,,,,,,\n"
    "regions,outer,=Outer,,,,,,,,,,\n"
    "stores,s1,Shop one,,inner,Asia/Tehran,-20,,,,,,\n"
    "stores,s2,\"Shop, two\",,,UTC,,,,,,,\n"
    "hours,,,,,,,,mon,09:00-21:00,,,\n"
    "hours,,,,,,,s1,sat,09:00-13:00 16:00-01:00,,,\n"
    "hours,,,,,,,s1,2026-12-25,closed,,,\n"
    "touchpoints,checkout,Checkout,,,,,,,,0.65,,\n"
    "touchpoints,exit,Exit,,,,,,,,0.35,,\n";

void TestStructure::everythingComesAndGoesAgain()
{
    const auto trial = brought({}, whole, true);
    QVERIFY(!trial.applied && trial.refusals.empty() && !trial.changes.empty());
    QVERIFY(m_store->structure()->stores.empty());

    const auto report = brought({}, whole);
    QCOMPARE(refusals(report), QByteArrayList());
    QVERIFY(report.applied);
    QCOMPARE(report.changes.size(), trial.changes.size());
    const auto now = m_store->structure().value();
    QCOMPARE(now.regions.at("inner").parent, std::string("outer"));
    QCOMPARE(now.stores.at("s1").targetNps, std::optional(-20));
    QCOMPARE(now.stores.at("s2").name, std::string("Shop, two"));
    QCOMPARE(now.touchpoints.at(1).weight, std::optional(350'000));
    const auto chain = m_store->chainSettings().value();
    QVERIFY(chain.unmarkedIsOfficial);
    QCOMPARE(chain.dayStart, 4);
    QCOMPARE(chain.weekStart, std::chrono::Saturday);
    QCOMPARE(chain.calendar, Calendar::Jalali);
    // The tablets of the shops pull the same hours.
    QVERIFY(m_store->config("s1")->settings.at("opening_hours").as_object().contains("exceptions"));
    QVERIFY(m_store->config("s2")->settings.at("opening_hours").as_object().contains("mon"));

    const auto tables = structureTables(now);
    QCOMPARE(brought({}, csvOf(tables)).changes.size(), 0u);
    for (const auto &table : tables)
        QCOMPARE(brought(table.name, csvOf(table)).changes.size(), 0u);
    QVERIFY(written("regions").find("'=Outer") != std::string::npos);
    QVERIFY(written("stores").find(",-20") != std::string::npos);
}

void TestStructure::linesAreRefusedOneByOneAndNothingChanges_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("refusals");
    const std::tuple<const char *, const char *, QByteArrayList> rows[] = {
        {"stores",
         "id,name,timezone\nx1,One,Mars/Base\nx2,,UTC\na b,Three,UTC\nx4,Four,UTC\n",
         {"zone-unknown@2", "store-malformed@3", "store-malformed@4"}},
        {"stores", "id,name\nx1,One\nx1,Two\n", {"structure-duplicate@3"}},
        {"stores", "id,name,region\nx1,One,nowhere\n", {"region-unknown@2"}},
        {"stores",
         "id,name,target_nps\nx1,One,101\nx2,Two,many\nx3,Three,3.5\n",
         {"target-malformed@3", "target-malformed@4", "store-malformed@2"}},
        {"stores", "name\nOne\n", {"column-missing@2"}},
        {"stores", "id,name,nmae\nx1,One,x\n", {"column-unknown@2"}},
        {"stores", "id,name\nx1,\"One\n", {"csv-malformed@2"}},
        {"stores", "id,name\nx1\nx2,Two\n", {"csv-malformed@2"}},
        {"regions", "id,name,parent\na,A,b\nb,B,a\n", {"region-circle@2", "region-circle@3"}},
        {"regions", "id,name,parent\na,A,a\n", {"region-circle@2"}},
        {"regions", "id,name,parent\na,A,nowhere\n", {"region-unknown@2"}},
        {"regions", "id,name\n,A\n", {"region-malformed@2"}},
        {"hours",
         "store,day,hours\ns1,mon,9-17\ns1,tue,\ns1,wed,09:00-17:00\nno,mon,closed\n",
         {
             "opening-hours-malformed@2",
             "opening-hours-malformed@3",
             "no-such-store@5",
         }},
        {"hours",
         "store,day,hours\ns1,2026-02-30,closed\ns1,someday,closed\n",
         {"opening-hours-malformed@2", "opening-hours-malformed@3"}},
        {"hours", "store,day,hours\ns1,mon,closed\n", {"setting-malformed@2"}},
        {"hours",
         "store,day,hours\ns1,mon,09:00-17:00\ns1,mon,18:00-19:00\n",
         {"structure-duplicate@3"}},
        {"hours", "store,day,hours\ns1,all,none\ns1,mon,09:00-17:00\n", {"hours-contradict@3"}},
        {"touchpoints", "id,name,weight\na,A,0.5\nb,B,0.4\n", {"weights-not-whole@2"}},
        {"touchpoints",
         "id,name,weight\na,A,1.5\nb,B,-1\nc,C,x\nd,D,0.1234567\ne,E,1\n",
         {"weight-malformed@2", "weight-malformed@3", "weight-malformed@4", "weight-malformed@5"}},
        {"chain",
         "setting,value\nofficial_score,some\nday_start,25:00\nweek_start,Monday\n"
         "calendar,julian\ntheme,x\n",
         {"setting-malformed@2", "setting-malformed@3", "setting-malformed@4",
          "setting-malformed@5", "setting-unknown@6"}},
        {"devices", "id,name\n018f0000-0000-7000-8000-000000000000,Till\n", {"device-unknown@2"}},
        {"", "table,id,name\nshops,x1,One\nstores,x2,Two\n", {"table-unknown@2"}},
        {"", "table,id,name,weight\nstores,x2,Two,0.5\n", {"column-foreign@2"}},
    };
    for (const auto &[table, text, codes] : rows)
        QTest::addRow("%s", text) << QByteArray(table) << QByteArray(text) << codes;
}

void TestStructure::linesAreRefusedOneByOneAndNothingChanges()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, refusals);
    QVERIFY(m_store->addStore({"s1", "Shop", "", "UTC", {}}));
    const auto before = json::serialize(rowsJson(structureTables(*m_store->structure())));
    const auto report = brought(table.toStdString(), text.toStdString());
    QCOMPARE(TestStructure::refusals(report), refusals);
    QVERIFY(!report.applied);
    QCOMPARE(json::serialize(rowsJson(structureTables(*m_store->structure()))), before);
}

void TestStructure::whatIsLeftOutStays()
{
    QVERIFY(brought({}, whole).applied);
    const auto report = brought("stores", "id,name\ns1,Renamed\n");
    QCOMPARE(report.changes.size(), 1u);
    QCOMPARE(report.changes[0].before, std::string("Shop one"));
    const auto now = m_store->structure().value();
    QCOMPARE(now.stores.at("s1").timezone, std::string("Asia/Tehran"));
    QCOMPARE(now.stores.at("s1").region, std::string("inner"));
    QCOMPARE(now.stores.size(), 2u);
    QCOMPARE(brought("stores", "id,target_nps\ns1,\n").changes.size(), 1u); // empty: none
    QVERIFY(!m_store->structure()->stores.at("s1").targetNps);
}

void TestStructure::hoursOfAStoreAreOneWhole()
{
    QVERIFY(brought({}, whole).applied);
    QVERIFY(brought("hours", "store,day,hours\ns1,sun,10:00-11:00\n").applied);
    QCOMPARE(
        json::serialize(m_store->structure()->hours.at("s1")),
        std::string(R"({"sun":["10:00-11:00"]})"));
    QVERIFY(m_store->structure()->hours.contains("")); // the chain's stay
    QVERIFY(brought("hours", "store,day,hours\ns1,all,none\n").applied);
    QVERIFY(!m_store->structure()->hours.contains("s1"));
    QCOMPARE(brought("hours", "store,day,hours\ns1,all,none\n").changes.size(), 0u);
}

void TestStructure::touchpointsAreAllThatThereAre()
{
    QVERIFY(brought({}, whole).applied);
    const auto report =
        brought("touchpoints", "id,name,weight\nexit,Exit,\"0,4\"\ndesk,Desk,0.6\n");
    QVERIFY(report.applied);
    const auto now = m_store->structure()->touchpoints;
    QCOMPARE(now.size(), 2u);
    QCOMPARE(now[0].id, std::string("exit"));
    QCOMPARE(weightText(now[0].weight), std::string("0.4"));
    QVERIFY(std::any_of(report.changes.begin(), report.changes.end(), [](const auto &each) {
        return each.id == "checkout" && each.after.empty();
    }));
    QVERIFY(brought("touchpoints", "id,name\ndesk,Desk\n").applied);
    QVERIFY(!m_store->structure()->touchpoints[0].weight);
    QVERIFY(brought("touchpoints", "id,name\n").applied);
    QVERIFY(m_store->structure()->touchpoints.empty());
}

void TestStructure::everyChangeIsInTheAuditLog()
{
    QVERIFY(brought({}, whole).applied);
    std::map<std::string, int> whats;
    const auto log = m_store->audit({}).value();
    for (const auto &entry : log.entries)
        ++whats[entry.what];
    QCOMPARE(whats["store-add"], 2);
    QCOMPARE(whats["region-add"], 2);
    QCOMPARE(whats["touchpoints-set"], 2);
    QCOMPARE(whats["setting-set"], 6);
    QCOMPARE(whats["structure-change"], 1);
    QVERIFY(m_store->verifyAudit({})->isSound());
    const auto before = m_store->audit({})->entries.size();
    QVERIFY(brought({}, whole).applied); // nothing changes, and nothing is told
    QCOMPARE(m_store->audit({})->entries.size(), before);
}

void TestStructure::rowsOfJsonAreTheSameTables()
{
    QVERIFY(brought({}, whole).applied);
    const auto rows = rowsJson(structureTables(*m_store->structure()));
    const auto again = wishesFrom(tablesFromRows(rows).value());
    QCOMPARE(m_store->changeStructure(again, false)->changes.size(), 0u);
    const auto change = parseJson(R"({"stores": [{"id": "s1", "target_nps": 40},
        {"id": "s9"}]})")
                            ->as_object();
    const auto report =
        m_store->changeStructure(wishesFrom(tablesFromRows(change).value()), false).value();
    QCOMPARE(refusals(report), QByteArrayList{"store-malformed@2"});
    for (const char *bad :
         {R"({"shops": []})", R"({"stores": {}})", R"({"stores": [1]})",
          R"({"stores": [{"id": true}]})"})
        QVERIFY(!tablesFromRows(parseJson(bad)->as_object()));
}

void TestStructure::tenThousandStores()
{
    std::string text = "id,name,region,timezone,target_nps\n";
    for (int i = 0; i < 10'000; ++i)
        text += "s" + std::to_string(i) + ",Shop " + std::to_string(i) + ",,Europe/Berlin,40\n";
    QVERIFY(brought("stores", text).applied);
    QCOMPARE(m_store->structure()->stores.size(), 10'000u);
    QCOMPARE(brought("stores", text).changes.size(), 0u);
}

VOUCH_TEST(TestStructure)

} // namespace test_structure

#include "test_structure.moc"
