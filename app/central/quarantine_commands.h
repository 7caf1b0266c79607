#pragma once

#include "app/central/command.h"

namespace vouch::central {

class QuarantineListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_store;
    std::string m_kind;
    bool m_json = false;
};

class QuarantineShowCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::int64_t m_key = 0;
    std::string m_kind = "refused";
};

class QuarantineRetryCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::int64_t m_key = 0;
};

} // namespace vouch::central
