#include "sync/server/http/message.h"

namespace vouch::http {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// How many bytes the UTF-8 sequence at the start of `text` has; 0 if there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool surrogate = first == 0xed && byte(1) > 0x9f;
    const bool beyond = first == 0xf4 && byte(1) > 0x8f;
    return overlong || surrogate || beyond ? 0 : length;
}

bool isCleanText(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = text.front() == '\0' ? 0 : sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

enum class Part { Path, Query };

std::optional<std::string> decoded(std::string_view text, Part part)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && part == Part::Query) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = digit(text[i + 1]);
            const int low = digit(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            const char c = static_cast<char>(high * 16 + low);
            if (c == '/' && part == Part::Path)
                return std::nullopt;
            out += c;
            i += 2;
        }
    }
    if (!isCleanText(out))
        return std::nullopt;
    return out;
}

bool hasDotSegment(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        if (segment == "." || segment == "..")
            return true;
        path.remove_prefix(segment.size());
    }
    return false;
}

Failure malformed(std::string_view where, std::string message)
{
    return {std::string(code::requestMalformed), std::move(message), std::string(where)};
}

Result<void> parseQuery(std::string_view text, Parameters &query)
{
    while (!text.empty()) {
        const auto end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        const auto name = decoded(pair.substr(0, equals), Part::Query);
        const auto value = decoded(
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1),
            Part::Query);
        if (!name || !value) {
            return malformed(
                "query", "A parameter of the query is not percent-encoded UTF-8. Encode it.");
        }
        if (!query.emplace(*name, *value).second) {
            return malformed(
                "query", "The parameter \"" + *name + "\" is there twice. Give it once.");
        }
    }
    return {};
}

/// What follows the scheme and the host of an absolute target; the target itself if it has none.
std::string_view originForm(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (equalIgnoringCase(target.substr(0, scheme.size()), scheme)) {
            const auto slash = target.find_first_of("/?", scheme.size());
            return slash == std::string_view::npos ? "/" : target.substr(slash);
        }
    }
    return target;
}

} // namespace

Result<void> parseTarget(Request &request)
{
    const std::string_view target = originForm(request.target);
    if (target.empty() || target.front() != '/')
        return malformed("target", "The request's target must begin with \"/\".");
    const auto mark = target.find('?');
    auto path = decoded(target.substr(0, mark), Part::Path);
    if (!path || hasDotSegment(*path)) {
        return malformed(
            "path",
            "The path is not percent-encoded UTF-8, or it holds \".\", \"..\" or an encoded "
            "slash. Send the plain path.");
    }
    request.path = std::move(*path);
    request.query.clear();
    if (mark == std::string_view::npos)
        return {};
    return parseQuery(target.substr(mark + 1), request.query);
}

} // namespace vouch::http
