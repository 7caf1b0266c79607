#pragma once

#include <filesystem>

namespace vouch::storage {

/// A note beside the database, kiosk.logged: its write-ahead log holds what may be nowhere else.
/// The note is made behind the first commit, when SQLite has made the log durable, and goes before
/// the database is closed in order, which deletes the log. Who finds a note and no log knows that
/// somebody else removed it.
class LogNote
{
public:
    explicit LogNote(std::filesystem::path folder);
    LogNote(const LogNote &) = delete;
    LogNote &operator=(const LogNote &) = delete;
    ~LogNote() { remove(m_folder); }

    /// To be called behind each commit. Without room there is no note for now.
    void keep();

    /// Whether the log of `folder`/kiosk.db was removed.
    static bool missesLog(const std::filesystem::path &folder);
    static void remove(const std::filesystem::path &folder);

private:
    std::filesystem::path m_folder;
    bool m_kept = false;
};

} // namespace vouch::storage
