#include "sync/server/api/export_plan.h"

#include "sync/protocol/codes.h"
#include "sync/server/api/store_view.h"

namespace vouch::server {

namespace {

using Asked = std::function<std::string(const std::string &)>;

std::optional<std::string> textAsked(const Asked &asked, const std::string &name)
{
    auto text = asked(name);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

Result<std::optional<Day>> dayAsked(const Asked &asked, const std::string &name)
{
    const auto text = asked(name);
    if (text.empty())
        return std::optional<Day>();
    const auto day = parseDay(text);
    if (!day)
        return Failure{std::string(protocol::code::malformed), day.failure().message, name};
    return std::optional<Day>(*day);
}

Result<MarkedRecords> markedAsked(const Asked &asked)
{
    const auto text = asked("marked");
    if (text.empty() || text == "include")
        return MarkedRecords::Included;
    if (text == "exclude")
        return MarkedRecords::LeftOut;
    if (text == "only")
        return MarkedRecords::Only;
    return Failure{
        std::string(protocol::code::malformed), "This is include, exclude or only.", "marked"};
}

Result<ExportFilter> filterAsked(const Asked &asked)
{
    ExportFilter out;
    const auto from = dayAsked(asked, "from");
    if (!from)
        return from.failure();
    const auto to = dayAsked(asked, "to");
    if (!to)
        return to.failure();
    const auto marked = markedAsked(asked);
    if (!marked)
        return marked.failure();
    out.from = *from;
    out.to = *to;
    out.marked = *marked;
    out.store = textAsked(asked, "store");
    out.region = textAsked(asked, "region");
    out.checklist = textAsked(asked, "checklist");
    out.touchpoint = textAsked(asked, "touchpoint");
    return out;
}

} // namespace

std::optional<ExportFormat> exportFormatFrom(std::string_view text)
{
    for (const auto format : {ExportFormat::Csv, ExportFormat::Jsonl, ExportFormat::Xlsx})
        if (text == toText(format))
            return format;
    return std::nullopt;
}

std::string_view toText(ExportFormat format)
{
    return format == ExportFormat::Csv ? "csv" : format == ExportFormat::Jsonl ? "jsonl" : "xlsx";
}

std::string_view mediaType(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return "text/csv; charset=utf-8; header=present";
    case ExportFormat::Jsonl:
        return "application/x-ndjson";
    case ExportFormat::Xlsx:
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
    return "";
}

Result<ExportPlan> planExport(ExportFormat format, const StoreView &view, const Asked &asked)
{
    ExportPlan plan;
    plan.format = format;
    auto filter = filterAsked(asked);
    if (!filter)
        return filter.failure();
    plan.filter = std::move(*filter);

    const auto versions = view.checklists();
    if (!versions)
        return versions.failure();
    const auto checklists = readChecklists(*versions);
    auto about = checklists;
    if (plan.filter.checklist)
        std::erase_if(about, [&](const auto &each) { return each.id != *plan.filter.checklist; });
    auto columns = columnsFrom(asked("columns"), about);
    if (!columns)
        return columns.failure();
    plan.columns = std::move(*columns);
    if (plan.columns.empty() && format != ExportFormat::Jsonl)
        plan.columns = standardColumns();

    const auto language = asked("labels");
    if (!language.empty() && language != "codes") {
        auto labels = Labels::in(language, checklists);
        if (!labels)
            return labels.failure();
        plan.labels = std::move(*labels);
    }
    for (const char *name :
         {"from", "to", "store", "region", "checklist", "touchpoint", "marked", "columns",
          "labels"})
        if (auto text = asked(name); !text.empty())
            plan.asked[name] = std::move(text);
    return plan;
}

} // namespace vouch::server
