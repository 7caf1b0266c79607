#include "sync/protocol/compression.h"
#include "sync/server/store/ingest.h"
#include "tests/bench/bare_minimum.h"
#include "tests/bench/bare_postgresql.h"
#include "tests/bench/bench_figures.h"
#include "tests/bench/made_batches.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <unistd.h>

#include <algorithm>
#include <ctime>

using namespace vouch;
using namespace vouch::bench;

/// How many records a second vouch-central takes in durably over HTTP. See README.md beside this.
namespace {

double cpuSeconds(clockid_t of)
{
    timespec now{};
    ::clock_gettime(of, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// Of the processes of PostgreSQL on this machine, this program's and any other.
double postgresqlCpuSeconds()
{
    double ticks = 0;
    for (const auto &name : QDir("/proc").entryList({"[0-9]*"}, QDir::Dirs)) {
        QFile file("/proc/" + name + "/stat");
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto stat = file.readAll();
        const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (stat.contains("(postgres)") && fields.size() > 12)
            ticks += fields[11].toDouble() + fields[12].toDouble();
    }
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

/// Everything, indexes and counters too.
double storedBytes(const server::DatabaseAddress &database)
{
    return double(test::countIn(
        database, database.isPostgresql()
                      ? "SELECT pg_database_size(current_database()) - "
                        "coalesce(sum(pg_total_relation_size(oid)), 0)::bigint "
                        "FROM pg_class WHERE relname LIKE 'bare\\_%' AND relkind = 'r'"
                      : "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
}

double medianOf(const std::vector<double> &values)
{
    return spreadOf(values).median;
}

/// What the rounds of a line gave, for each record.
struct Rounds
{
    std::vector<double> ingest, ingestCpu; ///< microseconds, of the clock and of a processor
    std::vector<double> acknowledged;      ///< milliseconds, each batch
    std::vector<double> wire;              ///< bytes
};

/// The same rows written with nothing else done, on the engine of the server.
struct Bare
{
    const char *name;
    /// Writes what came in since the last time; seconds.
    std::function<double(std::size_t commits)> write;
    std::vector<double> time{}, cpu{}; ///< as of Rounds
    std::vector<double> ratio{}; ///< how many times it fits into ingest, so that 1 is as quick
};

struct Line
{
    std::string name; ///< "kiosks/batch", as in the first column
    std::size_t kiosks = 0;
    std::size_t batches = 0; ///< of each kiosk in a round
    std::function<std::size_t()> size;
    Wire wire = Wire::Plain;
};

constexpr std::size_t rounds = 5;

std::vector<Bare> baresOf(const server::DatabaseAddress &database, const QTemporaryDir &beside)
{
    if (database.isPostgresql()) {
        const auto inserts = [&](const char *name, BareInserts::Wait wait) -> Bare {
            return {
                name, [to = std::make_shared<BareInserts>(database.url(), wait)](
                          std::size_t commits) { return to->write(commits); }};
        };
        return {
            inserts("INSERT", BareInserts::Wait::Row),
            inserts("INSERT, pipeline", BareInserts::Wait::Transaction),
            {"COPY", [to = std::make_shared<BareCopy>(database.url())](std::size_t) {
                 return to->write();
             }}};
    }
    const auto file = beside.filePath(QStringLiteral("bare.db")).toStdString();
    return {
        {"INSERT", [to = std::make_shared<BareMinimum>(database.file(), file)](
                       std::size_t commits) { return to->write(commits); }}};
}

/// They take turns, so that what else the machine does meets all alike.
void takeTurn(
    RealServer &server, std::vector<Bare> &bares, const MadeBatches &made, Turn turn, Wire wire,
    Rounds &out)
{
    const auto count = [&] {
        return test::countIn(server.database(), "SELECT count(*) FROM records");
    };
    const auto cpuNow = [] {
        return cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) + postgresqlCpuSeconds();
    };
    const auto before = count();
    const auto commits = server.commits();
    const auto cpu = cpuNow();
    const auto sent = send(made, server.port(), turn, wire);
    const auto cpuThen = cpuNow();
    const auto records = double(count() - before);
    out.ingest.push_back(sent.seconds * 1e6 / records);
    out.ingestCpu.push_back((cpuThen - cpu) * 1e6 / records);
    out.wire.push_back(sent.bytes / records);
    out.acknowledged.insert(
        out.acknowledged.end(), sent.acknowledged.begin(), sent.acknowledged.end());
    const auto taken = server.commits() - commits;
    for (auto &bare : bares) {
        const auto cpuBefore = cpuNow();
        const auto seconds = bare.write(taken);
        bare.cpu.push_back((cpuNow() - cpuBefore) * 1e6 / records);
        bare.time.push_back(seconds * 1e6 / records);
        bare.ratio.push_back(seconds / sent.seconds);
    }
}

void print(const Bare &bare)
{
    const auto [least, greatest] = std::minmax_element(bare.ratio.begin(), bare.ratio.end());
    std::printf(
        "  %-16s %8.0f/s %5.2f (%.2f-%.2f) %27.1f\n", bare.name, 1e6 / medianOf(bare.time),
        medianOf(bare.ratio), *least, *greatest, medianOf(bare.cpu));
}

void measure(const Line &line)
{
    test::ManualClock clock;
    const QTemporaryDir beside;
    RealServer server(clock, line.wire);
    const auto made = makeBatches(server, clock, line.kiosks, line.batches * rounds, line.size);
    const auto empty = storedBytes(server.database());
    auto bares = baresOf(server.database(), beside);
    Rounds found;
    for (std::size_t round = 0; round < rounds; ++round)
        takeTurn(server, bares, made, {round * line.batches, line.batches}, line.wire, found);
    const auto stored = test::countIn(server.database(), "SELECT count(*) FROM records");
    if (stored != std::int64_t(made.records))
        qFatal("%zu records were sent, %lld are stored", made.records, (long long)stored);
    const auto disk = (storedBytes(server.database()) - empty) / double(made.records);
    const auto acknowledged = spreadOf(found.acknowledged);
    std::printf(
        "%-10s %7zu %8.0f/s %8.1f a commit %8.1f %7.1f %7.1f %6.0f %6.0f\n", line.name.c_str(),
        made.records, 1e6 / medianOf(found.ingest), double(made.records) / double(server.commits()),
        acknowledged.median, acknowledged.p99, medianOf(found.ingestCpu), medianOf(found.wire),
        disk);
    for (const auto &bare : bares)
        print(bare);
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
        constexpr int times = 40;
        const auto since = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        for (int i = 0; i < times; ++i)
            work();
        std::printf(
            "  %-44s %6.2f us\n", what,
            (cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - since) * 1e6 / (times * 500));
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
            (void)server::judge(record, tablet.device.id, stores, {}, clock.now());
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

std::vector<Line> allLines()
{
    std::vector<Line> out;
    for (const std::size_t kiosks : {1, 16, 64})
        out.push_back(
            {std::to_string(kiosks) + "/500", kiosks, kiosks == 1 ? std::size_t(40) : 160 / kiosks,
             [] { return 500; }});
    const auto small = [state = std::uint32_t(1)]() mutable -> std::size_t {
        state = state * 1664525 + 1013904223;
        return 1 + (state >> 16) % 20;
    };
    for (const std::size_t kiosks : {1, 16, 64})
        out.push_back({std::to_string(kiosks) + "/1-20", kiosks, 640 / kiosks, small});
    // As shops do: each answer travels when it is given.
    out.push_back({"16/1", 16, 100, [] { return 1; }});
    for (const std::size_t like : {0, 1, 2, 6}) {
        auto line = out[like];
        line.name += " TLS";
        line.wire = Wire::Tls;
        out.push_back(std::move(line));
    }
    return out;
}

} // namespace

/// bench_ingest [FOLDER [LINE]]: where the databases lie, on a disk, beside the program unless
/// told; and only the line of that name, or "steps". With VOUCH_TEST_POSTGRESQL=durable on
/// PostgreSQL.
int main(int argc, char **argv)
{
    const auto folder =
        argc > 1
            ? QString::fromLocal8Bit(argv[1])
            : QString::fromStdString(std::filesystem::absolute(argv[0]).parent_path().string());
    qputenv("TMPDIR", folder.toUtf8());
    std::printf(
        "Durable ingest over HTTP, databases on %s. Below each line the same rows written bare,\n"
        "INSERT in as many commits; and how many times that fits into ingest, least to greatest.\n"
        "Medians of %zu rounds in turn. CPU: microseconds a record, clients included. Bytes: of\n"
        "HTTP both ways, and of the database, a record.\n"
        "kiosks/                                        acknowledged ms  CPU us      bytes\n"
        "batch      records     ingest                      p50     p99           wire   disk\n",
        QStorageInfo(folder).fileSystemType().constData(), rounds);
    for (const auto &line : allLines()) {
        if (argc < 3 || line.name == argv[2])
            measure(line);
    }
    if (argc < 3 || std::string_view(argv[2]) == "steps")
        measureSteps();
    return 0;
}
