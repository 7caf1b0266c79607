#pragma once

#include "chained_tablet.h"
#include "private_postgresql.h"

#include <QTemporaryDir>

#include <SQLiteCpp/SQLiteCpp.h>

namespace vouch::test {

inline std::filesystem::path fileIn(const QTemporaryDir &folder)
{
    return folder.filePath("central.db").toStdString();
}

/// The one database that belongs to the folder, on the engine that is being tested.
inline server::DatabaseAddress databaseIn(const QTemporaryDir &folder)
{
    if (!onPostgresql())
        return fileIn(folder);
    static std::map<QString, std::string> urls;
    auto &url = urls[folder.path()];
    if (url.empty())
        url = PrivatePostgresql::get().newDatabase();
    return {url, folder.filePath("keys").toStdString()};
}

/// The statuses of an answer, as one letter each: a, d, c, r; "!code" when there is no answer.
inline std::string statuses(const Result<protocol::BatchAnswer> &answer)
{
    if (!answer)
        return "!" + answer.failure().code;
    std::string out;
    for (const auto &result : answer->results)
        out += protocol::toText(result.status).front();
    return out;
}

/// One value from the database, read beside the store.
inline std::string textIn(const server::DatabaseAddress &database, const std::string &sql)
{
    if (database.isPostgresql())
        return askPostgresql(database.url(), sql);
    SQLite::Database raw(database.file().string(), SQLite::OPEN_READONLY);
    return raw.execAndGet(sql).getString();
}
inline std::int64_t countIn(const server::DatabaseAddress &database, const std::string &sql)
{
    return std::stoll(textIn(database, sql));
}
/// Changes it beside the store; throws what is a std::exception when the database refuses.
inline void changeIn(const server::DatabaseAddress &database, const std::string &sql)
{
    if (database.isPostgresql())
        askPostgresql(database.url(), sql);
    else
        SQLite::Database(database.file().string(), SQLite::OPEN_READWRITE).exec(sql);
}
/// An id as SQL has it.
inline std::string quoted(const server::DatabaseAddress &database, const Uuid &id)
{
    std::string digits = id.text();
    std::erase(digits, '-');
    return database.isPostgresql() ? "'\\x" + digits + "'" : "x'" + digits + "'";
}

} // namespace vouch::test
