#include "raw_http_client.h"

#include "sync/server/http/server.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <thread>

namespace http_stop_test {

using namespace vouch;
using namespace std::chrono_literals;
using test::RawHttpClient;
using test::RawResponse;

namespace {

const std::string simpleGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Says on the first piece that it began, then gives pieces as soon as `gate` is open.
class GatedSource : public http::BodySource
{
public:
    GatedSource(std::promise<void> &begun, std::shared_future<void> gate)
        : m_begun(begun)
        , m_gate(std::move(gate))
    {
    }

    Step next(std::string &chunk) override
    {
        if (m_made == 0)
            m_begun.set_value();
        else
            m_gate.wait();
        if (m_made == 10)
            return Step::End;
        ++m_made;
        chunk = "0123456789";
        return Step::Chunk;
    }

private:
    std::promise<void> &m_begun;
    std::shared_future<void> m_gate;
    int m_made = 0;
};

} // namespace

class HttpStopTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_options = {};
        // With one thread, connections know of the stop before the port closes: see beginStop().
        m_options.ioThreads = 1;
        m_begun = {};
        m_gate = {};
    }
    void cleanup() { m_server.reset(); }

    void finishesTheRequestUnderWay()
    {
        start([this](http::Request, http::Responder respond) {
            m_begun.set_value();
            m_gate.get_future().wait();
            respond(http::reply(200, "text/plain", "done"));
        });
        RawHttpClient client = connect();
        client.send(simpleGet + simpleGet);
        auto stopping = beginStop();
        m_gate.set_value();
        const RawResponse response = client.readResponse();
        QCOMPARE(response.body, std::string("done"));
        QCOMPARE(response.header("connection"), std::string("close"));
        // The request behind it was not under way.
        QVERIFY(client.awaitClose());
        QVERIFY(client.bytes().empty());
        client.close();
        stopping.get();
    }

    void finishesTheBodyThatIsComing()
    {
        start([](http::Request request, http::Responder respond) {
            respond(http::reply(200, "text/plain", request.body));
        });
        RawHttpClient client = connect();
        client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                    "Expect: 100-continue\r\n\r\n");
        QCOMPARE(client.readResponse().status, 100);
        m_begun.set_value();
        auto stopping = beginStop();
        client.send("body");
        QCOMPARE(client.readResponse().body, std::string("body"));
        client.close();
        stopping.get();
    }

    void finishesDownloads()
    {
        start([this](http::Request, http::Responder respond) {
            respond(http::stream(
                "text/csv", std::make_shared<GatedSource>(m_begun, m_gate.get_future().share())));
        });
        RawHttpClient client = connect();
        client.send(simpleGet);
        auto stopping = beginStop();
        m_gate.set_value();
        const RawResponse response = client.readResponse();
        QVERIFY(response.whole);
        QCOMPARE(response.body.size(), std::size_t(100));
        client.close();
        stopping.get();
    }

    void cutsWhatTakesTooLong()
    {
        m_options.limits.stopTime = 100ms;
        std::vector<http::Responder> kept;
        std::mutex mutex;
        start([&](http::Request request, http::Responder respond) {
            if (request.path == "/large")
                return respond(http::reply(200, "text/plain", std::string(64'000'000, 'x')));
            const std::lock_guard lock(mutex);
            kept.push_back(respond);
        });
        RawHttpClient unanswered = connect();
        RawHttpClient reading(m_server->port(), 4096);
        RawHttpClient writing = connect();
        unanswered.send(simpleGet);
        reading.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(reading.readUntil("\r\n\r\n"));
        writing.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                     "Expect: 100-continue\r\n\r\n");
        QCOMPARE(writing.readResponse().status, 100);
        QTRY_COMPARE(m_server->statistics().requests, std::uint64_t(2));
        m_server->stop();
        QCOMPARE(m_server->statistics().connections, std::size_t(0));
        for (RawHttpClient *client : {&unanswered, &reading, &writing})
            QVERIFY(client->awaitClose());
        QVERIFY(unanswered.bytes().empty());
        m_server.reset();
        for (const http::Responder &respond : kept)
            respond(http::reply(200, "text/plain", "too late"));
    }

    void closesIdleConnections()
    {
        start([](http::Request, http::Responder respond) {
            respond(http::reply(200, "text/plain", "ok"));
        });
        RawHttpClient fresh = connect();
        RawHttpClient used = connect();
        QCOMPARE(used.exchange(simpleGet).status, 200);
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(2));
        m_server->stop();
        QVERIFY(fresh.awaitClose());
        QVERIFY(used.awaitClose());
        QVERIFY(!connect().isConnected());
        m_server->stop();
    }

    /// Whatever was handled was answered, and whatever was answered came whole.
    void losesNoAnswerUnderLoad()
    {
        std::atomic<int> handled = 0;
        m_options.workers = 2;
        m_options.ioThreads = 2;
        start([&](http::Request request, http::Responder respond) {
            ++handled;
            respond(http::reply(200, "text/plain", std::string(20'000, 'r') + request.body));
        });
        std::atomic<int> answered = 0;
        std::atomic<int> broken = 0;
        const auto work = [&] {
            const std::string body(10'000, 'b');
            const std::string request =
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body;
            for (RawHttpClient client = connect(); client.isConnected() && client.send(request);) {
                const RawResponse response = client.readResponse();
                if (response.whole && response.body.size() == 30'000)
                    ++answered;
                else if (response.status != 0)
                    ++broken;
                if (response.status == 0 || response.header("connection") == "close")
                    break;
            }
        };
        std::vector<std::thread> clients;
        for (int i = 0; i < 16; ++i)
            clients.emplace_back(work);
        while (answered < 500)
            std::this_thread::yield();
        m_server->stop();
        for (std::thread &client : clients)
            client.join();
        QCOMPARE(broken.load(), 0);
        QCOMPARE(answered.load(), handled.load());
    }

    void stopsWithoutEverListening()
    {
        const http::Server server({}, [](http::Request, http::Responder) {});
        QCOMPARE(server.port(), std::uint16_t(0));
    }

    void saysWhyItCannotListen()
    {
        start([](http::Request, http::Responder) {});
        http::Server second({}, [](http::Request, http::Responder) {});
        const Result<void> taken = second.listen("127.0.0.1", m_server->port());
        QVERIFY(!taken);
        QCOMPARE(taken.failure().code, std::string("listen-failed"));
        http::Server third({}, [](http::Request, http::Responder) {});
        QCOMPARE(third.listen("no.address", 0).failure().code, std::string("listen-failed"));
    }

private:
    void start(http::Handler handler)
    {
        m_server = std::make_unique<http::Server>(m_options, std::move(handler));
        QVERIFY(m_server->listen("127.0.0.1", 0));
    }
    RawHttpClient connect() { return RawHttpClient(m_server->port()); }

    /// Once `m_begun`, tells the server to stop; returns when it takes no more connections.
    std::future<void> beginStop()
    {
        m_begun.get_future().wait();
        auto stopping = std::async(std::launch::async, [this] { m_server->stop(); });
        while (connect().isConnected())
            std::this_thread::yield();
        return stopping;
    }

    http::Server::Options m_options;
    std::promise<void> m_begun;
    std::promise<void> m_gate;
    std::unique_ptr<http::Server> m_server;
};

VOUCH_TEST(HttpStopTest)

} // namespace http_stop_test

#include "http_stop_test.moc"
