#include "sync/server/api/export_columns.h"

#include "core/check/check.h"
#include "core/metrics/nps.h"
#include "sync/protocol/codes.h"

#include <algorithm>
#include <array>

namespace vouch::server {

namespace {

/// The questions that have a standard column of their own.
constexpr std::array<std::string_view, 4> knownQuestions{
    "recommend", "liked", "improve", "comment"};

constexpr std::string_view answerPrefix = "answer.";

bool isDecimal(std::string_view text)
{
    text.remove_prefix(text.starts_with('-'));
    const auto digits = [&] {
        const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(end);
        return end > 0;
    };
    if (!digits())
        return false;
    if (text.empty())
        return true;
    text.remove_prefix(1);
    return text.empty() ? false : digits() && text.empty();
}

/// "2026-11-22T13:33:05.120+03:30": the instant as the shop's clock showed it.
void setLocal(const JsonText &instant, const JsonText &offset, Cell &cell)
{
    const auto utc = parseUtc(instant.text());
    const auto minutes = offset.integer();
    if (!utc || !minutes)
        return;
    cell.set(formatUtc(*utc + std::chrono::minutes(*minutes)));
    const auto size = std::abs(*minutes);
    cell.text.back() = *minutes < 0 ? '-' : '+';
    for (const auto part : {size / 60, size % 60}) {
        cell.text += static_cast<char>('0' + part / 10 % 10);
        cell.text += static_cast<char>('0' + part % 10);
        cell.text += ':';
    }
    cell.text.pop_back();
}

std::string_view segmentOf(const ExportRow &row)
{
    const auto score = row.record.score.integer();
    if (!score || !row.record.kind.is(check::kind::survey) || !row.isNps)
        return {};
    switch (metrics::segmentOf(static_cast<int>(*score))) {
    case metrics::Segment::Promoter:
        return "promoter";
    case metrics::Segment::Passive:
        return "passive";
    case metrics::Segment::Detractor:
        return "detractor";
    }
    return {};
}

void appendPart(std::string &out, std::string_view part)
{
    if (!out.empty())
        out += "; ";
    out += part;
}

/// Its own and those that came later.
void setMarks(const ExportRow &row, Cell &cell)
{
    std::string all;
    row.record.marks.elements([&](JsonText mark) { appendPart(all, mark.text()); });
    for (const auto &mark : row.laterMarks)
        appendPart(all, mark);
    cell.set(all);
}

void setOtherAnswers(const check::RecordView &record, Cell &cell)
{
    auto &out = cell.text;
    for (const auto &item : record.items) {
        const bool isKnown =
            std::any_of(knownQuestions.begin(), knownQuestions.end(), [&](std::string_view known) {
                return item.question.is(known);
            });
        if (isKnown || !item.value.isThere())
            continue;
        out += out.empty() ? '{' : ',';
        out.append(item.question.raw()).append(":").append(item.value.raw());
    }
    if (!out.empty()) {
        out += '}';
        cell.kind = Cell::Kind::Text;
    }
}

#define VOUCH_CELL(...)                                                                            \
    [](const Column &, const ExportRow &row, const Labels &, Cell &cell) { __VA_ARGS__; }

void fillAnswer(const Column &column, const ExportRow &row, const Labels &labels, Cell &cell)
{
    if (const auto *item = row.record.find(column.question))
        setAnswer(row.record, *item, labels, cell);
}

Column named(std::string name, const std::string &question, std::string description)
{
    return {std::move(name), ColumnType::Answer, std::move(description), fillAnswer, question};
}

} // namespace

std::string_view toText(ColumnType type)
{
    switch (type) {
    case ColumnType::Uuid:
        return "uuid";
    case ColumnType::Text:
        return "text";
    case ColumnType::Integer:
        return "integer";
    case ColumnType::Instant:
        return "instant";
    case ColumnType::LocalInstant:
        return "local-instant";
    case ColumnType::Day:
        return "day";
    case ColumnType::Answer:
        return "answer";
    }
    return "";
}

void setAnswer(
    const check::RecordView &record, const check::ItemView &item, const Labels &labels, Cell &cell)
{
    if (item.value.isArray()) {
        const auto question = item.question.text();
        std::string all, label;
        item.value.elements([&](JsonText pick) {
            label.clear();
            labels.append(record, question, pick.text(), label);
            appendPart(all, label);
        });
        cell.set(all);
    } else if (item.type.is(check::item_type::choice) || item.type.is(check::item_type::yesNo)) {
        if (!item.value.isNull())
            labels.append(record, item.question.text(), item.value.text(), cell.text);
        cell.kind = cell.text.empty() ? Cell::Kind::Empty : Cell::Kind::Text;
    } else if (const auto number = item.value.integer()) {
        cell.set(number);
    } else {
        cell.set(item.value);
        if (item.type.is(check::item_type::number) && isDecimal(cell.text))
            cell.kind = Cell::Kind::Decimal;
    }
}

bool isResponse(const ExportRow &row)
{
    return !row.record.kind.is(check::kind::activity) && !row.record.kind.is(check::kind::mark);
}

const std::vector<Column> &standardColumns()
{
    using enum ColumnType;
    static const std::vector<Column> columns{
        {"id", Uuid, "The response's id.", VOUCH_CELL(cell.set(row.record.id))},
        {"store", Text, "The shop's id.", VOUCH_CELL(cell.set(row.record.store))},
        {"store_name", Text, "The shop's name.", VOUCH_CELL(cell.set(row.store->name))},
        {"region", Text, "The id of the shop's region.", VOUCH_CELL(cell.set(row.store->region))},
        {"device", Uuid, "The tablet's id.", VOUCH_CELL(cell.set(row.record.device))},
        {"touchpoint", Text, "Where it was asked.", VOUCH_CELL(cell.set(row.record.touchpoint))},
        {"channel", Text,
         "By which it was brought in from elsewhere: telephone, web …; empty for a tablet's.",
         VOUCH_CELL(cell.set(row.record.channel))},
        {"kind", Text, "survey counts; training counts in no score.",
         VOUCH_CELL(cell.set(row.record.kind))},
        {"checklist", Text, "The checklist's id.", VOUCH_CELL(cell.set(row.record.checklist))},
        {"version", Integer, "The checklist's version.",
         VOUCH_CELL(cell.set(row.record.version.integer()))},
        {"series", Text, "Scores are compared within one series only.",
         VOUCH_CELL(cell.set(row.record.series))},
        {"language", Text, "In which it was asked.", VOUCH_CELL(cell.set(row.record.language))},
        {"day", Day, "The business day that counts, in the shop's time.",
         VOUCH_CELL(cell.set(formatDay(row.day)))},
        {"hour", Integer, "The hour that counts, 0 to 23, in the shop's time.",
         VOUCH_CELL(cell.set(std::int64_t(row.hour)))},
        {"opened_at", Instant, "When it was begun, UTC.",
         VOUCH_CELL(cell.set(row.record.openedAt))},
        {"opened_at_local", LocalInstant, "The same in the shop's time, with its offset from UTC.",
         VOUCH_CELL(setLocal(row.record.openedAt, row.record.utcOffsetMinutes, cell))},
        {"closed_at", Instant, "When it was over, UTC.", VOUCH_CELL(cell.set(row.record.closedAt))},
        {"closed_at_local", LocalInstant, "The same in the shop's time, with its offset from UTC.",
         VOUCH_CELL(setLocal(row.record.closedAt, row.record.utcOffsetMinutes, cell))},
        {"utc_offset_minutes", Integer, "The shop's time less UTC.",
         VOUCH_CELL(cell.set(row.record.utcOffsetMinutes.integer()))},
        {"state", Text, "completed, or abandoned before its end; a score counts in both.",
         VOUCH_CELL(cell.set(row.record.state))},
        {"score", Integer, "The answer to the question that is scored; empty without one.",
         VOUCH_CELL(cell.set(row.record.score.integer()))},
        {"segment", Text, "promoter, passive or detractor; empty for what counts in no NPS.",
         VOUCH_CELL(cell.set(segmentOf(row)))},
        named("liked", "liked", "What was liked: codes or labels, \"; \" between them."),
        named("improve", "improve", "What could be better: likewise."),
        named("comment", "comment", "The shopper's own words; empty too when they were erased."),
        {"other_answers", Text,
         "Answers to other questions, by question, as JSON with codes; contacts are sealed.",
         VOUCH_CELL(setOtherAnswers(row.record, cell))},
        {"marks", Text, "Why it may not be a customer's own answer; \"; \" between them.",
         VOUCH_CELL(setMarks(row, cell))},
        {"marked", Integer, "1 when it has marks, else 0.",
         VOUCH_CELL(cell.set(std::int64_t(row.marked)))},
        {"received_at", Instant, "When the server took it, UTC.",
         VOUCH_CELL(cell.set(formatUtc(row.receivedAt)))},
        {"clock_error_ms", Integer,
         "The server's clock less the tablet's, as estimated; over an hour, day and hour are the "
         "server's.",
         VOUCH_CELL(cell.set(row.clockErrorMs))},
        {"chain", Uuid, "The tablet's chain of records.", VOUCH_CELL(cell.set(row.record.chain))},
        {"sequence", Integer, "The place in that chain.",
         VOUCH_CELL(cell.set(row.record.sequence.integer()))},
        {"hash", Text, "Of the record, as the chain has it.",
         VOUCH_CELL(cell.set(row.record.hash))}};
    return columns;
}

#undef VOUCH_CELL

Column answerColumn(const std::string &question)
{
    return named(
        std::string(answerPrefix) + question, question,
        "The answer to the question \"" + question + "\"; several picks with \"; \" between them.");
}

namespace {

std::vector<Column> everyAnswer(const std::vector<checklist::Checklist> &checklists)
{
    std::vector<Column> out;
    for (const auto &list : checklists) {
        for (const auto &question : list.questions) {
            auto column = answerColumn(question.code);
            const bool isThere = std::any_of(
                out.begin(), out.end(), [&](const Column &c) { return c.name == column.name; });
            if (!isThere)
                out.push_back(std::move(column));
        }
    }
    return out;
}

Result<Column> columnNamed(const std::string &name)
{
    if (name.starts_with(answerPrefix) && name.size() > answerPrefix.size())
        return answerColumn(name.substr(answerPrefix.size()));
    for (const auto &column : standardColumns())
        if (column.name == name)
            return column;
    return Failure{
        std::string(protocol::code::malformed),
        "There is no such column; the code book names them all.", name};
}

} // namespace

Result<std::vector<Column>>
columnsFrom(std::string_view list, const std::vector<checklist::Checklist> &checklists)
{
    std::vector<Column> out;
    const auto add = [&](Column column) -> Result<void> {
        for (const auto &other : out)
            if (other.name == column.name)
                return Failure{
                    std::string(protocol::code::malformed), "This column is asked for twice.",
                    column.name};
        out.push_back(std::move(column));
        return {};
    };
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        const std::string name(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (name == "answers") {
            for (auto &column : everyAnswer(checklists))
                if (const auto added = add(std::move(column)); !added)
                    return added.failure();
            continue;
        }
        const auto column = columnNamed(name);
        if (!column)
            return column.failure();
        if (const auto added = add(*column); !added)
            return added.failure();
    }
    return out;
}

} // namespace vouch::server
