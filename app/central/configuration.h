#pragma once

#include "app/central/listen_address.h"
#include "app/central/server_log.h"
#include "sync/server/api/token_buckets.h"
#include "sync/server/http/server.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vouch::central {

/// One thing that can be configured: `key` in a file, --key on the command line, VOUCH_KEY in the
/// environment.
struct Setting
{
    std::string_view key;
    std::string_view byItself; ///< its value when nobody says one
    std::string_view description;
};
const std::vector<Setting> &allSettings();

/// "VOUCH_TLS_CERT" of "tls-cert".
std::string environmentName(std::string_view key);

/// Every setting with its value and where that comes from: the command line, else the environment,
/// else the file, else its default.
class Configuration
{
public:
    struct Value
    {
        std::string text;
        std::string source; ///< "--listen", "VOUCH_LISTEN", "/etc/vouch/central.conf", "default"
    };
    using Given = std::map<std::string, std::string, std::less<>>;

    /// `given` is what the command line says by key; `file` may be empty.
    static Configuration load(const Given &given, const std::string &file);

    const Value &at(std::string_view key) const { return m_values.find(key)->second; }

    /// What is wrong with the file itself: it cannot be read, or names what there is not.
    const std::vector<std::string> &faults() const { return m_faults; }

    /// What may be shown: of a database's address not its password.
    std::string shown(std::string_view key) const;

private:
    std::map<std::string, Value, std::less<>> m_values;
    std::vector<std::string> m_faults;
};

/// What `serve` needs, out of a configuration that fits together.
struct ServeSettings
{
    ListenAddress listen;
    std::optional<http::Tls> tls;
    std::string trustedProxy;
    std::string chain;
    LogFormat logFormat = LogFormat::Text;
    LogLevel logLevel = LogLevel::Info;
    std::string metricsToken;
    std::size_t connections = 0;
    server::Rate perDevice;
    server::Rate perAddress;

    /// Failure `configuration-invalid`: everything that is wrong, a line each, with its source.
    static Result<ServeSettings> from(const Configuration &configuration);
};

} // namespace vouch::central
