#include "sync/server/store/entities.h"

#include "sync/server/store/score_query.h"

namespace vouch::server {

namespace {

template <class Enum, std::size_t n>
std::optional<Enum> fromText(const Enum (&all)[n], std::string_view text)
{
    for (const auto value : all)
        if (text == toText(value))
            return value;
    return std::nullopt;
}

} // namespace

std::string_view toText(Role role)
{
    switch (role) {
    case Role::Admin:
        return "admin";
    case Role::Regional:
        return "regional";
    case Role::Manager:
        return "manager";
    case Role::Viewer:
        return "viewer";
    }
    return "";
}

std::optional<Role> roleFrom(std::string_view text)
{
    return fromText({Role::Admin, Role::Regional, Role::Manager, Role::Viewer}, text);
}

std::string_view toText(TokenScope scope)
{
    switch (scope) {
    case TokenScope::Read:
        return "read";
    case TokenScope::Export:
        return "export";
    case TokenScope::Administer:
        return "administer";
    case TokenScope::Sales:
        return "sales";
    }
    return "";
}

std::optional<TokenScope> tokenScopeFrom(std::string_view text)
{
    return fromText(
        {TokenScope::Read, TokenScope::Export, TokenScope::Administer, TokenScope::Sales}, text);
}

std::string_view toText(By by)
{
    switch (by) {
    case By::None:
        return "none";
    case By::Hour:
        return "hour";
    case By::Day:
        return "day";
    case By::Week:
        return "week";
    case By::Month:
        return "month";
    case By::Store:
        return "store";
    }
    return "";
}

std::optional<By> byFrom(std::string_view text)
{
    return fromText({By::None, By::Hour, By::Day, By::Week, By::Month, By::Store}, text);
}

} // namespace vouch::server
