#include "tests/support/suite.h"

#include "central_program.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

namespace test_central_stop {

using namespace vouch;
using namespace vouch::test;

/// The server ended in the middle of its work: what it acknowledged is there afterwards.
class TestCentralStop : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();
    void idleConnectionsDoNotHoldIt();
};

namespace {

constexpr int batchSize = 20;
constexpr std::size_t enoughChecks = 400; ///< acknowledged before the server is ended

/// Sends batch after batch until the server does not answer any more.
void sendUntilTheEnd(
    std::uint16_t port, WireTablet &tablet, std::set<std::string> &acknowledged,
    std::atomic<std::size_t> &count)
{
    RawHttpClient client(port);
    for (;;) {
        const auto ids = tablet.sendChecks(client, batchSize);
        if (ids.empty())
            return;
        acknowledged.insert(ids.begin(), ids.end());
        count += ids.size();
    }
}

} // namespace

void TestCentralStop::nothingAcknowledgedIsLost_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("SIGTERM") << false;
    QTest::newRow("kill -9") << true;
}

void TestCentralStop::nothingAcknowledgedIsLost()
{
    QFETCH(bool, killed);
    CentralProgram central(VOUCH_CENTRAL);
    QCOMPARE(central.run({"store", "add", "--id", "s1", "--name", "One"}).code, 0);
    const SystemClock clock;
    std::vector<WireTablet> tablets;
    std::vector<QByteArray> codes;
    for (int i = 0; i < 3; ++i) {
        tablets.emplace_back(clock);
        codes.push_back(central.run({"device", "code", "--store", "s1"}).output.trimmed());
    }
    QVERIFY(central.serve());
    for (std::size_t i = 0; i < tablets.size(); ++i)
        QVERIFY(tablets[i].enrol(central.port, codes[i].toStdString()));

    std::vector<std::set<std::string>> acknowledged(tablets.size());
    std::atomic<std::size_t> count = 0;
    std::vector<std::thread> senders;
    for (std::size_t i = 0; i < tablets.size(); ++i)
        senders.emplace_back(
            sendUntilTheEnd, central.port, std::ref(tablets[i]), std::ref(acknowledged[i]),
            std::ref(count));
    const bool busy = QTest::qWaitFor([&] { return count >= enoughChecks; }, 60'000);
    int code = 0;
    if (killed)
        central.kill();
    else
        code = central.stop();
    for (auto &sender : senders)
        sender.join();
    QVERIFY(busy);
    QCOMPARE(code, 0);

    QVERIFY(central.serve());
    const auto file = central.path("all.jsonl");
    QCOMPARE(central.run({"export", "--format", "jsonl", "--out", file}).code, 0);
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadOnly));
    const auto content = out.readAll();
    std::size_t rows = static_cast<std::size_t>(content.count('\n'));
    QVERIFY(rows >= count);
    for (const auto &ids : acknowledged) {
        for (const auto &id : ids)
            QVERIFY2(content.count(("\"id\":\"" + id + "\"").c_str()) == 1, id.c_str());
    }
    QCOMPARE(central.run({"verify"}).code, 0);
    QCOMPARE(central.stop(), 0);
}

void TestCentralStop::idleConnectionsDoNotHoldIt()
{
    CentralProgram central(VOUCH_CENTRAL);
    QVERIFY(central.serve());
    RawHttpClient silent(central.port);
    RawHttpClient half(central.port);
    half.send("GET /healthz HTT");
    QCOMPARE(central.stop(), 0);
    QVERIFY(silent.awaitClose());
}

VOUCH_TEST(TestCentralStop)

} // namespace test_central_stop

#include "test_central_stop.moc"
