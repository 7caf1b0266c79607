#include "raw_http_client.h"

#include "sync/server/http/router.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QtTest>

#include <sys/resource.h>

#include <atomic>
#include <future>
#include <thread>

namespace http_limits_test {

using namespace vouch;
using namespace std::chrono_literals;
using test::RawHttpClient;
using test::RawResponse;

namespace {

const std::string simpleGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

void sayOk(http::Request, http::Responder respond)
{
    respond(http::reply(200, "text/plain", "ok"));
}

/// Lets handlers wait until the test opens it.
class Gate
{
public:
    void open() { m_promise.set_value(); }
    void pass()
    {
        ++m_waiting;
        m_future.wait();
    }
    int waiting() const { return m_waiting; }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_future = m_promise.get_future().share();
    std::atomic<int> m_waiting = 0;
};

/// More than the sockets' buffers hold.
std::string largeBody()
{
    return std::string(64 * 1024 * 1024, 'x');
}

bool hasCode(const RawResponse &response, const std::string &code)
{
    return response.header("content-type") == "application/problem+json" &&
           response.body.find("\"code\":\"" + code + "\"") != std::string::npos;
}

} // namespace

class HttpLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        rlimit files{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);
    }
    void init() { m_options = {}; }
    void cleanup() { m_server.reset(); }

    void refusesLargeHeaders_data()
    {
        QTest::addColumn<int>("fields");
        QTest::addColumn<int>("size");
        QTest::newRow("one field") << 1 << 20'000;
        QTest::newRow("many fields") << 2'000 << 10;
        QTest::newRow("endless field") << 1 << 4'000'000;
    }
    void refusesLargeHeaders()
    {
        QFETCH(int, fields);
        QFETCH(int, size);
        start(sayOk);
        std::string request = "GET / HTTP/1.1\r\nHost: x\r\n";
        for (int i = 0; i < fields; ++i)
            request += "A: " + std::string(static_cast<std::size_t>(size), 'a') + "\r\n";
        RawHttpClient client = connect();
        auto sending = std::async(std::launch::async, [&] { client.send(request + "\r\n"); });
        const RawResponse response = client.readResponse();
        sending.get();
        QCOMPARE(response.status, 431);
        QVERIFY(hasCode(response, "header-too-large"));
        QVERIFY(client.awaitClose());
    }

    void takesHeadersUpToTheLimit()
    {
        m_options.limits.header = 200;
        start(sayOk);
        const std::string begin = "GET / HTTP/1.1\r\nHost: x\r\nA: ";
        const std::string end = "\r\n\r\n";
        const std::string fill(200 - begin.size() - end.size(), 'a');
        QCOMPARE(connect().exchange(begin + fill + end).status, 200);
        QCOMPARE(connect().exchange(begin + fill + "a" + end).status, 431);
        // The next request's bytes do not count.
        RawHttpClient client = connect();
        client.send(begin + fill + end + begin + fill + end);
        QCOMPARE(client.readResponse().status, 200);
        QCOMPARE(client.readResponse().status, 200);
    }

    void refusesLongTargets()
    {
        start(sayOk);
        const std::string target(9'000, 'a');
        const RawResponse response =
            connect().exchange("GET /" + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(response.status, 414);
        QVERIFY(hasCode(response, "header-too-large"));
    }

    /// The whole body is on its way before the refusal is read: a reset would take it back.
    void refusesLargeBodies_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("length") << false;
        QTest::newRow("chunked") << true;
    }
    void refusesLargeBodies()
    {
        QFETCH(bool, chunked);
        m_options.limits.body = 1'000'000;
        start(sayOk);
        const std::size_t size = 4'000'000;
        std::string request = "POST / HTTP/1.1\r\nHost: x\r\n";
        if (chunked) {
            request += "Transfer-Encoding: chunked\r\n\r\n";
            for (std::size_t sent = 0; sent < size; sent += 0x8000)
                request += "8000\r\n" + std::string(0x8000, 'b') + "\r\n";
            request += "0\r\n\r\n";
        } else {
            request += "Content-Length: " + std::to_string(size) + "\r\n\r\n";
            request += std::string(size, 'b');
        }
        RawHttpClient client = connect();
        QVERIFY(client.send(request));
        const RawResponse response = client.readResponse();
        QCOMPARE(response.status, 413);
        QVERIFY(hasCode(response, "body-too-large"));
        client.shutdownSending();
        QVERIFY(client.awaitClose());
        QVERIFY(!client.wasReset());
        QCOMPARE(m_server->statistics().requests, std::uint64_t(0));
    }

    void refusesEndlessChunkHeads()
    {
        start(sayOk);
        RawHttpClient client = connect();
        const std::string endless(1'000'000, 'e');
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;");
        auto sending = std::async(std::launch::async, [&] { client.send(endless); });
        QCOMPARE(client.readResponse().status, 400);
        sending.get();
    }

    void readsNoBodyThatTheHeaderForbids()
    {
        http::Router router;
        router.add("POST", "/small", sayOk, 10);
        router.add("GET", "/things/{id}", sayOk);
        m_options.admit = router.admission();
        start(router.handler());
        const std::string rest = " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                                 "Content-Length: 11\r\n\r\n";
        QCOMPARE(connect().exchange("POST /small" + rest).status, 413);
        QCOMPARE(connect().exchange("POST /nowhere" + rest).status, 404);
        const RawResponse response = connect().exchange("POST /things/1" + rest);
        QCOMPARE(response.status, 405);
        QCOMPARE(response.header("allow"), std::string("GET, HEAD"));
        // Without a body the connection goes on.
        RawHttpClient client = connect();
        QCOMPARE(client.exchange("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n").status, 404);
        QCOMPARE(client.exchange("GET /things/1 HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    }

    void closesSlowRequests_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("header") << QByteArray("GET / HTTP/1.1\r\nA: ");
        QTest::newRow("body") << QByteArray(
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n");
        QTest::newRow("chunks") << QByteArray(
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;e=");
    }
    /// However steadily the bytes trickle in.
    void closesSlowRequests()
    {
        QFETCH(QByteArray, begin);
        m_options.limits.headerTime = 200ms;
        m_options.limits.bodyTime = 200ms;
        start(sayOk);
        RawHttpClient client = connect();
        QVERIFY(client.send(begin.toStdString()));
        QVERIFY(client.trickleUntilClosed("a"));
        QTRY_COMPARE(m_server->statistics().timeouts, std::uint64_t(1));
        QCOMPARE(m_server->statistics().requests, std::uint64_t(0));
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(0));
    }

    void closesIdleConnections()
    {
        m_options.limits.idle = 100ms;
        start(sayOk);
        RawHttpClient silent = connect();
        QVERIFY(silent.awaitClose());
        RawHttpClient client = connect();
        QCOMPARE(client.exchange(simpleGet).status, 200);
        QVERIFY(client.awaitClose());
        QVERIFY(client.bytes().empty());
    }

    void closesReadersThatTakeNothing()
    {
        m_options.limits.writeTime = 200ms;
        start([](http::Request, http::Responder respond) {
            respond(http::reply(200, "text/plain", largeBody()));
        });
        RawHttpClient client(m_server->port(), 4096);
        client.send(simpleGet);
        QTRY_COMPARE(m_server->statistics().timeouts, std::uint64_t(1));
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(0));
        QVERIFY(!client.readResponse().whole);
    }

    void answersForHandlersThatTakeTooLong()
    {
        m_options.limits.answerTime = 100ms;
        std::promise<http::Responder> promise;
        start([&](http::Request, http::Responder respond) { promise.set_value(respond); });
        RawHttpClient client = connect();
        const RawResponse response = client.exchange(simpleGet);
        QCOMPARE(response.status, 503);
        QVERIFY(hasCode(response, "timeout"));
        const http::Responder late = promise.get_future().get();
        late(http::reply(200, "text/plain", "late"));
        m_server.reset();
        late(http::reply(200, "text/plain", "later still"));
        QVERIFY(client.awaitClose());
        QVERIFY(client.bytes().empty());
    }

    void refusesConnectionsBeyondTheLimit()
    {
        m_options.limits.connections = 3;
        start(sayOk);
        std::vector<RawHttpClient> held;
        for (int i = 0; i < 3; ++i) {
            held.push_back(connect());
            QCOMPARE(held.back().exchange(simpleGet).status, 200);
        }
        RawHttpClient refused = connect();
        const RawResponse response = refused.exchange(simpleGet);
        QCOMPARE(response.status, 503);
        QVERIFY(hasCode(response, "overloaded"));
        QVERIFY(!response.header("retry-after").empty());
        QCOMPARE(held.front().exchange(simpleGet).status, 200);
        refused.close();
        held.pop_back();
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(2));
        QCOMPARE(connect().exchange(simpleGet).status, 200);
    }

    void refusesRequestsBeyondTheQueue()
    {
        m_options.workers = 1;
        m_options.limits.queuedRequests = 2;
        Gate gate;
        start([&](http::Request, http::Responder respond) {
            gate.pass();
            respond(http::reply(200, "text/plain", "ok"));
        });
        std::vector<RawHttpClient> clients;
        clients.push_back(connect());
        clients.back().send(simpleGet);
        QTRY_COMPARE(gate.waiting(), 1);
        for (int i = 0; i < 6; ++i) {
            clients.push_back(connect());
            clients.back().send(simpleGet);
        }
        QTRY_COMPARE(m_server->statistics().overloaded, std::uint64_t(4));
        gate.open();
        int answered = 0;
        for (RawHttpClient &client : clients) {
            const RawResponse response = client.readResponse();
            answered += response.status == 200;
            QVERIFY(response.status == 200 || hasCode(response, "overloaded"));
            QCOMPARE(response.header("retry-after").empty(), response.status == 200);
        }
        QCOMPARE(answered, 3);
    }

    void holdsAThousandIdleConnections()
    {
        start(sayOk);
        std::vector<RawHttpClient> clients;
        for (int i = 0; i < 1000; ++i) {
            clients.push_back(connect());
            QVERIFY(clients.back().isConnected());
            QCOMPARE(clients.back().exchange(simpleGet).status, 200);
        }
        QCOMPARE(m_server->statistics().connections, std::size_t(1000));
        for (RawHttpClient &client : clients)
            QCOMPARE(client.exchange(simpleGet).status, 200);
        m_server->stop();
        QCOMPARE(m_server->statistics().connections, std::size_t(0));
        for (RawHttpClient &client : clients)
            QVERIFY(client.awaitClose());
    }

    /// Client and server share the file descriptors here: the client takes its own beforehand.
    void goesOnAfterTheFileDescriptorsRanOut()
    {
        std::promise<std::string> logged;
        m_options.log = [&](const std::string &line) { logged.set_value(line); };
        start(sayOk);
        RawHttpClient client = RawHttpClient::unconnected();
        const int next = ::dup(0);
        QVERIFY(next > 0);
        ::close(next);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit none = before;
        none.rlim_cur = static_cast<rlim_t>(next);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        client.connect(m_server->port());
        const std::string line = logged.get_future().get();
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY2(line.find("No connection can be accepted") == 0, line.c_str());
        QCOMPARE(client.exchange(simpleGet).status, 200);
        QCOMPARE(connect().exchange(simpleGet).status, 200);
    }

private:
    void start(http::Handler handler)
    {
        m_server = std::make_unique<http::Server>(m_options, std::move(handler));
        QVERIFY(m_server->listen("127.0.0.1", 0));
    }
    RawHttpClient connect() { return RawHttpClient(m_server->port()); }

    http::Server::Options m_options;
    std::unique_ptr<http::Server> m_server;
};

VOUCH_TEST(HttpLimitsTest)

} // namespace http_limits_test

#include "http_limits_test.moc"
