#include "sync/server/api/export_workbook.h"

#include <xlsxwriter.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

namespace vouch::server {

namespace {

constexpr std::size_t longestCell = 32'767; ///< UTF-16 units
/// Beyond this a sheet may come near the 4 GiB that the plain ZIP format holds.
constexpr std::int64_t mostPlainRows = 300'000;
constexpr std::size_t pieceSize = 256 * 1024;

std::string temporaryFolder()
{
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    const char *named = std::getenv("TMPDIR");
    return !error ? folder.string() : named ? named : "/tmp";
}

Failure cannotBuild(const std::string &reason)
{
    return {
        "file-unwritable",
        "The workbook cannot be built: " + reason +
            ". It needs a few gigabytes for a million rows, in the folder that TMPDIR names.",
        temporaryFolder()};
}

/// What XML cannot hold becomes U+FFFD, and what is too long for a cell is shortened.
std::string fitForCell(std::string_view text)
{
    std::string out;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const auto character = text.substr(at, size);
        units += size == 4 ? 2 : 1;
        if (units >= longestCell && at + size < text.size())
            return out += "…";
        const bool isUnfit = (lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r') ||
                             character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
        out += isUnfit ? std::string_view("\xEF\xBF\xBD") : character;
        at += size;
    }
    return out;
}

lxw_datetime dateOf(std::string_view text)
{
    lxw_datetime out{};
    if (const auto day = parseDay(text.substr(0, 10))) {
        const std::chrono::year_month_day ymd(*day);
        out.year = int(ymd.year());
        out.month = int(unsigned(ymd.month()));
        out.day = int(unsigned(ymd.day()));
    }
    if (const auto time = parseUtc(text)) {
        const auto of = *time - std::chrono::floor<std::chrono::days>(*time);
        const std::chrono::hh_mm_ss clock(of);
        out.hour = int(clock.hours().count());
        out.min = int(clock.minutes().count());
        out.sec = double(clock.seconds().count()) + double(clock.subseconds().count()) / 1000;
    }
    return out;
}

/// A file without a name in the folder for temporary ones; negative when it cannot be made.
int unnamedFile()
{
    const auto folder = temporaryFolder();
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
        return file;
    auto name = folder + "/vouch-export-XXXXXX"; // a file system that knows no other way
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        ::unlink(name.c_str());
    return named;
}

} // namespace

/// Used by one thread at a time: the one that packs it has it alone.
struct WorkbookExport::Book
{
    ~Book()
    {
        if (workbook)
            lxw_workbook_free(workbook);
        if (file >= 0)
            ::close(file);
    }

    Result<void> open(bool isLarge)
    {
        file = unnamedFile();
        if (file < 0)
            return cannotBuild(std::strerror(errno));
        folder = temporaryFolder();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        options.use_zip64 = isLarge ? LXW_TRUE : LXW_FALSE;
        const auto path = "/proc/self/fd/" + std::to_string(file);
        workbook = workbook_new_opt(path.c_str(), &options);
        if (!workbook)
            return cannotBuild("out of memory");
        bold = workbook_add_format(workbook);
        format_set_bold(bold);
        dayFormat = workbook_add_format(workbook);
        format_set_num_format(dayFormat, "yyyy-mm-dd");
        instantFormat = workbook_add_format(workbook);
        format_set_num_format(instantFormat, "yyyy-mm-dd hh:mm:ss");
        return {};
    }

    Result<void> addSheet(const std::vector<Column> &columns)
    {
        endSheet(columns.size());
        const auto name =
            sheets++ == 0 ? std::string("Responses") : "Responses " + std::to_string(sheets);
        sheet = workbook_add_worksheet(workbook, name.c_str());
        if (!sheet)
            return cannotBuild("no more sheets");
        nextRow = 0;
        lxw_col_t at = 0;
        for (const auto &column : columns) {
            const bool isWide = column.type != ColumnType::Integer;
            worksheet_set_column(sheet, at, at, isWide ? 20 : 10, nullptr);
            worksheet_write_string(sheet, 0, at++, column.name.c_str(), bold);
        }
        worksheet_freeze_panes(sheet, 1, 0);
        ++nextRow;
        return {};
    }

    void endSheet(std::size_t columns)
    {
        if (sheet && columns > 0)
            worksheet_autofilter(
                sheet, 0, 0, std::max<lxw_row_t>(nextRow, 2) - 1,
                static_cast<lxw_col_t>(columns - 1));
    }

