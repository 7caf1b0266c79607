#pragma once

#include "core/base/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace vouch::sim {

struct HttpReply
{
    int status = 0;
    std::string body;
    std::chrono::seconds retryAfter{0}; ///< 0 when the server named none
};

/// Blocking HTTP to one server over one kept connection. No redirects: a captive portal's answer is
/// none of the server's.
class HttpTalk
{
public:
    /// Only https, or http to the loopback: tokens and shoppers' words do not travel in clear.
    /// Failures `server-url-malformed`, `server-url-unsafe`.
    static Result<HttpTalk> open(const std::string &server);

    HttpTalk(HttpTalk &&) noexcept;
    HttpTalk &operator=(HttpTalk &&) noexcept;
    ~HttpTalk();

    /// Headers as "Name: value". Any status is a reply; failure `server-unreachable` when none
    /// came.
    Result<HttpReply> get(const std::string &path, const std::vector<std::string> &headers);
    Result<HttpReply>
    post(const std::string &path, const std::vector<std::string> &headers, const std::string &body);

private:
    struct Parts;
    explicit HttpTalk(std::unique_ptr<Parts> parts);
    Result<HttpReply> perform(const std::string &path, const std::vector<std::string> &headers);

    std::unique_ptr<Parts> m_parts;
};

} // namespace vouch::sim
