#pragma once

#include "core/base/result.h"

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::http {

class EventHub;

/// The codes of the problems that the library reports by itself.
namespace code {
inline constexpr std::string_view headerTooLarge = "header-too-large";
inline constexpr std::string_view bodyTooLarge = "body-too-large";
inline constexpr std::string_view requestMalformed = "request-malformed";
inline constexpr std::string_view timeout = "timeout";
inline constexpr std::string_view overloaded = "overloaded";
inline constexpr std::string_view internal = "internal";
inline constexpr std::string_view notFound = "not-found";
inline constexpr std::string_view methodNotAllowed = "method-not-allowed";
} // namespace code

/// Header fields in the order in which they were added; names compare without regard to case.
class Headers
{
public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields);

    /// Control characters become spaces, so that no value can start a line of its own.
    void add(std::string_view name, std::string_view value);
    /// Replaces every field of that name.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);

    /// The first field of that name, or null.
    const std::string *find(std::string_view name) const;
    /// The first field of that name, or "".
    std::string_view value(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }

private:
    std::vector<Field> m_fields;
};

/// ASCII only.
bool equalIgnoringCase(std::string_view a, std::string_view b);

using Parameters = std::map<std::string, std::string, std::less<>>;

struct Request
{
    std::string method;
    /// As it was sent: "/stores/a%20b?from=1".
    std::string target;
    /// Decoded, begins with "/"; holds no NUL, no "." or ".." segment and no encoded slash.
    std::string path;
    /// Decoded; in a query "+" is a space.
    Parameters query;
    /// What the `{name}` parts of the route's pattern stand for.
    Parameters parameters;
    Headers headers;
    std::string body;
    /// The address of the other end of the connection, without its port.
    std::string peer;
    bool secure = false;

    /// The value of that name in the Cookie header, without quotes.
    std::optional<std::string> cookie(std::string_view name) const;
};

/// Sets path and query from target. Failure `request-malformed`: a target that is neither "/…" nor
/// "http://host/…", a broken percent escape, text that is not UTF-8, a parameter given twice.
Result<void> parseTarget(Request &request);

/// A body made piece by piece, for what is too large to be held. next() and trailers() run on the
/// server's workers, one call at a time, and next() only after the socket took the previous piece.
/// Destroyed on any of the server's threads, perhaps before the end was reached.
class BodySource
{
public:
    enum class Step {
        /// `chunk` holds the next piece.
        Chunk,
        /// There is no more; trailers() is asked for.
        End,
        /// The body cannot be finished: the connection is cut, visibly to the client.
        Failed,
    };

    virtual ~BodySource() = default;
    virtual Step next(std::string &chunk) = 0;
    /// The fields sent after the body; name them in the response's `Trailer` header. A client of
    /// HTTP/1.0 does not get them.
    virtual Headers trailers() { return {}; }
};

/// The newest event of `topic` at once, then each newest one, until either end stops.
struct EventStream
{
    std::shared_ptr<EventHub> hub;
    std::string topic;
};

/// The server adds Date, Content-Length, Transfer-Encoding and Connection by itself.
struct Response
{
    int status = 200;
    Headers headers;
    /// Unused if `source` or `events` is set.
    std::string body;
    std::shared_ptr<BodySource> source;
    std::optional<EventStream> events;
};

Response reply(int status, std::string_view contentType, std::string body);
Response stream(std::string_view contentType, std::shared_ptr<BodySource> source);
Response events(std::shared_ptr<EventHub> hub, std::string topic);
/// application/problem+json; `detail` tells a person what to do.
Response problem(int status, std::string_view code, std::string_view detail);

/// "Not Found" for 404.
std::string_view reason(int status);

/// Takes the one response to a request, from any thread, now or later. Copies answer the same
/// request; the first call counts, later ones do nothing. If the last copy goes uncalled, the
/// response is 500.
class Responder
{
public:
    /// `deliver` is called exactly once.
    explicit Responder(std::function<void(Response)> deliver);

    void operator()(Response response) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

using Handler = std::function<void(Request, Responder)>;

} // namespace vouch::http
