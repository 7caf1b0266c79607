#pragma once

#include "app/central/command.h"

#include <filesystem>

namespace vouch::central {

/// What the commands that give codes share: where labels go, and what their QR codes say.
struct LabelOptions
{
    std::string server;
    std::filesystem::path file;

    void addTo(CLI::App &app);
    /// Prints the codes of `result` as a table, and writes the labels.
    Result<void> tell(const json::object &result) const;
};

class DeviceCodesCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    Result<json::array> tablets() const;

    std::string m_list;
    std::string m_store;
    std::string m_name;
    int m_count = 1;
    LabelOptions m_labels;
};

class DeviceReplaceCommand : public Command
{
public:
    CLI::App *declare(CLI::App &root) override;
    Result<void> run(const Environment &environment) override;

private:
    std::string m_id;
    LabelOptions m_labels;
};

} // namespace vouch::central
