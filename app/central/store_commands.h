#pragma once

#include "app/central/command.h"

namespace vouch::central {

class StoreAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    std::string m_name;
    std::string m_region;
    std::string m_timezone = "UTC";
    std::string m_target;
};

class StoreListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

class StoreSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    std::string m_name;
    std::string m_region;
    std::string m_timezone;
    std::string m_target;
};

} // namespace vouch::central
