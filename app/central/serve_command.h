#pragma once

#include "app/central/command.h"

namespace vouch::central {

class ServeCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_listen = "127.0.0.1:8080";
    std::string m_certificate;
    std::string m_key;
    std::string m_chain;
};

} // namespace vouch::central
