#pragma once

#include "app/central/command.h"

namespace vouch::central {

class LedgerCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
    std::string m_region;
    std::string m_device;
    std::string m_from;
    std::string m_to;
    bool m_days = false;
    bool m_counts = false;
    bool m_json = false;
};

} // namespace vouch::central
