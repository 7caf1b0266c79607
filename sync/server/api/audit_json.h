#pragma once

#include "sync/server/store/audit.h"

namespace vouch::server {

/// As the API and the command tell them.
json::object auditJson(const AuditEntry &entry);
json::object auditVerdictJson(const AuditVerdict &verdict);

} // namespace vouch::server
