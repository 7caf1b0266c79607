#include "tests/support/suite.h"

#include "api_chain.h"

#include <QTest>

namespace test_api_ledger {

using namespace vouch;
using namespace vouch::test;
using namespace std::chrono_literals;
using server::Role;

/// GET /api/v1/ledger, /ledger/verify and /quarantine: what they say, and to whom.
class TestApiLedger : public QObject
{
    Q_OBJECT

private slots:
    void tellsTotalsChainsAndVerdict();
    void aTabletThatMovedIsToldInParts();
    void verifiesInPieces();
    void quarantineIsForWhoSeesTheShop();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
};

namespace {

const json::object &firstIn(const json::object &answer, std::string_view member)
{
    return answer.at(member).as_array().at(0).as_object();
}

std::string text(const json::object &object, std::string_view member)
{
    const auto *found = findString(object, member);
    return found ? std::string(view(*found)) : std::string();
}

std::string damage(json::object &record)
{
    record["score"] = 10;
    return std::string(view(record.at("id").as_string()));
}

} // namespace

void TestApiLedger::tellsTotalsChainsAndVerdict()
{
    ApiChain chain;
    const auto token = chain.person("boss", Role::Admin);
    Tablet tablet(chain.clock, *chain.store);
    const auto first = tablet.next(9);
    const auto lost = tablet.next(8);
    auto damaged = tablet.next(7);
    damage(damaged);
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({first, damaged, tablet.next(2)})));

    const auto answer = objectIn(chain.get("/api/v1/ledger?by=day", token));
    const auto &totals = answer.at("totals").as_object();
    QCOMPARE(findInteger(totals, "made").value(), 4);
    QCOMPARE(findInteger(totals, "received").value(), 2);
    QCOMPARE(findInteger(totals, "missing").value(), 1);
    QCOMPARE(findInteger(totals, "refused").value(), 1);
    QCOMPARE(findInteger(totals, "open").value(), 1);
    const auto &row = firstIn(answer, "chains");
    QCOMPARE(text(row, "device"), tablet.device.id.text());
    QCOMPARE(text(row, "store"), std::string("s1"));
    QCOMPARE(findInteger(row, "made").value(), 4);
    QCOMPARE(json::serialize(row.at("attention")), std::string(R"(["missing","refused"])"));
    QCOMPARE(
        json::serialize(row.at("gaps")),
        std::string(R"([{"first":2,"last":2,"after":"2026-11-22","before":"2026-11-22"}])"));
    const auto &verdict = row.at("verdict").as_object();
    QCOMPARE(text(verdict, "state"), std::string("sound"));
    QCOMPARE(findInteger(verdict, "verified").value(), 2);
    QCOMPARE(findInteger(verdict, "signed_to").value(), 4);
    QVERIFY(!row.at("days").as_array().empty());
    QVERIFY(answer.at("next").is_null());

    const auto quick = objectIn(chain.get("/api/v1/ledger?verify=no", token));
    QCOMPARE(
        text(firstIn(quick, "chains").at("verdict").as_object(), "state"),
        std::string("unverified"));
    QVERIFY(objectIn(chain.get("/api/v1/ledger?by=none", token)).at("chains").as_array().empty());
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({lost})));
    QCOMPARE(
        json::serialize(
            firstIn(objectIn(chain.get("/api/v1/ledger", token)), "chains").at("attention")),
        std::string(R"(["refused"])"));
}

void TestApiLedger::aTabletThatMovedIsToldInParts()
{
    ApiChain chain;
    const auto north = chain.person("north", Role::Regional, "north");
    Tablet tablet(chain.clock, *chain.store, "s3");
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.next(9)})));
    QVERIFY(objectIn(chain.get("/api/v1/ledger", north)).at("chains").as_array().empty());
    tablet.enrol(*chain.store, "s1");
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.next(9), tablet.next(3)})));
    const auto row = firstIn(objectIn(chain.get("/api/v1/ledger?by=day", north)), "chains");
    QCOMPARE(findInteger(row, "received").value(), 2);
    for (const char *member : {"made", "missing", "last", "gaps", "attention", "verdict"})
        QVERIFY2(row.at(member).is_null(), member);
    QVERIFY(json::serialize(row).find("s3") == std::string::npos);
    const auto verify = "/api/v1/ledger/verify?device=" + tablet.device.id.text() +
                        "&chain=" + tablet.last().chain.text();
    QCOMPARE(gist(chain.get(verify, north)), "404 not-found");
    QCOMPARE(gist(chain.get(verify, chain.person("boss", Role::Admin))), "200");
    // A region without shops is no region.
    QCOMPARE(gist(chain.get("/api/v1/ledger?store=s3", north)), "404 not-found");
}

void TestApiLedger::verifiesInPieces()
{
    ApiChain chain;
    const auto token = chain.person("boss", Role::Admin);
    Tablet tablet(chain.clock, *chain.store);
    std::vector<json::object> records;
    for (int i = 0; i < 30; ++i)
        records.push_back(tablet.next(i % 11));
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch(records)));
    const auto target = "/api/v1/ledger/verify?device=" + tablet.device.id.text() +
                        "&chain=" + tablet.last().chain.text();
    const auto whole = objectIn(chain.get(target, token));
    QCOMPARE(text(whole, "state"), std::string("sound"));
    QCOMPARE(findInteger(whole, "verified").value(), 30);
    QVERIFY(whole.at("next").is_null());
    QCOMPARE(findInteger(objectIn(chain.get(target + "&after=20", token)), "verified").value(), 10);
}

void TestApiLedger::quarantineIsForWhoSeesTheShop()
{
    ApiChain chain;
    Tablet tablet(chain.clock, *chain.store, "s2");
    auto damaged = tablet.next(7);
    const auto id = damage(damaged);
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({damaged})));
    const auto entries = [&](const std::string &token) {
        return objectIn(chain.get("/api/v1/quarantine", token)).at("entries").as_array();
    };
    const auto own = entries(chain.person("two", Role::Manager, {}, "s2"));
    QCOMPARE(own.size(), 1u);
    const auto &entry = own.front().as_object();
    QCOMPARE(text(entry, "code"), std::string("hash-mismatch"));
    QVERIFY(!text(entry, "reason").empty());
    QCOMPARE(text(entry.at("record").as_object(), "id"), id);
    QCOMPARE(
        json::serialize(entry.at("record")),
        json::serialize(*parseJson(canonicalJson(damaged).value())));
    QVERIFY(entries(chain.person("one", Role::Manager, {}, "s1")).empty());
    QVERIFY(entries(chain.person("south", Role::Regional, "south")).empty());
    const auto boss = chain.person("boss", Role::Admin);
    QCOMPARE(entries(boss).size(), 1u);
    QVERIFY(objectIn(chain.get("/api/v1/quarantine?kind=conflict", boss))
                .at("entries")
                .as_array()
                .empty());
}

void TestApiLedger::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
         {"ledger?devise=x", "ledger?device=x", "ledger?chain=1", "ledger?after=-1",
          "ledger?after=1x", "ledger?show=some", "ledger?from=today", "ledger/verify",
          "quarantine?kind=x", "quarantine?before=x"})
        QTest::addRow("%s", target) << QByteArray("/api/v1/") + target;
}

void TestApiLedger::refusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, target);
    ApiChain chain;
    const auto token = chain.person("boss", Role::Admin);
    QCOMPARE(gist(chain.get(target.toStdString(), token)), "400 request-malformed");
}

VOUCH_TEST(TestApiLedger)

} // namespace test_api_ledger

#include "test_api_ledger.moc"
