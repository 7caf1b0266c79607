#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

/// The end of a kiosk's data, once it is proved that the server has everything. It can be broken
/// off anywhere and goes on where it was: from beginWipe() on nothing else uses the folder.
namespace vouch::storage {

/// Whether the folder's data was given up: a kiosk must not start on it any more.
bool wipeBegun(const std::filesystem::path &folder);

/// Gives the folder's data up, durably; `reason` is what is kept until the end (who, when, why).
/// Call it while the store is open, so that no other program comes between.
Result<void> beginWipe(const std::filesystem::path &folder, const std::string &reason);

/// Overwrites and removes what a kiosk keeps in `folder`, the mark of beginWipe() last; names the
/// files. Overwriting reaches the blocks that the file system gives: on flash memory old copies may
/// survive, there only an encrypted disk helps. Failures `data-in-use`, `wipe-failed`.
class Wipe
{
public:
    /// Takes hold of the files: what SQLite removes when it closes is overwritten all the same.
    /// Call it while the store is open, or after a former wipe was broken off.
    static Result<Wipe> hold(const std::filesystem::path &folder);
    /// Call it when the store is closed.
    Result<std::vector<std::string>> finish();

    Wipe(Wipe &&other) noexcept;
    ~Wipe();

private:
    struct File
    {
        std::filesystem::path path;
        int descriptor = -1;
    };

    explicit Wipe(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }

    std::filesystem::path m_folder;
    std::vector<File> m_files;
};

} // namespace vouch::storage
