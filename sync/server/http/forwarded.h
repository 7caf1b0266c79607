#pragma once

#include "sync/server/http/message.h"

namespace vouch::http {

/// Believes what a proxy before the server says of a request: its client is the last address of
/// X-Forwarded-For, the one that the proxy itself saw and added, and was encrypted when
/// X-Forwarded-Proto says https. Addresses before the last are the client's own words.
void takeForwarded(Request &request);

/// Whether both are the same address, written as IPv4 or as IPv6 that maps it.
bool isSameAddress(std::string_view a, std::string_view b);

} // namespace vouch::http
