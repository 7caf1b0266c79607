#include "sync/server/api/export_text.h"

#include "core/metrics/nps.h"
#include "sync/server/api/csv.h"

#include <algorithm>
#include <array>

namespace vouch::server {

namespace {

/// The questions that have a column of their own.
constexpr std::array<std::string_view, 4> knownQuestions{
    "recommend", "liked", "improve", "comment"};

std::string joined(const std::vector<std::string> &parts)
{
    std::string out;
    for (const auto &part : parts)
        (out += out.empty() ? "" : "; ") += part;
    return out;
}

/// An item's value in one cell: a text as it is, picks joined, anything else as JSON.
std::string cellOf(const json::value &value)
{
    if (const auto *text = value.if_string())
        return std::string(view(*text));
    const auto *array = value.if_array();
    if (!array)
        return value.is_null() ? std::string() : json::serialize(value);
    std::vector<std::string> parts;
    for (const auto &element : *array)
        parts.push_back(cellOf(element));
    return joined(parts);
}

std::string answerTo(const check::Check &check, std::string_view question)
{
    for (const auto &item : check.items) {
        if (item.question == question)
            return cellOf(item.value);
    }
    return {};
}

std::string otherAnswers(const check::Check &check)
{
    json::object others;
    for (const auto &item : check.items) {
        if (std::find(knownQuestions.begin(), knownQuestions.end(), item.question) ==
            knownQuestions.end())
            others[item.question] = item.value;
    }
    return others.empty() ? std::string() : json::serialize(others);
}

std::string_view segmentText(const ExportRow &row)
{
    const auto &check = row.check;
    if (!check.score || check.kind != check::kind::survey || !row.isNps)
        return {};
    switch (metrics::segmentOf(*check.score)) {
    case metrics::Segment::Promoter:
        return "promoter";
    case metrics::Segment::Passive:
        return "passive";
    case metrics::Segment::Detractor:
        return "detractor";
    }
    return {};
}

/// Its own and those that came later.
std::string marksOf(const ExportRow &row)
{
    auto marks = row.check.marks;
    marks.insert(marks.end(), row.laterMarks.begin(), row.laterMarks.end());
    return joined(marks);
}

std::string csvHeader()
{
    csv::Row row;
    for (const auto column : exportColumns())
        row.text(column);
    return std::string(csv::byteOrderMark) + row.take();
}

/// In the order of exportColumns().
std::string csvLine(const ExportRow &row)
{
    const auto &check = row.check;
    csv::Row line;
    line.text(check.id.text()).text(check.store).text(row.storeName).text(row.region);
    line.text(check.device.text()).text(check.touchpoint).text(check.kind);
    line.text(check.checklist).number(std::int64_t(check.version)).text(check.series);
    line.text(check.language).text(formatDay(row.day)).number(std::int64_t(row.hour));
    line.text(formatUtc(check.openedAt)).text(formatUtc(check.closedAt));
    line.number(std::int64_t(check.utcOffsetMinutes)).text(check::toText(check.state));
    line.number(check.score).text(segmentText(row));
    line.text(answerTo(check, "liked")).text(answerTo(check, "improve"));
    line.text(answerTo(check, "comment")).text(otherAnswers(check)).text(marksOf(row));
    line.text(formatUtc(row.receivedAt)).text(check.chain.text()).number(check.sequence);
    return line.text(check.hash).take();
}

/// A row of a table is a check; JSON lines hold every record.
bool isRow(const ExportRow &row, ExportFormat format)
{
    return format != ExportFormat::Csv || row.check.body.empty();
}

std::string jsonLine(const ExportRow &row)
{
    json::array laterMarks;
    for (const auto &mark : row.laterMarks)
        laterMarks.emplace_back(mark);
    const json::object central{
        {"later_marks", std::move(laterMarks)},
        {"received_at", formatUtc(row.receivedAt)},
        {"store_name", row.storeName},
        {"region", row.region},
        {"day", formatDay(row.day)},
        {"hour", row.hour},
        {"segment", segmentText(row)}};
    auto out = row.canonical;
    out.back() = ',';
    return out + "\"central\":" + json::serialize(central) + "}\n";
}

} // namespace

std::optional<ExportFormat> exportFormatFrom(std::string_view text)
{
    if (text == "csv")
        return ExportFormat::Csv;
    if (text == "jsonl")
        return ExportFormat::Jsonl;
    return std::nullopt;
}

std::string_view mediaType(ExportFormat format)
{
    return format == ExportFormat::Csv ? "text/csv; charset=utf-8; header=present"
                                       : "application/x-ndjson";
}

const std::vector<std::string_view> &exportColumns()
{
    static const std::vector<std::string_view> columns{
        "id",          "store",      "store_name",    "region",
        "device",      "touchpoint", "kind",          "checklist",
        "version",     "series",     "language",      "day",
        "hour",        "opened_at",  "closed_at",     "utc_offset_minutes",
        "state",       "score",      "segment",       "liked",
        "improve",     "comment",    "other_answers", "marks",
        "received_at", "chain",      "sequence",      "hash"};
    return columns;
}

ExportText::ExportText(ExportReader reader, ExportFormat format)
    : m_reader(std::move(reader))
    , m_format(format)
{
}

Result<std::string> ExportText::next()
{
    const auto page = m_reader.next();
    if (!page)
        return page.failure();
    std::string out;
    if (!std::exchange(m_begun, true) && m_format == ExportFormat::Csv)
        out = csvHeader();
    for (const auto &row : *page) {
        if (!isRow(row, m_format))
            continue;
        out += m_format == ExportFormat::Csv ? csvLine(row) : jsonLine(row);
        ++m_rows;
    }
    m_hash.add(out);
    return out;
}

} // namespace vouch::server
