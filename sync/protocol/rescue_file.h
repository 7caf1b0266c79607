#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

/// A tablet's queue as a file that people carry. It only grows:
///
///   vouch-rescue-1 {"device":"…","public_key":"…","store":"…"}
///   batch <bytes> <their BLAKE2b-256 in hexadecimal>
///   <bytes: one batch as it is posted to /api/v1/checks, in zstd>
///   end <how many records all batches before hold>
///
/// Each part ends with a line feed. What was torn, because the stick was pulled out, stays where it
/// is; the writer goes on behind it, and a reader at the next part that is whole.
namespace vouch::protocol {

struct RescueHeader
{
    Uuid device;
    std::string publicKey; ///< 32 bytes
    std::string store;

    bool operator==(const RescueHeader &) const = default;
};

std::string rescueHeader(const RescueHeader &header);
/// `batch` is compressed.
std::string rescueBatch(std::string_view batch);
std::string rescueEnd(std::int64_t records);

/// Reads part by part: no more than one batch is in memory.
class RescueReader
{
public:
    /// Failures `rescue-unreadable`, `rescue-foreign` (it begins as something else).
    static Result<RescueReader> open(const std::filesystem::path &file);

    const RescueHeader &header() const { return m_header; }
    /// The next whole batch, as JSON; nothing at the end.
    std::optional<std::string> next();
    /// What the last part says, when that is an end: how many records there must have been.
    std::optional<std::int64_t> end() const { return m_end; }
    /// Stretches so far that are no whole part.
    int torn() const { return m_torn; }

private:
    RescueReader(std::ifstream file, RescueHeader header, std::streamoff at);
    std::string read(std::streamoff at, std::size_t most);
    std::optional<std::string> batchAt(std::string_view line);
    void skipTorn();

    std::ifstream m_file;
    RescueHeader m_header;
    std::streamoff m_at = 0;
    std::optional<std::int64_t> m_end;
    int m_torn = 0;
};

} // namespace vouch::protocol
