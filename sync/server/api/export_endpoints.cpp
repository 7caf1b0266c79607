#include "sync/server/api/api_parts.h"

#include "sync/server/api/export_text.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/audit.h"

namespace vouch::server {

namespace {

constexpr std::string_view rowsTrailer = "X-Vouch-Rows";
constexpr std::string_view hashTrailer = "X-Vouch-Sha256";

/// One page of records at a time, as the client takes them.
class ExportBody : public http::BodySource
{
public:
    ExportBody(ExportText text, Log log)
        : m_text(std::move(text))
        , m_log(std::move(log))
    {
    }

    Step next(std::string &chunk) override
    {
        auto piece = m_text.next();
        if (!piece) {
            if (m_log)
                m_log("export: " + piece.failure().text());
            return Step::Failed;
        }
        chunk = std::move(*piece);
        return chunk.empty() ? Step::End : Step::Chunk;
    }

    http::Headers trailers() override
    {
        http::Headers out;
        out.add(rowsTrailer, std::to_string(m_text.rows()));
        out.add(hashTrailer, m_text.sha256());
        return out;
    }

private:
    ExportText m_text;
    Log m_log;
};

json::object filterOf(const Exchange &exchange)
{
    json::object out;
    for (const auto &[name, value] : exchange.request.query)
        out[name] = value;
    return out;
}

Result<http::Response> download(ApiParts &parts, const Exchange &exchange, ExportFormat format)
{
    const auto view = exchange.view(parts.store);
    auto selection = selectStores(view, exchange);
    if (!selection)
        return selection.failure();
    const auto days = dayRange(exchange);
    if (!days)
        return days.failure();
    auto reader = view.exportRecords({days->from, days->to, selection->store, selection->region});
    if (!reader)
        return reader.failure();
    // Nothing leaves without a word of it in the log.
    const auto noted = parts.store.noteAudit(
        {audited::dataExport, std::string(mediaType(format)), filterOf(exchange)},
        exchange.caller.actor());
    if (!noted)
        return noted.failure();
    auto response = http::stream(
        mediaType(format),
        std::make_shared<ExportBody>(ExportText(std::move(*reader), format), exchange.log));
    const auto today = formatDay(std::chrono::floor<std::chrono::days>(parts.clock.now()));
    std::string disposition = "attachment; filename=\"vouch-";
    disposition += today;
    disposition += format == ExportFormat::Csv ? ".csv\"" : ".jsonl\"";
    response.headers.set("Content-Disposition", disposition);
    std::string trailers(rowsTrailer);
    trailers += ", ";
    trailers += hashTrailer;
    response.headers.set("Trailer", trailers);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Endpoint exportEndpoint(ApiParts &parts, std::string suffix, ExportFormat format)
{
    return {
        .method = "GET",
        .pattern = "/api/v1/export." + suffix,
        .summary = "One row a check, up to the last one at the start. The number of rows and the "
                   "body's SHA-256 follow as the trailers X-Vouch-Rows and X-Vouch-Sha256.",
        .access = Access::forExporters(),
        .parameters = {storeParameter(), regionParameter(), fromParameter(), toParameter()},
        .answers = {{200, std::string(mediaType(format)), {}}},
        .problems = {404},
        .call = answering([&parts, format](const Exchange &exchange) {
            return download(parts, exchange, format);
        })};
}

} // namespace

void addExportEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    endpoints.push_back(exportEndpoint(parts, "csv", ExportFormat::Csv));
    endpoints.push_back(exportEndpoint(parts, "jsonl", ExportFormat::Jsonl));
}

} // namespace vouch::server
