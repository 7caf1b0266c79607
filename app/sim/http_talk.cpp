#include "app/sim/http_talk.h"

#include <curl/curl.h>

#include <array>

namespace vouch::sim {

namespace {

constexpr long connectSeconds = 5;
constexpr long answerSeconds = 60;
constexpr std::size_t mostAnswerBytes = 16u << 20;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(CURLU *url, CURLUPart which)
{
    char *text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK)
        return {};
    std::string out(text);
    curl_free(text);
    return out;
}

bool isLoopback(const std::string &host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// The address without a slash at its end.
Result<std::string> checkedUrl(const std::string &server)
{
    const Url url(curl_url(), curl_url_cleanup);
    const bool read = curl_url_set(url.get(), CURLUPART_URL, server.c_str(), 0) == CURLUE_OK;
    const auto scheme = part(url.get(), CURLUPART_SCHEME);
    if (!read || (scheme != "http" && scheme != "https") ||
        !part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_QUERY).empty())
        return Failure{
            "server-url-malformed", "Write the server's address like https://vouch.example.com.",
            server};
    if (scheme == "http" && !isLoopback(part(url.get(), CURLUPART_HOST)))
        return Failure{
            "server-url-unsafe",
            "Over a network the address must begin with https: answers would travel in clear.",
            server};
    auto out = server;
    while (out.ends_with('/'))
        out.pop_back();
    return out;
}

std::size_t collect(char *bytes, std::size_t, std::size_t size, void *into)
{
    auto &body = *static_cast<std::string *>(into);
    if (body.size() + size > mostAnswerBytes)
        return 0;
    body.append(bytes, size);
    return size;
}

} // namespace

struct HttpTalk::Parts
{
    std::string server;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), curl_easy_cleanup};
};

HttpTalk::HttpTalk(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

HttpTalk::HttpTalk(HttpTalk &&) noexcept = default;
HttpTalk &HttpTalk::operator=(HttpTalk &&) noexcept = default;
HttpTalk::~HttpTalk() = default;

Result<HttpTalk> HttpTalk::open(const std::string &server)
{
    static const auto initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    auto parts = std::make_unique<Parts>();
    if (initialised != CURLE_OK || !parts->curl)
        return Failure{"http-unavailable", "libcurl could not be started.", {}};
    auto url = checkedUrl(server);
    if (!url)
        return url.failure();
    parts->server = std::move(*url);
    return HttpTalk(std::move(parts));
}

Result<HttpReply> HttpTalk::get(const std::string &path, const std::vector<std::string> &headers)
{
    curl_easy_reset(m_parts->curl.get());
    return perform(path, headers);
}

Result<HttpReply> HttpTalk::post(
    const std::string &path, const std::vector<std::string> &headers, const std::string &body)
{
    auto *curl = m_parts->curl.get();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    auto all = headers;
    all.emplace_back("Content-Type: application/json");
    all.emplace_back("Expect:"); // no round trip before the body
    return perform(path, all);
}

Result<HttpReply>
HttpTalk::perform(const std::string &path, const std::vector<std::string> &headers)
{
    auto *curl = m_parts->curl.get();
    HttpReply reply;
    std::array<char, CURL_ERROR_SIZE> error{};
    curl_slist *list = nullptr;
    for (const auto &header : headers)
        list = curl_slist_append(list, header.c_str());
    curl_easy_setopt(curl, CURLOPT_URL, (m_parts->server + path).c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, answerSeconds);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error.data());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &collect);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply.body);
    const auto code = curl_easy_perform(curl);
    curl_slist_free_all(list);
    if (code != CURLE_OK)
        return Failure{
            "server-unreachable",
            std::string("The server does not answer: ") +
                (error[0] ? error.data() : curl_easy_strerror(code)) +
                ". See that it runs and that the address is right.",
            m_parts->server};
    long status = 0;
    curl_off_t after = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &after);
    reply.status = static_cast<int>(status);
    reply.retryAfter = std::chrono::seconds(after);
    return reply;
}

} // namespace vouch::sim
