#include "sync/server/http/router.h"
#include "sync/server/http/server.h"
#include "tests/fuzz/fuzz_support.h"
#include "tests/sync/http/raw_http_client.h"

using namespace vouch;
using namespace vouch::http;
using fuzz::require;

/// Any bytes on a connection to the real server: it answers in well-formed responses, closes, and
/// is there for the next one.
namespace {

constexpr std::string_view health = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

Router router()
{
    Router out;
    out.add("GET", "/health", [](const Request &, Responder respond) {
        respond(reply(200, "text/plain", "ok"));
    });
    out.add("POST", "/echo/{name}", [](const Request &request, Responder respond) {
        respond(reply(200, "text/plain", request.parameters.begin()->second + request.body));
    });
    return out;
}

class Target
{
public:
    Target()
        : m_server(options(), router().handler())
    {
        require(bool(m_server.listen("127.0.0.1", 0)), "the server listens");
    }

    std::uint16_t port() const { return m_server.port(); }

private:
    static Server::Options options()
    {
        Server::Options out;
        out.ioThreads = 1;
        out.workers = 1;
        out.limits.body = 4096;
        out.limits.drain = 64 * 1024;
        return out;
    }

    Server m_server;
};

/// How many responses there are in what the server sent.
int responses(std::string_view bytes)
{
    int count = 0;
    while (!bytes.empty()) {
        require(bytes.starts_with("HTTP/1."), "every response begins as one");
        const auto end = bytes.find("\r\n\r\n");
        require(end != bytes.npos, "every response has a whole header");
        const auto head = bytes.substr(0, end);
        bytes.remove_prefix(end + 4);
        ++count;
        if (head.substr(9, 3) == "100")
            continue;
        const auto length = head.find("Content-Length: ");
        if (length == head.npos)
            continue;
        const auto size = std::stoul(std::string(head.substr(length + 16, 12)));
        // Of a HEAD request there is the header only.
        if (bytes.size() >= size && !bytes.starts_with("HTTP/1."))
            bytes.remove_prefix(size);
    }
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static Target target;
    test::RawHttpClient client(target.port());
    require(client.isConnected(), "the server takes connections");
    client.send(std::string(fuzz::view(data, size)));
    client.shutdownSending();
    require(client.awaitClose() || client.wasReset(), "the connection ends");
    if (!client.wasReset())
        responses(client.bytes());
    static unsigned number = 0;
    if (++number % 64 == 0) {
        test::RawHttpClient another(target.port());
        const auto answer = another.exchange(std::string(health));
        require(answer.status == 200 && answer.body == "ok", "the server is still there");
    }
    return 0;
}
