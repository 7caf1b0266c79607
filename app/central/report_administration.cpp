#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "core/base/clock.h"
#include "core/base/crypto.h"
#include "sync/server/api/report_reading.h"
#include "sync/server/report/report_drawing.h"
#include "sync/server/store/audit.h"

namespace vouch::central {

namespace {

using server::ReportReader;
using server::ReportText;

/// One of the reports asked for.
struct Wanted
{
    std::string name; ///< of its file, where there are several
    std::string store;
    std::string region;
};

std::vector<Wanted> wantedOf(const json::object &request, const server::StoreSet &stores)
{
    const auto store = textOf(request, "store"), region = textOf(request, "region");
    if (!request.contains("each"))
        return {{{}, store, region}};
    std::vector<Wanted> out{{"region-" + region, {}, region}};
    for (const auto &id : stores.ids())
        out.push_back({"store-" + id, id, {}});
    return out;
}

} // namespace

/// store or region, month, language; each: of the region and of each of its stores. A piece is a
/// file as JSON: name, pdf (base64).
Result<json::object>
makeReports(server::Store &store, const json::object &request, const Sink &sink)
{
    const server::StoreView view(store, server::StoreSet::all());
    const auto stores = view.select(textOf(request, "store"), textOf(request, "region"));
    if (!stores)
        return stores.failure();
    const auto text = ReportText::in(textOf(request, "language"));
    if (!text)
        return text.failure();
    const auto month = textOf(request, "month");
    const auto reader =
        ReportReader::open(view, *stores, month, text->language(), SystemClock().now());
    if (!reader)
        return reader.failure();
    std::int64_t made = 0;
    for (const auto &wanted : wantedOf(request, *stores)) {
        const auto figures =
            wanted.store.empty() ? reader->region(wanted.region) : reader->store(wanted.store);
        if (!figures)
            return figures.failure();
        const auto file = server::drawReport(*figures, *text);
        if (!file)
            return file.failure();
        const auto noted = store.noteAudit(
            {server::audited::report,
             wanted.store.empty() ? wanted.region : wanted.store,
             {{"month", month}, {"language", text->language()}}},
            actorOf(request));
        if (!noted)
            return noted.failure();
        const auto piece =
            json::serialize(json::object{{"name", wanted.name}, {"pdf", crypto::toBase64(*file)}});
        if (const auto taken = sink(piece); !taken)
            return taken.failure();
        ++made;
    }
    return json::object{{"reports", made}};
}

} // namespace vouch::central
