#include "core/storage/log_note.h"

#include "core/base/folder.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace vouch::storage {

namespace {

namespace fs = std::filesystem;

constexpr const char *noteName = "kiosk.logged";
constexpr std::size_t uuidLength = 36;
constexpr int sequenceDigits = 19;
/// "<chain> <sequence>" and a newline, always of this length: a part of it overwrites all of it.
constexpr std::size_t noteLength = uuidLength + 1 + sequenceDigits + 1;

} // namespace

LogNote::LogNote(fs::path folder)
    : m_folder(std::move(folder))
{
}

LogNote::~LogNote()
{
    if (m_note >= 0)
        ::close(m_note);
    remove(m_folder);
}

void LogNote::keep(const std::optional<check::Link> &newest)
{
    if (m_note < 0) {
        m_note = ::open((m_folder / noteName).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (m_note < 0)
            return;
        syncFolder(m_folder);
    }
    if (!newest)
        return;
    char text[noteLength + 1];
    std::snprintf(
        text, sizeof text, "%s %0*lld\n", newest->chain.text().c_str(), sequenceDigits,
        static_cast<long long>(newest->sequence));
    // What it told before is true still, should this one not be written.
    [[maybe_unused]] const auto written = ::pwrite(m_note, text, noteLength, 0);
}

bool LogNote::missesLog(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / noteName, error) && !fs::exists(folder / "kiosk.db-wal", error);
}

std::optional<check::Link> LogNote::newest(const fs::path &folder)
{
    std::string text(noteLength, '\0');
    std::ifstream(folder / noteName, std::ios::binary)
        .read(text.data(), std::streamsize(noteLength));
    const auto chain = Uuid::parse(std::string_view(text).substr(0, uuidLength));
    std::int64_t sequence = 0;
    const auto *digits = text.data() + uuidLength + 1;
    const auto read = std::from_chars(digits, digits + sequenceDigits, sequence);
    if (!chain || read.ec != std::errc() || *read.ptr != '\n' || sequence < 0)
        return std::nullopt;
    return check::Link{*chain, sequence, {}};
}

void LogNote::remove(const fs::path &folder)
{
    if (::unlink((folder / noteName).c_str()) == 0)
        syncFolder(folder);
}

} // namespace vouch::storage
