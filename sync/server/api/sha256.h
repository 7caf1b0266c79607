#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vouch::server {

/// SHA-256 of what is written piece by piece.
class Sha256
{
public:
    Sha256();
    Sha256(Sha256 &&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    /// 64 hexadecimal digits of all that was added; nothing may be added afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The same of one text.
std::string sha256Hex(std::string_view bytes);

} // namespace vouch::server
