#pragma once

#include "core/base/json.h"

#include <functional>

namespace vouch::central {

/// Takes a long result piece by piece; a failure ends it.
using Sink = std::function<Result<void>(std::string_view piece)>;

/// What the administration commands ask for, whoever carries it out: this process on its own
/// database (LocalAdministration), or the server that has the database open, over its socket
/// (SocketAdministration). The same command runs with both.
///
/// A request is {"do": "store-add", …}; local_administration.cpp lists the requests and their
/// members. Not thread-safe.
class Administration
{
public:
    virtual ~Administration() = default;

    /// What the request gives, or why it was not done. Long results come in
    /// pieces, and empty pieces say that long work goes on.
    virtual Result<json::object> perform(const json::object &request, const Sink &sink) = 0;

    Result<json::object> perform(const json::object &request)
    {
        return perform(request, [](std::string_view) { return Result<void>(); });
    }
};

} // namespace vouch::central
