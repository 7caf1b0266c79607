#pragma once

#include "core/check/check.h"

#include <filesystem>
#include <optional>

namespace vouch::storage {

/// A note beside the database, kiosk.logged: its write-ahead log holds what may be nowhere else,
/// and which record was the newest. SQLite takes a log up to its first broken frame and says
/// nothing of what came behind it, nor of a log that is not there; the note does.
///
/// It is made behind the first commit, when SQLite has made the log durable, and goes before the
/// database is closed in order, which deletes the log. It is not flushed itself: after a power cut
/// it may tell of an earlier record than the log holds, never of a later one.
class LogNote
{
public:
    explicit LogNote(std::filesystem::path folder);
    LogNote(const LogNote &) = delete;
    LogNote &operator=(const LogNote &) = delete;
    ~LogNote();

    /// To be called behind each commit, with the record that it closed. Without room there is no
    /// note for now.
    void keep(const std::optional<check::Link> &newest);

    /// Whether the log of `folder`/kiosk.db was removed.
    static bool missesLog(const std::filesystem::path &folder);
    /// The newest record that the database and its log held; without its hash. Nothing when there
    /// is no note, or it does not tell.
    static std::optional<check::Link> newest(const std::filesystem::path &folder);
    static void remove(const std::filesystem::path &folder);

private:
    std::filesystem::path m_folder;
    int m_note = -1;
};

} // namespace vouch::storage
