#include "api_chain.h"

#include "sync/server/api/sha256.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_api_people {

using namespace vouch;
using namespace vouch::test;
using server::Role;

/// What people call: session, scores, events, exports, the page.
class TestApiPeople : public QObject
{
    Q_OBJECT

private slots:
    void signInLastsUntilSignOut();
    void unsafeCallsByCookieNeedTheHeader();
    void guessingPasswordsIsSlowed();
    void anotherSiteSignsNobodyIn();
    void scoresAreNumbersOrNull();
    void anAnswerIsPushed();
    void aRegionHearsItsStores();
    void anExportIsStreamedWithItsSum();
    void thePageIsServed();
};

namespace {

constexpr auto sessionPath = "/api/v1/session";

std::string credentials(const std::string &name, const std::string &password)
{
    return json::serialize(json::object{{"name", name}, {"password", password}});
}

/// "vouch_session=…" of a Set-Cookie.
std::string cookieOf(const RawResponse &response)
{
    const auto field = response.header("set-cookie");
    return field.substr(0, field.find(';'));
}

json::object firstRow(const RawResponse &response)
{
    return objectIn(response).at("rows").as_array().at(0).as_object();
}

/// The data of the next event.
std::optional<json::object> nextEvent(RawHttpClient &client)
{
    if (!client.readUntil("data: "))
        return std::nullopt;
    const auto line = client.readUntil("\n");
    const auto value = line ? parseJson(*line) : parseJson("");
    return value ? std::optional(value->get_object()) : std::nullopt;
}

} // namespace

void TestApiPeople::signInLastsUntilSignOut()
{
    ApiChain chain;
    chain.person("ann", Role::Manager, {}, "s1");
    const auto in = chain.send("POST", sessionPath, {}, credentials("ann", "password of ann"));
    QCOMPARE(in.status, 200);
    const auto field = in.header("set-cookie");
    for (const char *part : {"HttpOnly", "SameSite=Strict", "Path=/"})
        QVERIFY2(field.find(part) != field.npos, part);
    const Fields cookie{{"Cookie", cookieOf(in)}};
    const auto who = chain.send("GET", sessionPath, {}, {}, cookie);
    QCOMPARE(who.status, 200);
    QCOMPARE(objectIn(who), objectIn(in));
    QCOMPARE(view(objectIn(who).at("role").as_string()), std::string_view("manager"));
    QCOMPARE(chain.send("GET", "/api/v1/nps", {}, {}, cookie).status, 200);

    const auto csrf = std::string(view(objectIn(in).at("csrf").as_string()));
    const Fields both{{"Cookie", cookieOf(in)}, {"X-Vouch-CSRF", csrf}};
    QCOMPARE(chain.send("DELETE", sessionPath, {}, {}, both).status, 204);
    QCOMPARE(gist(chain.send("GET", sessionPath, {}, {}, cookie)), "401 unauthenticated");
}

void TestApiPeople::unsafeCallsByCookieNeedTheHeader()
{
    ApiChain chain;
    chain.person("ann", Role::Admin);
    const auto in = chain.send("POST", sessionPath, {}, credentials("ann", "password of ann"));
    const Fields cookie{{"Cookie", cookieOf(in)}};
    QCOMPARE(gist(chain.send("DELETE", sessionPath, {}, {}, cookie)), "403 csrf-missing");
    const Fields wrong{{"Cookie", cookieOf(in)}, {"X-Vouch-CSRF", "wrong"}};
    QCOMPARE(gist(chain.send("DELETE", sessionPath, {}, {}, wrong)), "403 csrf-missing");
    QCOMPARE(chain.send("GET", sessionPath, {}, {}, cookie).status, 200);
}

void TestApiPeople::guessingPasswordsIsSlowed()
{
    ApiChain chain;
    chain.person("ann", Role::Admin);
    const auto tryWith = [&](const std::string &name, const std::string &password) {
        return gist(chain.send("POST", sessionPath, {}, credentials(name, password)));
    };
    QCOMPARE(tryWith("nobody", "password of ann"), "401 credentials-wrong");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tryWith("ann", "guess"), "401 credentials-wrong");
    QCOMPARE(tryWith("ann", "password of ann"), "429 too-many-requests");
    chain.clock.advance(std::chrono::minutes(5));
    QCOMPARE(tryWith("ann", "password of ann"), "200");
}

void TestApiPeople::anotherSiteSignsNobodyIn()
{
    ApiChain chain;
    chain.person("ann", Role::Admin);
    const auto from = [&](const std::string &origin) {
        return gist(chain.send(
            "POST", sessionPath, {}, credentials("ann", "password of ann"), {{"Origin", origin}}));
    };
    QCOMPARE(from("https://evil.example"), "403 forbidden");
    QCOMPARE(from("null"), "403 forbidden");
    QCOMPARE(from("http://localhost"), "200");
}

