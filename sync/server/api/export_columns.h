#pragma once

#include "sync/server/api/export_labels.h"
#include "sync/server/store/export_reader.h"

namespace vouch::server {

/// One value of a table. Its memory is used again for the next row.
struct Cell
{
    enum class Kind {
        Empty,
        Text,
        Integer,
        Decimal, ///< as a text, "-12.50"
    };
    Kind kind = Kind::Empty;
    std::string text;
    std::int64_t number = 0;

    void clear()
    {
        kind = Kind::Empty;
        text.clear();
    }
    void set(std::string_view value)
    {
        text = value;
        kind = text.empty() ? Kind::Empty : Kind::Text;
    }
    void set(const JsonText &value)
    {
        value.appendTo(text);
        kind = text.empty() ? Kind::Empty : Kind::Text;
    }
    void set(std::optional<std::int64_t> value)
    {
        kind = value ? Kind::Integer : Kind::Empty;
        number = value.value_or(0);
    }
};

/// What the cells of a column are, the empty ones apart.
enum class ColumnType {
    Uuid,
    Text,
    Integer,
    Instant,      ///< "2026-11-22T10:03:05.120Z"
    LocalInstant, ///< "2026-11-22T13:33:05.120+03:30"
    Day,          ///< "2026-11-22"
    Answer,       ///< whatever the question's type is
};
std::string_view toText(ColumnType type);

struct Column
{
    /// Sets a cell that was cleared.
    using Fill = void (*)(const Column &, const ExportRow &, const Labels &, Cell &);

    std::string name;
    ColumnType type = ColumnType::Text;
    std::string description;
    Fill fill = nullptr;
    std::string question{}; ///< of an answer

    void read(const ExportRow &row, const Labels &labels, Cell &cell) const
    {
        cell.clear();
        fill(*this, row, labels, cell);
    }
};

/// The columns that a table has unless others are asked for.
const std::vector<Column> &standardColumns();
/// "answer.CODE": the answer to one question.
Column answerColumn(const std::string &question);
/// The columns of a list, "id,score,answer.liked"; "answers" stands for those of all questions that
/// the checklists ask, in their order. Failure `request-malformed`.
Result<std::vector<Column>>
columnsFrom(std::string_view list, const std::vector<checklist::Checklist> &checklists);

/// A row of a table is a check; what a kiosk did, and marks of other records, are none.
bool isResponse(const ExportRow &row);

/// The value of one item as a cell.
void setAnswer(
    const check::RecordView &record, const check::ItemView &item, const Labels &labels, Cell &cell);

} // namespace vouch::server
