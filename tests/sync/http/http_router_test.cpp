#include "sync/server/http/router.h"
#include "tests/support/suite.h"

#include <QtTest>

namespace http_router_test {

using namespace vouch;

namespace {

/// The response that a handler gives at once.
http::Response call(const http::Handler &handler, http::Request request)
{
    http::Response given;
    handler(std::move(request), http::Responder([&](http::Response r) { given = std::move(r); }));
    return given;
}

http::Request request(const std::string &method, const std::string &path)
{
    http::Request made;
    made.method = method;
    made.path = path;
    return made;
}

http::Handler named(const std::string &name)
{
    return [name](http::Request asked, http::Responder respond) {
        std::string text = name;
        for (const auto &[key, value] : asked.parameters)
            text += " " + key + "=" + value;
        respond(http::reply(200, "text/plain", text));
    };
}

http::Router shopRouter()
{
    http::Router router;
    router.add("GET", "/", named("root"));
    router.add("GET", "/stores/{store}", named("store"));
    router.add("GET", "/stores/mine", named("mine"));
    router.add("DELETE", "/stores/{store}", named("delete"));
    router.add("POST", "/stores/{store}/checks/{check}", named("check"), 1234);
    return router;
}

} // namespace

class HttpRouterTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheHandler_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("root") << "GET"
                              << "/"
                              << "root";
        QTest::newRow("parameter") << "GET"
                                   << "/stores/s 1"
                                   << "store store=s 1";
        QTest::newRow("literal first") << "GET"
                                       << "/stores/mine"
                                       << "mine";
        QTest::newRow("other method") << "DELETE"
                                      << "/stores/mine"
                                      << "delete store=mine";
        QTest::newRow("two") << "POST"
                             << "/stores/a/checks/b"
                             << "check check=b store=a";
        QTest::newRow("head") << "HEAD"
                              << "/stores/mine"
                              << "mine";
    }
    void findsTheHandler()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const http::Response response =
            call(shopRouter().handler(), request(method.toStdString(), path.toStdString()));
        QCOMPARE(QString::fromStdString(response.body), expected);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("allow");
        QTest::newRow("nothing there") << "GET"
                                       << "/nothing" << 404 << "";
        QTest::newRow("empty parameter") << "GET"
                                         << "/stores/" << 404 << "";
        QTest::newRow("slash at the end") << "GET"
                                          << "/stores/a/" << 404 << "";
        QTest::newRow("too short") << "GET"
                                   << "/stores" << 404 << "";
        QTest::newRow("too long") << "GET"
                                  << "/stores/a/b" << 404 << "";
        QTest::newRow("wrong method") << "PUT"
                                      << "/stores/a" << 405 << "DELETE, GET, HEAD";
        QTest::newRow("no head") << "HEAD"
                                 << "/stores/a/checks/b" << 405 << "POST";
        QTest::newRow("lower case") << "get"
                                    << "/" << 405 << "GET, HEAD";
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QString, allow);
        const http::Request asked = request(method.toStdString(), path.toStdString());
        const http::Router router = shopRouter();
        const http::Response response = call(router.handler(), asked);
        QCOMPARE(response.status, status);
        QCOMPARE(QString::fromStdString(std::string(response.headers.value("allow"))), allow);
        const auto admission = router.admission()(asked);
        QCOMPARE(std::get<http::Response>(admission).status, status);
    }

    void tellsEachRoutesLimit()
    {
        const http::Router router = shopRouter();
        const auto limit = [&](const char *method, const char *path) {
            return std::get<std::uint64_t>(router.admission()(request(method, path)));
        };
        QCOMPARE(limit("POST", "/stores/a/checks/b"), std::uint64_t(1234));
        QCOMPARE(limit("GET", "/"), std::uint64_t(0));
        QCOMPARE(router.routes().size(), std::size_t(5));
        QCOMPARE(router.routes()[4].pattern, std::string("/stores/{store}/checks/{check}"));
    }

    void readsCookies()
    {
        http::Request asked;
        asked.headers.add("Cookie", "a=1; session=\"x=y\";b=");
        asked.headers.add("cookie", "c=3");
        QCOMPARE(asked.cookie("a").value_or("-"), std::string("1"));
        QCOMPARE(asked.cookie("session").value_or("-"), std::string("x=y"));
        QCOMPARE(asked.cookie("b").value_or("-"), std::string());
        QCOMPARE(asked.cookie("c").value_or("-"), std::string("3"));
        QVERIFY(!asked.cookie("A"));
        QVERIFY(!asked.cookie("sess"));
    }

    void keepsHeaders()
    {
        http::Headers headers{{"A", "1"}, {"a", "2"}};
        QCOMPARE(headers.count("A"), std::size_t(2));
        QCOMPARE(*headers.find("a"), std::string("1"));
        headers.set("a", "3");
        QCOMPARE(headers.count("A"), std::size_t(1));
        headers.remove("A");
        QVERIFY(!headers.find("a"));
        QVERIFY(headers.value("a").empty());
    }

    void describesProblems()
    {
        const http::Response response = http::problem(409, "some-code", "Say \"please\".");
        QCOMPARE(response.status, 409);
        QCOMPARE(
            QByteArray::fromStdString(response.body).trimmed(),
            QByteArray("{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
                       "\"detail\":\"Say \\\"please\\\".\",\"code\":\"some-code\"}"));
    }

    void answersOnce()
    {
        int calls = 0;
        int status = 0;
        const auto deliver = [&](http::Response response) {
            ++calls;
            status = response.status;
        };
        {
            const http::Responder respond(deliver);
            const http::Responder copy = respond;
            copy(http::reply(201, "text/plain", ""));
            respond(http::reply(202, "text/plain", ""));
        }
        QCOMPARE(calls, 1);
        QCOMPARE(status, 201);
        {
            const http::Responder uncalled(deliver);
        }
        QCOMPARE(calls, 2);
        QCOMPARE(status, 500);
    }
};

VOUCH_TEST(HttpRouterTest)

} // namespace http_router_test

#include "http_router_test.moc"
