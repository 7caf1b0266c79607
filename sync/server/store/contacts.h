#pragma once

#include "core/check/contact.h"
#include "sync/server/store/entities.h"

namespace vouch::server {

/// Which permissions to be contacted. Absent filters let everything through.
struct ContactQuery
{
    std::optional<std::string> store{};
    std::optional<std::string> region{};
    StoreSet scope = StoreSet::all(); ///< what may be seen at all
    std::optional<Day> from{};        ///< business days, both included
    std::optional<Day> to{};
    std::optional<std::int64_t> before{}; ///< what the page before gave as `next`
};

/// One permission, sealed as it came.
struct ContactEntry
{
    Uuid check;
    std::string store;
    std::string storeName;
    std::string touchpoint;
    Day day;
    int hour = 0;
    std::optional<int> score;
    std::string consentVersion;
    std::string consentLanguage;
    std::string key; ///< the id of the sealing key
};

/// The newest first. A page looks at a bounded number of records and may be empty before the end.
struct ContactPage
{
    std::vector<ContactEntry> entries;
    std::optional<std::int64_t> next;
};

} // namespace vouch::server
