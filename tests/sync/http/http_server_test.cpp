#include "raw_http_client.h"

#include "sync/server/http/server.h"
#include "tests/support/suite.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

namespace http_server_test {

using namespace vouch;
using test::RawHttpClient;
using test::RawResponse;

namespace {

const std::string simpleGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Says back what it understood, one thing a line; a few paths do something else.
void echo(http::Request request, http::Responder respond)
{
    if (request.path == "/throw")
        throw std::runtime_error("on purpose");
    if (request.path == "/silent")
        return;
    if (request.path == "/later") {
        std::thread([respond] { respond(http::reply(200, "text/plain", "later")); }).detach();
        return;
    }
    if (request.path == "/none") {
        respond(http::reply(204, "text/plain", ""));
        return;
    }
    if (request.path == "/split") {
        http::Response response = http::reply(200, "text/plain", "");
        response.headers.add("X-Name", "a\r\nX-Evil: b");
        respond(std::move(response));
        return;
    }
    std::string text = request.method + " " + request.path + "\n";
    for (const auto &[name, value] : request.query)
        text += name + "=" + value + "\n";
    text += request.body;
    respond(http::reply(200, "text/plain; charset=utf-8", text));
}

} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        http::Server::Options options;
        options.log = [this](const std::string &line) {
            const std::lock_guard lock(m_mutex);
            m_log += line + "\n";
        };
        m_log.clear();
        m_server = std::make_unique<http::Server>(options, echo);
        QVERIFY(m_server->listen("127.0.0.1", 0));
        QVERIFY(m_server->port() != 0);
    }
    void cleanup() { m_server.reset(); }

    void getAndPost()
    {
        RawHttpClient client = connect();
        RawResponse response = client.exchange(
            "GET /a%20b?x=1&y=%D8%B3+z HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, std::string("GET /a b\nx=1\ny=س z\n"));
        QCOMPARE(response.header("connection"), std::string("close"));
        QCOMPARE(response.header("date").size(), std::size_t(29));
        QVERIFY(client.awaitClose());

        RawHttpClient poster = connect();
        response = poster.exchange("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
        QCOMPARE(response.body, std::string("POST /p\nhello"));
    }

    void keepsTheConnection()
    {
        RawHttpClient client = connect();
        for (int i = 0; i < 3; ++i) {
            const RawResponse response =
                client.exchange("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            QCOMPARE(response.body, "GET /" + std::to_string(i) + "\n");
            QCOMPARE(response.header("connection"), std::string("keep-alive"));
        }
        QCOMPARE(m_server->statistics().connections, std::size_t(1));
        QCOMPARE(m_server->statistics().requests, std::uint64_t(3));
    }

    void answersVersion10()
    {
        RawHttpClient client = connect();
        QCOMPARE(client.exchange("GET /old HTTP/1.0\r\n\r\n").body, std::string("GET /old\n"));
        QVERIFY(client.awaitClose());
    }

    void answersPipelinedRequestsInOrder()
    {
        RawHttpClient client = connect();
        std::string all;
        for (int i = 0; i < 50; ++i) {
            const std::string number = std::to_string(i);
            all += "POST /later HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
            all += "POST /" + number +
                   " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(number.size()) +
                   "\r\n\r\n" + number;
        }
        QVERIFY(client.send(all));
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(client.readResponse().body, std::string("later"));
            const std::string number = std::to_string(i);
            QCOMPARE(client.readResponse().body, "POST /" + number + "\n" + number);
        }
    }

    void takesChunkedBodies()
    {
        RawHttpClient client = connect();
        const std::string request = "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                                    "\r\n5\r\nhello\r\n6;ext=1\r\n world\r\n0\r\n"
                                    "X-Trailer: t\r\n\r\n";
        QCOMPARE(client.exchange(request).body, std::string("POST /c\nhello world"));
        // Byte by byte it is the same request.
        for (const char c : request)
            QVERIFY(client.send(std::string(1, c)));
        QCOMPARE(client.readResponse().body, std::string("POST /c\nhello world"));
    }

    void takesLargeBodies_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("length") << false;
        QTest::newRow("chunked") << true;
    }
    void takesLargeBodies()
    {
        QFETCH(bool, chunked);
        std::string body(8 * 1024 * 1024, 'x');
        for (std::size_t i = 0; i < body.size(); i += 1000)
            body[i] = static_cast<char>('a' + i % 26);
        std::string request = "POST / HTTP/1.1\r\nHost: x\r\n";
        if (chunked) {
            request += "Transfer-Encoding: chunked\r\n\r\n";
            for (std::size_t i = 0; i < body.size(); i += 65536)
                request += "10000\r\n" + body.substr(i, 65536) + "\r\n";
            request += "0\r\n\r\n";
        } else {
            request += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        }
        RawHttpClient client = connect();
        auto sending = std::async(std::launch::async, [&] { return client.send(request); });
        const RawResponse response = client.readResponse();
        QVERIFY(sending.get());
        QCOMPARE(response.status, 200);
        QVERIFY(response.body == "POST /\n" + body);
    }

    void answersHeadWithoutBody()
    {
        RawHttpClient client = connect();
        client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n" + simpleGet);
        const RawResponse response = client.readResponse(false);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.header("content-length"), std::string("10"));
        QCOMPARE(client.readResponse().body, std::string("GET /\n"));
    }

    void sendsNoLengthWhereThereIsNoBody()
    {
        RawHttpClient client = connect();
        const RawResponse none = client.exchange("GET /none HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(none.status, 204);
        QVERIFY(!none.headers.contains("content-length"));
        QCOMPARE(client.exchange(simpleGet).status, 200);
    }

    void asksForTheBodyThatWaits()
    {
        RawHttpClient client = connect();
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                    "Expect: 100-continue\r\n\r\n");
        QCOMPARE(client.readResponse().status, 100);
        client.send("ok");
        QCOMPARE(client.readResponse().body, std::string("POST /\nok"));
    }

    void survivesHandlersThatFail()
    {
        RawHttpClient client = connect();
        for (const std::string path : {"/throw", "/silent"}) {
            const RawResponse response =
                client.exchange("GET " + path + "?token=secret HTTP/1.1\r\nHost: x\r\n\r\n");
            QCOMPARE(response.status, 500);
            QCOMPARE(response.header("content-type"), std::string("application/problem+json"));
            QVERIFY(response.body.find("\"code\":\"internal\"") != std::string::npos);
            QVERIFY(response.body.find("on purpose") == std::string::npos);
        }
        QCOMPARE(client.exchange(simpleGet).status, 200);
        const std::lock_guard lock(m_mutex);
        QVERIFY(m_log.find("GET: the handler failed: on purpose") != std::string::npos);
        QVERIFY(m_log.find("secret") == std::string::npos);
    }

    void letsNoValueStartALine()
    {
        const RawResponse response = connect().exchange("GET /split HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(!response.headers.contains("x-evil"));
        QCOMPARE(response.header("x-name"), std::string("a  X-Evil: b"));
    }

    void refusesWhatCanBeUnderstoodInTwoWays_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *request, int status = 400) {
            QTest::newRow(name) << QByteArray(request) << status;
        };
        row("two lengths",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na");
        row("two different lengths",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        row("list of lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\na");
        row("signed length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\na");
        row("negative length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
        row("length in hexadecimal", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x1\r\n\r\na");
        row("length beyond 64 bits",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n");
        row("empty length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n");
        row("length and chunked",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
            "0\r\n\r\n");
        row("chunked and length",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
            "0\r\n\r\n");
        row("chunked twice",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n");
        row("chunked in two fields", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                                     "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunked and gzip",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        row("identity", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\n");
        row("unknown encoding",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n");
        row("space before the colon",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n");
        row("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("no host", "GET / HTTP/1.1\r\n\r\n");
        row("two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n");
        row("version 2.0", "GET / HTTP/2.0\r\nHost: x\r\n\r\n");
        row("version 1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n");
        row("version 0.9", "GET /\r\n\r\n");
        row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("bare line feeds", "GET / HTTP/1.1\nHost: x\n\n");
        row("lower case", "GET / http/1.1\r\nHost: x\r\n\r\n");
        row("two spaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n");
        row("no target", "GET HTTP/1.1\r\nHost: x\r\n\r\n");
        row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
        row("authority", "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n");
        row("field without a colon", "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n");
        row("field without a name", "GET / HTTP/1.1\r\nHost: x\r\n: v\r\n\r\n");
        row("control character", "GET / HTTP/1.1\r\nHost: x\r\nA: b\001c\r\n\r\n");
        row("TLS on a plain port", "\026\003\001\002\001\001\001\374\003\003\r\n\r\n");
        row("broken escape", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        row("half an escape", "GET /%4 HTTP/1.1\r\nHost: x\r\n\r\n");
        row("broken query", "GET /?a=%f HTTP/1.1\r\nHost: x\r\n\r\n");
        row("no UTF-8", "GET /?a=%c3%28 HTTP/1.1\r\nHost: x\r\n\r\n");
        row("NUL", "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n");
        row("encoded slash", "GET /a%2fb HTTP/1.1\r\nHost: x\r\n\r\n");
        row("dots", "GET /a/../b HTTP/1.1\r\nHost: x\r\n\r\n");
        row("encoded dots", "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\n\r\n");
        row("parameter twice", "GET /?a=1&a=2 HTTP/1.1\r\nHost: x\r\n\r\n");
        row("unknown expectation", "GET / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\n\r\n", 417);
        row("chunk without a size",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n");
        row("chunk longer than told", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                      "chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n");
        row("size beyond 64 bits",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            "fffffffffffffffff1\r\n");
        row("length after the chunks",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
            "Content-Length: 3\r\n\r\n");
    }
    void refusesWhatCanBeUnderstoodInTwoWays()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawHttpClient client = connect();
        // What follows must never be taken for a second request.
        client.send(request.toStdString() + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
        const RawResponse response = client.readResponse();
        QCOMPARE(response.status, status);
        QCOMPARE(response.header("content-type"), std::string("application/problem+json"));
        QVERIFY(response.body.find("\"code\":\"request-malformed\"") != std::string::npos);
        QVERIFY(client.awaitClose());
        QVERIFY(client.bytes().empty());
        QCOMPARE(m_server->statistics().requests, std::uint64_t(0));
    }

    void takesAbsoluteTargets()
    {
        const RawResponse response =
            connect().exchange("GET http://x:80/abs?q=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(response.body, std::string("GET /abs\nq=1\n"));
    }

private:
    RawHttpClient connect() { return RawHttpClient(m_server->port()); }

    std::unique_ptr<http::Server> m_server;
    std::mutex m_mutex;
    std::string m_log;
};

VOUCH_TEST(HttpServerTest)

} // namespace http_server_test

#include "http_server_test.moc"
