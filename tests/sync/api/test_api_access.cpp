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
    void everyRouteKeepsToIt();
    void whatHasExpiredIsNoMore();
    void exportingIsARightOfItsOwn();
    void severalRegionsAndShopsAreOneScope();
    void openapiIsWhatIsServed();
    void aRevokedDeviceIsTold();
    void outsideTheScopeIsAbsent_data();
    void outsideTheScopeIsAbsent();
    void sumsHoldTheScopeOnly();
    void aMisspeltFilterIsRefused();
    void everyAnswerIsHardened();
};

namespace {

/// Who may call what, written down apart from the server: a route that is not here fails, and so
/// does one whose declaration moved. Letters: * anyone, d device, a admin, r regional, m manager,
/// v viewer; behind the colon the right.
const std::map<std::string, std::string> whoMay{
    {"POST /api/v1/devices/enrol", "*"},
    {"POST /api/v1/checks", "d"},
    {"GET /api/v1/config", "d"},
    {"POST /api/v1/heartbeat", "d"},
    {"GET /api/v1/nps", "darmv:read"},
    {"GET /api/v1/stores", "armv:read"},
    {"GET /api/v1/regions", "armv:read"},
    {"GET /api/v1/events", "darmv:read"},
    {"GET /api/v1/glance", "d"},
    {"GET /api/v1/glance/latest", "d"},
    {"GET /api/v1/trend", "armv:read"},
    {"GET /api/v1/ranking", "armv:read"},
    {"GET /api/v1/heatmap", "armv:read"},
    {"GET /api/v1/drivers", "armv:read"},
    {"GET /api/v1/measurements", "armv:read"},
    {"GET /api/v1/funnel", "armv:read"},
    {"GET /api/v1/coverage", "armv:read"},
    {"GET /api/v1/touchpoints", "armv:read"},
    {"GET /api/v1/kiosks", "armv:read"},
    {"GET /api/v1/comparison", "armv:read"},
    {"GET /api/v1/export.csv", "armv:export"},
    {"GET /api/v1/export.jsonl", "armv:export"},
    {"GET /api/v1/export.xlsx", "armv:export"},
    {"GET /api/v1/odata", "armv:export"},
    {"GET /api/v1/odata/", "armv:export"},
    {"GET /api/v1/odata/$metadata", "armv:export"},
    {"GET /api/v1/odata/{set}", "armv:export"},
    {"GET /api/v1/odata/{set}/$count", "armv:export"},
    {"GET /api/v1/codebook", "armv:export"},
    {"GET /api/v1/codebook.csv", "armv:export"},
    {"GET /api/v1/comments", "arm:read"},
    {"GET /api/v1/answers", "arm:read"},
    {"GET /answers", "*"},
    {"GET /api/v1/comments/words", "arm:read"},
    {"GET /api/v1/notes", "armv:read"},
    {"POST /api/v1/notes", "arm:own"},
    {"DELETE /api/v1/notes/{id}", "arm:own"},
    {"GET /api/v1/contacts", "arm:contact"},
    {"POST /api/v1/contacts/{id}/open", "arm:contact"},
    {"GET /comments", "*"},
    {"GET /measurements", "*"},
    {"GET /contacts", "*"},
    {"GET /api/v1/ledger", "ar:read"},
    {"GET /api/v1/ledger/verify", "ar:read"},
    {"GET /api/v1/quarantine", "arm:read"},
    {"POST /api/v1/session", "*"},
    {"GET /api/v1/session", "armv:read"},
    {"DELETE /api/v1/session", "armv:read"},
    {"PUT /api/v1/session/password", "armv:own"},
    {"GET /api/v1/users", "a:administer"},
    {"POST /api/v1/users", "a:own"},
    {"PATCH /api/v1/users/{name}", "a:own"},
    {"GET /api/v1/tokens", "armv:own"},
    {"POST /api/v1/tokens", "armv:own"},
    {"DELETE /api/v1/tokens/{id}", "armv:own"},
    {"GET /api/v1/devices", "arm:read"},
    {"POST /api/v1/devices/{id}/revoke", "a:administer"},
    {"POST /api/v1/devices/{id}/restore", "a:administer"},
    {"POST /api/v1/devices/{id}/rotate", "a:administer"},
    {"PATCH /api/v1/devices/{id}", "a:administer"},
    {"POST /api/v1/devices/{id}/replace", "a:administer"},
    {"POST /api/v1/devices/codes", "a:administer"},
    {"GET /api/v1/pins", "arm:read"},
    {"PUT /api/v1/stores/{store}/pins/{role}", "a:administer"},
    {"DELETE /api/v1/stores/{store}/pins/{role}", "a:administer"},
    {"GET /api/v1/publications", "a:administer"},
    {"POST /api/v1/publications", "a:administer"},
    {"POST /api/v1/publications/{number}/widen", "a:administer"},
    {"POST /api/v1/publications/{number}/rollback", "a:administer"},
    {"GET /api/v1/checklists", "a:administer"},
    {"GET /api/v1/audit", "a:administer"},
    {"GET /api/v1/audit/verify", "a:administer"},
    {"GET /api/v1/structure", "armv:read"},
    {"POST /api/v1/structure", "a:administer"},
    {"POST /api/v1/sales", "armv:sales"},
    {"GET /api/v1/response-rate", "armv:read"},
    {"GET /api/v1/report", "armv:read"},
    {"GET /structure", "*"},
    {"POST /api/v1/erasures", "a:administer"},
    {"GET /api/v1/retention", "a:administer"},
    {"PUT /api/v1/retention", "a:administer"},
    {"GET /", "*"},
    {"GET /dashboard", "*"},
    {"GET /api", "*"},
    {"GET /ledger", "*"},
    {"GET /access", "*"},
    {"GET /devices", "*"},
    {"GET /assets/{file}", "*"},
    {"GET /healthz", "*"},
    {"GET /readyz", "*"},
    {"GET /metrics", "*"}, // of this machine, or with a token of its own
    {"GET /api/v1/openapi.json", "*"},
};

/// A path that the pattern matches, and that changes nothing.
std::string targetOf(const server::Endpoint &endpoint)
{
    auto out = endpoint.pattern;
    if (const auto open = out.find('{'); open != out.npos)
        out.replace(open, out.find('}') - open + 1, "app.js");
    return out;
}

std::string declared(const server::Access &access)
{
    if (access.anyone)
        return "*";
    std::string out = access.device ? "d" : "";
    for (const auto role : access.roles)
        out += toText(role).front();
    if (!access.roles.empty())
        out += ":" + std::string(toText(access.right));
    return out;
}

/// Everybody who could call: each with the fields that they send, and what lets them in where.
struct Somebody
{
    std::string name;
    Fields fields;
    std::function<QByteArray(const server::Endpoint &)> refusal; ///< empty: let in
};

/// What a person with the role and these rights is answered.
QByteArray
refusalFor(const server::Endpoint &endpoint, Role role, const std::set<server::Right> &rights)
{
    const auto &access = endpoint.access;
    return access.anyone || (access.roles.contains(role) && rights.contains(access.right))
               ? QByteArray()
               : QByteArray("403 forbidden");
}

bool isUnsafe(const server::Endpoint &endpoint)
{
    return endpoint.method != "GET";
}

Fields bearer(const std::string &token)
{
    return {{"Authorization", "Bearer " + token}};
}

std::vector<Somebody> everybody(ApiChain &chain, const Tablet &tablet, const Tablet &revoked)
{
    using server::Right;
    using server::TokenScope;
    std::vector<Somebody> out;
    const auto unknown = [](const server::Endpoint &endpoint) {
        return QByteArray(endpoint.access.anyone ? "" : "401 unauthenticated");
    };
    for (const auto role : server::Access::everyRole()) {
        const std::string name(toText(role));
        chain.addPerson(name, role, {}, role == Role::Manager ? "s1" : "");
        server::UserChange mayExport;
        mayExport.mayExport = true;
        (void)chain.store->changeUser(name, mayExport);
        const auto token = [&](std::set<TokenScope> scopes) {
            return bearer(chain.store->makeApiToken({name, "", std::move(scopes)}).value().secret);
        };
        std::set<Right> all{
            Right::Read, Right::Export, Right::Administer, Right::Own, Right::Contact};
        if (role == Role::Admin)
            all.insert(Right::Sales); // of others only the token of a till
        out.push_back({name + " by session", chain.session(name), [role, all](const auto &e) {
                           return refusalFor(e, role, all);
                       }});
        auto forged = chain.session(name);
        forged.back().second += "x";
        out.push_back({name + " forged", forged, [role, all](const auto &e) {
                           const auto refusal = refusalFor(e, role, all);
                           const bool isForged = !e.access.anyone && isUnsafe(e);
                           return refusal.isEmpty() && isForged ? QByteArray("403 csrf-missing")
                                                                : refusal;
                       }});
        out.push_back({name + " may read", token({TokenScope::Read}), [role](const auto &e) {
                           return refusalFor(e, role, {Right::Read});
                       }});
        out.push_back({name + " may export", token({TokenScope::Export}), [role](const auto &e) {
                           return refusalFor(e, role, {Right::Export});
                       }});
        out.push_back(
            {name + " may tell of sales", token({TokenScope::Sales}),
             [role](const auto &e) { return refusalFor(e, role, {Right::Sales}); }});
        if (role == Role::Admin)
            out.push_back({"may administer", token({TokenScope::Administer}), [](const auto &e) {
                               return refusalFor(e, Role::Admin, {Right::Administer, Right::Sales});
                           }});
    }
    // Nobody, or nobody any more.
    out.push_back({"without a word", {}, unknown});
    out.push_back({"wrong token", bearer("wrong"), unknown});
    out.push_back({"wrong cookie", {{"Cookie", "vouch_session=wrong"}}, unknown});
    chain.addPerson("gone", Role::Admin);
    const auto session = chain.session("gone");
    const auto token = chain.store->makeApiToken({"gone"}).value();
    const auto revokedToken = chain.store->makeApiToken({"admin"}).value();
    (void)chain.store->revokeApiToken(revokedToken.token.id, {}, {});
    server::UserChange disabled;
    disabled.disabled = true;
    (void)chain.store->changeUser("gone", disabled);
    out.push_back({"session of who is disabled", session, unknown});
    out.push_back({"token of who is disabled", bearer(token.secret), unknown});
    out.push_back({"revoked token", bearer(revokedToken.secret), unknown});
    out.push_back({"device", bearer(tablet.token), [](const server::Endpoint &endpoint) {
                       return QByteArray(
                           endpoint.access.anyone || endpoint.access.device ? "" : "403 forbidden");
                   }});
    (void)chain.store->revokeDevice(revoked.device.id);
    out.push_back({"revoked device", bearer(revoked.token), [](const server::Endpoint &endpoint) {
                       return QByteArray(endpoint.access.anyone ? "" : "403 device-revoked");
                   }});
    return out;
}

} // namespace

