#include "api_chain.h"

#include "sync/protocol/codes.h"
#include "sync/protocol/kiosk_settings.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_api_access {

using namespace vouch;
using namespace vouch::test;
using server::Role;

/// Every route × everybody, and what lies outside a caller's scope.
class TestApiAccess : public QObject
{
    Q_OBJECT

private slots:
    void everyRouteSaysWhoMay();
    void openapiIsWhatIsServed();
    void aRevokedDeviceIsTold();
    void outsideTheScopeIsAbsent_data();
    void outsideTheScopeIsAbsent();
    void sumsHoldTheScopeOnly();
    void aMisspeltFilterIsRefused();
    void everyAnswerIsHardened();
};

namespace {

/// A path that the pattern matches.
std::string targetOf(const server::Endpoint &endpoint)
{
    auto out = endpoint.pattern;
    if (const auto open = out.find('{'); open != out.npos)
        out.replace(open, out.find('}') - open + 1, "app.js");
    return out;
}

} // namespace

void TestApiAccess::everyRouteSaysWhoMay()
{
    ApiChain chain;
    const Tablet tablet(chain.clock, *chain.store);
    std::map<Role, std::string> tokens;
    for (const auto role : server::Access::everyRole())
        tokens[role] =
            chain.person(std::string(toText(role)), role, {}, role == Role::Manager ? "s1" : "");

    QCOMPARE(chain.api->router().routes().size(), chain.api->endpoints().size());
    for (const auto &endpoint : chain.api->endpoints()) {
        const auto target = targetOf(endpoint);
        const auto at = QByteArray::fromStdString(endpoint.method + " " + target);
        const auto &access = endpoint.access;
        QVERIFY2(access.anyone || access.device || !access.roles.empty(), at);
        const auto statusFor = [&](const std::string &token) {
            RawHttpClient client(chain.port());
            client.send(ApiChain::bytes(endpoint.method, target, token, {}, {}));
            return std::atoi(
                client.readUntil("\r\n\r\n").value_or(std::string(12, '0')).c_str() + 9);
        };
        const auto letsIn = [](int status) { return status != 401 && status != 403; };
        if (access.anyone) {
            QVERIFY2(letsIn(statusFor({})), at);
            continue;
        }
        QVERIFY2(statusFor({}) == 401, at);
        QVERIFY2(statusFor("wrong") == 401, at);
        const int device = statusFor(tablet.token);
        QVERIFY2(access.device ? letsIn(device) : device == 403, at);
        for (const auto &[role, token] : tokens) {
            const int status = statusFor(token);
            QVERIFY2(access.roles.contains(role) ? letsIn(status) : status == 403, at);
        }
    }
    QCOMPARE(gist(chain.get("/api/v1/export.csv", tokens[Role::Viewer])), "403 forbidden");
}

void TestApiAccess::openapiIsWhatIsServed()
{
    ApiChain chain;
    const auto document = objectIn(chain.get("/api/v1/openapi.json"));
    const auto *paths = findObject(document, "paths");
    const auto *components = findObject(document, "components");
    QVERIFY(paths && components);
    std::set<std::string> described, served;
    for (const auto &path : *paths) {
        for (const auto &operation : path.value().as_object())
            described.insert(std::string(operation.key()) + " " + std::string(path.key()));
    }
    const auto router = chain.api->router();
    for (const auto &route : router.routes()) {
        if (route.pattern == "/" || route.pattern == "/ledger" ||
            route.pattern.starts_with("/assets/"))
            continue;
        served.insert(
            QByteArray::fromStdString(route.method).toLower().toStdString() + " " + route.pattern);
    }
    QCOMPARE(described, served);

    // Every schema that is referred to is there.
    const auto text = json::serialize(document);
    const auto &schemas = components->at("schemas").as_object();
    const std::string mark = "#/components/schemas/";
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const auto start = at + mark.size();
        const auto name = text.substr(start, text.find('"', start) - start);
        QVERIFY2(schemas.contains(name), name.c_str());
    }

    // Every setting that the server takes is described, and no other.
    std::set<std::string> settings{"pins"}, told;
    for (const auto &kind : protocol::settingKinds())
        settings.emplace(kind.key);
    for (const auto &setting : schemas.at("Settings").at("properties").as_object())
        told.emplace(setting.key());
    QCOMPARE(told, settings);
}

