#include "app/central/key_commands.h"

#include <iostream>

namespace vouch::central {

CLI::App *KeyRotateCommand::declare(CLI::App &root)
{
    return group(root, "key", "The chain's key for shoppers' contacts")
        .add_subcommand(
            "rotate", "Makes a new key, which tablets seal with from their next look at the "
                      "configuration on. The old ones still open what was sealed with them: keep "
                      "the folder `keys`");
}

Result<void> KeyRotateCommand::run(const Environment &environment)
{
    const auto made = environment.perform({{"do", "key-rotate"}});
    if (!made)
        return made.failure();
    std::cout << printable(textOf(*made, "id")) << '\n';
    return {};
}

} // namespace vouch::central
