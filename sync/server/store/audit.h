#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "sync/server/store/entities.h"

#include <optional>
#include <string>
#include <vector>

/// The audit log: who did what, when and from where. It only grows: triggers refuse changes and
/// deletions, every entry is numbered, and its hash covers it and the hash before it. Who can write
/// to the database file itself can make the whole log anew, or cut off its end: keep the head
/// (number and hash) elsewhere and have verifyAudit() look for it.
namespace vouch::server {

/// What the entries name in `what`; stable, like the codes.
namespace audited {
inline constexpr std::string_view signIn = "sign-in";
inline constexpr std::string_view signInRefused = "sign-in-refused";
inline constexpr std::string_view signOut = "sign-out";
inline constexpr std::string_view passwordSet = "password-set";
inline constexpr std::string_view userAdd = "user-add";
inline constexpr std::string_view userChange = "user-change";
inline constexpr std::string_view tokenAdd = "token-add";
inline constexpr std::string_view tokenRevoke = "token-revoke";
inline constexpr std::string_view deviceCode = "device-code";
inline constexpr std::string_view deviceEnrol = "device-enrol";
inline constexpr std::string_view deviceRevoke = "device-revoke";
inline constexpr std::string_view deviceRestore = "device-restore";
inline constexpr std::string_view deviceRotate = "device-rotate";
inline constexpr std::string_view deviceTokenNew = "device-token-new";
inline constexpr std::string_view deviceChange = "device-change";
inline constexpr std::string_view deviceReplace = "device-replace";
inline constexpr std::string_view regionAdd = "region-add";
inline constexpr std::string_view regionChange = "region-change";
inline constexpr std::string_view storeAdd = "store-add";
inline constexpr std::string_view storeChange = "store-change";
inline constexpr std::string_view touchpointsSet = "touchpoints-set";
inline constexpr std::string_view structureChange = "structure-change";
inline constexpr std::string_view deviceRename = "device-rename";
inline constexpr std::string_view checklistAdd = "checklist-add";
inline constexpr std::string_view checklistPublish = "checklist-publish";
inline constexpr std::string_view settingSet = "setting-set";
inline constexpr std::string_view settingRemove = "setting-remove";
inline constexpr std::string_view publicationRollback = "publication-rollback";
inline constexpr std::string_view pinSet = "pin-set";
inline constexpr std::string_view pinRemove = "pin-remove";
inline constexpr std::string_view quarantineRetry = "quarantine-retry";
inline constexpr std::string_view dataExport = "export";
inline constexpr std::string_view report = "report";
inline constexpr std::string_view dataImport = "import";
inline constexpr std::string_view contactOpen = "contact-open";
inline constexpr std::string_view keyRotate = "key-rotate";
inline constexpr std::string_view importSource = "import-source";
inline constexpr std::string_view salesChange = "sales-change";
inline constexpr std::string_view backup = "backup";
inline constexpr std::string_view erasure = "erasure";
inline constexpr std::string_view noteAdd = "note-add";
inline constexpr std::string_view noteRemove = "note-remove";
inline constexpr std::string_view retentionSet = "retention-set";
} // namespace audited

/// One entry before it has its place.
struct AuditNote
{
    std::string_view what; ///< of `audited`
    std::string subject;   ///< what it was done to: a name or an id
    json::object detail{}; ///< never a secret, never an answer
};

struct AuditEntry
{
    std::int64_t number = 0; ///< 1, 2, 3 …
    Timestamp at;
    Actor by;
    std::string what;
    std::string subject;
    json::object detail;
    std::string previous; ///< 64 hexadecimal digits; zeros before the first
    std::string hash;     ///< BLAKE2b-256 of the canonical JSON of all that is above
};

/// Absent filters let everything through.
struct AuditQuery
{
    std::optional<std::string> who{};
    std::optional<std::string> what{};
    std::optional<std::int64_t> before{}; ///< what the page before gave as `next`
    std::size_t limit = 100;
};

struct AuditPage
{
    std::vector<AuditEntry> entries; ///< the newest first
    std::optional<std::int64_t> next;
};

/// A place in the log, to be kept elsewhere.
struct AuditHead
{
    std::int64_t number = 0;
    std::string hash;
};

struct AuditVerdict
{
    std::int64_t entries = 0;
    AuditHead head;
    std::optional<std::int64_t> brokenAt; ///< the first entry that is not as it was made, or gone
    bool headMissing = false; ///< the head that was asked for is not in it: the log was replaced
    bool isSound() const { return !brokenAt && !headMissing; }
};

} // namespace vouch::server
