#pragma once

#include <string>
#include <string_view>

/// Statements are written once, in what SQLite 3.40 and PostgreSQL 15 have in common, with
/// placeholders as SQLite numbers them (`?`, `?1`). What they must say in different words has one
/// word here, which is translated when a statement is first prepared:
///
/// | written | SQLite | PostgreSQL |
/// | --- | --- | --- |
/// | `?`, `?1` | as it is | `$1` |
/// | `each_key(?1)`, `each_text(?1)` | `json_each(?1)` | functions of the schema |
/// | `greatest(a, b)` | `max(a, b)` | as it is |
/// | `a CROSS JOIN b ON …` | keeps the order a, b | `a JOIN b ON …` |
///
/// each_key and each_text give the column `value` of a JSON array of keys or of texts. "user" is
/// written in quotation marks: without them it is PostgreSQL's word for who is connected.
namespace vouch::server {

std::string sqliteText(std::string_view sql);
std::string postgresqlText(std::string_view sql);

/// For what has no common form.
struct SqlPair
{
    const char *sqlite;
    const char *postgresql;
};

} // namespace vouch::server