void TestApiAccess::aRevokedDeviceIsTold()
{
    ApiChain chain;
    const Tablet tablet(chain.clock, *chain.store);
    QCOMPARE(chain.get("/api/v1/config", tablet.token).status, 200);
    QVERIFY(chain.store->revokeDevice(tablet.device.id));
    QCOMPARE(gist(chain.get("/api/v1/config", tablet.token)), "403 device-revoked");
}

void TestApiAccess::outsideTheScopeIsAbsent_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("answer");
    for (const char *call :
         {"nps", "events", "export.csv", "export.jsonl", "ledger", "quarantine"}) {
        const auto target = QByteArray("/api/v1/") + call;
        QTest::addRow("%s another region's shop", call)
            << target + "?store=s3" << QByteArray("404 not-found");
        QTest::addRow("%s no shop", call) << target + "?store=none" << QByteArray("404 not-found");
        QTest::addRow("%s another region", call)
            << target + "?region=south" << QByteArray("404 not-found");
        QTest::addRow("%s no region", call)
            << target + "?region=none" << QByteArray("404 not-found");
    }
}

void TestApiAccess::outsideTheScopeIsAbsent()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, answer);
    ApiChain chain;
    const auto token = chain.person("north", Role::Regional, "north");
    const auto response = chain.get(target.toStdString(), token);
    QCOMPARE(gist(response), answer);
    QVERIFY(response.body.find("south") == std::string::npos);
}

void TestApiAccess::sumsHoldTheScopeOnly()
{
    ApiChain chain;
    for (const char *shop : {"s1", "s2", "s3"}) {
        Tablet tablet(chain.clock, *chain.store, shop);
        QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.next(9), tablet.next(3)})));
    }
    const auto count = [&](const std::string &token) {
        const auto answer = objectIn(chain.get("/api/v1/nps", token));
        return findInteger(answer.at("rows").as_array().at(0).as_object(), "n").value();
    };
    const auto lines = [&](const std::string &token) {
        const auto body = chain.get("/api/v1/export.jsonl", token).body;
        return std::count(body.begin(), body.end(), '\n');
    };
    const auto shops = [&](const std::string &token) {
        return objectIn(chain.get("/api/v1/stores", token)).at("stores").as_array().size();
    };
    const auto everything = chain.person("boss", Role::Admin);
    const auto north = chain.person("north", Role::Regional, "north");
    const auto one = chain.person("one", Role::Manager, {}, "s2");
    QCOMPARE(count(everything), 6);
    QCOMPARE(count(north), 4);
    QCOMPARE(count(one), 2);
    QCOMPARE(lines(everything), 6);
    QCOMPARE(lines(north), 4);
    QCOMPARE(gist(chain.get("/api/v1/export.jsonl", one)), "403 forbidden");
    QCOMPARE(shops(everything), 3u);
    QCOMPARE(shops(north), 2u);
    QCOMPARE(shops(one), 1u);
}

void TestApiAccess::aMisspeltFilterIsRefused()
{
    ApiChain chain;
    const auto token = chain.person("boss", Role::Admin);
    QCOMPARE(gist(chain.get("/api/v1/nps?stor=s1", token)), "400 request-malformed");
    QCOMPARE(gist(chain.get("/api/v1/nps?by=year", token)), "400 request-malformed");
    QCOMPARE(gist(chain.get("/api/v1/nps?from=yesterday", token)), "400 request-malformed");
    // Who may not ask learns nothing about parameters.
    QCOMPARE(gist(chain.get("/api/v1/nps?stor=s1")), "401 unauthenticated");
}

void TestApiAccess::everyAnswerIsHardened()
{
    ApiChain chain;
    for (const char *target : {"/", "/healthz", "/api/v1/nps", "/nothing", "/assets/none.js"}) {
        const auto response = chain.get(target);
        QCOMPARE(response.header("x-content-type-options"), std::string("nosniff"));
        QVERIFY2(
            response.header("content-security-policy").starts_with("default-src 'none'"), target);
    }
}

VOUCH_TEST(TestApiAccess)

} // namespace test_api_access

#include "test_api_access.moc"
