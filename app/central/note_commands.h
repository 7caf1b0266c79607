#pragma once

#include "app/central/command.h"

namespace vouch::central {

class NoteAddCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_day;
    std::string m_store;
    std::string m_region;
    std::string m_text;
};

class NoteListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

class NoteRemoveCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::int64_t m_id = 0;
};

} // namespace vouch::central
