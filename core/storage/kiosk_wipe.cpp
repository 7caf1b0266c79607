#include "core/storage/kiosk_wipe.h"

#include "core/base/folder.h"
#include "core/storage/database.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vouch::storage {

namespace {

namespace fs = std::filesystem;

constexpr const char *markName = "kiosk.released";
constexpr const char *lockName = "kiosk.lock";
/// All that a kiosk writes into its folder begins so.
constexpr const char *prefix = "kiosk.";

Failure failed(const std::string &what, const fs::path &where)
{
    return {
        "wipe-failed", what + ": " + std::strerror(errno) + ". Mend it and release again.",
        where.string()};
}

Result<void> keepEntries(const fs::path &folder)
{
    return syncFolder(folder) ? Result<void>() : failed("The folder could not be written", folder);
}

bool overwrite(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return false;
    static constexpr std::array<char, 65536> zeros{};
    for (off_t at = 0; at < status.st_size;) {
        const auto size = std::min<off_t>(off_t(zeros.size()), status.st_size - at);
        const auto written = ::pwrite(descriptor, zeros.data(), std::size_t(size), at);
        if (written <= 0)
            return false;
        at += written;
    }
    return ::fsync(descriptor) == 0;
}

} // namespace

bool wipeBegun(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / markName, error);
}

Result<void> beginWipe(const fs::path &folder, const std::string &reason)
{
    const auto mark = folder / markName;
    const int descriptor = ::open(mark.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failed("The data could not be given up", mark);
    const auto written = ::write(descriptor, reason.data(), reason.size());
    const bool kept = written == ssize_t(reason.size()) && ::fsync(descriptor) == 0;
    const auto failure = failed("The data could not be given up", mark);
    ::close(descriptor);
    if (!kept) {
        ::unlink(mark.c_str());
        return failure;
    }
    return keepEntries(folder);
}

Wipe::Wipe(Wipe &&other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_files(std::exchange(other.m_files, {}))
{
}

Wipe::~Wipe()
{
    for (const auto &file : m_files)
        ::close(file.descriptor);
}

Result<Wipe> Wipe::hold(const fs::path &folder)
{
    Wipe wipe(folder);
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(prefix) || name == markName || name == lockName ||
            !entry.is_regular_file(error) || entry.is_symlink(error))
            continue;
        const int descriptor = ::open(entry.path().c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
        if (descriptor < 0)
            return failed("A file could not be opened", entry.path());
        wipe.m_files.push_back({entry.path(), descriptor});
    }
    if (error)
        return failed("The folder could not be read", folder);
    return wipe;
}

Result<std::vector<std::string>> Wipe::finish()
{
    const auto lock = DataLock::acquire(m_folder / lockName);
    if (!lock)
        return lock.failure();
    std::vector<std::string> names;
    for (const auto &file : m_files) {
        if (!overwrite(file.descriptor))
            return failed("A file could not be overwritten", file.path);
        std::error_code error;
        fs::remove(file.path, error);
        if (error)
            return failed("A file could not be removed", file.path);
        names.push_back(file.path.filename().string());
    }
    if (const auto synced = keepEntries(m_folder); !synced)
        return synced.failure();
    for (const char *name : {markName, lockName}) {
        std::error_code error;
        fs::remove(m_folder / name, error);
        if (error)
            return failed("A file could not be removed", m_folder / name);
    }
    if (const auto synced = keepEntries(m_folder); !synced)
        return synced.failure();
    return names;
}

} // namespace vouch::storage
