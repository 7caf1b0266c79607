#include "sync/server/store/store_parts.h"
#include "sync/server/store/verification.h"

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace vouch::server {

namespace {

/// Of 4 KiB: a step holds up the jobs for a few milliseconds.
constexpr int pagesAtOnce = 256;
constexpr std::chrono::milliseconds askEvery{200};
constexpr std::chrono::milliseconds tryEvery{20};

Failure backUpStopped()
{
    return {"stopped", "The back-up was given up, because the server is stopping. Try again.", ""};
}

Failure backUpFailure(int code, const std::filesystem::path &file)
{
    if ((code & 0xff) == SQLITE_FULL)
        return {
            "disk-full", "The back-up does not fit on this disk. Make room and try again.",
            file.string()};
    return {
        "file-unwritable",
        std::string("The back-up cannot be written: ") + sqlite3_errstr(code) +
            ". Check the disk and who may write there.",
        file.string()};
}

/// SQLite's online back-up on the connection that writes: what is written meanwhile goes into the
/// copy as well, so that it never starts anew.
class BackUp : public SteppedWork
{
public:
    explicit BackUp(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }
    ~BackUp() override { close(); }

    bool step(Connection &connection) override
    {
        if (m_cancelled)
            return end(backUpStopped());
        if (!m_copy) {
            if (const int opened = open(connection); opened != SQLITE_OK)
                return end(backUpFailure(opened, m_file));
        }
        const int code = sqlite3_backup_step(m_copy, pagesAtOnce);
        if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
            return false;
        const int finished = sqlite3_backup_finish(std::exchange(m_copy, nullptr));
        if (code != SQLITE_DONE || finished != SQLITE_OK)
            return end(backUpFailure(code == SQLITE_DONE ? finished : code, m_file));
        return end({});
    }

    void abandon() override { end(backUpStopped()); }
    void cancel() { m_cancelled = true; }
    std::future<Result<void>> outcome() { return m_outcome.get_future(); }

private:
    int open(Connection &connection)
    {
        int code = sqlite3_open_v2(m_file.c_str(), &m_target, SQLITE_OPEN_READWRITE, nullptr);
        // The file is nothing before it is whole, and is brought to the disk then.
        if (code == SQLITE_OK)
            code = sqlite3_exec(
                m_target, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", nullptr, nullptr,
                nullptr);
        if (code != SQLITE_OK)
            return code;
        m_copy =
            sqlite3_backup_init(m_target, "main", connection.sqlite()->raw().getHandle(), "main");
        return m_copy ? SQLITE_OK : sqlite3_errcode(m_target);
    }

    bool end(Result<void> outcome)
    {
        close();
        m_outcome.set_value(std::move(outcome));
        return true;
    }

    void close()
    {
        sqlite3_backup_finish(std::exchange(m_copy, nullptr));
        sqlite3_close(std::exchange(m_target, nullptr));
    }

    const std::filesystem::path m_file;
    sqlite3 *m_target = nullptr;
    sqlite3_backup *m_copy = nullptr;
    std::atomic<bool> m_cancelled = false;
    std::promise<Result<void>> m_outcome;
};

/// One file that needs no log beside it, and is sound.
Result<void> settleCopy(const std::filesystem::path &file)
{
    return storage::guarded([&]() -> Result<void> {
        SQLite::Database copy(file.string(), SQLite::OPEN_READWRITE);
        copy.exec("PRAGMA synchronous=OFF");
        copy.execAndGet("PRAGMA journal_mode=DELETE");
        const auto checked = copy.execAndGet("PRAGMA quick_check(1)").getString();
        if (checked == "ok")
            return {};
        return Failure{
            "database-damaged",
            "The copy is damaged, and so may the database be: " + checked +
                ". Keep older back-ups, and run verify.",
            file.string()};
    });
}

} // namespace

Result<void> Store::backUp(const std::filesystem::path &file, const KeepGoing &goOn) const
{
    const auto work = std::make_shared<BackUp>(file);
    auto outcome = work->outcome();
    while (!m_parts->writer->addStepped(work)) { // another one is being made
        if (!goOn())
            return backUpStopped();
        std::this_thread::sleep_for(tryEvery);
    }
    while (outcome.wait_for(askEvery) != std::future_status::ready)
        if (!goOn())
            work->cancel();
    if (const auto copied = outcome.get(); !copied)
        return copied;
    return settleCopy(file);
}

} // namespace vouch::server
