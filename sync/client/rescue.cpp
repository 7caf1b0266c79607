#include "sync/client/rescue.h"

#include "core/base/boot.h"
#include "sync/client/identity.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/rescue_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>

namespace vouch::client {

namespace {

constexpr std::size_t bytesAtOnce = 4u << 20;

Failure unwritable(const std::filesystem::path &file, int error)
{
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return {
            "rescue-full",
            "The stick is full. Make room on it or take another one, and run this again: it goes "
            "on "
            "where it was. The tablet keeps everything.",
            file.string()};
    return {
        "rescue-unwritable",
        std::string("The file cannot be written: ") + std::strerror(error) +
            ". Look whether the stick is in and takes writing, and run this again: it goes on "
            "where it was. The tablet keeps everything.",
        file.string()};
}

/// A file that only grows, each piece of it on the stick before the next.
class GrowingFile
{
public:
    explicit GrowingFile(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    GrowingFile(const GrowingFile &) = delete;
    GrowingFile &operator=(const GrowingFile &) = delete;
    ~GrowingFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    Result<void> open()
    {
        m_descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        return m_descriptor < 0 ? unwritable(m_path, errno) : Result<void>();
    }

    Result<void> append(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return unwritable(m_path, written < 0 ? errno : ENOSPC);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(m_descriptor) != 0)
            return unwritable(m_path, errno);
        return {};
    }

    Result<void> startAnew()
    {
        return ::ftruncate(m_descriptor, 0) == 0 ? Result<void>() : unwritable(m_path, errno);
    }

    /// Whether something torn ends it, so that what follows needs a line feed before it.
    bool endsTorn() const
    {
        char last = '\n';
        const auto size = ::lseek(m_descriptor, 0, SEEK_END);
        return size > 0 && ::pread(m_descriptor, &last, 1, size - 1) == 1 && last != '\n';
    }

    /// What is read from now on comes from the stick, not from memory.
    void forgetCached() { ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED); }

private:
    std::filesystem::path m_path;
    int m_descriptor = -1;
};

class RescueWriter
{
public:
    RescueWriter(
        storage::KioskStore &store, const Clock &clock, protocol::RescueHeader header,
        crypto::SigningKey key, std::filesystem::path path)
        : m_store(store)
        , m_clock(clock)
        , m_header(std::move(header))
        , m_key(std::move(key))
        , m_path(std::move(path))
        , m_file(m_path)
    {
    }

    Result<Rescued> write(const std::function<void(std::int64_t)> &progress);

private:
    Result<void> begin();
    Result<void> readHeld();
    Result<void> addBatch(const std::vector<storage::Outgoing> &records);
    Result<std::string> signedBatch(const std::vector<storage::Outgoing> &records);
    Result<void> verify();
    /// All that no server has acknowledged, page by page.
    using TakePage = std::function<Result<void>(const std::vector<storage::Outgoing> &)>;
    Result<void> eachPage(const TakePage &take);
    bool isHeld(const storage::Outgoing &record) const
    {
        const auto found = m_held.find(record.id);
        return found != m_held.end() && found->second == record.hash;
    }

