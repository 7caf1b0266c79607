#pragma once

#include "app/central/command.h"

namespace vouch::central {

class BackupCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_file;
};

class RestoreCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_file;
    bool m_altered = false;
};

} // namespace vouch::central
