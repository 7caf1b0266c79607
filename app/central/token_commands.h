#pragma once

#include "app/central/command.h"

namespace vouch::central {

class TokenAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_user;
    std::string m_name;
    std::vector<std::string> m_scopes;
    std::int64_t m_days = 365;
};

class TokenListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_user;
};

class TokenRevokeCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
};

} // namespace vouch::central
