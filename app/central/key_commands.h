#pragma once

#include "app/central/command.h"

namespace vouch::central {

class KeyRotateCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

} // namespace vouch::central
