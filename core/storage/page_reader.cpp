#include "core/storage/page_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vouch::storage {

namespace {

constexpr std::size_t fileHeaderSize = 100;
constexpr std::int64_t logHeaderSize = 32;
constexpr std::int64_t frameHeaderSize = 24;
constexpr std::uint32_t logMagic = 0x377f0682; ///< its last bit: checksums of big-endian words
constexpr std::string_view fileMagic("SQLite format 3\0", 16);
constexpr std::uint64_t longestPayload = 16u << 20;
constexpr std::size_t mostColumns = 64;

enum PageType : unsigned char { interiorIndex = 2, leafIndex = 10, leafTable = 13 };

unsigned char byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < size; ++i)
        out = out << 8 | byteAt(bytes, at + i);
    return out;
}

std::uint32_t word(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bigEndian(bytes, at, 4));
}

bool isPageSize(std::uint64_t size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/// SQLite's variable-length integer; moves `at` behind it, or gives nothing at the end.
std::optional<std::uint64_t> varint(std::string_view bytes, std::size_t &at)
{
    std::uint64_t out = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const auto byte = byteAt(bytes, at++);
        if (i == 8)
            return out << 8 | byte;
        out = out << 7 | (byte & 0x7f);
        if (!(byte & 0x80))
            return out;
    }
    return std::nullopt;
}

/// The sum that a log keeps over its header and all frames so far.
struct LogSum
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool bigEndianWords = false;

    void add(std::string_view bytes)
    {
        const auto next = [&](std::size_t at) {
            const auto big = word(bytes, at);
            return bigEndianWords ? big : __builtin_bswap32(big);
        };
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += next(at) + second;
            second += next(at + 4) + first;
        }
    }
};

std::string readAt(int descriptor, std::int64_t offset, std::size_t size)
{
    std::string out(size, '\0');
    const auto got = descriptor < 0 ? -1 : ::pread(descriptor, out.data(), size, offset);
    out.resize(got < 0 ? 0 : std::size_t(got));
    return out;
}

std::int64_t sizeOf(int descriptor)
{
    struct stat status = {};
    return descriptor >= 0 && ::fstat(descriptor, &status) == 0 ? status.st_size : 0;
}

/// The bytes that a serial type takes; nothing for one that there is not.
std::optional<std::uint64_t> sizeOfType(std::uint64_t type)
{
    static constexpr std::array<std::uint64_t, 10> fixed{0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < fixed.size())
        return fixed[type];
    return type < 12 ? std::nullopt : std::optional((type - 12) / 2);
}

StoredValue valueOf(std::uint64_t type, std::string_view bytes)
{
    if (type == 0 || type == 7)
        return std::monostate();
    if (type >= 12 && type % 2 == 0)
        return StoredBlob{std::string(bytes)};
    if (type >= 13)
        return std::string(bytes);
    if (type >= 8)
        return std::int64_t(type - 8);
    const auto shift = 64 - 8 * bytes.size();
    return static_cast<std::int64_t>(bigEndian(bytes, 0, bytes.size()) << shift) >>
           static_cast<std::int64_t>(shift);
}

