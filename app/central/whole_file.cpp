#include "app/central/whole_file.h"

#include "core/base/folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vouch::central {

namespace {

Failure failureAt(const std::filesystem::path &place)
{
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return {
        full ? "disk-full" : "file-unwritable",
        "The file cannot be written: " + std::string(std::strerror(errno)) +
            (full ? ". Make room and try again." : ". Check the folder and who may write there."),
        place.string()};
}

} // namespace

WholeFile::WholeFile(std::filesystem::path place)
    : m_place(std::move(place))
    , m_part(m_place)
{
    m_part += ".part";
}

WholeFile::~WholeFile()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_part.c_str());
}

Result<void> WholeFile::create()
{
    m_descriptor = ::open(m_part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        return failureAt(m_part);
    return {};
}

Result<void> WholeFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failureAt(m_part);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> WholeFile::publish()
{
    if (::fsync(m_descriptor) != 0 || ::rename(m_part.c_str(), m_place.c_str()) != 0 ||
        !syncFolder(m_place.parent_path()))
        return failureAt(m_place);
    ::close(m_descriptor);
    m_descriptor = -1;
    return {};
}

} // namespace vouch::central
