#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace vouch::test {

/// The names of all files under `folder` that hold `bytes`, as grep finds them; empty when none.
inline std::string filesWith(const std::filesystem::path &folder, std::string_view bytes)
{
    std::string out;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string content(std::istreambuf_iterator<char>(file), {});
        if (entry.is_regular_file() && content.find(bytes) != content.npos)
            out += entry.path().filename().string() + " ";
    }
    return out;
}

} // namespace vouch::test
