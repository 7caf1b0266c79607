#include "tests/fuzz/fuzz_chain.h"

#include <algorithm>
#include <future>

using namespace vouch;
using fuzz::require;

/// Any request at the whole API, as whoever may call what it names: the first line is
/// "METHOD /target", then come header fields, an empty line and the body.
namespace {

constexpr std::size_t mostPieces = 64;

std::string_view upTo(std::string_view &rest, char sign)
{
    const auto out = rest.substr(0, rest.find(sign));
    rest.remove_prefix(std::min(out.size() + 1, rest.size()));
    return out;
}

http::Request requestIn(std::string_view text)
{
    http::Request out;
    out.method = upTo(text, ' ');
    out.target = upTo(text, '\n');
    for (auto line = upTo(text, '\n'); !line.empty(); line = upTo(text, '\n')) {
        const auto name = upTo(line, ':');
        out.headers.add(name, line);
    }
    out.body = text;
    out.peer = "127.0.0.1";
    return out;
}

using Credentials = std::vector<http::Headers::Field>;

std::vector<Credentials> everyone(const fuzz::Chain &chain)
{
    return {
        {{"Cookie", "vouch_session=" + chain.session.token},
         {std::string(server::csrfHeader), chain.session.csrf}},
        {{"Authorization", "Bearer " + chain.token}},
        {{"Authorization", "Bearer " + chain.tablet->token}},
        {}};
}

/// Pieces of a long body, as far as they fit.
std::string drained(const http::Response &response)
{
    auto out = response.body;
    for (std::size_t pieces = 0; response.source && pieces < mostPieces; ++pieces) {
        std::string piece;
        const auto step = response.source->next(piece);
        require(step != http::BodySource::Step::Failed, "a body that was begun is finished");
        if (step == http::BodySource::Step::End)
            break;
        out += piece;
    }
    return out;
}

http::Response answerTo(const fuzz::Chain &chain, const http::Request &request)
{
    auto answered = std::make_shared<std::promise<http::Response>>();
    auto answer = answered->get_future();
    chain.router().handler()(request, http::Responder([answered](http::Response response) {
                                 answered->set_value(std::move(response));
                             }));
    return answer.get();
}

void lookAt(const http::Response &response)
{
    require(response.status >= 200 && response.status < 600, "a status is one");
    require(response.status != 500, "no request is the server's own fault");
    const auto body = drained(response);
    const auto type = response.headers.value("Content-Type");
    const bool isPlain = !response.headers.find("Content-Encoding") && !response.source;
    if (!isPlain || type.find("json") == type.npos || body.empty())
        return;
    const auto read = parseJson(body);
    require(bool(read), "what is called JSON is JSON");
    if (type != "application/problem+json")
        return;
    const auto *problem = read->if_object();
    require(
        problem && findString(*problem, "code") && findString(*problem, "detail"),
        "a problem has a code and says what to do");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static fuzz::Chain chain;
    auto request = requestIn(fuzz::view(data, size));
    const bool isMethod = std::all_of(
        request.method.begin(), request.method.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isMethod || !http::parseTarget(request))
        return 0;
    for (const auto &credentials : everyone(chain)) {
        auto asked = request;
        for (const auto &[name, value] : credentials)
            asked.headers.set(name, value);
        const auto response = answerTo(chain, asked);
        lookAt(response);
        if (response.status == 401 || response.status == 403)
            continue;
        if (response.status < 300 && request.method != "GET" && request.method != "HEAD")
            chain.restore();
        break;
    }
    return 0;
}
