#include "sync/server/api/api_parts.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/export_codebook.h"
#include "sync/server/api/export_stream.h"
#include "sync/server/api/selection.h"
#include "sync/server/store/audit.h"

#include <atomic>

namespace vouch::server {

namespace {

constexpr std::string_view rowsTrailer = "X-Vouch-Rows";
constexpr std::string_view hashTrailer = "X-Vouch-Sha256";
/// Workbooks take a processor each.
constexpr int mostWorkbooks = 2;

/// One of the few workbooks that are made at a time.
class WorkbookPlace
{
public:
    /// Nothing when all are taken.
    static std::shared_ptr<WorkbookPlace> take(const std::shared_ptr<std::atomic<int>> &taken)
    {
        auto place = std::shared_ptr<WorkbookPlace>(new WorkbookPlace(taken));
        return ++*taken > mostWorkbooks ? nullptr : place;
    }
    ~WorkbookPlace() { --*m_taken; }

private:
    explicit WorkbookPlace(std::shared_ptr<std::atomic<int>> taken)
        : m_taken(std::move(taken))
    {
    }

    std::shared_ptr<std::atomic<int>> m_taken;
};

/// One page of records at a time, as the client takes them.
class ExportBody : public http::BodySource
{
public:
    ExportBody(std::unique_ptr<ExportStream> stream, std::shared_ptr<WorkbookPlace> place, Log log)
        : m_place(std::move(place))
        , m_stream(std::move(stream))
        , m_log(std::move(log))
    {
    }

    Step next(std::string &chunk) override
    {
        const auto more = m_stream->next(chunk);
        if (!more) {
            if (m_log)
                m_log("export: " + more.failure().text());
            return Step::Failed;
        }
        return *more ? Step::Chunk : Step::End;
    }

    http::Headers trailers() override
    {
        http::Headers out;
        out.add(rowsTrailer, std::to_string(m_stream->rows()));
        out.add(hashTrailer, m_stream->sha256());
        return out;
    }

private:
    std::shared_ptr<WorkbookPlace> m_place;
    std::unique_ptr<ExportStream> m_stream;
    Log m_log;
};

using Places = std::shared_ptr<std::atomic<int>>;

Result<http::Response>
download(ApiParts &parts, const Exchange &exchange, ExportFormat format, const Places &places)
{
    const auto view = exchange.view(parts.store);
    if (const auto selection = select(view, exchange); !selection)
        return selection.failure();
    auto plan =
        planExport(format, view, [&](const std::string &name) { return exchange.parameter(name); });
    if (!plan)
        return plan.failure();
    std::shared_ptr<WorkbookPlace> place;
    if (format == ExportFormat::Xlsx && !(place = WorkbookPlace::take(places)))
        return Failure{
            std::string(protocol::code::unavailable),
            "Other workbooks are being made. Try again in a minute, or take CSV.",
            {}};
    auto reader = view.exportRecords(plan->filter);
    if (!reader)
        return reader.failure();
    // Nothing leaves without a word of it in the log.
    const auto noted = parts.store.noteAudit(
        {audited::dataExport, std::string(mediaType(format)), plan->asked},
        exchange.caller.actor());
    if (!noted)
        return noted.failure();
    auto response = http::stream(
        mediaType(format),
        std::make_shared<ExportBody>(
            openExport(std::move(*reader), std::move(*plan)), std::move(place), exchange.log));
    const auto today = formatDay(std::chrono::floor<std::chrono::days>(parts.clock.now()));
    std::string disposition = "attachment; filename=\"vouch-";
    disposition.append(today).append(".").append(toText(format)).append("\"");
    response.headers.set("Content-Disposition", disposition);
    std::string trailers(rowsTrailer);
    trailers.append(", ").append(hashTrailer);
    response.headers.set("Trailer", trailers);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Endpoint exportEndpoint(ApiParts &parts, ExportFormat format, const Places &places)
{
    return {
        .method = "GET",
        .pattern = "/api/v1/export." + std::string(toText(format)),
        .summary = "One row a check, up to the last one at the start. The number of rows and the "
                   "body's SHA-256 follow as the trailers X-Vouch-Rows and X-Vouch-Sha256.",
        .access = Access::forExporters(),
        .parameters =
            {storeParameter(),
             regionParameter(),
             fromParameter(),
             toParameter(),
             {"checklist", "Of this checklist only."},
             {"touchpoint", "Of this touchpoint only."},
             {"marked",
              "Whether marked responses are in it, or nothing else.",
              {"include", "exclude", "only"}},
             {"columns",
              "Which, in this order, with commas between them; answer.CODE is the answer to a "
              "question, and answers stands for those of all."},
             {"labels",
              "Whether answers are codes, or texts in the language named: codes, en, fa."}},
        .answers = {{200, std::string(mediaType(format)), {}}},
        .problems = {404},
        .call = answering([&parts, format, places](const Exchange &exchange) {
            return download(parts, exchange, format, places);
        })};
}

Result<http::Response> tellCodebook(const StoreView &view, bool asCsv)
{
    const auto versions = view.checklists();
    if (!versions)
        return versions.failure();
    const auto checklists = readChecklists(*versions);
    if (!asCsv)
        return jsonReply(json::serialize(codebookJson(checklists)));
    auto response = http::reply(200, mediaType(ExportFormat::Csv), codebookCsv(checklists));
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Content-Disposition", "attachment; filename=\"vouch-codebook.csv\"");
    return response;
}

Endpoint codebookEndpoint(ApiParts &parts, bool asCsv)
{
    return {
        .method = "GET",
        .pattern = asCsv ? "/api/v1/codebook.csv" : "/api/v1/codebook",
        .summary = "What the columns and codes of exports mean: every question and option of "
                   "every checklist that the caller's stores have been given, in every language.",
        .access = Access::forExporters(),
        .answers =
            {{200, asCsv ? std::string(mediaType(ExportFormat::Csv)) : "application/json",
              asCsv ? "" : "Codebook"}},
        .call = answering([&parts, asCsv](const Exchange &exchange) {
            return tellCodebook(exchange.view(parts.store), asCsv);
        })};
}

} // namespace

void addExportEndpoints(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    const auto places = std::make_shared<std::atomic<int>>(0);
    for (const auto format : {ExportFormat::Csv, ExportFormat::Jsonl, ExportFormat::Xlsx})
        endpoints.push_back(exportEndpoint(parts, format, places));
    for (const bool asCsv : {false, true})
        endpoints.push_back(codebookEndpoint(parts, asCsv));
}

} // namespace vouch::server
