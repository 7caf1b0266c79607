#pragma once

#include "app/central/administration.h"

#include <atomic>
#include <filesystem>
#include <thread>

namespace vouch::central {

/// The running server's end of the socket: carries out what SocketAdministration sends, one client
/// at a time, on a thread of its own. The socket is its owner's alone (0600).
class AdministrationSocket
{
public:
    /// `administration` is used from this object's thread only, until stop() returned.
    explicit AdministrationSocket(Administration &administration);
    AdministrationSocket(const AdministrationSocket &) = delete;
    AdministrationSocket &operator=(const AdministrationSocket &) = delete;
    ~AdministrationSocket();

    /// Replaces what a server that was killed left there: the caller holds the data lock.
    /// Failures `path-too-long`, `socket-failed`.
    Result<void> listen(const std::filesystem::path &socket);
    /// Cuts an export under way and ends what else is under way; removes the socket.
    void stop();

private:
    void work();
    void serve(int descriptor);

    Administration &m_administration;
    std::filesystem::path m_path;
    int m_listener = -1;
    int m_wake[2] = {-1, -1}; ///< a pipe: readable when it is time to end
    std::atomic<bool> m_ending = false;
    std::thread m_thread;
};

} // namespace vouch::central
