#pragma once

#include <functional>
#include <string>

namespace vouch::server {

/// What became of one request, for the log and the figures. It says nothing of who asked, from
/// where, and what was in it.
struct Handled
{
    std::string id; ///< also in the answer's X-Request-Id
    std::string method;
    std::string route; ///< the pattern, without what stood in its place; empty: there is none
    int status = 0;
    double seconds = 0;
};

/// From any thread; must neither block nor throw.
using Observe = std::function<void(const Handled &)>;

} // namespace vouch::server
