#pragma once

#include "core/base/json.h"
#include "sync/server/store/ledger.h"
#include "sync/server/store/quarantine.h"
#include "sync/server/store/verification.h"

#include <functional>

namespace vouch::server {

class Store;

/// How much a chain was verified when its ledger is told.
struct VerdictPart
{
    ChainVerdict verdict;
    bool wasTried = false;
};

/// Verifies a chain from the place behind `after`, as long as `budget` (records, counted down)
/// lasts and `goOn` says so.
Result<VerdictPart> verifyWithin(
    const Store &store, std::int64_t chainKey, std::int64_t after, std::int64_t &budget,
    const KeepGoing &goOn);

json::object totalsJson(const LedgerTotals &totals);
json::object chainJson(const ChainLedger &chain, const VerdictPart &part);
json::object verdictJson(const VerdictPart &part, std::optional<std::int64_t> signedTo);
json::object verificationJson(const Verification &verification);
json::object quarantineJson(const QuarantineEntry &entry);

} // namespace vouch::server
