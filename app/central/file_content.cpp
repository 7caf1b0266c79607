#include "app/central/file_content.h"

#include <fstream>
#include <sstream>

namespace vouch::central {

Result<std::string> contentOf(const std::string &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (in && in.peek() == std::ifstream::traits_type::eof() && !in.bad())
        return std::string(); // empty, which is no failure to read
    if (!in || !(content << in.rdbuf()))
        return Failure{
            "file-unreadable", "This file cannot be read. Check its name and who may read it.",
            file};
    return content.str();
}

} // namespace vouch::central
