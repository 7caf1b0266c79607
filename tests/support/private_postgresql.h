#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace vouch::test {

/// PostgreSQL 15 of this test program's own: on a Unix socket in a temporary folder, as user
/// postgres when the test runs as root. Started when first asked for, gone with the program.
class PrivatePostgresql
{
public:
    static PrivatePostgresql &get();
    PrivatePostgresql(const PrivatePostgresql &) = delete;
    PrivatePostgresql &operator=(const PrivatePostgresql &) = delete;

    /// The URL of a new, empty database.
    std::string newDatabase();
    /// Where its socket is, named .s.PGSQL.5432.
    const std::filesystem::path &folder() const { return m_folder; }
    std::string urlOf(const std::string &database, const std::filesystem::path &folder) const;

    void start(); ///< returns when it takes connections
    void stop();  ///< cuts every connection

private:
    PrivatePostgresql();
    ~PrivatePostgresql();

    std::filesystem::path m_folder;
    pid_t m_process = -1;
    pid_t m_owner = -1; ///< a child of a test does not end it
    int m_databases = 0;
};

/// Whether the tests of the store are to run on PostgreSQL: VOUCH_TEST_POSTGRESQL is set. With the
/// value `durable` it writes to the disk as a real one does.
bool onPostgresql();

/// The first column of the first row.
std::string askPostgresql(const std::string &url, const std::string &sql);

} // namespace vouch::test
