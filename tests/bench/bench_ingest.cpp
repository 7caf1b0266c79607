#include "sync/protocol/compression.h"
#include "sync/server/store/ingest.h"
#include "tests/bench/bare_minimum.h"
#include "tests/bench/bench_figures.h"
#include "tests/bench/made_batches.h"

#include <QStorageInfo>

#include <ctime>

using namespace vouch;
using namespace vouch::bench;

/// How many records a second vouch-central takes in durably over HTTP. See README.md beside this.
namespace {

/// Of this thread, on a processor: what else runs on the machine takes nothing away.
double cpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// One line: so many kiosks at once with batches of this size.
void measure(
    std::size_t kiosks, std::size_t batches, const char *sizes,
    const std::function<std::size_t()> &size)
{
    test::ManualClock clock;
    const QTemporaryDir beside;
    RealServer server(clock);
    const auto made = makeBatches(server, clock, kiosks, batches, size);
    const auto sent = send(made, server.port());
    const auto stored = test::countIn(server.database(), "SELECT count(*) FROM records");
    if (stored != std::int64_t(made.records))
        qFatal("%zu records were sent, %lld are stored", made.records, (long long)stored);
    const auto bare = bareMinimum(
        server.database(), beside.filePath(QStringLiteral("bare.db")).toStdString(),
        server.commits());
    const auto acknowledged = spreadOf(sent.acknowledged);
    std::printf(
        "%6zu  %-6s  %7zu  %9.0f/s  %7.1f  %9.0f/s  %5.2f  %8.1f %8.1f\n", kiosks, sizes,
        made.records, double(made.records) / sent.seconds,
        double(made.records) / double(server.commits()), double(made.records) / bare,
        bare / sent.seconds, acknowledged.median, acknowledged.p99);
    std::fflush(stdout);
}

/// What one record costs in each step of its way, one thread, in microseconds of its processor.
void measureSteps()
{
    test::ManualClock clock;
    RealServer server(clock);
    test::Tablet tablet(clock, *server.store);
    std::vector<json::object> records;
    std::vector<protocol::SealedCheck> sealed;
    for (std::size_t i = 0; i < 500; ++i) {
        clock.advance(std::chrono::seconds(1));
        records.push_back(usualRecord(tablet, clock, i));
        sealed.push_back(
            {std::string(view(records[i].at("hash").as_string())),
             canonicalJson(records[i]).value()});
    }
    const auto text = protocol::encodeBatch(tablet.batch({}), sealed, tablet.key);
    const auto body = protocol::compress(text, protocol::Encoding::Zstd).value();
    const auto batch = protocol::decodeBatch(text).value();
    server::DeviceStores stores;
    stores.places["s1"] = {1, TimeZone::utc()};
    const auto step = [](const char *what, const auto &work) {
        constexpr int rounds = 40;
        const auto since = cpuSeconds();
        for (int i = 0; i < rounds; ++i)
            work();
        std::printf("  %-44s %6.2f us\n", what, (cpuSeconds() - since) * 1e6 / (rounds * 500));
    };
    std::printf(
        "\nSteps of a batch of 500 (%zu bytes, %zu compressed), one thread, per record:\n",
        text.size(), body.size());
    step("inflate", [&] {
        (void)protocol::decompress(body, protocol::Encoding::Zstd, protocol::maxBodyBytes);
    });
    step("read the batch", [&] { (void)protocol::decodeBatch(text); });
    step("verify the signature", [&] { (void)verifySignature(batch, tablet.key.publicKey); });
    step("judge the records (canonical form, hash)", [&] {
        for (const auto &record : batch.checks)
            (void)server::judge(record, tablet.device.id, stores, 0, clock.now());
    });
    step("  of that: canonical form", [&] {
        for (const auto &record : batch.checks)
            (void)canonicalJson(record);
    });
    step("  of that: members", [&] {
        for (const auto &record : batch.checks)
            (void)check::fromJson(record);
    });
    step("  of that: hash and digests", [&] {
        for (const auto &record : batch.checks)
            (void)check::verify(record);
    });
}

} // namespace

/// bench_ingest [FOLDER]: where the databases lie, on a disk; beside the program unless told.
int main(int argc, char **argv)
{
    const auto folder =
        argc > 1
            ? QString::fromLocal8Bit(argv[1])
            : QString::fromStdString(std::filesystem::absolute(argv[0]).parent_path().string());
    qputenv("TMPDIR", folder.toUtf8());
    std::printf(
        "Durable ingest over HTTP, databases on %s. Bare: the same rows by one prepared INSERT.\n"
        "kiosks  batch   records     ingest    a commit      bare    ratio   p50 ms   p99 ms\n",
        QStorageInfo(folder).fileSystemType().constData());
    for (const std::size_t kiosks : {1, 16, 64})
        measure(kiosks, 128 / std::min<std::size_t>(kiosks, 32), "500", [] { return 500; });
    std::uint32_t state = 1;
    const auto small = [&state]() -> std::size_t {
        state = state * 1664525 + 1013904223;
        return 1 + (state >> 16) % 20;
    };
    for (const std::size_t kiosks : {1, 16, 64})
        measure(kiosks, 1600 / kiosks, "1-20", small);
    measureSteps();
    return 0;
}