std::optional<std::vector<StoredValue>> valuesOf(std::string_view record)
{
    std::size_t at = 0;
    const auto header = varint(record, at);
    if (!header || *header > record.size() || *header < at)
        return std::nullopt;
    std::vector<StoredValue> out;
    std::size_t body = *header;
    while (at < *header) {
        const auto type = varint(record, at);
        const auto size = type ? sizeOfType(*type) : std::nullopt;
        if (!size || *size > record.size() - body || out.size() == mostColumns)
            return std::nullopt;
        out.push_back(valueOf(*type, record.substr(body, *size)));
        body += *size;
    }
    return body == record.size() && at == *header ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace

Result<PageReader> PageReader::open(const std::filesystem::path &database)
{
    PageReader reader;
    reader.m_database = ::open(database.c_str(), O_RDONLY | O_CLOEXEC);
    if (reader.m_database < 0)
        return Failure{
            "data-unreadable",
            std::string("The database cannot be read: ") + std::strerror(errno) + ".",
            database.string()};
    reader.m_log = ::open((database.string() + "-wal").c_str(), O_RDONLY | O_CLOEXEC);
    reader.m_databaseSize = sizeOf(reader.m_database);
    reader.m_logSize = sizeOf(reader.m_log);
    reader.readHeaders();
    reader.readLog();
    return reader;
}

PageReader::PageReader(PageReader &&other) noexcept
    : m_database(std::exchange(other.m_database, -1))
    , m_log(std::exchange(other.m_log, -1))
    , m_databaseSize(other.m_databaseSize)
    , m_logSize(other.m_logSize)
    , m_pageSize(other.m_pageSize)
    , m_logPages(std::move(other.m_logPages))
{
}

PageReader::~PageReader()
{
    for (const int descriptor : {m_database, m_log}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

void PageReader::readHeaders()
{
    const auto file = readAt(m_database, 0, fileHeaderSize);
    const auto log = readAt(m_log, 0, std::size_t(logHeaderSize));
    if (log.size() == std::size_t(logHeaderSize) && (word(log, 0) & ~1u) == logMagic &&
        isPageSize(word(log, 8)))
        m_pageSize = word(log, 8);
    else if (file.starts_with(fileMagic) && isPageSize(bigEndian(file, 16, 2)))
        m_pageSize = bigEndian(file, 16, 2);
}

/// As SQLite itself recovers a log: frames count as long as their sums hold, up to a commit.
void PageReader::readLog()
{
    const auto header = readAt(m_log, 0, std::size_t(logHeaderSize));
    if (header.size() != std::size_t(logHeaderSize) || (word(header, 0) & ~1u) != logMagic)
        return;
    LogSum sum;
    sum.bigEndianWords = word(header, 0) & 1;
    sum.add(std::string_view(header).substr(0, 24));
    if (sum.first != word(header, 24) || sum.second != word(header, 28))
        return;
    std::map<std::uint32_t, std::int64_t> uncommitted;
    const auto frameSize = frameHeaderSize + std::int64_t(m_pageSize);
    for (auto at = logHeaderSize; at + frameSize <= m_logSize; at += frameSize) {
        const auto frame = readAt(m_log, at, std::size_t(frameSize));
        if (frame.size() != std::size_t(frameSize) ||
            std::string_view(frame).substr(8, 8) != std::string_view(header).substr(16, 8))
            return;
        sum.add(std::string_view(frame).substr(0, 8));
        sum.add(std::string_view(frame).substr(std::size_t(frameHeaderSize)));
        if (sum.first != word(frame, 16) || sum.second != word(frame, 20))
            return;
        uncommitted[word(frame, 0)] = at + frameHeaderSize;
        if (word(frame, 4) == 0)
            continue;
        for (const auto &[page, place] : uncommitted)
            m_logPages[page] = place;
        uncommitted.clear();
    }
}

std::string PageReader::read(const Place &place) const
{
    auto out = readAt(place.inLog ? m_log : m_database, place.offset, m_pageSize);
    out.resize(m_pageSize, '\0'); // of a file that was cut off
    return out;
}

std::string PageReader::newest(std::uint32_t page) const
{
    const auto found = m_logPages.find(page);
    if (found != m_logPages.end())
        return read({true, found->second});
    return page == 0 ? std::string(m_pageSize, '\0')
                     : read({false, std::int64_t(page - 1) * std::int64_t(m_pageSize)});
}

bool PageReader::holdsAll(std::int64_t count) const
{
    const auto inDatabase = m_databaseSize / std::int64_t(m_pageSize);
    for (auto page = inDatabase + 1; page <= count; ++page) {
        if (!m_logPages.contains(static_cast<std::uint32_t>(page)))
            return false;
    }
    return true;
}

void PageReader::forEachRow(
    Which which, bool withRowid, const std::function<void(StoredRow &&)> &use) const
{
    const auto size = std::int64_t(m_pageSize);
    auto pages = static_cast<std::uint32_t>((m_databaseSize + size - 1) / size);
    if (which == Which::Newest && !m_logPages.empty())
        pages = std::max(pages, m_logPages.rbegin()->first);
    for (std::uint32_t page = 1; page <= pages; ++page) {
        const auto image = which == Which::Newest ? newest(page) : read({false, (page - 1) * size});
        rowsOf(image, page == 1 ? fileHeaderSize : 0, withRowid, use);
    }
    if (which == Which::Newest)
        return;
    const auto frameSize = frameHeaderSize + size;
    for (auto at = logHeaderSize; at + frameHeaderSize < m_logSize; at += frameSize)
        rowsOf(read({true, at + frameHeaderSize}), 0, withRowid, use);
}

void PageReader::rowsOf(
    std::string_view page, std::size_t headerAt, bool withRowid,
    const std::function<void(StoredRow &&)> &use) const
{
    const auto type = byteAt(page, headerAt);
    const bool fits = withRowid ? type == leafTable : type == leafIndex || type == interiorIndex;
    if (!fits)
        return;
    const bool interior = type == interiorIndex;
    const auto cells = bigEndian(page, headerAt + 3, 2);
    const auto pointers = headerAt + (interior ? 12 : 8);
    for (std::size_t i = 0; i < cells && pointers + 2 * i + 2 <= page.size(); ++i) {
        const auto at = bigEndian(page, pointers + 2 * i, 2) + (interior ? 4 : 0);
        if (at >= page.size())
            continue;
        if (auto row = cell(page, at, withRowid))
            use(std::move(*row));
    }
}

std::optional<StoredRow>
PageReader::cell(std::string_view page, std::size_t at, bool withRowid) const
{
    StoredRow out;
    const auto size = varint(page, at);
    if (!size || *size > longestPayload)
        return std::nullopt;
    if (withRowid) {
        const auto rowid = varint(page, at);
        if (!rowid)
            return std::nullopt;
        out.rowid = static_cast<std::int64_t>(*rowid);
    }
    const auto bytes = payload(page, at, *size, withRowid);
    auto values = bytes ? valuesOf(*bytes) : std::nullopt;
    if (!values)
        return std::nullopt;
    out.values = std::move(*values);
    return out;
}

/// What fits lies in the cell, the rest in a list of pages (fileformat2, "Cell Payload Overflow").
std::optional<std::string>
PageReader::payload(std::string_view page, std::size_t at, std::uint64_t size, bool withRowid) const
{
    const std::uint64_t usable = m_pageSize;
    const auto most = withRowid ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    const auto least = (usable - 12) * 32 / 255 - 23;
    auto local = size;
    if (size > most) {
        const auto wanted = least + (size - least) % (usable - 4);
        local = wanted <= most ? wanted : least;
    }
    if (at + local + (size > local ? 4 : 0) > page.size())
        return std::nullopt;
    std::string out(page.substr(at, local));
    auto next = size > local ? word(page, at + local) : 0;
    while (out.size() < size) {
        if (next == 0)
            return std::nullopt;
        const auto overflow = newest(next);
        next = word(overflow, 0);
        out.append(overflow, 4, std::min<std::uint64_t>(size - out.size(), usable - 4));
    }
    return out;
}

} // namespace vouch::storage
