#pragma once

#include "app/central/publication_commands.h"

namespace vouch::central {

class SettingSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_key;
    std::string m_value;
    std::string m_file;
    std::string m_store;
    StageOptions m_stage;
};

class SettingListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
};

class SettingRemoveCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_key;
    std::string m_store;
};

} // namespace vouch::central
