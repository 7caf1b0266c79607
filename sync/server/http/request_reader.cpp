#include "sync/server/http/request_reader.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>

namespace vouch::http {

namespace beast = boost::beast;

namespace {

/// A line of a chunked body that is still not whole after so many bytes is no chunk's head.
constexpr std::size_t maxUnusedBody = 64 * 1024;

bool isNumber(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

class RequestReader::Parser : public beast::http::request_parser<beast::http::string_body>
{
};

RequestReader::RequestReader(const Limits &limits)
    : m_limits(limits)
    , m_parser(std::make_unique<Parser>())
{
    m_parser->header_limit(static_cast<std::uint32_t>(limits.header));
    m_parser->body_limit(boost::none);
}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::put(const char *data, std::size_t size)
{
    beast::error_code error;
    const bool inHeader = m_state == State::Header;
    const std::size_t used = m_parser->put(boost::asio::buffer(data, size), error);
    if (inHeader) {
        m_headerSize += used;
        const std::size_t pending = m_parser->is_header_done() ? 0 : size - used;
        if (m_headerSize + pending > m_limits.header)
            error = beast::http::error::header_limit;
    } else if (error == beast::http::error::need_more && size - used > maxUnusedBody) {
        error = beast::http::error::bad_chunk;
    }

    if (error == beast::http::error::header_limit) {
        fail(
            431, code::headerTooLarge,
            "The header is larger than " + std::to_string(m_limits.header) +
                " bytes. Send fewer or shorter fields.");
    } else if (error == beast::http::error::body_limit) {
        fail(413, code::bodyTooLarge, "The body is larger than this address takes. Send less.");
    } else if (error && error != beast::http::error::need_more) {
        failMalformed("This is not valid HTTP/1.1: " + error.message() + ".");
    } else if (inHeader && m_parser->is_header_done()) {
        finishHeader();
    } else if (!inHeader && m_parser->is_done()) {
        m_request.body = std::move(m_parser->get().body());
        m_state = State::Done;
    }
    return used;
}

void RequestReader::limitBody(std::uint64_t limit)
{
    const auto length = m_parser->content_length();
    if (length && *length > limit) {
        fail(
            413, code::bodyTooLarge,
            "The body has " + std::to_string(*length) + " bytes, this address takes " +
                std::to_string(limit) + ". Send less.");
        return;
    }
    m_parser->body_limit(limit);
    m_parser->eager(true);
}

/// The guard against request smuggling, and what the rest needs to know about the header. Fields
/// after a chunked body never get into the request.
void RequestReader::finishHeader()
{
    const auto &message = m_parser->get();
    m_version11 = message.version() == 11;
    m_keepsAlive = message.keep_alive();
    m_request.method = std::string(message.method_string());
    m_request.target = std::string(message.target());
    for (const auto &field : message) {
        const auto name = field.name_string();
        const auto value = field.value();
        m_request.headers.add({name.data(), name.size()}, {value.data(), value.size()});
    }

    const Headers &headers = m_request.headers;
    if (m_request.target.size() > m_limits.target) {
        return fail(
            414, code::headerTooLarge,
            "The address is longer than " + std::to_string(m_limits.target) + " bytes.");
    }
    const std::size_t hosts = headers.count("host");
    if (hosts > 1 || (m_version11 && hosts == 0))
        return failMalformed("Send exactly one Host field.");
    const std::size_t lengths = headers.count("content-length");
    if (lengths > 1 || (lengths == 1 && !isNumber(headers.value("content-length"))))
        return failMalformed("Send one Content-Length, a number.");
    const std::size_t encodings = headers.count("transfer-encoding");
    if (encodings > 0 && (encodings > 1 || lengths > 0 || !m_version11 ||
                          !equalIgnoringCase(headers.value("transfer-encoding"), "chunked"))) {
        return failMalformed("The only Transfer-Encoding taken is \"chunked\", in HTTP/1.1, "
                             "without a Content-Length.");
    }
    if (const std::string *expect = headers.find("expect"); expect && m_version11) {
        if (!equalIgnoringCase(*expect, "100-continue"))
            return fail(417, code::requestMalformed, "The only Expect taken is 100-continue.");
        m_expectsContinue = true;
    }
    if (const Result<void> target = parseTarget(m_request); !target)
        return failMalformed(target.failure().message);
    m_state = m_parser->is_done() ? State::Done : State::Body;
}

void RequestReader::fail(int status, std::string_view code, std::string_view detail)
{
    m_failure = problem(status, code, detail);
    m_state = State::Failed;
}

void RequestReader::failMalformed(std::string_view detail)
{
    fail(400, code::requestMalformed, detail);
}

} // namespace vouch::http
