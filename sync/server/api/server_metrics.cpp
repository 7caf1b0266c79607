#include "sync/server/api/server_metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <sys/resource.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <limits>
#include <mutex>

namespace vouch::server {

namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;

const Histogram::BucketBoundaries secondsBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                 0.25,  0.5,    1,     2.5,  5,     10};

double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double openFiles()
{
    std::error_code error;
    double count = 0;
    for (std::filesystem::directory_iterator each("/proc/self/fd", error), end;
         !error && each != end; each.increment(error))
        ++count;
    return count;
}

double mostFiles()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? static_cast<double>(limit.rlim_cur) : 0;
}

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// To what another source counts by itself.
void raise(Counter &counter, double value)
{
    if (value > counter.Value())
        counter.Increment(value - counter.Value());
}

} // namespace

struct ServerMetrics::Families
{
    prometheus::Registry registry;
    std::mutex reading;

    Family<Counter> &counters(const char *name, const char *help)
    {
        return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
    }
    Gauge &gauge(const char *name, const char *help)
    {
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }
    Counter &counter(const char *name, const char *help) { return counters(name, help).Add({}); }

    Family<Counter> &requests =
        counters("vouch_http_requests_total", "Requests answered, by route pattern and status.");
    Family<Histogram> &seconds = prometheus::BuildHistogram()
                                     .Name("vouch_http_request_seconds")
                                     .Help("From the whole request to its answer.")
                                     .Register(registry);
    Family<Counter> &records = counters("vouch_ingest_records_total", "Records, by outcome.");
    Counter &overloaded = counter(
        "vouch_http_overloaded_total", "Connections and requests turned away: too many at once.");
    Counter &timeouts =
        counter("vouch_http_timeouts_total", "Connections closed because the peer was too slow.");
    Gauge &connections = gauge("vouch_http_connections", "Connections that are open.");
    Gauge &listeners = gauge("vouch_event_listeners", "Event streams that are open.");
    Gauge &queued = gauge("vouch_writer_queue_jobs", "Jobs that wait for the writer.");
    Gauge &mostQueued = gauge("vouch_writer_queue_limit_jobs", "Jobs that may wait.");
    Gauge &databaseBytes = gauge("vouch_database_bytes", "Size of the database.");
    Gauge &walBytes = gauge("vouch_database_wal_bytes", "Size of SQLite's write-ahead log.");
    Gauge &diskFree = gauge("vouch_disk_free_bytes", "Free on the disk of the data.");
    Gauge &devices = gauge("vouch_devices", "Tablets that are not revoked.");
    Family<Gauge> &seen = prometheus::BuildGauge()
                              .Name("vouch_devices_seen")
                              .Help("Tablets that were heard from within so long.")
                              .Register(registry);
    Gauge &seenHour = seen.Add({{"within", "1h"}});
    Gauge &seenDay = seen.Add({{"within", "24h"}});
    Gauge &seenWeek = seen.Add({{"within", "7d"}});
    Counter &cpu = counter("process_cpu_seconds_total", "CPU time of user and system.");
    Gauge &resident = gauge("process_resident_memory_bytes", "Resident memory.");
    Gauge &files = gauge("process_open_fds", "Open file descriptors.");
    Gauge &maxFiles = gauge("process_max_fds", "File descriptors that may be open.");
    Gauge &started = gauge("process_start_time_seconds", "Start of the process, Unix time.");
};

ServerMetrics::ServerMetrics(const std::string &version)
    : m_families(std::make_unique<Families>())
{
    m_families->started.Set(static_cast<double>(std::time(nullptr)));
    prometheus::BuildGauge()
        .Name("vouch_build_info")
        .Help("Always 1; its label says which version runs.")
        .Register(m_families->registry)
        .Add({{"version", version}})
        .Set(1);
    for (const auto status : {"accepted", "duplicate", "conflict", "rejected"})
        m_families->records.Add({{"outcome", status}});
}

ServerMetrics::~ServerMetrics() = default;

void ServerMetrics::handled(const Handled &request)
{
    const auto route = request.route.empty() ? std::string("none") : request.route;
    m_families->requests
        .Add(
            {{"method", request.route.empty() ? std::string("any") : request.method},
             {"route", route},
             {"status", std::to_string(request.status)}})
        .Increment();
    m_families->seconds.Add({{"route", route}}, secondsBuckets).Observe(request.seconds);
}

void ServerMetrics::ingested(const protocol::BatchAnswer &answer)
{
    for (const auto &result : answer.results)
        m_families->records.Add({{"outcome", std::string(toText(result.status))}}).Increment();
}

std::string ServerMetrics::text(const Now &now)
{
    auto &all = *m_families;
    const std::lock_guard lock(all.reading);
    const auto number = [](auto value) { return static_cast<double>(value); };
    raise(all.overloaded, number(now.http.overloaded));
    raise(all.timeouts, number(now.http.timeouts));
    all.connections.Set(number(now.http.connections));
    all.listeners.Set(number(now.listeners));
    all.queued.Set(number(now.store.queued));
    all.mostQueued.Set(number(now.store.mostQueued));
    all.databaseBytes.Set(number(now.store.databaseBytes));
    all.walBytes.Set(number(now.store.walBytes));
    all.diskFree.Set(
        now.store.diskFreeBytes ? number(*now.store.diskFreeBytes)
                                : std::numeric_limits<double>::quiet_NaN());
    all.devices.Set(number(now.store.devices));
    all.seenHour.Set(number(now.store.seenWithinHour));
    all.seenDay.Set(number(now.store.seenWithinDay));
    all.seenWeek.Set(number(now.store.seenWithinWeek));
    raise(all.cpu, cpuSeconds());
    all.resident.Set(residentBytes());
    all.files.Set(openFiles());
    all.maxFiles.Set(mostFiles());
    return prometheus::TextSerializer().Serialize(all.registry.Collect());
}

} // namespace vouch::server
