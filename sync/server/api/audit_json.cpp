#include "sync/server/api/audit_json.h"

namespace vouch::server {

json::object auditJson(const AuditEntry &entry)
{
    return {{"number", entry.number}, {"at", formatUtc(entry.at)},  {"who", entry.by.who},
            {"from", entry.by.from},  {"what", entry.what},         {"subject", entry.subject},
            {"detail", entry.detail}, {"previous", entry.previous}, {"hash", entry.hash}};
}

json::object auditVerdictJson(const AuditVerdict &verdict)
{
    return {
        {"state", verdict.isSound() ? "sound" : "broken"},
        {"entries", verdict.entries},
        {"head", json::object{{"number", verdict.head.number}, {"hash", verdict.head.hash}}},
        {"broken_at", verdict.brokenAt ? json::value(*verdict.brokenAt) : json::value(nullptr)},
        {"head_missing", verdict.headMissing}};
}

} // namespace vouch::server
