#include "app/central/administration_work.h"
#include "sync/server/api/structure_text.h"
#include "sync/server/store/store.h"

namespace vouch::central {

Result<json::object> tellStructure(server::Store &store, const json::object &, const Sink &)
{
    const auto structure = store.structure();
    if (!structure)
        return structure.failure();
    return json::object{{"tables", server::cellsJson(server::structureTables(*structure))}};
}

/// tables (as tellStructure() gives them), trial
Result<json::object>
changeStructure(server::Store &store, const json::object &request, const Sink &)
{
    const auto *tables = findArray(request, "tables");
    const auto *trial = request.if_contains("trial");
    if (!tables || !trial || !trial->is_bool())
        return Failure{"request-malformed", "The request holds no tables.", "tables"};
    const auto report = store.changeStructure(
        server::wishesFrom(server::tablesFromCells(*tables)), trial->get_bool(), actorOf(request));
    if (!report)
        return report.failure();
    return server::reportJson(*report);
}

} // namespace vouch::central
