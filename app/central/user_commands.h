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
    std::vector<std::string> m_regions;
    std::vector<std::string> m_stores;
    bool m_export = false;
    CLI::Option *m_exportGiven = nullptr;
};

class UserListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

class UserSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_name;
    std::string m_role;
    std::vector<std::string> m_regions;
    std::vector<std::string> m_stores;
    bool m_everywhere = false;
    bool m_export = false;
    CLI::Option *m_exportGiven = nullptr;
    bool m_disabled = false;
    CLI::Option *m_disabledGiven = nullptr;
};

class UserPasswordCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_name;
};

} // namespace vouch::central
