#include "app/central/server_log.h"

#include "app/central/command.h"
#include "core/base/clock.h"
#include "core/base/json.h"

#include <algorithm>
#include <cstdio>

namespace vouch::central {

namespace {

std::string_view toText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    return "";
}

/// A value of logfmt: quoted where it needs to be, one line always.
std::string logfmtValue(std::string_view value)
{
    const bool isPlain = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return c > ' ' && c != '"' && c != '=' && c != '\\' && c != 0x7f;
    });
    if (isPlain)
        return std::string(value);
    std::string out = "\"";
    for (const char c : printable(value)) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::string milliseconds(double seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", seconds * 1000);
    return text;
}

} // namespace

std::optional<LogFormat> logFormatFrom(std::string_view word)
{
    if (word == "text")
        return LogFormat::Text;
    if (word == "json")
        return LogFormat::Json;
    return std::nullopt;
}

std::optional<LogLevel> logLevelFrom(std::string_view word)
{
    for (const auto level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        if (word == toText(level))
            return level;
    return std::nullopt;
}

ServerLog::ServerLog(std::ostream &out, LogFormat format, LogLevel least)
    : m_out(out)
    , m_format(format)
    , m_least(least)
{
}

void ServerLog::write(
    LogLevel level, std::string_view message, const std::vector<Field> &fields) const
{
    if (level < m_least)
        return;
    const auto now = formatUtc(SystemClock().now());
    std::string line;
    if (m_format == LogFormat::Json) {
        json::object object{
            {"time", now}, {"level", toText(level)}, {"message", printable(message)}};
        for (const auto &[name, value] : fields)
            object[name] = printable(value);
        line = json::serialize(object);
    } else {
        line = "time=" + now + " level=" + std::string(toText(level)) +
               " message=" + logfmtValue(message);
        for (const auto &[name, value] : fields)
            line += " " + std::string(name) + "=" + logfmtValue(value);
    }
    const std::lock_guard lock(m_mutex);
    m_out << line << std::endl;
}

void ServerLog::write(const server::Handled &request) const
{
    const auto level = request.status >= 500   ? LogLevel::Error
                       : request.status >= 400 ? LogLevel::Info
                                               : LogLevel::Debug;
    if (level < m_least)
        return;
    write(
        level, "request",
        {{"id", request.id},
         {"method", request.route.empty() ? std::string("none") : request.method},
         {"route", request.route.empty() ? std::string("none") : request.route},
         {"status", std::to_string(request.status)},
         {"ms", milliseconds(request.seconds)}});
}

} // namespace vouch::central
