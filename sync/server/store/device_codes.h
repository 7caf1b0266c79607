#pragma once

#include "core/base/time.h"
#include "sync/server/store/sql_connection.h"

#include <optional>
#include <string>
#include <vector>

namespace vouch::server {

/// A tablet that is to come.
struct ExpectedDevice
{
    std::string store;
    std::string name; ///< empty: what the tablet calls itself
};

/// What is printed for one of them.
struct DeviceCode
{
    std::string code; ///< "XXXX-XXXX-XXXX", told once
    std::string store;
    std::string storeName;
    std::string name;
    Timestamp expiresAt;
};

inline constexpr std::size_t mostCodesAtOnce = 1000;

/// What is stored of a code, however a person types it: any case, with or without dashes and
/// spaces, O for 0, I and L for 1.
std::string codeHash(const std::string &typed);

} // namespace vouch::server
