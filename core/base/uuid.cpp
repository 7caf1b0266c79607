#include "core/base/uuid.h"

#include "core/base/crypto.h"

namespace vouch {

Uuid Uuid::v7(const Clock &clock)
{
    Bytes bytes;
    crypto::randomBytes(bytes.data(), bytes.size());
    const auto ms = static_cast<std::uint64_t>(clock.now().time_since_epoch().count());
    for (int i = 0; i < 6; ++i)
        bytes[std::size_t(i)] = std::uint8_t(ms >> (8 * (5 - i)));
    bytes[6] = std::uint8_t((bytes[6] & 0x0F) | 0x70);
    bytes[8] = std::uint8_t((bytes[8] & 0x3F) | 0x80);
    return Uuid(bytes);
}

std::optional<Timestamp> Uuid::madeAt() const
{
    if (m_bytes[6] >> 4 != 7)
        return std::nullopt;
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 6; ++i)
        ms = ms << 8 | m_bytes[i];
    return Timestamp(std::chrono::milliseconds(ms));
}

Result<Uuid> Uuid::parse(std::string_view text)
{
    const auto malformed = [text] {
        return Failure{
            "uuid-malformed", "An id must be a UUID in lower case, with dashes.",
            std::string(text)};
    };
    if (text.size() != 36)
        return malformed();
    for (const std::size_t at : {8u, 13u, 18u, 23u}) {
        if (text[at] != '-')
            return malformed();
    }
    Bytes out;
    const std::span bytes(out);
    if (!crypto::fromHex(text.substr(0, 8), bytes.subspan(0, 4)) ||
        !crypto::fromHex(text.substr(9, 4), bytes.subspan(4, 2)) ||
        !crypto::fromHex(text.substr(14, 4), bytes.subspan(6, 2)) ||
        !crypto::fromHex(text.substr(19, 4), bytes.subspan(8, 2)) ||
        !crypto::fromHex(text.substr(24), bytes.subspan(10, 6)))
        return malformed();
    return Uuid(out);
}

Result<Uuid> Uuid::fromBytes(const void *bytes, std::size_t size)
{
    Bytes out;
    if (size != out.size())
        return Failure{"uuid-malformed", "An id must have 16 bytes.", std::to_string(size)};
    const auto *from = static_cast<const std::uint8_t *>(bytes);
    std::copy(from, from + size, out.begin());
    return Uuid(out);
}

std::string Uuid::text() const
{
    std::string out = crypto::toHex({reinterpret_cast<const char *>(m_bytes.data()), 16});
    for (const std::size_t at : {8u, 13u, 18u, 23u})
        out.insert(at, 1, '-');
    return out;
}

} // namespace vouch