void TestApiAccess::everyRouteSaysWhoMay()
{
    ApiChain chain;
    std::map<std::string, std::string> said;
    for (const auto &endpoint : chain.api->endpoints())
        said[endpoint.method + " " + endpoint.pattern] = declared(endpoint.access);
    const auto router = chain.api->router();
    for (const auto &route : router.routes())
        QVERIFY2(said.contains(route.method + " " + route.pattern), route.pattern.c_str());
    QCOMPARE(router.routes().size(), said.size());
    for (const auto &[route, who] : said) {
        const auto known = whoMay.find(route);
        QVERIFY2(known != whoMay.end(), (route + " is not in whoMay").c_str());
        QCOMPARE(route + " " + who, route + " " + known->second);
    }
    QCOMPARE(said.size(), whoMay.size());
}

void TestApiAccess::everyRouteKeepsToIt()
{
    ApiChain chain;
    const Tablet tablet(chain.clock, *chain.store), revoked(chain.clock, *chain.store, "s2");
    const auto people = everybody(chain, tablet, revoked);
    int tried = 0;
    for (const auto &endpoint : chain.api->endpoints()) {
        for (const auto &somebody : people) {
            const bool endsSession =
                endpoint.method == "DELETE" && endpoint.pattern == "/api/v1/session";
            const auto expected = somebody.refusal(endpoint);
            if (endsSession && expected.isEmpty() && somebody.fields.size() == 2)
                continue; // signInLastsUntilSignOut() of the people's test
            RawHttpClient client(chain.port());
            client.send(
                ApiChain::bytes(endpoint.method, targetOf(endpoint), {}, {}, somebody.fields));
            const auto at = QByteArray::fromStdString(
                somebody.name + ": " + endpoint.method + " " + endpoint.pattern);
            if (!expected.isEmpty()) {
                const auto response = client.readResponse(true);
                QVERIFY2(gist(response) == expected, at + " gave " + gist(response));
            } else {
                const auto head = client.readUntil("\r\n\r\n").value_or(std::string(12, '0'));
                const int status = std::atoi(head.c_str() + 9);
                QVERIFY2(status != 401 && status != 403 && status >= 200, at + head.c_str());
            }
            ++tried;
        }
    }
    QVERIFY(tried > 500);
}

