#include "sync/server/api/enrolment_label.h"

#include "sync/protocol/codes.h"

#include <qrencode.h>

#include <memory>

namespace vouch::server {

namespace {

constexpr std::size_t longestUrl = 300;

bool isOfThisMachine(std::string_view host)
{
    for (const std::string_view own : {"127.0.0.1", "localhost", "[::1]"})
        if (host.starts_with(own) &&
            (host.size() == own.size() || host[own.size()] == ':' || host[own.size()] == '/'))
            return true;
    return false;
}

} // namespace

Result<std::string> checkedServerUrl(std::string_view url)
{
    while (url.ends_with('/'))
        url.remove_suffix(1);
    constexpr std::string_view safe = "https://", plain = "http://";
    const bool isSafe = url.starts_with(safe) && url.size() > safe.size();
    const bool isOwn = url.starts_with(plain) && isOfThisMachine(url.substr(plain.size()));
    const bool isClean = url.find_first_of("#? \t\r\n\"<>") == url.npos;
    if (!(isSafe || isOwn) || !isClean || url.size() > longestUrl)
        return Failure{
            std::string(protocol::code::malformed),
            "Give the address at which tablets reach the server: https://…", "server"};
    return std::string(url);
}

std::string labelText(const std::string &serverUrl, const std::string &code)
{
    return serverUrl + "/#enrol=" + code;
}

Result<QrCode> qrCodeOf(const std::string &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!made)
        return Failure{std::string(protocol::code::internal), "No QR code holds this text.", text};
    QrCode out;
    out.size = made->width;
    const auto isDark = [&](int x, int y) {
        return x < out.size && (made->data[y * out.size + x] & 1) != 0;
    };
    for (int y = 0; y < out.size; ++y)
        for (int x = 0; x < out.size; ++x) {
            const int from = x;
            while (isDark(x, y))
                ++x;
            if (x > from)
                out.path += "M" + std::to_string(from) + " " + std::to_string(y) + "h" +
                            std::to_string(x - from) + "v1H" + std::to_string(from) + "z";
        }
    return out;
}

} // namespace vouch::server
