#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vouch::crypto {

/// `message` so that only who knows `secret` (any bytes that cannot be guessed) can read it, or
/// make another: XSalsa20 and Poly1305 under BLAKE2b of the secret. The nonce is BLAKE2b of key and
/// message, so that the same is hidden as the same, and nothing else is told. 40 bytes longer. Safe
/// from any thread.
std::string hide(std::string_view message, std::string_view secret);
/// Nothing for what another secret hid, and for what was altered.
std::optional<std::string> reveal(std::string_view hidden, std::string_view secret);

} // namespace vouch::crypto
