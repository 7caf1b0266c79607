#pragma once

#include "app/central/command.h"

namespace vouch::central {

class ImportCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_kind;
    std::string m_file;
    std::string m_checklist;
};

} // namespace vouch::central
