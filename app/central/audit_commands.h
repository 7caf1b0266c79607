#pragma once

#include "app/central/command.h"

namespace vouch::central {

class AuditListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_who;
    std::string m_what;
    std::int64_t m_limit = 100;
    bool m_json = false;
};

class AuditVerifyCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_head;
    bool m_json = false;
};

} // namespace vouch::central
