#include "raw_http_client.h"

#include "sync/server/http/event_hub.h"
#include "sync/server/http/server.h"
#include "tests/support/patience.h"
#include "tests/support/suite.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <stdexcept>

namespace http_stream_test {

using namespace vouch;
using namespace std::chrono_literals;
using test::RawHttpClient;
using test::RawResponse;

namespace {

using Step = http::BodySource::Step;

/// `count` chunks of `size` bytes, then what `last` says.
class Chunks : public http::BodySource
{
public:
    Chunks(int count, std::size_t size, Step last, std::atomic<int> *pulled = nullptr)
        : m_count(count)
        , m_size(size)
        , m_last(last)
        , m_pulled(pulled)
    {
    }

    Step next(std::string &chunk) override
    {
        if (m_pulled)
            ++*m_pulled;
        if (m_made == m_count)
            return m_last;
        chunk.assign(m_size, static_cast<char>('a' + m_made++ % 26));
        return Step::Chunk;
    }
    http::Headers trailers() override { return {{"X-Rows", std::to_string(m_made)}}; }

private:
    const int m_count;
    const std::size_t m_size;
    const Step m_last;
    std::atomic<int> *m_pulled;
    int m_made = 0;
};

class Thrower : public http::BodySource
{
public:
    Step next(std::string &chunk) override
    {
        if (m_thrown++ == 1)
            throw std::runtime_error("broken");
        chunk = "x";
        return Step::Chunk;
    }

private:
    int m_thrown = 0;
};

std::string get(const std::string &path, const std::string &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

} // namespace

class HttpStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_options = {};
        m_hub = http::EventHub::make();
        m_pulled = 0;
    }
    void cleanup() { m_server.reset(); }

    void streamsToTheEnd()
    {
        start();
        RawHttpClient client = connect();
        for (int i = 0; i < 2; ++i) {
            const RawResponse response = client.exchange(get("/whole"));
            QCOMPARE(response.status, 200);
            QVERIFY(response.whole);
            QCOMPARE(response.header("trailer"), std::string("X-Rows"));
            QCOMPARE(response.body, std::string("aaaabbbbcccc"));
            QCOMPARE(response.trailers.find("x-rows")->second, std::string("3"));
        }
        // A source that makes nothing is an empty body.
        const RawResponse empty = client.exchange(get("/empty"));
        QVERIFY(empty.whole && empty.body.empty() && empty.status == 200);
        client.send("HEAD /whole HTTP/1.1\r\nHost: x\r\n\r\n" + get("/empty"));
        QCOMPARE(client.readResponse(false).header("transfer-encoding"), std::string("chunked"));
        QVERIFY(client.readResponse().whole);
    }

    void streamsToVersion10()
    {
        start();
        const RawResponse response = connect().exchange("GET /whole HTTP/1.0\r\n\r\n");
        QCOMPARE(response.body, std::string("aaaabbbbcccc"));
        QVERIFY(response.whole);
    }

    void cutsWhatFails_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("failed") << QByteArray("GET /failing HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("thrown") << QByteArray("GET /throwing HTTP/1.1\r\nHost: x\r\n\r\n");
        QTest::newRow("version 1.0") << QByteArray("GET /failing HTTP/1.0\r\n\r\n");
    }
    void cutsWhatFails()
    {
        QFETCH(QByteArray, request);
        start();
        RawHttpClient client = connect();
        const RawResponse response = client.exchange(request.toStdString());
        QVERIFY(!response.whole);
        QVERIFY(response.trailers.empty());
        QVERIFY(!client.sawLastChunk());
        QCOMPARE(connect().exchange(get("/whole")).status, 200);
    }

    void saysWhatFailsAtOnce()
    {
        start();
        const RawResponse response = connect().exchange(get("/stillborn"));
        QCOMPARE(response.status, 500);
        QVERIFY(response.whole);
    }

