#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"

#include <optional>
#include <string>
#include <vector>

/// What shoppers left of themselves, a contact or a comment, leaves again: when its time is over,
/// or when they ask for it. Value and salt go out of the stored record; digest, hash, place and
/// score stay, so that every sum and every chain holds. The record's row is never deleted, so that
/// what a tablet sends again is a duplicate and does not come back.
namespace vouch::server {

/// Which of it: a contact, or the texts that were written.
struct ErasedKinds
{
    bool contact = true;
    bool comment = true;
};

/// By the code that the shopper was shown, or by the record's id.
struct ErasureRequest
{
    std::string code;
    std::optional<Uuid> record;
};

struct ErasedRecord
{
    Uuid id;
    std::string store; ///< its id
    Day day;
};

struct ErasureOutcome
{
    std::vector<ErasedRecord> records;
    std::int64_t copies = 0; ///< of records that were refused or are in conflict
};

/// Days after which it leaves by itself, counted from the day of the answer; 0: no rule. A contact
/// leaves in any case within the days that tablets promise (setting `contact`), by itself 65; of a
/// record everything leaves that may, so that both go with it.
struct Retention
{
    std::int64_t contactDays = 65;
    std::int64_t commentDays = 0;
    std::int64_t recordDays = 0;
};

struct RetentionRun
{
    std::int64_t contacts = 0; ///< records whose contact left
    std::int64_t comments = 0;
};

} // namespace vouch::server
