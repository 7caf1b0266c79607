#include "app/central/secret_line.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace vouch::central {

namespace {

/// What is typed meanwhile does not show.
class EchoOff
{
public:
    explicit EchoOff(const std::string &prompt)
        : m_terminal(::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_terminal)
            return;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        std::cerr << prompt << std::flush;
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;
    ~EchoOff()
    {
        if (!m_terminal)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::cerr << '\n';
    }

private:
    termios m_before{};
    bool m_terminal;
};

} // namespace

std::string readSecretLine(const std::string &prompt)
{
    std::string line;
    {
        const EchoOff silent(prompt);
        std::getline(std::cin, line);
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace vouch::central
