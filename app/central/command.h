#pragma once

#include "app/central/administration.h"
#include "sync/server/store/database_address.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vouch::central {

/// What the options before the command say.
struct Environment
{
    /// "sqlite:FILE" or "postgresql://…", as --database, VOUCH_DATABASE or the configuration file
    /// has it.
    std::string database;
    /// Where the secret keys lie when the database is none in a file: --keys, VOUCH_KEYS or the
    /// file.
    std::string keys{};
    std::string configFile{}; ///< --config or VOUCH_CONFIG
    /// What the options before the command say, by the key of the setting (configuration.h).
    std::map<std::string, std::string, std::less<>> given{};

    enum class Need { Existing, MayCreate };

    /// Failures `database-missing`, `database-unsupported`, `keys-missing`.
    Result<server::DatabaseAddress> address(Need need = Need::MayCreate) const;
    /// For what only a database in a file has. Failures as above, and `database-not-a-file`, whose
    /// message says what to do `instead`.
    Result<std::filesystem::path>
    databaseFile(const std::string &instead, Need need = Need::MayCreate) const;
    /// This process's own, or the running server's. Failures as above, `data-in-use`, and what
    /// Store::open says.
    Result<std::unique_ptr<Administration>> administration(Need need = Need::Existing) const;
    /// Has one request carried out.
    Result<json::object> perform(const json::object &request, Need need = Need::Existing) const;
};

/// Where a running server takes administration commands.
std::filesystem::path socketOf(const std::filesystem::path &database);

/// One command of vouch-central.
class Command
{
public:
    virtual ~Command() = default;

    /// Adds the command with its options to `root`, and returns it.
    virtual CLI::App *declare(CLI::App &root) = 0;
    /// Runs after the command line was parsed. Results go to standard output.
    virtual Result<void> run(const Environment &environment) = 0;
    /// Whether it says itself what is wrong with the configuration, its own options included.
    virtual bool judgesConfiguration() const { return false; }
};

std::vector<std::unique_ptr<Command>> allCommands();

/// The command that only groups others ("store" for "store add"); made when it is not there.
CLI::App &group(CLI::App &root, const std::string &name, const std::string &description);

/// For tables on a terminal: control characters, which could steer it, become "?".
std::string printable(std::string_view text);

/// A member as text; empty when it is absent or null.
std::string textOf(const json::object &object, std::string_view key);

/// A header line, then one line a row, with a tab between the cells.
void printTable(
    const json::object &result, std::string_view member,
    const std::vector<std::string_view> &columns);

} // namespace vouch::central
