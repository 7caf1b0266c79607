#include "core/base/folder.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace vouch {

bool syncFolder(const std::filesystem::path &folder)
{
    const int descriptor =
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return synced;
}

} // namespace vouch
