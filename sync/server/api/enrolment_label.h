#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace vouch::server {

/// The address without a slash at its end. Tablets refuse http:// but to their own machine, so does
/// this. Failure `request-malformed`.
Result<std::string> checkedServerUrl(std::string_view url);

/// What a label's QR code says: "https://central.example/#enrol=XXXX-XXXX-XXXX". The code stands
/// behind the #, so that a telephone that opens the address sends it to nobody.
std::string labelText(const std::string &serverUrl, const std::string &code);

struct QrCode
{
    int size = 0; ///< modules of a side; leave four free around it
    /// Its dark modules as the path of an SVG of size × size.
    std::string path;
};

/// With the error correction that a scratched label needs (M). Failure `internal`: too long.
Result<QrCode> qrCodeOf(const std::string &text);

} // namespace vouch::server
