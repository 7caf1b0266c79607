#pragma once

#include "app/central/command.h"

namespace vouch::central {

class ServeCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
    bool judgesConfiguration() const override { return true; }

private:
    std::map<std::string, std::string, std::less<>> m_values; ///< by key; of the options
    std::map<std::string, CLI::Option *, std::less<>> m_options;
    bool m_onlyChecks = false;
};

} // namespace vouch::central
