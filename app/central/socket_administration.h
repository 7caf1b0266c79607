#pragma once

#include "app/central/administration.h"
#include "app/central/line_channel.h"

#include <memory>

namespace vouch::central {

/// Has requests carried out by the running server, each over a connection of its own. On the socket
/// a request is a line; what comes back are lines {"piece": "…"} and at last {"result": {…}} or
/// {"failure": {…}}.
class SocketAdministration : public Administration
{
public:
    /// Failures `path-too-long`, `server-absent`.
    static Result<std::unique_ptr<SocketAdministration>>
    connect(const std::filesystem::path &socket);

    using Administration::perform;
    Result<json::object> perform(const json::object &request, const Sink &sink) override;

private:
    using Channel = std::unique_ptr<LineChannel>;

    SocketAdministration(std::string path, Channel next)
        : m_path(std::move(path))
        , m_next(std::move(next))
    {
    }
    static Result<Channel> open(const std::string &path);

    std::string m_path;
    Channel m_next; ///< what showed that the server is there serves the first request
};

} // namespace vouch::central
