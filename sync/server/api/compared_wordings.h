#pragma once

#include "sync/server/store/figures_query.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vouch::server {

/// How many answers each series of each checklist got: a series is a wording.
using Wordings = std::map<std::string, std::map<std::string, std::int64_t>>;

Wordings wordingsOf(const std::vector<SeriesDay> &days);

/// The checklists that both sides have answers to, in other words: more than a twentieth of one
/// side's answers were given to a wording that no more than a twentieth of the other's were. What
/// differs may then come from the question. Fewer may come late from a tablet without network.
std::vector<std::string> changedWordings(const Wordings &a, const Wordings &b);

} // namespace vouch::server
