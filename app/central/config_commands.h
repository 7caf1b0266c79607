#pragma once

#include "app/central/command.h"

namespace vouch::central {

class ConfigShowCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
    bool judgesConfiguration() const override { return true; }
};

} // namespace vouch::central
