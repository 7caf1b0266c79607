#include "tests/bench/bench_figures.h"
#include "tests/bench/made_batches.h"

#include <QProcess>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <ctime>

using namespace vouch;
using namespace vouch::bench;
using SteadyTime = std::chrono::steady_clock;

/// How fast a table of responses leaves the server, beside sqlite3 on the same table. See README.md
/// beside this.
namespace {

constexpr std::size_t kiosks = 20;

double secondsSince(SteadyTime::time_point since)
{
    return std::chrono::duration<double>(SteadyTime::now() - since).count();
}

/// Through Store::ingest, 500 records a batch, as kiosks send them.
void fill(RealServer &server, test::ManualClock &clock, std::size_t records)
{
    std::vector<test::Tablet> tablets;
    for (std::size_t i = 0; i < kiosks; ++i)
        tablets.emplace_back(clock, *server.store);
    for (std::size_t made = 0; made < records;) {
        auto &tablet = tablets[made / 500 % kiosks];
        std::vector<json::object> batch;
        for (std::size_t i = 0; i < 500 && made < records; ++i, ++made) {
            clock.advance(std::chrono::milliseconds(40));
            batch.push_back(usualRecord(tablet, clock, made));
        }
        if (!server.store->ingest(tablet.device, tablet.batch(std::move(batch))))
            qFatal("a batch was not taken");
    }
}

std::string exporter(server::Store &store)
{
    server::User user;
    user.name = "bench";
    user.role = server::Role::Admin;
    user.everywhere = user.mayExport = true;
    user.passwordHash = "$none";
    (void)store.addUser(user);
    return store.makeApiToken({"bench", "bench", {server::TokenScope::Export}}).value().secret;
}

/// A member of /proc/self/status in KiB.
double statusOf(const char *member)
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(member))
            return std::strtod(line.c_str() + std::strlen(member) + 1, nullptr);
    return 0;
}

struct Taken
{
    double seconds = 0;
    double bytes = 0;
    double growth = 0; ///< MiB of resident memory at its highest, over before
};

/// The whole answer, looked at no further than its first and last bytes.
Taken take(std::uint16_t port, const std::string &target, const std::string &token)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("could not connect");
    const auto request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                         "Authorization: Bearer " + token + "\r\n\r\n";
    const auto before = Memory::now().resident;
    std::ofstream("/proc/self/clear_refs") << 5; // the highest counts from here on
    Taken out;
    const auto since = SteadyTime::now();
    if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) != ssize_t(request.size()))
        qFatal("could not send");
    static std::array<char, 256 * 1024> buffer;
    std::string head, tail;
    for (;;) {
        const auto count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            break;
        const std::string_view piece(buffer.data(), std::size_t(count));
        if (head.empty())
            head = piece.substr(0, 20);
        tail = piece.substr(piece.size() > 200 ? piece.size() - 200 : 0);
        out.bytes += double(count);
    }
    out.seconds = secondsSince(since);
    out.growth = (statusOf("VmHWM") - before) / 1024;
    ::close(socket);
    if (!head.starts_with("HTTP/1.1 200") || tail.find("X-Vouch-Rows: ") == tail.npos)
        qFatal("the export did not come whole: %s … %s", head.c_str(), tail.c_str());
    return out;
}

/// What the engine's own tool, the sqlite3 of the system or psql, takes to write a table as CSV.
double takeByEngine(
    const server::DatabaseAddress &database, const char *sqliteSelect, const char *copiedSelect)
{
    QProcess tool;
    tool.setStandardOutputFile(QProcess::nullDevice());
    const auto since = SteadyTime::now();
    if (database.isPostgresql())
        tool.start(
            "psql", {"-qX", "-c", QString("COPY (%1) TO STDOUT (FORMAT csv)").arg(copiedSelect),
                     QString::fromStdString(database.url())});
    else
        tool.start(
            "sqlite3",
            {"-readonly", "-csv", QString::fromStdString(database.file().string()), sqliteSelect});
    if (!tool.waitForFinished(-1) || tool.exitCode() != 0)
        qFatal("the engine's tool: %s", tool.readAllStandardError().constData());
    return secondsSince(since);
}