void TestApiAccess::whatHasExpiredIsNoMore()
{
    ApiChain chain;
    chain.addPerson("ann", Role::Admin);
    const auto session = chain.session("ann");
    const auto token =
        chain.store->makeApiToken({"ann", "", {}, std::chrono::days(1)}).value().secret;
    const auto statuses = [&] {
        return std::pair(
            chain.send("GET", "/api/v1/nps", {}, {}, session).status,
            chain.get("/api/v1/nps", token).status);
    };
    QVERIFY(statuses() == std::pair(200, 200));
    chain.clock.advance(server::sessionLifetime);
    QVERIFY(statuses() == std::pair(401, 200));
    chain.clock.advance(std::chrono::hours(12));
    QVERIFY(statuses() == std::pair(401, 401));
}

void TestApiAccess::exportingIsARightOfItsOwn()
{
    ApiChain chain;
    chain.addPerson("reg", Role::Regional, "north");
    chain.addPerson("man", Role::Manager, {}, "s1");
    server::UserChange may, mayNot;
    may.mayExport = true;
    mayNot.mayExport = false;
    QVERIFY(chain.store->changeUser("reg", mayNot));
    QVERIFY(chain.store->changeUser("man", may));
    const auto exports = [&](const char *name) {
        return gist(chain.send("GET", "/api/v1/export.csv", {}, {}, chain.session(name)));
    };
    QCOMPARE(exports("reg"), "403 forbidden");
    QCOMPARE(exports("man"), "200");
    // A token has no right that its user lost meanwhile.
    const auto token = chain.store->makeApiToken({"man"}).value().secret;
    QCOMPARE(gist(chain.get("/api/v1/export.csv", token)), "200");
    QVERIFY(chain.store->changeUser("man", mayNot));
    QCOMPARE(gist(chain.get("/api/v1/export.csv", token)), "403 forbidden");
}

