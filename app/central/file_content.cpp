#include "app/central/file_content.h"

#include <fstream>
#include <sstream>

namespace vouch::central {

Result<std::string> contentOf(const std::string &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (!in || !(content << in.rdbuf()))
        return Failure{
            "file-unreadable", "This file cannot be read. Check its name and who may read it.",
            file};
    return content.str();
}

} // namespace vouch::central
