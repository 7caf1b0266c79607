#pragma once

#include "app/central/command.h"

namespace vouch::central {

class ExportCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_format = "csv";
    std::string m_out;
    std::string m_from;
    std::string m_to;
    std::string m_store;
    std::string m_region;
};

} // namespace vouch::central
