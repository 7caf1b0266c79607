#pragma once

#include "tests/bench/real_server.h"
#include "tests/sync/store/central_tablet.h"

#include <functional>

namespace vouch::bench {

/// Signed, compressed requests made beforehand, so that only their way is measured.
struct MadeBatches
{
    std::vector<std::vector<std::string>> requests; ///< of each kiosk in order, as on the wire
    std::size_t records = 0;
};

/// A shopper's record of the usual length, not yet closed: a score, some picks, and one in
/// twenty a comment, as shops have it.
check::Check usualCheck(const Clock &clock, const Uuid &device, std::size_t number);
/// The same, closed and behind the tablet's last one.
json::object usualRecord(test::Tablet &tablet, const Clock &clock, std::size_t number);

/// `batches` of each of so many newly enrolled kiosks; `size` says how many records the next has.
MadeBatches makeBatches(
    RealServer &server, test::ManualClock &clock, std::size_t kiosks, std::size_t batches,
    const std::function<std::size_t()> &size);

struct Sent
{
    double seconds = 0;
    std::vector<double> acknowledged; ///< milliseconds, each batch
    double bytes = 0;                 ///< of HTTP, both ways
};

/// Which batches of each kiosk.
struct Turn
{
    std::size_t first = 0;
    std::size_t count = std::size_t(-1);
};

/// Every kiosk sends one batch after the other over its own kept connection, all at once. One
/// thread plays them all and looks at no more of an answer than its status and length: what the
/// kiosks take of the processor is taken from the server. Anything but 200 ends the program.
Sent send(const MadeBatches &made, std::uint16_t port, Turn turn = {}, Wire wire = Wire::Plain);

} // namespace vouch::bench
