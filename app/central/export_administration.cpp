#include "app/central/administration_work.h"
#include "app/central/command.h"
#include "core/base/crypto.h"
#include "sync/server/api/export_codebook.h"
#include "sync/server/api/export_stream.h"
#include "sync/server/api/store_view.h"
#include "sync/server/store/audit.h"
#include "sync/server/store/store.h"

namespace vouch::central {

using server::Store;

namespace {

/// That a region is there; an empty one stands for all.
Result<void> checkRegion(const Store &store, const std::string &region)
{
    const auto all = store.regions();
    if (!all)
        return all.failure();
    for (const auto &each : *all)
        if (each.id == region)
            return {};
    if (region.empty())
        return {};
    return Failure{"not-found", "There is no such region; `region list` shows them.", region};
}

} // namespace

/// format, and the parameters of planExport(). The pieces of a workbook are base64.
Result<json::object> exportRecords(Store &store, const json::object &request, const Sink &sink)
{
    const auto format = server::exportFormatFrom(textOf(request, "format"));
    if (!format)
        return Failure{"format-unknown", "A format is csv, jsonl or xlsx.", "format"};
    auto plan = server::planExport(
        *format, server::StoreView(store, server::StoreSet::all()),
        [&](const std::string &name) { return textOf(request, name); });
    if (!plan)
        return plan.failure();
    if (const auto known = checkShop(store, plan->filter.store.value_or("")); !known)
        return known.failure();
    if (const auto known = checkRegion(store, plan->filter.region.value_or("")); !known)
        return known.failure();
    plan->filter.withEmployees = true; // whoever runs a command here has the database
    auto reader = store.exportRecords(plan->filter);
    if (!reader)
        return reader.failure();
    const auto noted = store.noteAudit(
        {server::audited::dataExport, std::string(server::mediaType(*format)), plan->asked},
        actorOf(request));
    if (!noted)
        return noted.failure();
    auto asked = plan->asked;
    const auto stream = server::openExport(std::move(*reader), std::move(*plan));
    const bool isText = *format != server::ExportFormat::Xlsx; // the way to a command takes text
    std::string piece;
    for (;;) {
        const auto more = stream->next(piece);
        if (!more)
            return more.failure();
        if (!*more)
            break;
        if (const auto taken = sink(isText ? piece : crypto::toBase64(piece)); !taken)
            return taken.failure();
    }
    return json::object{
        {"format", toText(*format)},
        {"rows", stream->rows()},
        {"bytes", stream->bytes()},
        {"sha256", stream->sha256()},
        {"asked", std::move(asked)}};
}

/// The code book as JSON, piece by piece.
Result<json::object> tellCodebook(Store &store, const json::object &, const Sink &sink)
{
    const auto versions = store.checklists();
    if (!versions)
        return versions.failure();
    const auto text =
        json::serialize(server::codebookJson(server::readChecklists(*versions))) + "\n";
    if (const auto taken = sink(text); !taken)
        return taken.failure();
    return json::object{{"bytes", std::int64_t(text.size())}, {"sha256", server::sha256Hex(text)}};
}

Result<json::object> rotateKey(Store &store, const json::object &request, const Sink &)
{
    const auto made = store.rotateSealingKey(actorOf(request));
    if (!made)
        return made.failure();
    return json::object{{"id", made->id}};
}

} // namespace vouch::central
