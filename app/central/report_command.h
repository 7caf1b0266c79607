#pragma once

#include "app/central/command.h"

namespace vouch::central {

class ReportCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    Result<void> keep(std::string_view piece) const;

    std::string m_store;
    std::string m_region;
    std::string m_month;
    std::string m_language = "en";
    std::string m_out;
    bool m_each = false;
};

} // namespace vouch::central
