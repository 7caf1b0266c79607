#pragma once

#include "app/central/server_log.h"
#include "sync/server/store/store.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace vouch::central {

/// The server's scheduled work: what has been kept long enough is erased, at the start and every
/// quarter of an hour.
class Housekeeping
{
public:
    /// Both outlive this.
    Housekeeping(server::Store &store, const ServerLog &log);
    Housekeeping(const Housekeeping &) = delete;
    Housekeeping &operator=(const Housekeeping &) = delete;
    /// Ends the work under way soon.
    ~Housekeeping();

private:
    void work();
    bool isEnding();

    server::Store &m_store;
    const ServerLog &m_log;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace vouch::central
