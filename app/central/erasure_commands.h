#pragma once

#include "app/central/command.h"

namespace vouch::central {

class EraseCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_code;
    std::string m_record;
};

class RetentionShowCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;
};

class RetentionSetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::int64_t m_contacts = 0;
    std::int64_t m_comments = 0;
    std::int64_t m_records = 0;
    CLI::Option *m_contactsOption = nullptr;
    CLI::Option *m_commentsOption = nullptr;
    CLI::Option *m_recordsOption = nullptr;
};

} // namespace vouch::central
