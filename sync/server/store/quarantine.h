#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "sync/server/store/entities.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The server's quarantine: what was refused, until it can be taken, and what is in conflict, for
/// good. Each with its reason and whole content; what to do about each code is in
/// resources/docs/codes.md.
namespace vouch::server {

enum class QuarantineKind { Refused, Conflict };

struct QuarantineEntry
{
    QuarantineKind kind = QuarantineKind::Refused;
    std::int64_t key = 0; ///< within its kind
    Uuid device;
    std::string deviceName;
    std::string store; ///< as it states it, when the device has belonged there; else empty
    std::optional<Day> day;
    std::optional<Uuid> chain; ///< its place, when that can be read
    std::optional<std::int64_t> sequence;
    std::string id; ///< as it states it
    std::string hash;
    std::string code;
    std::string reason;
    Timestamp receivedAt;
    std::string content; ///< the record's JSON, whole
};

/// Which; absent filters let everything through. An entry is seen by who sees its shop, or, when it
/// names none, every shop that its device has belonged to.
struct QuarantineQuery
{
    QuarantineKind kind = QuarantineKind::Refused;
    std::optional<std::string> store;
    std::optional<std::string> region;
    std::optional<std::int64_t> key;    ///< this one only
    StoreSet scope = StoreSet::all();   ///< what may be seen at all
    std::optional<std::int64_t> before; ///< what the page before gave as `next`
    std::size_t limit = 50;
};

struct QuarantinePage
{
    std::vector<QuarantineEntry> entries; ///< the last to come in first
    std::optional<std::int64_t> next;
};

struct QuarantineRetry
{
    std::int64_t accepted = 0; ///< and out of quarantine; also what was here already
    std::int64_t conflicting = 0;
    std::int64_t refused = 0; ///< still
};

} // namespace vouch::server
