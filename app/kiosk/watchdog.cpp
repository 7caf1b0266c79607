#include "app/kiosk/watchdog.h"

#include "app/kiosk/kiosk_options.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <iostream>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vouch::kiosk {

namespace {

using Clock = std::chrono::steady_clock;
using Ms = std::chrono::milliseconds;

/// Not glibc's: its header of 2.36 cannot be used from C++.
int pidfdOpen(pid_t process)
{
    return static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
}

/// How one run ended.
struct End
{
    int status = 0;
    bool pulsed = false;
    Ms lived{};

    bool bySignal() const { return WIFSIGNALED(status); }
    int code() const { return bySignal() ? exit_code::failed : WEXITSTATUS(status); }
};

class Watchdog
{
public:
    Watchdog(const std::function<int(Watched)> &kiosk, WatchdogTimes times)
        : m_kiosk(kiosk)
        , m_times(times)
    {
        sigemptyset(&m_signals);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP})
            sigaddset(&m_signals, signal);
        ::sigprocmask(SIG_BLOCK, &m_signals, &m_before);
        m_signalFd = ::signalfd(-1, &m_signals, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~Watchdog()
    {
        ::close(m_signalFd);
        ::sigprocmask(SIG_SETMASK, &m_before, nullptr);
    }
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    int run()
    {
        int failures = 0;
        int failedStarts = 0;
        for (bool again = false;; again = true) {
            if (!start(again))
                return exit_code::failed;
            const auto end = watch();
            if (m_stopping || isLast(end, again))
                return end.code();
            failures = end.lived >= m_times.goodRun ? 0 : failures + 1;
            failedStarts = end.pulsed ? 0 : failedStarts + 1;
            if (failedStarts == m_times.failedStarts) {
                std::cerr << "vouch-kiosk: it cannot be started any more; giving up." << std::endl;
                return exit_code::failed;
            }
            const auto delay = delayAfter(failures);
            std::cerr << "vouch-kiosk: " << describe(end) << "; starting it again in "
                      << delay.count() << " ms." << std::endl;
            if (!rest(delay))
                return exit_code::ok;
        }
    }

private:
    bool start(bool again)
    {
        int pipe[2];
        if (::pipe2(pipe, O_CLOEXEC) != 0) {
            std::cerr << "vouch-kiosk: no pipe: " << std::strerror(errno) << std::endl;
            return false;
        }
        const auto parent = ::getpid();
        m_child = ::fork();
        if (m_child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != parent)
                ::_exit(exit_code::failed);
            ::close(pipe[0]);
            ::fcntl(pipe[1], F_SETFL, O_NONBLOCK);
            ::close(m_signalFd);
            ::sigprocmask(SIG_SETMASK, &m_before, nullptr);
            const int code = m_kiosk({pipe[1], again});
            std::cout.flush();
            ::_exit(code);
        }
        ::close(pipe[1]);
        m_pulse = pipe[0];
        m_ended = m_child > 0 ? pidfdOpen(m_child) : -1;
        if (m_ended >= 0)
            return true;
        ::close(m_pulse);
        if (m_child > 0)
            ::kill(m_child, SIGKILL);
        std::cerr << "vouch-kiosk: no process: " << std::strerror(errno) << std::endl;
        return false;
    }

    /// Until the child has ended; kills it when it is silent for too long.
    End watch()
    {
        End end;
        m_hung = false;
        const auto began = Clock::now();
        auto deadline = began + m_times.start;
        if (m_stopping)
            terminate(deadline);
        while (::waitpid(m_child, &end.status, WNOHANG) == 0) {
            const bool stoppedBefore = m_stopping;
            if (wait(deadline) && !m_stopping) {
                end.pulsed = true;
                deadline = Clock::now() + m_times.silence;
            }
            if (m_stopping && !stoppedBefore)
                terminate(deadline);
            if (Clock::now() >= deadline) {
                m_hung = !m_stopping;
                ::kill(m_child, SIGKILL);
                ::waitpid(m_child, &end.status, 0);
                break;
            }
        }
        end.pulsed = end.pulsed || isPulseLeft();
        ::close(m_pulse);
        ::close(m_ended);
        end.lived = std::chrono::duration_cast<Ms>(Clock::now() - began);
        return end;
    }

    /// A child may have pulsed and ended before it was looked at for the first time.
    bool isPulseLeft() const
    {
        pollfd source{m_pulse, POLLIN, 0}; // poll() passes over what is negative
        return ::poll(&source, 1, 0) > 0 && (source.revents & POLLIN) != 0;
    }

    void terminate(Clock::time_point &deadline)
    {
        ::kill(m_child, SIGTERM);
        deadline = Clock::now() + m_times.stop;
    }

    /// Until something happens or the time has come; whether a pulse was felt.
    bool wait(Clock::time_point deadline)
    {
        pollfd sources[] = {{m_signalFd, POLLIN, 0}, {m_ended, POLLIN, 0}, {m_pulse, POLLIN, 0}};
        poll(sources, std::size(sources), deadline);
        readSignals();
        char bytes[64];
        if ((sources[2].revents & POLLIN) != 0)
            return ::read(m_pulse, bytes, sizeof bytes) > 0;
        if ((sources[2].revents & (POLLHUP | POLLERR)) != 0) {
            ::close(m_pulse); // it is ending; poll() passes over what is negative
            m_pulse = -1;
        }
        return false;
    }

    static void poll(pollfd *sources, nfds_t count, Clock::time_point deadline)
    {
        const auto left = std::chrono::ceil<Ms>(deadline - Clock::now()).count();
        ::poll(sources, count, static_cast<int>(std::max<std::int64_t>(left, 0)));
    }

    void readSignals()
    {
        signalfd_siginfo info;
        while (::read(m_signalFd, &info, sizeof info) == sizeof info)
            m_stopping = true;
    }

    /// False when it was told to stop meanwhile.
    bool rest(Ms delay)
    {
        const auto deadline = Clock::now() + delay;
        while (!m_stopping && Clock::now() < deadline) {
            pollfd source{m_signalFd, POLLIN, 0};
            poll(&source, 1, deadline);
            readSignals();
        }
        return !m_stopping;
    }

    /// Whether starting again would change nothing, or is not wanted.
    static bool isLast(const End &end, bool again)
    {
        if (!again && !end.pulsed)
            return true; // it never worked: whoever started it is still there and reads why
        return !end.bySignal() && end.code() != exit_code::failed;
    }

    Ms delayAfter(int failures) const
    {
        const auto doublings = std::clamp(failures - 1, 0, 20);
        return std::min(m_times.longestDelay, m_times.firstDelay * (1 << doublings));
    }

    std::string describe(const End &end) const
    {
        if (m_hung)
            return "it did not move any more and was ended";
        if (end.bySignal())
            return "it ended by signal " + std::to_string(WTERMSIG(end.status));
        return "it ended with code " + std::to_string(end.code());
    }

    const std::function<int(Watched)> &m_kiosk;
    const WatchdogTimes m_times;
    sigset_t m_signals;
    sigset_t m_before;
    int m_signalFd = -1;
    int m_pulse = -1;
    int m_ended = -1; ///< readable when the child has ended
    pid_t m_child = -1;
    bool m_stopping = false;
    bool m_hung = false;
};

} // namespace

int watchOver(const std::function<int(Watched)> &kiosk, WatchdogTimes times)
{
    return Watchdog(kiosk, times).run();
}

} // namespace vouch::kiosk
