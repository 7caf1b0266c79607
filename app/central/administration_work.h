#pragma once

#include "app/central/administration.h"
#include "core/base/time.h"

#include <optional>

namespace vouch::server {
struct Actor;
class Store;
} // namespace vouch::server

/// What LocalAdministration's requests share.
namespace vouch::central {

/// One request, by the members that it reads.
using Work = Result<json::object> (*)(server::Store &, const json::object &, const Sink &);

/// Who asked, for the audit log.
server::Actor actorOf(const json::object &request);
/// An instant, or null.
json::value timeOrNull(const std::optional<Timestamp> &time);

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

// Of access_administration.cpp.
Result<json::object> addUser(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> listUsers(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
changeUser(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
setPassword(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> addToken(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
listTokens(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
revokeToken(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> tellAudit(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
verifyAudit(server::Store &store, const json::object &request, const Sink &sink);

// Of export_administration.cpp.
Result<json::object>
exportRecords(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> rotateKey(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
tellCodebook(server::Store &store, const json::object &request, const Sink &sink);

// Of table_administration.cpp.
Result<json::object>
importResponses(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
importSales(server::Store &store, const json::object &request, const Sink &sink);

// Of structure_administration.cpp.
Result<json::object>
tellStructure(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
changeStructure(server::Store &store, const json::object &request, const Sink &sink);

// Of erasure_administration.cpp.
Result<json::object>
eraseRecords(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
showRetention(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
setRetention(server::Store &store, const json::object &request, const Sink &sink);

// Of note_administration.cpp.
Result<json::object> addNote(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> listNotes(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
removeNote(server::Store &store, const json::object &request, const Sink &sink);

// Of report_administration.cpp.
Result<json::object>
makeReports(server::Store &store, const json::object &request, const Sink &sink);

// Of chain_administration.cpp.
Result<json::object> addRegion(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
changeRegion(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
listRegions(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> addStore(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
changeStore(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
listStores(server::Store &store, const json::object &request, const Sink &sink);

// Of tablet_administration.cpp.
Result<json::object> makeCode(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> makeCodes(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
replaceDevice(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
changeDevice(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
listDevices(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
revokeDevice(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
restoreDevice(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
rotateDevice(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> publish(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
widenPublication(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
rollBackPublication(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object>
listPublications(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> setPin(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> removePin(server::Store &store, const json::object &request, const Sink &sink);
Result<json::object> listPins(server::Store &store, const json::object &request, const Sink &sink);

} // namespace vouch::central
