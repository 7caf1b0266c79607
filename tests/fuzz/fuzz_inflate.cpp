#include "sync/protocol/compression.h"
#include "tests/fuzz/fuzz_support.h"

using namespace vouch;
using namespace vouch::protocol;
using fuzz::require;

/// Any bytes as a compressed body. run.sh bounds what may be allocated.
namespace {

constexpr std::size_t most = 1 << 20;

void inflate(std::string_view bytes, Encoding encoding)
{
    const auto out = decompress(bytes, encoding, most);
    if (!out)
        return fuzz::requireTold(out.failure());
    require(out->size() <= most, "never more than the limit");
    const auto exact = decompress(bytes, encoding, out->size());
    require(exact && *exact == *out, "the limit itself is allowed");
    if (!out->empty())
        require(!decompress(bytes, encoding, out->size() - 1), "one less is not");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = fuzz::view(data, size);
    for (const auto encoding : {Encoding::Identity, Encoding::Gzip, Encoding::Zstd}) {
        inflate(bytes, encoding);
        const auto small = compress(bytes, encoding);
        require(bool(small), "anything can be compressed");
        const auto back = decompress(*small, encoding, bytes.size());
        require(back && *back == bytes, "and comes back as it was");
    }
    return 0;
}
