#include "app/central/verify_command.h"

#include <iostream>

namespace vouch::central {

CLI::App *VerifyCommand::declare(CLI::App &root)
{
    return root.add_subcommand("verify", "Recounts every score from the records and compares");
}

Result<void> VerifyCommand::run(const Environment &environment)
{
    const auto result = environment.perform({{"do", "verify"}});
    if (!result)
        return result.failure();
    std::cout << "The counters equal the records.\n";
    return {};
}

} // namespace vouch::central
