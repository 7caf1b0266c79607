#pragma once

#include <span>
#include <string_view>

namespace vouch::server {

/// One file of resources/web, put into the binary by embed_web.cmake.
struct WebAsset
{
    std::string_view path; ///< "/index.html", "/assets/app.js"
    std::string_view bytes;
};

/// Sorted by path. Lives as long as the program.
std::span<const WebAsset> webAssets();

} // namespace vouch::server
