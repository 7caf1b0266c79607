#pragma once

#include "app/central/administration.h"
#include "app/central/line_channel.h"

#include <memory>

namespace vouch::central {

/// Has one request carried out by the running server; a further one needs a new connection. On the
/// socket a request is a line; what comes back are lines {"piece": "…"} and at last {"result": {…}}
/// or {"failure": {…}}.
class SocketAdministration : public Administration
{
public:
    /// Failures `path-too-long`, `server-absent`.
    static Result<std::unique_ptr<SocketAdministration>>
    connect(const std::filesystem::path &socket);
    explicit SocketAdministration(int descriptor)
        : m_channel(descriptor)
    {
    }

    using Administration::perform;
    Result<json::object> perform(const json::object &request, const Sink &sink) override;

private:
    LineChannel m_channel;
};

} // namespace vouch::central
