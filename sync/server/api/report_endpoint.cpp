#include "sync/protocol/codes.h"
#include "sync/server/api/api_parts.h"
#include "sync/server/api/report_reading.h"
#include "sync/server/api/selection.h"
#include "sync/server/report/report_drawing.h"
#include "sync/server/store/audit.h"

#include <semaphore>

namespace vouch::server {

namespace {

/// A report takes a processor for a moment.
constexpr int mostReports = 2;
using ReportPlaces = std::counting_semaphore<mostReports>;

class ReportTurn
{
public:
    explicit ReportTurn(ReportPlaces &places)
        : m_places(places)
        , m_isMine(places.try_acquire())
    {
    }
    ReportTurn(const ReportTurn &) = delete;
    ReportTurn &operator=(const ReportTurn &) = delete;
    ~ReportTurn()
    {
        if (m_isMine)
            m_places.release();
    }

    bool isMine() const { return m_isMine; }

private:
    ReportPlaces &m_places;
    bool m_isMine;
};

Failure malformedReport(const char *message, const char *where)
{
    return {std::string(protocol::code::malformed), message, where};
}

Result<std::string> reportFile(
    const ApiParts &parts, const Exchange &exchange, const Selection &asked, const ReportText &text)
{
    const auto view = exchange.view(parts.store);
    const auto reader = ReportReader::open(
        view, asked.stores, exchange.parameter("month"), text.language(), parts.clock.now());
    if (!reader)
        return reader.failure();
    const auto figures = asked.store ? reader->store(*asked.store) : reader->region(*asked.region);
    if (!figures)
        return figures.failure();
    return drawReport(*figures, text);
}

Result<http::Response>
monthlyReport(const ApiParts &parts, const Exchange &exchange, ReportPlaces &places)
{
    const auto asked = select(exchange.view(parts.store), exchange);
    if (!asked)
        return asked.failure();
    if (asked->store.has_value() == asked->region.has_value())
        return malformedReport("A report is of one store or of one region.", "store");
    const auto language = exchange.parameter("language");
    const auto text = ReportText::in(language.empty() ? "en" : language);
    if (!text)
        return text.failure();
    const ReportTurn turn(places);
    if (!turn.isMine())
        return Failure{
            std::string(protocol::code::unavailable),
            "Other reports are being made. Try again in a moment.",
            {}};
    auto file = reportFile(parts, exchange, *asked, *text);
    if (!file)
        return file.failure();
    const auto month = exchange.parameter("month");
    const auto &subject = asked->store ? *asked->store : *asked->region;
    const auto noted = parts.store.noteAudit(
        {audited::report, subject, {{"month", month}, {"language", text->language()}}},
        exchange.caller.actor());
    if (!noted)
        return noted.failure();
    auto response = http::reply(200, "application/pdf", std::move(*file));
    response.headers.set(
        "Content-Disposition", "attachment; filename=\"vouch-report-" + month + ".pdf\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void addReportEndpoint(ApiParts &parts, std::vector<Endpoint> &endpoints)
{
    const auto places = std::make_shared<ReportPlaces>(mostReports);
    endpoints.push_back(
        {.method = "GET",
         .pattern = "/api/v1/report",
         .summary = "The monthly report of one store or one region as a PDF of one or two pages: "
                    "what changed, why perhaps, and what to do.",
         .access = Access::forUsers(Access::everyRole()),
         .parameters =
             {{"store", "Of this store."},
              {"region", "Of this region, with all below it."},
              {"month", "2026-11, or 1405-08 where the chain's calendar is so; one that runs is "
                        "told up to its last closed day."},
              {"language", "Without it: English.", ReportText::languages()}},
         .answers = {{200, "application/pdf", {}}},
         .problems = {404},
         .call = answering([&parts, places](const Exchange &exchange) {
             return monthlyReport(parts, exchange, *places);
         })});
}

} // namespace vouch::server
