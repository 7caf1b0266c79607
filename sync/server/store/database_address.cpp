#include "sync/server/store/database_address.h"

#include <algorithm>

namespace vouch::server {

namespace {

std::filesystem::path whole(const std::filesystem::path &path)
{
    std::error_code error;
    auto out = std::filesystem::absolute(path, error);
    return error ? path : out;
}

/// One name for one file: what lies beside it, the lock among it, must be the same by every link.
std::filesystem::path resolved(const std::filesystem::path &path)
{
    std::error_code error;
    auto out = std::filesystem::weakly_canonical(path, error);
    return error ? whole(path) : out;
}

} // namespace

DatabaseAddress::DatabaseAddress(const std::filesystem::path &file)
    : m_file(resolved(file))
    , m_keys(whole(file).parent_path() / "keys")
{
}

DatabaseAddress::DatabaseAddress(std::string url, std::filesystem::path keys)
    : m_url(std::move(url))
    , m_keys(whole(keys))
{
}

Result<DatabaseAddress>
DatabaseAddress::parse(const std::string &text, const std::filesystem::path &keys)
{
    constexpr std::string_view scheme = "sqlite:";
    if (text.empty())
        return Failure{
            "database-missing",
            "Say which database: sqlite:FILE, or postgresql://USER@HOST/NAME.",
            {}};
    if (text.starts_with("postgresql://") || text.starts_with("postgres://")) {
        if (keys.empty())
            return Failure{
                "keys-missing",
                "Say where the chain's secret keys lie, which are in no database: --keys FOLDER, "
                "or VOUCH_KEYS.",
                withoutPassword(text)};
        return DatabaseAddress(text, keys);
    }
    const bool isFile = text.starts_with(scheme) || text.find("://") == text.npos;
    const auto file = text.starts_with(scheme) ? text.substr(scheme.size()) : text;
    if (!isFile || file.empty())
        return Failure{
            "database-unsupported",
            "A database is written sqlite:FILE, or postgresql://USER@HOST/NAME.",
            withoutPassword(text)};
    return DatabaseAddress(std::filesystem::path(file));
}

std::string DatabaseAddress::shown() const
{
    return isPostgresql() ? withoutPassword(m_url) : m_file.string();
}

std::string withoutPassword(const std::string &url)
{
    auto out = url;
    const auto start = out.find("://");
    const auto from = start == out.npos ? 0 : start + 3;
    const auto end = std::min(out.find_first_of("/?", from), out.size());
    const auto at = out.rfind('@', end);
    const auto colon = out.find(':', from);
    if (at != out.npos && at >= from && colon != out.npos && colon < at)
        out.erase(colon, at - colon);
    for (const std::string name : {"password=", "sslpassword="})
        for (auto found = out.find(name); found != out.npos; found = out.find(name, found + 1)) {
            const auto value = found + name.size();
            const auto length = std::min(out.find('&', value), out.size()) - value;
            out.replace(value, length, "");
        }
    return out;
}

} // namespace vouch::server
