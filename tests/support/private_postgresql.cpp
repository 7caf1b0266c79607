#include "private_postgresql.h"

#include <libpq-fe.h>

#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace vouch::test {

namespace {

namespace fs = std::filesystem;

constexpr const char *programs = "/usr/lib/postgresql/15/bin/";

/// PostgreSQL refuses to run as root. What it runs as ends with this program, however that ends.
std::vector<std::string> asOwner(std::vector<std::string> command)
{
    std::vector<std::string> out{"setpriv", "--pdeathsig", "INT"};
    if (::geteuid() == 0)
        out.insert(out.end(), {"--reuid=postgres", "--regid=postgres", "--init-groups"});
    out.insert(out.end(), command.begin(), command.end());
    return out;
}

pid_t spawn(const std::vector<std::string> &command, const fs::path &log)
{
    std::vector<char *> words;
    for (const auto &word : command)
        words.push_back(const_cast<char *>(word.c_str()));
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        if (!std::freopen(log.c_str(), "a", stdout) || !std::freopen(log.c_str(), "a", stderr))
            ::_exit(126);
        ::execvp(words.front(), words.data());
        ::_exit(127);
    }
    return child;
}

void run(const std::vector<std::string> &command, const fs::path &log)
{
    int status = 0;
    ::waitpid(spawn(command, log), &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(command.front() + " failed, see " + log.string());
}

std::unique_ptr<PGconn, decltype(&PQfinish)> connectTo(const std::string &url)
{
    return {PQconnectdb(url.c_str()), &PQfinish};
}

} // namespace

PrivatePostgresql &PrivatePostgresql::get()
{
    static PrivatePostgresql server;
    return server;
}

PrivatePostgresql::PrivatePostgresql()
    : m_owner(::getpid())
{
    std::string name = (fs::temp_directory_path() / "vouch-pg-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no temporary folder for PostgreSQL");
    m_folder = name;
    if (::geteuid() == 0) {
        const auto *owner = ::getpwnam("postgres");
        if (!owner || ::chown(name.c_str(), owner->pw_uid, owner->pw_gid) != 0)
            throw std::runtime_error("there is no user postgres: install postgresql-15");
    }
    run(asOwner(
            {std::string(programs) + "initdb", "-D", (m_folder / "data").string(), "-A", "trust",
             "-U", "vouch", "-N", "-E", "UTF8", "--locale=C.UTF-8"}),
        m_folder / "log");
    start();
}

PrivatePostgresql::~PrivatePostgresql()
{
    if (::getpid() != m_owner)
        return;
    stop();
    std::error_code error;
    fs::remove_all(m_folder, error);
}

void PrivatePostgresql::start()
{
    const char *wanted = std::getenv("VOUCH_TEST_POSTGRESQL");
    const bool isDurable = wanted && std::string_view(wanted) == "durable";
    std::vector<std::string> command{
        std::string(programs) + "postgres", "-D", (m_folder / "data").string(), "-k",
        m_folder.string()};
    for (const char *setting : {"listen_addresses=", "max_connections=200"})
        command.insert(command.end(), {"-c", setting});
    for (const char *setting :
         {"fsync=off", "full_page_writes=off", "autovacuum_naptime=1d", "shared_buffers=32MB"})
        if (!isDurable)
            command.insert(command.end(), {"-c", setting});
    m_process = spawn(asOwner(command), m_folder / "log");
    const auto url = urlOf("postgres", m_folder);
    for (int i = 0; i < 1000 && PQping(url.c_str()) != PQPING_OK; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (PQping(url.c_str()) != PQPING_OK)
        throw std::runtime_error("PostgreSQL does not start, see " + (m_folder / "log").string());
}

void PrivatePostgresql::stop()
{
    if (m_process < 0)
        return;
    ::kill(m_process, SIGINT);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

std::string
PrivatePostgresql::urlOf(const std::string &database, const std::filesystem::path &folder) const
{
    return "postgresql://vouch@/" + database + "?host=" + folder.string();
}

std::string PrivatePostgresql::newDatabase()
{
    const auto name = "test" + std::to_string(++m_databases);
    askPostgresql(urlOf("postgres", m_folder), "CREATE DATABASE " + name + " TEMPLATE template0");
    return urlOf(name, m_folder);
}

bool onPostgresql()
{
    return std::getenv("VOUCH_TEST_POSTGRESQL") != nullptr;
}

std::string askPostgresql(const std::string &url, const std::string &sql)
{
    const auto connection = connectTo(url);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection.get(), sql.c_str()), &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        throw std::runtime_error(PQerrorMessage(connection.get()));
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

} // namespace vouch::test
