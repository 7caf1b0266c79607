#include "core/storage/log_note.h"

#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace vouch::storage {

namespace {

namespace fs = std::filesystem;

constexpr const char *noteName = "kiosk.logged";

void syncEntries(const fs::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

LogNote::LogNote(fs::path folder)
    : m_folder(std::move(folder))
{
}

void LogNote::keep()
{
    if (m_kept)
        return;
    const int descriptor =
        ::open((m_folder / noteName).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    ::close(descriptor);
    syncEntries(m_folder);
    m_kept = true;
}

bool LogNote::missesLog(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / noteName, error) && !fs::exists(folder / "kiosk.db-wal", error);
}

void LogNote::remove(const fs::path &folder)
{
    if (::unlink((folder / noteName).c_str()) == 0)
        syncEntries(folder);
}

} // namespace vouch::storage
