#pragma once

#include "app/central/publication_commands.h"

namespace vouch::central {

class ChecklistCheckCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::vector<std::string> m_files;
    bool m_json = false;
    bool m_strict = false;
};

class ChecklistAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_file;
};

class ChecklistPublishCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    std::string m_store;
    int m_version = 0; ///< 0: the newest
    StageOptions m_stage;
};

} // namespace vouch::central
