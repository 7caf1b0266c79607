#pragma once

#include <filesystem>

namespace vouch {

/// Makes what was made, renamed or removed in the folder lasting (an empty path is the working
/// folder). False with errno when it could not be.
bool syncFolder(const std::filesystem::path &folder);

} // namespace vouch
