#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Reads rows out of an SQLite file that SQLite itself may refuse: page by page, without trusting
/// its header, its trees or its schema. What is read may be wrong or old; whoever asks judges it.
namespace vouch::storage {

struct StoredBlob
{
    std::string bytes;
};
/// NULL, an integer, a text, a blob; a floating-point number is read as NULL.
using StoredValue = std::variant<std::monostate, std::int64_t, std::string, StoredBlob>;

struct StoredRow
{
    std::int64_t rowid = 0; ///< of tables that have one
    std::vector<StoredValue> values;
};

inline const std::string *textOf(const StoredValue &value)
{
    return std::get_if<std::string>(&value);
}
inline const std::string *blobOf(const StoredValue &value)
{
    const auto *blob = std::get_if<StoredBlob>(&value);
    return blob ? &blob->bytes : nullptr;
}
inline const std::int64_t *integerOf(const StoredValue &value)
{
    return std::get_if<std::int64_t>(&value);
}

/// A database file with its write-ahead log. Changes neither.
class PageReader
{
public:
    /// Failure `data-unreadable` when the database itself cannot be opened. Sectors that cannot be
    /// read count as damaged.
    static Result<PageReader> open(const std::filesystem::path &database);
    PageReader(PageReader &&other) noexcept;
    ~PageReader();

    /// Whether each of the pages 1..`count` lies whole in the database or in its log. SQLite reads
    /// what a file was cut off from as zeros, and its own check does not look into all pages.
    bool holdsAll(std::int64_t count) const;

    enum class Which {
        Newest, ///< each page once, as of the last commit that can be read
        All,    ///< every image of every page that lies in either file, in no order
    };
    /// Rows of tables with a rowid (`true`), or of those without and of indexes (`false`).
    void
    forEachRow(Which which, bool withRowid, const std::function<void(StoredRow &&)> &use) const;

private:
    struct Place
    {
        bool inLog = false;
        std::int64_t offset = 0;
    };

    PageReader() = default;
    void readHeaders();
    void readLog();
    std::string read(const Place &place) const;
    std::string newest(std::uint32_t page) const;
    void rowsOf(
        std::string_view page, std::size_t headerAt, bool withRowid,
        const std::function<void(StoredRow &&)> &use) const;
    std::optional<StoredRow> cell(std::string_view page, std::size_t at, bool withRowid) const;
    std::optional<std::string>
    payload(std::string_view page, std::size_t at, std::uint64_t size, bool withRowid) const;

    int m_database = -1;
    int m_log = -1;
    std::int64_t m_databaseSize = 0;
    std::int64_t m_logSize = 0;
    std::size_t m_pageSize = 4096;
    std::map<std::uint32_t, std::int64_t> m_logPages; ///< page → where it lies in the log
};

} // namespace vouch::storage
