#pragma once

#include "app/central/command.h"

namespace vouch::central {

class DeviceCodeCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
    std::string m_name;
};

class DeviceListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
    bool m_json = false;
};

class DeviceSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    std::string m_name;
    std::string m_store;
};

class DeviceRevokeCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
};

class DeviceRestoreCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
};

class DeviceRotateCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    bool m_now = false;
};

} // namespace vouch::central
