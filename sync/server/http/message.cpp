#include "sync/server/http/message.h"

#include <boost/json.hpp>

#include <algorithm>
#include <atomic>

namespace vouch::http {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string onOneLine(std::string_view text)
{
    std::string line(text);
    for (char &c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return line;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lowered(x) == lowered(y);
    });
}

Headers::Headers(std::initializer_list<Field> fields)
{
    for (const auto &[name, value] : fields)
        add(name, value);
}

void Headers::add(std::string_view name, std::string_view value)
{
    m_fields.emplace_back(onOneLine(name), onOneLine(value));
}

void Headers::set(std::string_view name, std::string_view value)
{
    remove(name);
    add(name, value);
}

void Headers::remove(std::string_view name)
{
    std::erase_if(m_fields, [&](const Field &f) { return equalIgnoringCase(f.first, name); });
}

const std::string *Headers::find(std::string_view name) const
{
    for (const Field &field : m_fields) {
        if (equalIgnoringCase(field.first, name))
            return &field.second;
    }
    return nullptr;
}

std::string_view Headers::value(std::string_view name) const
{
    const std::string *found = find(name);
    return found ? std::string_view(*found) : std::string_view();
}

std::size_t Headers::count(std::string_view name) const
{
    return static_cast<std::size_t>(
        std::count_if(m_fields.begin(), m_fields.end(), [&](const Field &f) {
            return equalIgnoringCase(f.first, name);
        }));
}

std::optional<std::string> Request::cookie(std::string_view name) const
{
    for (const auto &[field, value] : headers) {
        if (!equalIgnoringCase(field, "cookie"))
            continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const auto end = rest.find(';');
            const std::string_view pair = trimmed(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name)
                continue;
            std::string_view content = pair.substr(equals + 1);
            if (content.size() >= 2 && content.front() == '"' && content.back() == '"')
                content = content.substr(1, content.size() - 2);
            return std::string(content);
        }
    }
    return std::nullopt;
}

Response reply(int status, std::string_view contentType, std::string body)
{
    Response response;
    response.status = status;
    response.headers.set("Content-Type", contentType);
    response.body = std::move(body);
    return response;
}

Response stream(std::string_view contentType, std::shared_ptr<BodySource> source)
{
    Response response = reply(200, contentType, {});
    response.source = std::move(source);
    return response;
}

Response events(std::shared_ptr<EventHub> hub, std::string topic)
{
    Response response = reply(200, "text/event-stream", {});
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Accel-Buffering", "no");
    response.events = EventStream{std::move(hub), std::move(topic)};
    return response;
}

Response problem(int status, std::string_view code, std::string_view detail)
{
    const boost::json::object body{
        {"type", "about:blank"}, {"title", reason(status)}, {"status", status}, {"detail", detail},
        {"code", code},
    };
    Response response =
        reply(status, "application/problem+json", boost::json::serialize(body) + "\n");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

std::string_view reason(int status)
{
    static const std::map<int, std::string_view> reasons{
        {100, "Continue"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    const auto found = reasons.find(status);
    return found == reasons.end() ? "Status" : found->second;
}

struct Responder::State
{
    explicit State(std::function<void(Response)> how)
        : deliver(std::move(how))
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (!called.exchange(true)) {
            deliver(problem(
                500, code::internal,
                "The server gave no answer to this request. Try again; if it stays so, tell "
                "whoever runs the server."));
        }
    }

    std::atomic<bool> called = false;
    std::function<void(Response)> deliver;
};

Responder::Responder(std::function<void(Response)> deliver)
    : m_state(std::make_shared<State>(std::move(deliver)))
{
}

void Responder::operator()(Response response) const
{
    if (!m_state->called.exchange(true))
        m_state->deliver(std::move(response));
}

} // namespace vouch::http
