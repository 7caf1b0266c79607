#pragma once

#include "app/central/command.h"

namespace vouch::central {

class VerifyCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    /// Failures `ledger-differs` and `counters-differ` with the first difference.
    Result<void> run(const Environment &environment) override;

private:
    bool m_json = false;
};

} // namespace vouch::central