    lxw_error write(lxw_col_t at, const Cell &cell, ColumnType type)
    {
        switch (cell.kind) {
        case Cell::Kind::Empty:
            return LXW_NO_ERROR;
        case Cell::Kind::Integer:
            return worksheet_write_number(sheet, nextRow, at, double(cell.number), nullptr);
        case Cell::Kind::Decimal:
            return worksheet_write_number(
                sheet, nextRow, at, std::strtod(cell.text.c_str(), nullptr), nullptr);
        case Cell::Kind::Text:
            break;
        }
        if (type == ColumnType::Day || type == ColumnType::Instant) {
            auto date = dateOf(cell.text);
            return worksheet_write_datetime(
                sheet, nextRow, at, &date, type == ColumnType::Day ? dayFormat : instantFormat);
        }
        return worksheet_write_string(sheet, nextRow, at, fitForCell(cell.text).c_str(), nullptr);
    }

    /// Takes long for a large one.
    void pack()
    {
        const auto error = workbook_close(std::exchange(workbook, nullptr));
        const std::lock_guard lock(mutex);
        packed = error;
        changed.notify_all();
    }

    int file = -1;
    std::string folder;
    lxw_workbook *workbook = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *bold = nullptr;
    lxw_format *dayFormat = nullptr;
    lxw_format *instantFormat = nullptr;
    int sheets = 0;
    lxw_row_t nextRow = 0;
    lxw_error failed = LXW_NO_ERROR; ///< the first that a row gave

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<lxw_error> packed;
};

WorkbookExport::WorkbookExport(ExportReader reader, ExportPlan plan, WorkbookLimits limits)
    : m_reader(std::move(reader))
    , m_plan(std::move(plan))
    , m_limits(limits)
{
}

WorkbookExport::~WorkbookExport() = default;

Result<bool> WorkbookExport::make(std::string &piece)
{
    switch (m_stage) {
    case Stage::Rows:
        return addRows();
    case Stage::Packing:
        return awaitPacking();
    case Stage::Reading:
        return readPiece(piece);
    }
    return false;
}

Result<bool> WorkbookExport::addRows()
{
    if (!m_book) {
        m_book = std::make_shared<Book>();
        if (const auto opened = m_book->open(m_reader.left() > mostPlainRows); !opened)
            return opened.failure();
        if (const auto added = m_book->addSheet(m_plan.columns); !added)
            return added.failure();
    }
    auto &book = *m_book;
    const auto more = m_reader.next([&](const ExportRow &row) {
        if (!isResponse(row) || book.failed)
            return;
        if (book.nextRow >= m_limits.rowsOfSheet && !book.addSheet(m_plan.columns)) {
            book.failed = LXW_ERROR_MEMORY_MALLOC_FAILED;
            return;
        }
        lxw_col_t at = 0;
        for (const auto &column : m_plan.columns) {
            column.read(row, m_plan.labels, m_cell);
            if (const auto error = book.write(at++, m_cell, column.type))
                book.failed = error;
        }
        ++book.nextRow;
        ++m_rows;
    });
    if (!more)
        return more.failure();
    if (book.failed)
        return cannotBuild(lxw_strerror(book.failed));
    if (!*more) {
        book.endSheet(m_plan.columns.size());
        m_stage = Stage::Packing;
        // Of its own: whoever waits for it may leave.
        std::thread([shared = m_book] { shared->pack(); }).detach();
    }
    return true;
}

/// Comes back every second, so that who waits can be told that work goes on.
Result<bool> WorkbookExport::awaitPacking()
{
    std::unique_lock lock(m_book->mutex);
    m_book->changed.wait_for(
        lock, std::chrono::seconds(1), [&] { return m_book->packed.has_value(); });
    if (!m_book->packed)
        return true;
    if (*m_book->packed)
        return cannotBuild(lxw_strerror(*m_book->packed));
    m_stage = Stage::Reading;
    return true;
}

Result<bool> WorkbookExport::readPiece(std::string &piece)
{
    piece.resize(pieceSize);
    const auto count = ::read(m_book->file, piece.data(), piece.size());
    piece.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    if (count < 0)
        return cannotBuild(std::strerror(errno));
    return count > 0;
}

} // namespace vouch::server