void TestApiAccess::severalRegionsAndShopsAreOneScope()
{
    ApiChain chain;
    QVERIFY(chain.store->addRegion({"all", "All", ""}));
    QVERIFY(chain.store->addStore({"s4", "Shop s4", "west", "UTC"}));
    for (const char *shop : {"s1", "s2", "s3", "s4"}) {
        Tablet tablet(chain.clock, *chain.store, shop);
        QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.next(9)})));
    }
    server::User user;
    user.name = "two";
    user.role = Role::Viewer;
    user.regions = {"south"};
    user.stores = {"s1"};
    user.mayExport = true;
    user.passwordHash = "$x";
    QVERIFY(chain.store->addUser(user));
    const auto token = chain.store->makeApiToken({"two"}).value().secret;
    const auto count = [&](const std::string &query) {
        const auto answer = objectIn(chain.get("/api/v1/nps" + query, token));
        return findInteger(answer.at("rows").as_array().at(0).as_object(), "n").value();
    };
    QCOMPARE(count(""), 2);
    QCOMPARE(count("?store=s1"), 1);
    // A region is the part of it that is seen; its other shops are nowhere.
    QCOMPARE(count("?region=north"), 1);
    QCOMPARE(gist(chain.get("/api/v1/nps?store=s2", token)), "404 not-found");
    QCOMPARE(gist(chain.get("/api/v1/nps?region=west", token)), "404 not-found");
    const auto rows = objectIn(chain.get("/api/v1/nps?by=store", token)).at("rows").as_array();
    QCOMPARE(rows.size(), 2u);
    for (const char *call : {"export.csv", "export.jsonl", "stores", "regions"}) {
        const auto body = chain.get(std::string("/api/v1/") + call, token).body;
        for (const char *hidden : {"s2", "s4", "west"})
            QVERIFY2(body.find(hidden) == body.npos, call);
    }
    // Moving regions about moves what is seen, at once.
    QVERIFY(chain.store->changeRegion({"north", "north", "south"}));
    QCOMPARE(count(""), 3);
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
        static const std::set<std::string> pages{
            "/",        "/api",      "/dashboard", "/ledger",    "/access",      "/comments",
            "/answers", "/contacts", "/devices",   "/structure", "/measurements"};
        if (pages.contains(route.pattern) || route.pattern.starts_with("/assets/"))
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
         {"nps", "events", "export.csv", "export.jsonl", "export.xlsx", "ledger", "quarantine"}) {
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