constexpr const char *wholeTable = "SELECT number, hex(id), hex(hash), chain, sequence, store, "
                                   "measure, score, marked, day, hour, received_at, "
                                   "clock_error_ms, CAST(canonical AS TEXT) FROM records";
// What somebody would write to get the columns of our export.
constexpr const char *sameColumns =
    "SELECT j ->> 'id', j ->> 'store', s.name, s.region, j ->> 'device', j ->> 'touchpoint', "
    "j ->> 'kind', j ->> 'checklist', j ->> 'version', j ->> 'series', j ->> 'language', "
    "date(r.day * 86400, 'unixepoch'), r.hour, j ->> 'opened_at', j ->> 'closed_at', "
    "j ->> 'utc_offset_minutes', j ->> 'state', r.score, j ->> 'items', j ->> 'marks', r.marked, "
    "r.received_at, r.clock_error_ms, j ->> 'chain', r.sequence, j ->> 'hash' FROM (SELECT *, "
    "CAST(canonical AS TEXT) AS j FROM records) r JOIN stores s ON s.key = r.store";
constexpr const char *copiedTable =
    "SELECT number, encode(id, 'hex'), encode(hash, 'hex'), chain, sequence, store, measure, "
    "score, marked, day, hour, received_at, clock_error_ms, convert_from(canonical, 'UTF8') "
    "FROM records";
constexpr const char *copiedColumns =
    "SELECT j ->> 'id', j ->> 'store', s.name, s.region, j ->> 'device', j ->> 'touchpoint', "
    "j ->> 'kind', j ->> 'checklist', j ->> 'version', j ->> 'series', j ->> 'language', "
    "to_timestamp(r.day * 86400)::date, r.hour, j ->> 'opened_at', j ->> 'closed_at', "
    "j ->> 'utc_offset_minutes', j ->> 'state', r.score, j ->> 'items', j ->> 'marks', r.marked, "
    "r.received_at, r.clock_error_ms, j ->> 'chain', r.sequence, j ->> 'hash' FROM (SELECT *, "
    "convert_from(canonical, 'UTF8')::json AS j FROM records) r JOIN stores s ON s.key = r.store";

} // namespace

/// bench_export [RECORDS [ROUNDS]]
int main(int argc, char **argv)
{
    const std::size_t records = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    if (qEnvironmentVariableIsEmpty("TMPDIR"))
        qputenv("TMPDIR", std::filesystem::absolute(argv[0]).parent_path().c_str());
    test::ManualClock clock;
    RealServer server(clock);
    const auto since = SteadyTime::now();
    fill(server, clock, records);
    const auto token = exporter(*server.store);
    std::printf("%zu records, made in %.0f s\n", records, secondsSince(since));
    const auto database = server.database();
    std::printf(
        "%-34s %9s %9s %9s %12s %15s\n", "", "seconds", "us/row", "MB/s", "growth MiB",
        "reference/ours");
    for (int round = 0; round < rounds; ++round) {
        const auto table = takeByEngine(database, wholeTable, copiedTable);
        const auto columns = takeByEngine(database, sameColumns, copiedColumns);
        const auto print = [&](const char *name, const Taken &taken, double reference) {
            std::printf(
                "%-34s %9.2f %9.2f %9.0f %12.1f %15.2f\n", name, taken.seconds,
                taken.seconds * 1e6 / double(records), taken.bytes / taken.seconds / 1e6,
                taken.growth, reference / taken.seconds);
        };
        print(
            database.isPostgresql() ? "COPY, the table" : "sqlite3 -csv, the table", {table, 0, 0},
            table);
        print(
            database.isPostgresql() ? "COPY, our columns" : "sqlite3 -csv, our columns",
            {columns, 0, 0}, columns);
        print("export.csv / the table", take(server.port(), "/api/v1/export.csv", token), table);
        print(
            "export.csv / our columns", take(server.port(), "/api/v1/export.csv", token), columns);
        print(
            "export.jsonl / the table", take(server.port(), "/api/v1/export.jsonl", token), table);
        std::fflush(stdout);
    }
    const auto book = take(server.port(), "/api/v1/export.xlsx", token);
    std::printf("%-34s %9.2f s %9.1f MiB growth\n", "export.xlsx", book.seconds, book.growth);
    return 0;
}
