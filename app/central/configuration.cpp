#include "app/central/configuration.h"

#include "sync/server/store/database_address.h"

#include <CLI/CLI.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vouch::central {

namespace {

constexpr std::size_t shortestToken = 16;

Failure invalid(const std::vector<std::string> &errors)
{
    std::string message = "The configuration is not fit:";
    for (const auto &error : errors)
        message += "\n  " + error;
    return {"configuration-invalid", message, {}};
}

bool isKnown(std::string_view key)
{
    const auto &all = allSettings();
    return std::any_of(
        all.begin(), all.end(), [key](const Setting &each) { return each.key == key; });
}

/// The file's settings by key, and what is wrong with it. Its form is that of CLI11, TOML's for
/// what there is here: key = "value" lines, # comments.
Configuration::Given readFile(const std::string &file, std::vector<std::string> &errors)
{
    Configuration::Given out;
    std::ifstream in(file);
    if (!in) {
        errors.push_back(file + ": this file cannot be read");
        return out;
    }
    try {
        for (const auto &item : CLI::ConfigTOML().from_config(in)) {
            if (item.name == "++" || item.name == "--")
                continue; // a section begins or ends
            const auto key = item.fullname();
            if (!isKnown(key))
                errors.push_back(file + ": there is no setting \"" + key + "\"");
            else if (item.inputs.size() != 1)
                errors.push_back(file + ": " + key + " takes one value");
            else if (!out.emplace(key, item.inputs.front()).second)
                errors.push_back(file + ": " + key + " is there twice");
        }
    } catch (const CLI::Error &error) {
        errors.push_back(file + ": " + error.what());
    }
    return out;
}

/// Reads settings, and gathers what is wrong with them.
class Reader
{
public:
    explicit Reader(const Configuration &configuration)
        : m_configuration(configuration)
        , m_errors(configuration.faults())
    {
    }

    std::string text(std::string_view key) const { return m_configuration.at(key).text; }

    void fault(std::string_view key, const std::string &what)
    {
        const auto &value = m_configuration.at(key);
        m_errors.push_back(std::string(key) + " (" + value.source + "): " + what);
    }

    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most)
    {
        const auto &word = m_configuration.at(key).text;
        std::int64_t out = 0;
        const auto *end = word.data() + word.size();
        const auto [stop, error] = std::from_chars(word.data(), end, out);
        if (error != std::errc() || stop != end || out < least || out > most)
            fault(
                key, "\"" + word + "\" is no number from " + std::to_string(least) + " to " +
                         std::to_string(most));
        return out;
    }

    template <class T, class From> T word(std::string_view key, From from, const char *allowed)
    {
        const auto found = from(text(key));
        if (!found)
            fault(key, "\"" + text(key) + "\" is none of " + allowed);
        return found.value_or(T());
    }

    const std::vector<std::string> &errors() const { return m_errors; }

private:
    const Configuration &m_configuration;
    std::vector<std::string> m_errors;
};

std::optional<http::Tls> tlsOf(Reader &reader)
{
    const auto certificate = reader.text("tls-cert");
    const auto key = reader.text("tls-key");
    if (certificate.empty() && key.empty())
        return std::nullopt;
    if (key.empty())
        reader.fault("tls-key", "it goes with tls-cert");
    if (certificate.empty())
        reader.fault("tls-cert", "it goes with tls-key");
    const http::Tls tls{certificate, key};
    if (certificate.empty() || key.empty())
        return tls;
    if (const auto usable = http::Server::checkTls(tls); !usable)
        reader.fault(
            usable.failure().where == key ? "tls-key" : "tls-cert", usable.failure().text());
    return tls;
}

std::string addressIn(Reader &reader, std::string_view key)
{
    auto address = reader.text(key);
    in6_addr bytes{};
    if (!address.empty() && ::inet_pton(AF_INET, address.c_str(), &bytes) != 1 &&
        ::inet_pton(AF_INET6, address.c_str(), &bytes) != 1)
        reader.fault(key, "\"" + address + "\" is no address like 127.0.0.1 or ::1");
    return address;
}

