#pragma once

#include "sync/server/api/handled.h"

#include <functional>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vouch::central {

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

std::optional<LogFormat> logFormatFrom(std::string_view word);
std::optional<LogLevel> logLevelFrom(std::string_view word);

/// The server's log: one line an event, as logfmt ("text") or JSON, with its time, level and
/// message. It never holds a body, a token, a query, an address, a name of a person, or what a
/// shopper wrote. Safe from any thread.
class ServerLog
{
public:
    using Field = std::pair<std::string_view, std::string>;

    /// `out` outlives this.
    ServerLog(std::ostream &out, LogFormat format, LogLevel least);

    void
    write(LogLevel level, std::string_view message, const std::vector<Field> &fields = {}) const;
    /// At debug when it went well, else by its status.
    void write(const server::Handled &request) const;

private:
    std::ostream &m_out;
    const LogFormat m_format;
    const LogLevel m_least;
    mutable std::mutex m_mutex;
};

} // namespace vouch::central
