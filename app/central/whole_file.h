#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace vouch::central {

/// A file that is there whole or not at all: written beside its place under another name, brought
/// to the disk, then renamed. Readable by its owner only. Not thread-safe.
class WholeFile
{
public:
    explicit WholeFile(std::filesystem::path place);
    WholeFile(const WholeFile &) = delete;
    WholeFile &operator=(const WholeFile &) = delete;
    /// Removes what was not published.
    ~WholeFile();

    /// Failures of all: `file-unwritable`, `disk-full`.
    Result<void> create();
    Result<void> write(std::string_view bytes);
    /// Where it is written until then, for who writes it by other means after create().
    const std::filesystem::path &part() const { return m_part; }
    /// Replaces what is at the place.
    Result<void> publish();

private:
    std::filesystem::path m_place;
    std::filesystem::path m_part;
    int m_descriptor = -1;
};

} // namespace vouch::central
