#pragma once

#include "core/base/json.h"

#include <filesystem>

namespace vouch::central {

/// A Unix socket that carries one JSON object a line. Owns the descriptor. Not thread-safe.
class LineChannel
{
public:
    explicit LineChannel(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    LineChannel(const LineChannel &) = delete;
    LineChannel &operator=(const LineChannel &) = delete;
    ~LineChannel();

    /// Failure `channel-closed`, also when the other end takes or gives nothing for too long.
    Result<void> send(const json::object &message);
    /// Failures `channel-closed`, `json-malformed`.
    Result<json::object> receive();

private:
    int m_descriptor;
    std::string m_buffer; ///< received, not yet a whole line
};

/// A socket's path as the system wants it. Failure `path-too-long`.
Result<std::string> socketPath(const std::filesystem::path &path);

} // namespace vouch::central
