#include "core/base/boot.h"

#include <fstream>

namespace vouch {

Uuid currentBoot()
{
    static const Uuid boot = [] {
        std::ifstream file("/proc/sys/kernel/random/boot_id");
        std::string text;
        std::getline(file, text);
        const auto id = Uuid::parse(text);
        return id ? *id : Uuid::v7(SystemClock());
    }();
    return boot;
}

} // namespace vouch
