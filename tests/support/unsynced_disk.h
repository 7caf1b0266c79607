#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace vouch::test {

/// What a disk surely holds of some files, and what was written since the last sync, of which a
/// power cut leaves any part: each sector of each write on its own, as much of a lengthening, a
/// deletion that comes undone.
class UnsyncedDisk
{
public:
    static constexpr std::int64_t sectorSize = 512;

    void clear() { m_files.clear(); }

    /// Before anything else is said of a file: what it holds now is on the disk. `made` when it was
    /// made just now, so that its name is not.
    void opened(const std::string &path, bool made);
    void written(const std::string &path, const void *bytes, std::int64_t size, std::int64_t at);
    void truncated(const std::string &path, std::int64_t size);
    void synced(const std::string &path);
    /// `synced`: the folder too.
    void removed(const std::string &path, bool synced);

    /// Writes into the files what a power cut with this seed leaves of them.
    void cut(std::uint64_t seed);

private:
    struct Change
    {
        std::string bytes;
        std::int64_t at = 0; ///< or the new size, when `truncates`
        bool truncates = false;
    };
    struct File
    {
        bool there = true;                ///< as the program sees it
        bool named = true;                ///< the folder that names it is on the disk
        bool syncsFolder = false;         ///< at its next sync, as SQLite does for journals
        std::string safe;                 ///< its bytes as of the last sync
        std::optional<std::string> ghost; ///< of a file of this name that was deleted before
        std::vector<Change> changes;
    };

    static void apply(std::string &bytes, const Change &change);
    static std::string left(const File &file, std::mt19937_64 &random);

    std::map<std::string, File> m_files;
};

} // namespace vouch::test