std::string tokenIn(Reader &reader)
{
    const auto file = reader.text("metrics-token-file");
    if (file.empty())
        return {};
    std::ifstream in(file);
    std::string token;
    if (!in || !(in >> token))
        reader.fault("metrics-token-file", "there is no token in \"" + file + "\"");
    else if (token.size() < shortestToken)
        reader.fault(
            "metrics-token-file",
            "its token is shorter than " + std::to_string(shortestToken) + " characters");
    return token;
}

} // namespace

const std::vector<Setting> &allSettings()
{
    static const std::vector<Setting> all{
        {"database", "", "sqlite:FILE, or postgresql://…"},
        {"keys", "", "With PostgreSQL: the folder of the chain's secret keys"},
        {"listen", "127.0.0.1:8080", "Address and port; port 0 is any free one"},
        {"tls-cert", "", "PEM file: the certificate and the chain behind it"},
        {"tls-key", "", "PEM file: its key"},
        {"trusted-proxy", "",
         "Address of a proxy before this server whose X-Forwarded-For and -Proto are believed"},
        {"chain", "", "The chain's name, as tablets show it"},
        {"log-format", "text", "text (logfmt) or json, a line an event"},
        {"log-level", "info", "debug (every request), info, warning or error"},
        {"metrics-token-file", "",
         "File with the token for /metrics; without it /metrics is for this machine only"},
        {"connections", "2000", "Connections at a time"},
        {"device-requests-per-minute", "600", "Of one tablet, of each kind; 0: no limit"},
        {"device-burst", "300", "Requests of one tablet, of each kind, at once"},
        {"address-requests-per-minute", "6000",
         "Of one address, but for tablets and this machine; 0: no limit"},
        {"address-burst", "1500", "Requests of one address at once"}};
    return all;
}

std::string environmentName(std::string_view key)
{
    std::string out = "VOUCH_";
    for (const char c : key)
        out += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return out;
}

Configuration Configuration::load(const Given &given, const std::string &file)
{
    Configuration out;
    const auto inFile = file.empty() ? Given() : readFile(file, out.m_faults);
    for (const auto &setting : allSettings()) {
        const std::string key(setting.key);
        const auto name = environmentName(key);
        const char *inEnvironment = std::getenv(name.c_str());
        if (const auto found = given.find(key); found != given.end())
            out.m_values[key] = {found->second, "--" + key};
        else if (inEnvironment)
            out.m_values[key] = {inEnvironment, name};
        else if (const auto written = inFile.find(key); written != inFile.end())
            out.m_values[key] = {written->second, file};
        else
            out.m_values[key] = {std::string(setting.byItself), "default"};
    }
    return out;
}

std::string Configuration::shown(std::string_view key) const
{
    const auto &value = at(key).text;
    return key == "database" ? server::withoutPassword(value) : value;
}

Result<ServeSettings> ServeSettings::from(const Configuration &configuration)
{
    constexpr std::int64_t most = 10'000'000;
    Reader reader(configuration);
    ServeSettings out;
    const auto database =
        server::DatabaseAddress::parse(reader.text("database"), reader.text("keys"));
    if (!database)
        reader.fault(
            database.failure().code == "keys-missing" ? "keys" : "database",
            database.failure().message);
    if (auto address = ListenAddress::parse(reader.text("listen")))
        out.listen = *address;
    else
        reader.fault("listen", address.failure().message);
    out.tls = tlsOf(reader);
    out.trustedProxy = addressIn(reader, "trusted-proxy");
    out.chain = reader.text("chain");
    out.logFormat = reader.word<LogFormat>("log-format", logFormatFrom, "text, json");
    out.logLevel = reader.word<LogLevel>("log-level", logLevelFrom, "debug, info, warning, error");
    out.metricsToken = tokenIn(reader);
    out.connections = static_cast<std::size_t>(reader.number("connections", 10, 100'000));
    out.perDevice = {
        reader.number("device-requests-per-minute", 0, most),
        reader.number("device-burst", 1, most)};
    out.perAddress = {
        reader.number("address-requests-per-minute", 0, most),
        reader.number("address-burst", 1, most)};
    if (!reader.errors().empty())
        return invalid(reader.errors());
    return out;
}

} // namespace vouch::central
