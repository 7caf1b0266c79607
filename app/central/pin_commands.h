#pragma once

#include "app/central/command.h"

namespace vouch::central {

class PinSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
    std::string m_role;
};

class PinRemoveCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
    std::string m_role;
};

class PinListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

} // namespace vouch::central
