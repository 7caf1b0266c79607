#pragma once

#include "app/central/administration.h"
#include "core/base/time.h"

#include <optional>

namespace vouch::server {
class Store;
}

/// What LocalAdministration's requests share.
namespace vouch::central {

/// One request, by the members that it reads.
using Work = Result<json::object> (*)(server::Store &, const json::object &, const Sink &);

/// A request without anything to tell.
Result<json::object> done(const Result<void> &result);
/// That a shop is there; an empty one stands for all.
Result<void> checkShop(const server::Store &store, const std::string &shop);
/// A member as a day or a text; nothing when it is absent or empty.
Result<std::optional<Day>> dayIn(const json::object &request, std::string_view key);
std::optional<std::string> filterIn(const json::object &request, std::string_view key);

// Of ledger_administration.cpp.
Result<json::object>
tellLedger(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> verifyAll(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
tellQuarantine(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
retryQuarantine(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> backUp(server::Store &store, const json::object &request, const Sink &sink);

} // namespace vouch::central
