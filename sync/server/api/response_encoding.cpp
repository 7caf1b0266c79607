#include "sync/server/api/response_encoding.h"

#include <algorithm>
#include <cstdlib>

namespace vouch::server {

namespace {

using protocol::Encoding;

/// Below it the headers cost as much as compressing saves.
constexpr std::size_t smallest = 1024;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "gzip;q=0" is not taken.
bool isTaken(std::string_view parameters)
{
    const auto at = parameters.find("q=");
    return at == parameters.npos ||
           std::strtod(std::string(parameters.substr(at + 2)).c_str(), nullptr) > 0;
}

bool isText(std::string_view contentType)
{
    if (contentType.starts_with("text/event-stream"))
        return false;
    return contentType.starts_with("text/") || contentType.starts_with("application/json") ||
           contentType.starts_with("application/problem+json") ||
           contentType.starts_with("application/x-ndjson") ||
           contentType.starts_with("application/jsonl") ||
           contentType.starts_with("application/xml") || contentType.starts_with("image/svg+xml");
}

class EncodedBody : public http::BodySource
{
public:
    EncodedBody(
        std::shared_ptr<http::BodySource> content, std::unique_ptr<protocol::Compressor> compressor)
        : m_content(std::move(content))
        , m_compressor(std::move(compressor))
    {
    }

    /// Takes pieces of the content until some bytes come of them.
    Step next(std::string &chunk) override
    {
        chunk.clear();
        while (chunk.empty()) {
            if (m_isOver)
                return Step::End;
            std::string piece;
            const auto step = m_content->next(piece);
            if (step == Step::Failed)
                return step;
            m_isOver = step == Step::End;
            if (!m_compressor->put(m_isOver ? std::string_view() : piece, m_isOver, chunk))
                return Step::Failed;
        }
        return Step::Chunk;
    }

    http::Headers trailers() override { return m_content->trailers(); }

private:
    std::shared_ptr<http::BodySource> m_content;
    std::unique_ptr<protocol::Compressor> m_compressor;
    bool m_isOver = false;
};

/// False leaves the response as it was: a body that cannot be compressed now goes out plainly.
bool compressBody(http::Response &response, Encoding encoding)
{
    if (response.source) {
        auto compressor = protocol::Compressor::make(encoding);
        if (!compressor)
            return false;
        response.source =
            std::make_shared<EncodedBody>(std::move(response.source), std::move(*compressor));
        return true;
    }
    if (response.body.size() < smallest)
        return false;
    auto compressed = protocol::compress(response.body, encoding);
    if (!compressed || compressed->size() >= response.body.size())
        return false;
    response.body = std::move(*compressed);
    return true;
}

} // namespace

Encoding acceptedEncoding(std::string_view acceptEncoding)
{
    bool takesGzip = false;
    while (!acceptEncoding.empty()) {
        const auto end = acceptEncoding.find(',');
        const auto each = acceptEncoding.substr(0, end);
        acceptEncoding =
            end == acceptEncoding.npos ? std::string_view() : acceptEncoding.substr(end + 1);
        const auto semicolon = each.find(';');
        const auto name = trimmed(each.substr(0, semicolon));
        if (semicolon != each.npos && !isTaken(each.substr(semicolon)))
            continue;
        if (http::equalIgnoringCase(name, "zstd"))
            return Encoding::Zstd;
        takesGzip = takesGzip || http::equalIgnoringCase(name, "gzip");
    }
    return takesGzip ? Encoding::Gzip : Encoding::Identity;
}

http::Response encodedFor(std::string_view acceptEncoding, http::Response response)
{
    const bool mayBe = !response.events && !response.headers.find("Content-Encoding") &&
                       isText(response.headers.value("Content-Type"));
    const bool hasTag = !response.headers.value("ETag").empty();
    if (mayBe || hasTag)
        response.headers.add("Vary", "Accept-Encoding");
    const auto encoding = acceptedEncoding(acceptEncoding);
    if (!mayBe || encoding == Encoding::Identity || !compressBody(response, encoding))
        return response;
    response.headers.set("Content-Encoding", protocol::toText(encoding));
    const std::string tag(response.headers.value("ETag"));
    if (hasTag && !tag.starts_with("W/"))
        response.headers.set("ETag", "W/" + tag);
    return response;
}

} // namespace vouch::server
