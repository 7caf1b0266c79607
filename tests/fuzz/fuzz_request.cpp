#include "sync/server/http/request_reader.h"
#include "tests/fuzz/fuzz_support.h"

#include <algorithm>

using namespace vouch;
using namespace vouch::http;
using fuzz::require;

/// Any bytes as what a client sends: the guard in front of every endpoint.
namespace {

constexpr std::uint64_t most = 4096;

struct Reading
{
    RequestReader::State state = RequestReader::State::Header;
    std::size_t used = 0;
    std::string told; ///< the request, or the refusal
};

std::string gist(Request &request)
{
    std::string out = request.method + " " + request.path + "\n";
    for (const auto &[name, value] : request.query)
        out += name + "=" + value + "\n";
    for (const auto &[name, value] : request.headers)
        out += name + ": " + value + "\n";
    return out + "\n" + request.body;
}

/// Offers at first `step` bytes, then as many more each time that nothing is taken.
Reading readInSteps(std::string_view bytes, std::size_t step)
{
    using State = RequestReader::State;
    static const Limits limits;
    RequestReader reader(limits);
    Reading out;
    bool limited = false;
    std::size_t there = std::min(step, bytes.size());
    while (reader.state() == State::Header || reader.state() == State::Body) {
        if (reader.state() == State::Body && !limited) {
            limited = true;
            reader.limitBody(most);
            continue;
        }
        const auto offered = there - out.used;
        const auto used = offered > 0 ? reader.put(bytes.data() + out.used, offered) : 0;
        require(used <= offered, "no more is taken than there is");
        out.used += used;
        if (used == 0 && there == bytes.size())
            break;
        if (used == 0)
            there = std::min(there + step, bytes.size());
    }
    out.state = reader.state();
    if (out.state == State::Done)
        out.told = gist(reader.request());
    if (out.state == State::Failed)
        out.told = std::to_string(reader.failure().status);
    return out;
}

bool isClean(const Request &request)
{
    const auto &path = request.path;
    return !path.empty() && path.front() == '/' && path.find('\0') == path.npos &&
           path.find("/../") == path.npos && path.find("/./") == path.npos &&
           !path.ends_with("/..") && !path.ends_with("/.");
}

void readTarget(std::string_view bytes)
{
    Request request;
    request.target = bytes;
    if (const auto read = parseTarget(request); read)
        require(isClean(request), "a path has no NUL and no dots");
    else
        fuzz::requireTold(read.failure());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = fuzz::view(data, size);
    readTarget(bytes);
    if (size == 0)
        return 0;
    const auto whole = readInSteps(bytes, size);
    const auto pieces = readInSteps(bytes, 1 + data[size - 1] % 97);
    using State = RequestReader::State;
    // What is wrong may be seen later in pieces; what is a request may not depend on them.
    require(
        (whole.state == State::Done) == (pieces.state == State::Done),
        "how the bytes are cut changes nothing");
    if (whole.state == State::Done)
        require(
            whole.told == pieces.told && whole.used == pieces.used,
            "a request says the same and ends where it ends");
    if (whole.state == State::Failed) {
        const auto status = std::stoi(whole.told);
        require(status >= 400 && status < 500, "a refusal is the client's fault");
    }
    return 0;
}
