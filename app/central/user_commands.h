#pragma once

#include "app/central/command.h"

namespace vouch::central {

class UserAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_name;
    std::string m_role;
    std::string m_region;
    std::string m_store;
};

class TokenAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_user;
};

} // namespace vouch::central
