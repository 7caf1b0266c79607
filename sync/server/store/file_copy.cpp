#include "sync/server/store/file_copy.h"

#include "core/base/folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vouch::server {

namespace fs = std::filesystem;

namespace {

class Descriptor
{
public:
    Descriptor(const fs::path &file, int flags)
        : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0600))
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    operator int() const { return m_number; }

private:
    int m_number;
};

bool writeAll(int descriptor, const char *bytes, std::size_t size)
{
    while (size > 0) {
        const auto count = ::write(descriptor, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace

Failure cannotPlace(const fs::path &file)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return {
        full ? "disk-full" : "file-unwritable",
        "The database cannot be put in place: " + std::string(std::strerror(errno)) +
            (full ? ". Make room and try again." : ". Check the folder and who may write there."),
        file.string()};
}

Result<void> copyDurably(const fs::path &from, const fs::path &to)
{
    const Descriptor source(from, O_RDONLY);
    if (source < 0)
        return Failure{
            "backup-missing",
            "The back-up cannot be read: " + std::string(std::strerror(errno)) +
                ". Check its name and who may read it.",
            from.string()};
    const Descriptor target(to, O_WRONLY | O_CREAT | O_TRUNC);
    if (target < 0)
        return cannotPlace(to);
    std::string piece(1u << 20, '\0');
    for (;;) {
        const auto count = ::read(source, piece.data(), piece.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return Failure{
                "backup-missing",
                "The back-up cannot be read: " + std::string(std::strerror(errno)) + ".",
                from.string()};
        if (count == 0)
            break;
        if (!writeAll(target, piece.data(), static_cast<std::size_t>(count)))
            return cannotPlace(to);
    }
    return ::fsync(target) == 0 ? Result<void>() : cannotPlace(to);
}

Result<void> syncFolderOf(const fs::path &file)
{
    return syncFolder(file.parent_path()) ? Result<void>() : cannotPlace(file.parent_path());
}

} // namespace vouch::server