    /// 64 MiB are offered to a client that reads nothing.
    void asksForNothingThatTheClientDoesNotTake()
    {
        m_options.limits.writeTime = 300ms;
        start();
        RawHttpClient client(m_server->port(), 4096);
        client.send(get("/large"));
        QTRY_COMPARE(m_server->statistics().timeouts, std::uint64_t(1));
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(0));
        QTRY_VERIFY(m_source.expired());
        QVERIFY2(m_pulled < 256, qPrintable(QString::number(m_pulled)));
    }

    void streamsLargeBodies()
    {
        start();
        const RawResponse response = connect().exchange(get("/large"));
        QVERIFY(response.whole);
        QCOMPARE(response.body.size(), std::size_t(64 * 1024 * 1024));
        QCOMPARE(m_pulled.load(), 1025);
    }

    void dropsTheSourceWhenTheClientGoes()
    {
        start();
        RawHttpClient client = connect();
        client.send(get("/large"));
        QVERIFY(client.readUntil("\r\n\r\n"));
        client.close();
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(0));
        QTRY_VERIFY(m_source.expired());
        QVERIFY(m_pulled < 1025);
    }

    void tellsTheStateAtOnceThenEachChange()
    {
        start();
        m_hub->publish("a", "one");
        m_hub->publish("b", "other");
        RawHttpClient client = listen("a");
        QCOMPARE(nextData(client), std::string("one"));
        m_hub->publish("b", "still other");
        m_hub->publish("a", "two\nlines\r\nthree");
        QCOMPARE(nextData(client), std::string("two|lines|three"));
        // Nothing yet is no event; the first one comes by itself.
        RawHttpClient early = listen("c");
        QTRY_COMPARE(m_hub->subscribers("c"), std::size_t(1));
        QVERIFY(m_hub->publishIfNone("c", "first"));
        QVERIFY(!m_hub->publishIfNone("c", "second"));
        QCOMPARE(nextData(early), std::string("first"));
    }

    void idsTellNothingOfOtherTopics()
    {
        start();
        m_hub->publish("a", "one");
        RawHttpClient client = listen("a");
        nextData(client);
        const auto before = m_lastId;
        for (int i = 0; i < 5; ++i)
            m_hub->publish("b", std::to_string(i));
        m_hub->publish("a", "two");
        nextData(client);
        const auto at = before.rfind('-') + 1;
        QCOMPARE(m_lastId.substr(0, at), before.substr(0, at));
        QCOMPARE(std::stoi(m_lastId.substr(at)), std::stoi(before.substr(at)) + 1);
        // One that ended and one of the same name that came later have no id in common.
        m_hub->end("a");
        m_hub->publish("a", "three");
        QVERIFY(m_hub->newest("a")->id.substr(0, at) != before.substr(0, at));
    }

    void tellsOnlyWhatIsNewAfterAReconnect()
    {
        start();
        m_hub->publish("a", "one");
        RawHttpClient client = listen("a");
        nextData(client);
        const std::string id = m_lastId;
        client.close();

        // The same state: silence until something changes.
        RawHttpClient same = listen("a", "Last-Event-ID: " + id + "\r\n");
        QTRY_COMPARE(m_hub->subscribers("a"), std::size_t(1));
        m_hub->publish("a", "two");
        QCOMPARE(nextData(same), std::string("two"));

        RawHttpClient behind = listen("a", "Last-Event-ID: " + id + "\r\n");
        QCOMPARE(nextData(behind), std::string("two"));

        // After a restart the numbers begin again, yet no id means another state.
        m_server.reset();
        m_hub = http::EventHub::make();
        m_hub->publish("a", "three");
        start();
        RawHttpClient restarted = listen("a", "Last-Event-ID: " + id + "\r\n");
        QCOMPARE(nextData(restarted), std::string("three"));
        QVERIFY(m_lastId != id);
    }

    /// 64 MiB of events, none of which is read before the last is there.
    void skipsForASlowClient()
    {
        start();
        RawHttpClient client(m_server->port(), 4096);
        client.send(get("/events/a"));
        QTRY_COMPARE(m_hub->subscribers("a"), std::size_t(1));
        const int count = 1024;
        for (int i = 1; i <= count; ++i)
            m_hub->publish("a", std::to_string(i) + " " + std::string(64 * 1024, 'e'));
        QVERIFY(client.readUntil("\r\n\r\n"));
        int seen = 0;
        int last = 0;
        while (last < count) {
            const std::string data = nextData(client);
            QVERIFY(!data.empty());
            const int number = std::stoi(data);
            QVERIFY(number > last);
            last = number;
            ++seen;
        }
        QVERIFY2(seen < count / 2, qPrintable(QString::number(seen)));
    }

    void keepsTheStreamWarm()
    {
        m_options.limits.heartbeat = 20ms;
        start();
        RawHttpClient client = listen("a");
        QCOMPARE(client.readChunk().value_or(""), std::string("event: alive\ndata\n\n"));
        QCOMPARE(client.readChunk().value_or(""), std::string("event: alive\ndata\n\n"));
        m_hub->publish("a", "one");
        QCOMPARE(nextData(client), std::string("one"));
    }

    void noticesAClientThatGoes()
    {
        start();
        RawHttpClient client = listen("a");
        QTRY_COMPARE(m_hub->subscribers("a"), std::size_t(1));
        client.close();
        QTRY_COMPARE(m_hub->subscribers("a"), std::size_t(0));
        QTRY_COMPARE(m_server->statistics().connections, std::size_t(0));
    }

    void endsStreamsProperlyOnStop()
    {
        start();
        m_hub->publish("a", "one");
        RawHttpClient client = listen("a");
        QCOMPARE(nextData(client), std::string("one"));
        auto stopping = std::async(std::launch::async, [this] { m_server->stop(); });
        QVERIFY(!client.readChunk());
        QVERIFY(client.sawLastChunk());
        QVERIFY(client.awaitClose());
        client.close();
        stopping.get();
        QCOMPARE(m_hub->subscribers("a"), std::size_t(0));
    }

