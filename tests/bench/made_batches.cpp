#include "tests/bench/made_batches.h"

#include "core/base/json.h"
#include "sync/protocol/compression.h"
#include "tests/sync/http/raw_http_client.h"

#include <latch>
#include <mutex>
#include <thread>

namespace vouch::bench {

using test::Tablet;
using SteadyTime = std::chrono::steady_clock;

namespace {

std::string onTheWire(const Tablet &tablet, const std::vector<json::object> &records)
{
    std::vector<protocol::SealedCheck> sealed;
    for (const auto &record : records)
        sealed.push_back(
            {std::string(view(record.at("hash").as_string())), canonicalJson(record).value()});
    const auto body =
        protocol::compress(
            protocol::encodeBatch(tablet.batch({}), sealed, tablet.key), protocol::Encoding::Zstd)
            .value();
    return "POST /api/v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
           tablet.token +
           "\r\nContent-Type: application/json\r\nContent-Encoding: zstd\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

double milliseconds(SteadyTime::time_point since)
{
    return std::chrono::duration<double, std::milli>(SteadyTime::now() - since).count();
}

} // namespace

check::Check usualCheck(const Clock &clock, const Uuid &device, std::size_t number)
{
    auto check = test::sampleCheck(clock, static_cast<int>(number * 7 % 11), device);
    check.items.push_back(
        {"liked",
         std::string(check::item_type::choices),
         json::array{"staff", "prices"},
         {},
         {},
         0});
    if (number % 5 == 0) {
        check::Item comment{
            "comment",
            std::string(check::item_type::text),
            "The staff at the till were friendly, but the queue was long.",
            {},
            {},
            0};
        check.items.push_back(check::withDigest(std::move(comment)).value());
    }
    return check;
}

json::object usualRecord(Tablet &tablet, const Clock &clock, std::size_t number)
{
    auto check = usualCheck(clock, tablet.device.id, number);
    check.state = check::State::Completed;
    return tablet.chained(std::move(check));
}

MadeBatches makeBatches(
    RealServer &server, test::ManualClock &clock, std::size_t kiosks, std::size_t batches,
    const std::function<std::size_t()> &size)
{
    MadeBatches out;
    std::vector<Tablet> tablets;
    for (std::size_t i = 0; i < kiosks; ++i)
        tablets.emplace_back(clock, *server.store);
    out.requests.resize(kiosks);
    for (std::size_t batch = 0; batch < batches; ++batch) {
        for (std::size_t i = 0; i < kiosks; ++i) {
            std::vector<json::object> records;
            for (auto left = size(); left > 0; --left) {
                clock.advance(std::chrono::milliseconds(40));
                records.push_back(usualRecord(tablets[i], clock, out.records++));
            }
            out.requests[i].push_back(onTheWire(tablets[i], records));
        }
    }
    return out;
}

Sent send(const MadeBatches &made, std::uint16_t port)
{
    Sent out;
    std::mutex mutex;
    std::latch ready(static_cast<std::ptrdiff_t>(made.requests.size()) + 1);
    std::vector<std::thread> kiosks;
    for (const auto &requests : made.requests) {
        kiosks.emplace_back([&, port] {
            test::RawHttpClient client(port);
            std::vector<double> took;
            ready.arrive_and_wait();
            for (const auto &request : requests) {
                const auto since = SteadyTime::now();
                const auto answer = client.exchange(request);
                took.push_back(milliseconds(since));
                if (answer.status != 200)
                    qFatal("a batch was answered with %d %s", answer.status, answer.body.c_str());
            }
            const std::lock_guard lock(mutex);
            out.acknowledged.insert(out.acknowledged.end(), took.begin(), took.end());
        });
    }
    ready.arrive_and_wait();
    const auto since = SteadyTime::now();
    for (auto &kiosk : kiosks)
        kiosk.join();
    out.seconds = milliseconds(since) / 1000;
    return out;
}

} // namespace vouch::bench
