#pragma once

#include "app/central/command.h"

namespace vouch::central {

class MigrateCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_from;
    std::string m_to;
};

} // namespace vouch::central
