#include "core/storage/kiosk_store.h"
#include "sync/client/sync_client.h"
#include "tests/bench/bench_figures.h"
#include "tests/bench/made_batches.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStorageInfo>

using namespace vouch;
using namespace vouch::bench;
using storage::KioskStore;

/// How fast a kiosk's full queue reaches the server. See README.md beside this.
namespace {

constexpr std::size_t batchSize = protocol::maxChecks;

std::unique_ptr<KioskStore> openStore(const QTemporaryDir &folder, const Clock &clock)
{
    auto opened = KioskStore::open(folder.path().toStdString(), clock);
    if (!opened)
        qFatal("%s", opened.failure().text().c_str());
    return std::move(*opened);
}

template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.failure().text().c_str());
    return std::move(*result);
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", result.failure().text().c_str());
}

/// At the server's shop, as SyncClient would have done it.
Uuid enrol(KioskStore &store, RealServer &server)
{
    const auto key = must(client::signingKey(store));
    const auto code = must(server.store->makeDeviceCode("s1", "till 3"));
    const auto answer = must(server.store->enrol(
        must(protocol::decodeEnrolment(protocol::encodeEnrolment(code, "till 3", key)))));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
    must(client::saveIdentity(
        store,
        {url, answer.device, answer.token, answer.store, answer.sealingKeyId, answer.sealingKey}));
    return answer.device;
}

/// A queue of so many answers, made in memory: thousands of durable answers take minutes. Then it
/// lies on the disk.
void fill(const QTemporaryDir &disk, RealServer &server, test::ManualClock &clock, int answers)
{
    const QTemporaryDir memory(QStringLiteral("/dev/shm/vouch-XXXXXX"));
    const auto &folder = memory.isValid() ? memory : disk;
    {
        auto store = openStore(folder, clock);
        const auto device = enrol(*store, server);
        for (int i = 0; i < answers; ++i) {
            clock.advance(std::chrono::minutes(2));
            const auto check = usualCheck(clock, device, std::size_t(i));
            must(store->openCheck(check));
            must(store->complete(check.id));
            (void)must(store->close(check.id, clock.monotonicMs()));
        }
    }
    if (&folder == &memory)
        std::filesystem::copy(
            memory.path().toStdString(), disk.path().toStdString(),
            std::filesystem::copy_options::recursive);
}

void report(const char *what, double seconds, int answers, const std::vector<double> &batches)
{
    const auto spread = spreadOf(batches);
    std::printf(
        "%-40s %6.2f s   %8.0f records/s   a batch: p50 %6.1f ms   p99 %6.1f ms\n", what, seconds,
        answers / seconds, spread.median, spread.p99);
    std::fflush(stdout);
}

double drain(const QTemporaryDir &disk, const Clock &clock, int answers)
{
    const auto store = openStore(disk, clock);
    client::SyncClient kiosk(*store, clock, {});
    std::vector<double> batches;
    QElapsedTimer since, batch;
    QObject::connect(&kiosk, &client::SyncClient::outboxChanged, [&] {
        batches.push_back(double(batch.nsecsElapsed()) / 1e6);
        batch.start();
    });
    since.start();
    batch.start();
    must(kiosk.start());
    while (kiosk.state() == client::SyncState::Sending)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    const double seconds = double(since.nsecsElapsed()) / 1e9;
    if (must(store->outbox()).waiting > 0 || batches.empty())
        qFatal("the queue is not empty: %s", qPrintable(kiosk.trouble()));
    report("the kiosk drains its queue", seconds, answers, batches);
    return seconds;
}

double justSend(test::ManualClock &clock, int answers)
{
    RealServer server(clock);
    const auto made =
        makeBatches(server, clock, 1, std::size_t(answers) / batchSize, [] { return batchSize; });
    const auto sent = send(made, server.port());
    report(
        "batches made beforehand (reference)", sent.seconds, int(made.records), sent.acknowledged);
    return sent.seconds;
}

} // namespace

/// bench_drain [ANSWERS [FOLDER]]: 30,000; the databases lie in FOLDER, on a disk, or beside the
/// program.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int answers = argc > 1 ? std::max(int(batchSize), std::atoi(argv[1])) : 30000;
    const auto folder =
        argc > 2 ? QString::fromLocal8Bit(argv[2]) : QCoreApplication::applicationDirPath();
    qputenv("TMPDIR", folder.toUtf8());
    test::ManualClock clock;
    RealServer server(clock);
    const QTemporaryDir disk;
    fill(disk, server, clock, answers);
    std::printf(
        "A queue of %d answers, databases on %s, the server on the loopback\n", answers,
        QStorageInfo(folder).fileSystemType().constData());
    const auto kiosk = drain(disk, clock, answers);
    if (test::countIn(server.database(), "SELECT count(*) FROM records") != answers)
        qFatal("not everything has arrived");
    const auto reference = justSend(clock, answers);
    std::printf("%-40s %6.2f\n", "the kiosk: times the reference", kiosk / reference);
    return 0;
}
