#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace vouch::protocol {

enum class Encoding { Identity, Gzip, Zstd };

/// By the value of Content-Encoding; empty is identity. Failure `encoding-unsupported`.
Result<Encoding> encodingFrom(std::string_view header);
std::string_view toText(Encoding encoding);

Result<std::string> compress(std::string_view bytes, Encoding encoding);

/// Counts while it inflates and stops at `most` bytes; a zstd window is at most 8 MiB.
/// Failures `body-too-large`, `request-malformed`.
Result<std::string> decompress(std::string_view bytes, Encoding encoding, std::size_t most);

/// Compresses what comes piece by piece, within half a megabyte of its own.
class Compressor
{
public:
    /// Of gzip or zstd. Failure `unavailable`.
    static Result<std::unique_ptr<Compressor>> make(Encoding encoding);
    virtual ~Compressor() = default;

    /// Appends what can go out by now; after the `last` piece all of it. Failure `unavailable`.
    virtual Result<void> put(std::string_view piece, bool last, std::string &out) = 0;
};

} // namespace vouch::protocol
