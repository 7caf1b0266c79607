#pragma once

#include "core/checklist/definition.h"
#include "core/checklist/object_reader.h"

#include <string>
#include <vector>

namespace vouch::checklist {

/// What the parts of one file share while it is read.
struct ParseContext
{
    Problems &problems;
    Kind kind = Kind::Survey;
    std::vector<std::string> languages = {}; ///< empty when they could not be read
};

/// The member `key`: a text in each language of the checklist, and in no other.
Wording readWording(ParseContext &context, ObjectReader &reader, std::string_view key);
/// The same for an object that is at hand already, which may have to be in some language only.
enum class Languages { All, Some };
Wording readWording(
    ParseContext &context, const json::value &value, const std::string &place, Languages languages);

/// The questions of a checklist, each with what it refers to checked. Those that could not be read
/// are left out; their problems are reported.
std::vector<Question>
readQuestions(ParseContext &context, const json::array &list, const std::string &place);

} // namespace vouch::checklist
