#pragma once

#include "app/central/command.h"

namespace vouch::central {

class StructureExportCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_place;
};

class StructureImportCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_place;
    bool m_isTrial = false;
};

class TouchpointSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::vector<std::string> m_touchpoints;
};

class TouchpointListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

} // namespace vouch::central
