#pragma once

#include "app/central/command.h"

#include <map>

namespace vouch::central {

class WholeFile;

class ExportCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    Result<void> write(const Environment &environment) const;
    Result<void> verify() const;

    std::string m_format = "csv";
    std::string m_out;
    std::string m_verify;
    std::map<std::string, std::string> m_asked; ///< the other options, by their names
};

} // namespace vouch::central
