#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace vouch::server {

/// Where the central server keeps everything: an SQLite file, or a database on PostgreSQL; and the
/// folder of the secret halves of sealing keys (0700), which are in no database.
class DatabaseAddress
{
public:
    /// An SQLite file, by whatever link it is named; the keys lie beside that name, in the folder
    /// `keys`.
    DatabaseAddress(const std::filesystem::path &file);
    DatabaseAddress(std::string url, std::filesystem::path keys);

    /// `sqlite:FILE`, a plain file, `postgresql://…` or `postgres://…`; `keys` is where the keys
    /// lie when the database is none in a file. Failures `database-missing`,
    /// `database-unsupported`, `keys-missing`.
    static Result<DatabaseAddress>
    parse(const std::string &text, const std::filesystem::path &keys = {});

    bool isPostgresql() const { return !m_url.empty(); }
    const std::filesystem::path &file() const { return m_file; }
    const std::string &url() const { return m_url; }
    const std::filesystem::path &keys() const { return m_keys; }
    /// For people: without a password.
    std::string shown() const;

private:
    std::filesystem::path m_file;
    std::string m_url;
    std::filesystem::path m_keys;
};

/// The same URL without its password, to be shown.
std::string withoutPassword(const std::string &url);

} // namespace vouch::server
