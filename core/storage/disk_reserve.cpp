#include "core/storage/disk_reserve.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vouch::storage {

namespace {

constexpr const char *reserveName = "kiosk.reserve";
constexpr off_t reserveSize = 1 << 20;

} // namespace

void keepReserve(const std::filesystem::path &folder)
{
    const auto file = folder / reserveName;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    struct stat status = {};
    const bool whole = ::fstat(descriptor, &status) == 0 && status.st_size >= reserveSize;
    const bool kept = whole || ::posix_fallocate(descriptor, 0, reserveSize) == 0;
    ::close(descriptor);
    if (!kept)
        ::unlink(file.c_str());
}

bool freeReserve(const std::filesystem::path &folder)
{
    return ::unlink((folder / reserveName).c_str()) == 0;
}

} // namespace vouch::storage
