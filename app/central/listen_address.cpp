#include "app/central/listen_address.h"

#include <charconv>

namespace vouch::central {

Result<ListenAddress> ListenAddress::parse(const std::string &text)
{
    const Failure failure{
        "listen-malformed", "Write an address and a port: 127.0.0.1:8080 or [::1]:8080.", text};
    const auto colon = text.rfind(':');
    if (colon == text.npos || colon == 0)
        return failure;
    ListenAddress out;
    out.host = text.substr(0, colon);
    if (out.host.front() == '[' && out.host.back() == ']')
        out.host = out.host.substr(1, out.host.size() - 2);
    else if (out.host.find(':') != out.host.npos)
        return failure;
    const auto *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, out.port);
    if (error != std::errc() || stop != end || out.host.empty())
        return failure;
    return out;
}

bool ListenAddress::isLoopback() const
{
    return host == "::1" || host.starts_with("127.");
}

std::string ListenAddress::url(bool secure, std::uint16_t actualPort) const
{
    const bool bracketed = host.find(':') != host.npos;
    return (secure ? "https://" : "http://") + (bracketed ? "[" + host + "]" : host) + ":" +
           std::to_string(actualPort);
}

} // namespace vouch::central