void TestApiPeople::scoresAreNumbersOrNull()
{
    ApiChain chain;
    const auto token = chain.person("boss", Role::Admin);
    const auto empty = firstRow(chain.get("/api/v1/nps", token));
    QVERIFY(empty.at("nps").is_null() && empty.at("low").is_null() && empty.at("high").is_null());
    Tablet tablet(chain.clock, *chain.store);
    QVERIFY(chain.store->ingest(
        tablet.device, tablet.batch({tablet.next(9), tablet.next(9), tablet.next(3)})));
    const auto answer = chain.get("/api/v1/nps?store=s1", token);
    const auto row = firstRow(answer);
    QCOMPARE(row.at("nps").to_number<double>(), 33.33);
    QCOMPARE(row.at("histogram").as_array().size(), 11u);
    QCOMPARE(row.at("histogram").at(9).as_int64(), 2);
    QCOMPARE(
        view(objectIn(answer).at("as_of").as_string()),
        std::string_view("2026-11-22T10:00:00.000Z"));
    // A kiosk sees its own store without naming it.
    QCOMPARE(firstRow(chain.get("/api/v1/nps", tablet.token)), row);
    QCOMPARE(gist(chain.get("/api/v1/nps?store=s2", tablet.token)), "404 not-found");
}

void TestApiPeople::anAnswerIsPushed()
{
    ApiChain chain;
    Tablet tablet(chain.clock, *chain.store);
    RawHttpClient client(chain.port());
    client.send(ApiChain::bytes("GET", "/api/v1/events", tablet.token, {}, {}));
    const auto before = nextEvent(client);
    QVERIFY(before);
    QCOMPARE(before->at("n").as_int64(), 0);
    QVERIFY(before->at("nps").is_null());
    QVERIFY(chain.store->ingest(tablet.device, tablet.batch({tablet.next(10)})));
    const auto after = nextEvent(client);
    QVERIFY(after);
    QCOMPARE(view(after->at("store").as_string()), std::string_view("s1"));
    QCOMPARE(view(after->at("day").as_string()), std::string_view("2026-11-22"));
    QCOMPARE(after->at("n").as_int64(), 1);
    QCOMPARE(after->at("promoters").as_int64(), 1);
    QVERIFY(after->at("version").as_int64() > before->at("version").as_int64());
}

void TestApiPeople::aRegionHearsItsStores()
{
    ApiChain chain;
    const auto token = chain.person("north", Role::Regional, "north");
    Tablet outside(chain.clock, *chain.store, "s3");
    Tablet inside(chain.clock, *chain.store, "s2");
    RawHttpClient client(chain.port());
    client.send(ApiChain::bytes("GET", "/api/v1/events", token, {}, {}));
    QVERIFY(nextEvent(client)); // the state at the start, of one of its stores
    QVERIFY(chain.store->ingest(outside.device, outside.batch({outside.next(1)})));
    QVERIFY(chain.store->ingest(inside.device, inside.batch({inside.next(9)})));
    const auto heard = nextEvent(client);
    QVERIFY(heard);
    QCOMPARE(view(heard->at("store").as_string()), std::string_view("s2"));
}

void TestApiPeople::anExportIsStreamedWithItsSum()
{
    ApiChain chain;
    const auto token = chain.person("north", Role::Regional, "north");
    Tablet tablet(chain.clock, *chain.store);
    std::size_t sent = 0;
    for (int batch = 0; batch < 6; ++batch) {
        std::vector<json::object> records;
        for (std::size_t i = 0; i < protocol::maxChecks; ++i)
            records.push_back(tablet.next(int(i % 11)));
        sent += records.size();
        QVERIFY(chain.store->ingest(tablet.device, tablet.batch(std::move(records))));
    }
    const auto response = chain.get("/api/v1/export.csv", token);
    QVERIFY(response.whole);
    QCOMPARE(response.header("trailer"), std::string("X-Vouch-Rows, X-Vouch-Sha256"));
    const auto trailer = [&](const char *name) { return response.trailers.find(name)->second; };
    QCOMPARE(trailer("x-vouch-rows"), std::to_string(sent));
    QCOMPARE(trailer("x-vouch-sha256"), server::sha256Hex(response.body));
    QVERIFY(response.body.starts_with("\xEF\xBB\xBFid,store,"));
    const auto lines = std::count(response.body.begin(), response.body.end(), '\n');
    QCOMPARE(std::size_t(lines), sent + 1);
}

void TestApiPeople::thePageIsServed()
{
    ApiChain chain;
    const auto page = chain.get("/");
    QCOMPARE(page.status, 200);
    QCOMPARE(page.header("content-type"), std::string("text/html; charset=utf-8"));
    const auto again = chain.send("GET", "/", {}, {}, {{"If-None-Match", page.header("etag")}});
    QCOMPARE(again.status, 304);
    // All that the page names is there.
    std::size_t named = 0;
    for (auto at = page.body.find("\"/assets/"); at != page.body.npos;
         at = page.body.find("\"/assets/", at + 1)) {
        const auto path = page.body.substr(at + 1, page.body.find('"', at + 1) - at - 1);
        QVERIFY2(chain.get(path).status == 200, path.c_str());
        ++named;
    }
    QVERIFY(named > 0);
    QCOMPARE(gist(chain.get("/assets/none.js")), "404 not-found");
}

VOUCH_TEST(TestApiPeople)

} // namespace test_api_people

#include "test_api_people.moc"
