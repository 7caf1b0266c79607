#pragma once

#include "app/central/command.h"

namespace vouch::central {

/// For some stores before the rest: what `checklist publish` and `setting set` share.
struct StageOptions
{
    std::vector<std::string> first;
    int share = 0;

    /// `store` is the option that excludes these.
    void addTo(CLI::App &app, CLI::Option &store);
    bool isGiven() const { return !first.empty() || share != 0; }
    void putInto(json::object &request) const;
};

class PublicationListCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    int m_limit = 50;
    bool m_json = false;
};

class PublicationWidenCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::int64_t m_number = 0;
};

class PublicationRollbackCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::int64_t m_number = 0;
};

} // namespace vouch::central
