#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vouch::server {

/// SHA-256 of what is written piece by piece.
class Sha256
{
public:
    Sha256();

    void add(std::string_view bytes);
    /// 64 hexadecimal digits of all that was added; nothing may be added afterwards.
    std::string finish();

private:
    struct alignas(8) State
    {
        std::array<std::byte, 128> bytes;
    };
    State m_state;
};

/// The same of one text.
std::string sha256Hex(std::string_view bytes);

} // namespace vouch::server
