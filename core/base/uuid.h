#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vouch {

/// An RFC 9562 UUID.
class Uuid
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    /// All zeros: "none".
    Uuid() = default;
    explicit Uuid(const Bytes &bytes)
        : m_bytes(bytes)
    {
    }

    /// Version 7: the clock's milliseconds, then 74 random bits; ids made later sort later.
    static Uuid v7(const Clock &clock);
    /// Exactly 36 lower-case characters with dashes, any version. Failure `uuid-malformed`.
    static Result<Uuid> parse(std::string_view text);
    /// Exactly 16 bytes, as a database gives them back. Failure `uuid-malformed`.
    static Result<Uuid> fromBytes(const void *bytes, std::size_t size);

    /// When a version 7 was made, by the clock that it was made with; nothing of any other.
    std::optional<Timestamp> madeAt() const;

    std::string text() const;
    const Bytes &bytes() const { return m_bytes; }
    bool isNull() const { return *this == Uuid(); }
    /// The last 16 bits: they turn the order of a checklist's criteria (method.md §2).
    std::uint16_t lastBits() const { return std::uint16_t(m_bytes[14] << 8 | m_bytes[15]); }

    auto operator<=>(const Uuid &) const = default;

private:
    Bytes m_bytes{};
};

} // namespace vouch