private:
    void start()
    {
        auto handler = [this](http::Request request, http::Responder respond) {
            respond(responseTo(request.path));
        };
        m_server = std::make_unique<http::Server>(m_options, handler);
        QVERIFY(m_server->listen("127.0.0.1", 0));
    }

    http::Response responseTo(const std::string &path)
    {
        if (path.starts_with("/events/"))
            return http::events(m_hub, path.substr(8));
        std::shared_ptr<http::BodySource> source;
        if (path == "/large")
            source = std::make_shared<Chunks>(1024, 64 * 1024, Step::End, &m_pulled);
        else if (path == "/failing")
            source = std::make_shared<Chunks>(3, 4, Step::Failed);
        else if (path == "/throwing")
            source = std::make_shared<Thrower>();
        else if (path == "/stillborn")
            source = std::make_shared<Chunks>(0, 0, Step::Failed);
        else
            source = std::make_shared<Chunks>(path == "/empty" ? 0 : 3, 4, Step::End);
        m_source = source;
        http::Response response = http::stream("text/csv", std::move(source));
        response.headers.set("Trailer", "X-Rows");
        return response;
    }

    RawHttpClient connect() { return RawHttpClient(m_server->port()); }

    /// A client that has read the header of the topic's stream, and its first line.
    RawHttpClient listen(const std::string &topic, const std::string &fields = {})
    {
        RawHttpClient client = connect();
        client.send(get("/events/" + topic, fields));
        const auto head = client.readUntil("\r\n\r\n").value_or("");
        const auto retry = client.readChunk().value_or("");
        if (head.find("text/event-stream") == std::string::npos || retry != "retry: 2000\n\n")
            qWarning("This is no event stream.");
        return client;
    }

    /// The data of the next event, its lines joined by "|"; comments are passed over.
    std::string nextData(RawHttpClient &client)
    {
        std::string data;
        const auto until = std::chrono::steady_clock::now() + RawHttpClient::patience;
        while (data.empty() && std::chrono::steady_clock::now() < until) {
            const auto chunk = client.readChunk();
            if (!chunk)
                return {};
            for (const QByteArray &line : QByteArray::fromStdString(*chunk).split('\n')) {
                if (line.startsWith("id: "))
                    m_lastId = line.mid(4).toStdString();
                if (line.startsWith("data: "))
                    data += (data.empty() ? "" : "|") + line.mid(6).toStdString();
            }
        }
        return data;
    }

    http::Server::Options m_options;
    std::shared_ptr<http::EventHub> m_hub;
    std::unique_ptr<http::Server> m_server;
    std::weak_ptr<http::BodySource> m_source;
    std::atomic<int> m_pulled = 0;
    std::string m_lastId;
};

VOUCH_TEST(HttpStreamTest)

} // namespace http_stream_test

#include "http_stream_test.moc"
