#pragma once

#include "core/base/json.h"

#include <filesystem>

/// What lies beside an exported file, FILE.manifest.json: {"file", "format", "rows", "bytes",
/// "sha256", "made_at", "asked", "codebook": {"file", "bytes", "sha256"}}.
namespace vouch::central {

std::filesystem::path manifestOf(const std::filesystem::path &file);
std::filesystem::path codebookOf(const std::filesystem::path &file);

/// Looks whether the file and its code book are what the manifest says: bytes and SHA-256, and of
/// CSV and JSON lines the rows. Gives the manifest. Failures `export-differs`, `manifest-missing`,
/// `manifest-malformed`, `file-unreadable`.
Result<json::object> verifyExport(const std::filesystem::path &file);

} // namespace vouch::central
