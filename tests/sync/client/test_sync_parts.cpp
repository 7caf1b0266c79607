#include "sync/client/backoff.h"
#include "sync/client/identity.h"
#include "sync/client/sync_state.h"
#include "tests/support/suite.h"

#include <QTest>

namespace test_sync_parts {

using namespace vouch;
using namespace vouch::client;
using namespace std::chrono_literals;

class TestSyncParts : public QObject
{
    Q_OBJECT

private slots:
    void delaysGrowToALimitAndAreSpread()
    {
        std::vector<std::uint32_t> spans;
        Backoff backoff(1000ms, 60000ms, [&](std::uint32_t bound) {
            spans.push_back(bound);
            return bound - 1;
        });
        const std::vector<std::chrono::milliseconds> expected{1000ms,  2000ms,  4000ms,  8000ms,
                                                              16000ms, 32000ms, 60000ms, 60000ms};
        for (const auto delay : expected)
            QCOMPARE(backoff.nextDelay(), delay);
        QCOMPARE(spans.front(), 501u);
        QCOMPARE(spans.back(), 59501u);
        backoff.reset();
        QCOMPARE(backoff.nextDelay(), 1000ms);

        Backoff least(1000ms, 60000ms, [](std::uint32_t) { return 0; });
        for (int i = 0; i < 100; ++i)
            QCOMPARE(least.nextDelay(), 500ms);
    }

    void theFlowIsTheTable()
    {
        using S = SyncState;
        using E = SyncEvent;
        QCOMPARE(next(S::NotEnrolled, E::RecordsWaiting), S::NotEnrolled);
        QCOMPARE(next(S::NotEnrolled, E::EnrolStarted), S::Enrolling);
        QCOMPARE(next(S::Enrolling, E::EnrolFailed), S::NotEnrolled);
        QCOMPARE(next(S::Enrolling, E::Enrolled), S::Idle);
        QCOMPARE(next(S::Idle, E::RecordsWaiting), S::Sending);
        QCOMPARE(next(S::Sending, E::BatchTaken), S::Sending);
        QCOMPARE(next(S::Sending, E::OutboxEmpty), S::Idle);
        QCOMPARE(next(S::Sending, E::TryFailed), S::Waiting);
        QCOMPARE(next(S::Sending, E::ShutOut), S::Refused);
        QCOMPARE(next(S::Sending, E::EnrolStarted), S::Sending);
        QCOMPARE(next(S::Waiting, E::RecordsWaiting), S::Waiting);
        QCOMPARE(next(S::Waiting, E::RetryDue), S::Sending);
        QCOMPARE(next(S::Refused, E::RetryDue), S::Sending);
        QCOMPARE(next(S::Refused, E::EnrolStarted), S::Enrolling);
    }

    void onlySafeAddressesAreTaken_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("code");
        QTest::newRow("https") << "https://vouch.example"
                               << "";
        QTest::newRow("https, port and path") << "https://vouch.example:8443/v"
                                              << "";
        QTest::newRow("loopback") << "http://127.0.0.1:8080"
                                  << "";
        QTest::newRow("loopback 6") << "http://[::1]:8080"
                                    << "";
        QTest::newRow("localhost") << "http://localhost:8080"
                                   << "";
        QTest::newRow("http elsewhere") << "http://vouch.example"
                                        << "server-url-unsafe";
        QTest::newRow("looks like loopback") << "http://127.0.0.1.example"
                                             << "server-url-unsafe";
        QTest::newRow("lan") << "http://192.168.1.4"
                             << "server-url-unsafe";
        QTest::newRow("no scheme") << "vouch.example"
                                   << "server-url-malformed";
        QTest::newRow("file") << "file:///etc/passwd"
                              << "server-url-malformed";
        QTest::newRow("password") << "https://a:b@vouch.example"
                                  << "server-url-malformed";
        QTest::newRow("empty") << ""
                               << "server-url-malformed";
    }
    void onlySafeAddressesAreTaken()
    {
        QFETCH(QString, address);
        QFETCH(QString, code);
        const auto url = serverUrl(address);
        QCOMPARE(url.ok() ? QString() : QString::fromStdString(url.failure().code), code);
    }
};

VOUCH_TEST(TestSyncParts)

} // namespace test_sync_parts

#include "test_sync_parts.moc"
