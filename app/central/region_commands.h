#pragma once

#include "app/central/command.h"

namespace vouch::central {

class RegionAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    std::string m_name;
    std::string m_parent;
};

class RegionSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    std::string m_name;
    std::string m_parent;
    bool m_top = false;
};

class RegionListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

} // namespace vouch::central
