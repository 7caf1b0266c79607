#pragma once

#include "core/checklist/parser.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

/// The checklists that the tests of this folder read.
namespace vouch::checklist {

inline std::string readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

inline const std::string dataFolder = VOUCH_SOURCE_DIR "/tests/core/checklist/data/";
inline const std::string shippedFile = VOUCH_SOURCE_DIR "/resources/checklists/checkout-nps.json";

/// The checklist in `path`, which must be valid.
inline Checklist load(const std::string &path)
{
    auto checklist = parse(readFile(path), path);
    if (!checklist)
        throw std::runtime_error(checklist.failure().text());
    return *std::move(checklist);
}

} // namespace vouch::checklist
