#pragma once

#include <string_view>

/// The files of resources/ that the simulator carries inside itself.
namespace vouch::sim {

/// resources/checklists/checkout-nps.json
std::string_view surveyJson();
/// resources/demo/comments.tsv
std::string_view commentsTsv();

} // namespace vouch::sim
