#include "sync/server/store/sql_dialect.h"

#include <algorithm>

namespace vouch::server {

namespace {

void replaceAll(std::string &text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// `?` takes the number behind the highest so far.
std::string numbered(std::string_view sql)
{
    std::string out;
    int highest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'')
            quoted = !quoted;
        if (sql[i] != '?' || quoted) {
            out += sql[i];
            continue;
        }
        int number = 0;
        while (i + 1 < sql.size() && isDigit(sql[i + 1]))
            number = number * 10 + (sql[++i] - '0');
        number = number > 0 ? number : highest + 1;
        highest = std::max(highest, number);
        out += '$' + std::to_string(number);
    }
    return out;
}

} // namespace

std::string sqliteText(std::string_view sql)
{
    std::string out(sql);
    replaceAll(out, "each_key(", "json_each(");
    replaceAll(out, "each_text(", "json_each(");
    replaceAll(out, "greatest(", "max(");
    return out;
}

std::string postgresqlText(std::string_view sql)
{
    auto out = numbered(sql);
    replaceAll(out, "CROSS JOIN", "JOIN");
    return out;
}

} // namespace vouch::server
