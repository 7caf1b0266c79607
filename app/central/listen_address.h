#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace vouch::central {

/// Where a server listens: "127.0.0.1:8080", "[::1]:8080"; port 0 is any free one.
struct ListenAddress
{
    std::string host; ///< without brackets
    std::uint16_t port = 0;

    /// Failure `listen-malformed`.
    static Result<ListenAddress> parse(const std::string &text);

    /// Only programs on this machine can reach it.
    bool isLoopback() const;
    /// "http://[::1]:8080".
    std::string url(bool secure, std::uint16_t actualPort) const;
};

} // namespace vouch::central