    storage::KioskStore &m_store;
    const Clock &m_clock;
    const protocol::RescueHeader m_header;
    const crypto::SigningKey m_key;
    const std::filesystem::path m_path;
    GrowingFile m_file;
    std::map<Uuid, std::string> m_held; ///< id → hash of what whole batches of the file hold
    /// In whole batches. More than are held when what was written behind a torn batch made that one
    /// whole: its last byte may be the line feed that was missing.
    std::int64_t m_records = 0;
    std::optional<std::int64_t> m_end;
};

/// Makes the file, or looks whose it is.
Result<void> RescueWriter::begin()
{
    const auto header = protocol::rescueHeader(m_header);
    if (const auto opened = m_file.open(); !opened)
        return opened;
    std::string start(header.size(), '\0');
    std::ifstream in(m_path, std::ios::binary);
    in.read(start.data(), std::streamsize(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    if (start == header)
        return readHeld();
    if (!header.starts_with(start))
        return Failure{
            "rescue-foreign",
            "There is something else in this file, or it is another tablet's. Name a new one.",
            m_path.string()};
    // Broken off in its very first line.
    if (const auto emptied = m_file.startAnew(); !emptied)
        return emptied;
    return m_file.append(header);
}

Result<void> RescueWriter::readHeld()
{
    m_held.clear();
    m_records = 0;
    auto reader = protocol::RescueReader::open(m_path);
    if (!reader)
        return reader.failure();
    while (const auto text = reader->next()) {
        const auto batch = protocol::decodeBatch(*text);
        if (!batch || batch->device != m_header.device ||
            !protocol::verifySignature(*batch, m_header.publicKey))
            continue;
        m_records += static_cast<std::int64_t>(batch->checks.size());
        for (const auto &record : batch->checks) {
            const auto *id = findString(record, "id");
            const auto *hash = findString(record, "hash");
            const auto uuid = Uuid::parse(id ? view(*id) : std::string_view());
            if (uuid && hash)
                m_held.insert_or_assign(*uuid, std::string(view(*hash)));
        }
    }
    m_end = reader->end();
    return {};
}

Result<std::string> RescueWriter::signedBatch(const std::vector<storage::Outgoing> &records)
{
    const auto head = m_store.head();
    if (!head)
        return head.failure();
    std::vector<protocol::SealedCheck> sealed;
    for (const auto &record : records)
        sealed.push_back({record.hash, record.canonical});
    protocol::Batch envelope;
    envelope.device = m_header.device;
    envelope.sentAt = m_clock.now();
    envelope.boot = currentBoot();
    envelope.monotonicMs = m_clock.monotonicMs();
    envelope.head = *head;
    return protocol::compress(
        protocol::encodeBatch(envelope, sealed, m_key), protocol::Encoding::Zstd);
}

Result<void> RescueWriter::addBatch(const std::vector<storage::Outgoing> &records)
{
    const auto batch = signedBatch(records);
    if (!batch)
        return batch.failure();
    const auto added =
        m_file.append((m_file.endsTorn() ? "\n" : "") + protocol::rescueBatch(*batch));
    if (!added)
        return added;
    for (const auto &record : records)
        m_held.insert_or_assign(record.id, record.hash);
    return {};
}

Result<void> RescueWriter::eachPage(const TakePage &take)
{
    for (std::int64_t after = 0;;) {
        const auto page = m_store.untaken(after, protocol::maxChecks, bytesAtOnce);
        if (!page)
            return page.failure();
        if (page->empty())
            return {};
        if (const auto taken = take(*page); !taken)
            return taken;
    }
}

/// Reads the file back and compares it with the queue.
Result<void> RescueWriter::verify()
{
    m_file.forgetCached();
    if (const auto read = readHeld(); !read)
        return read;
    const auto whole = eachPage([this](const auto &page) -> Result<void> {
        for (const auto &record : page)
            if (!isHeld(record))
                return Failure{
                    "rescue-unverified",
                    "What was written does not read back whole: the stick may be broken. Take "
                    "another one. The tablet keeps everything.",
                    m_path.string()};
        return {};
    });
    if (!whole)
        return whole;
    if (m_end == m_records)
        return {};
    return m_file.append((m_file.endsTorn() ? "\n" : "") + protocol::rescueEnd(m_records));
}

Result<Rescued> RescueWriter::write(const std::function<void(std::int64_t)> &progress)
{
    if (const auto begun = begin(); !begun)
        return begun.failure();
    Rescued out;
    out.file = m_path;
    const auto written = eachPage([&](const auto &page) -> Result<void> {
        std::vector<storage::Outgoing> missing;
        for (const auto &record : page)
            if (!isHeld(record))
                missing.push_back(record);
        if (!missing.empty())
            if (const auto added = addBatch(missing); !added)
                return added;
        out.records += static_cast<std::int64_t>(page.size());
        out.added += static_cast<std::int64_t>(missing.size());
        progress(out.records);
        return {};
    });
    if (!written)
        return written.failure();
    if (const auto verified = verify(); !verified)
        return verified.failure();
    const auto outbox = m_store.outbox();
    if (!outbox)
        return outbox.failure();
    out.refused = outbox->quarantined;
    return out;
}

} // namespace

Result<Rescued> rescue(
    storage::KioskStore &store, const Clock &clock, std::filesystem::path file,
    const std::function<void(std::int64_t)> &progress)
{
    const auto identity = loadIdentity(store);
    if (!identity)
        return identity.failure();
    if (!*identity)
        return Failure{
            "not-enrolled",
            "This tablet belongs to no server yet, so nobody could tell whose answers these are. "
            "Enrol it once (--server URL --enrol CODE); after that no network is needed.",
            ""};
    auto key = signingKey(store);
    if (!key)
        return key.failure();
    const auto &known = **identity;
    if (const auto adopted = store.adopt(known.device, known.store); !adopted)
        return adopted.failure();
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        file /= "vouch-" + known.store + "-" + known.device.text() + ".rescue";
    return RescueWriter(
               store, clock, {known.device, key->publicKey, known.store}, *key, std::move(file))
        .write(progress);
}

} // namespace vouch::client
