#include "app/central/command.h"

#include "app/central/local_administration.h"
#include "app/central/socket_administration.h"
#include "core/base/clock.h"
#include "sync/server/store/store.h"

#include <iostream>
#include <thread>

namespace vouch::central {

namespace {

/// How long a command waits for a server that is just starting, or for another command.
constexpr std::chrono::seconds patience{10};
constexpr std::chrono::milliseconds pause{50};

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace

std::filesystem::path socketOf(const std::filesystem::path &database)
{
    auto out = database;
    return out += ".sock";
}

Result<server::DatabaseAddress> Environment::address(Need need) const
{
    if (database.empty())
        return Failure{
            "database-missing",
            "Say which database: --database sqlite:FILE or postgresql://USER@HOST/NAME, or "
            "VOUCH_DATABASE.",
            {}};

    auto out = server::DatabaseAddress::parse(database, keys);
    std::error_code error;
    if (out && need == Need::Existing && !out->isPostgresql() &&
        !std::filesystem::exists(out->file(), error))
        return Failure{
            "database-missing",
            "There is no database yet. `store add` or `serve` makes one; check the name.",
            out->shown()};
    return out;
}

Result<std::filesystem::path> Environment::databaseFile(const std::string &instead, Need need) const
{
    const auto where = address(need);
    if (!where)
        return where.failure();
    if (where->isPostgresql())
        return Failure{"database-not-a-file", instead, where->shown()};
    return where->file();
}

Result<std::unique_ptr<Administration>> Environment::administration(Need need) const
{
    const auto where = address(need);
    if (!where)
        return where.failure();
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        auto store = server::Store::open(*where, systemClock());
        if (store)
            return std::unique_ptr<Administration>(
                std::make_unique<LocalAdministration>(std::move(*store)));
        if (store.failure().code != "data-in-use")
            return store.failure();
        auto remote = SocketAdministration::connect(socketOf(where->file()));
        if (remote)
            return std::unique_ptr<Administration>(std::move(*remote));
        if (std::chrono::steady_clock::now() > end)
            return Failure{
                "data-in-use",
                "A server or another command has the data open, but takes no commands now. "
                "Wait for it to end, or stop it, and try again.",
                where->shown()};
        std::this_thread::sleep_for(pause);
    }
}

Result<json::object> Environment::perform(const json::object &request, Need need) const
{
    const auto carrier = administration(need);
    if (!carrier)
        return carrier.failure();
    return (*carrier)->perform(request);
}

CLI::App &group(CLI::App &root, const std::string &name, const std::string &description)
{
    for (auto *each : root.get_subcommands({})) {
        if (each->get_name() == name)
            return *each;
    }
    auto *made = root.add_subcommand(name, description);
    made->require_subcommand(1);
    return *made;
}

std::string printable(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    }
    return out;
}

std::string textOf(const json::object &object, std::string_view key)
{
    const auto *text = findString(object, key);
    return text ? std::string(view(*text)) : std::string();
}

void printTable(
    const json::object &result, std::string_view member,
    const std::vector<std::string_view> &columns)
{
    std::string header;
    for (const auto column : columns)
        (header += header.empty() ? "" : "\t") += column;
    std::cout << header << '\n';
    const auto *rows = findArray(result, member);
    for (std::size_t i = 0; rows && i < rows->size(); ++i) {
        std::string line;
        for (const auto column : columns) {
            if (column != columns.front())
                line += '\t';
            line += printable(textOf((*rows)[i].as_object(), column));
        }
        std::cout << line << '\n';
    }
}

} // namespace vouch::central
