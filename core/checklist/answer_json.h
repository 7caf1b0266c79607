#pragma once

#include "core/base/json.h"
#include "core/checklist/answer.h"

namespace vouch::checklist {

/// The `value` of an item, as it is stored, hashed and sent: 9, ["staff", "prices"], "…", true.
json::value toJson(const Answer &answer);
/// The reverse, for an item of `type`. It checks the JSON type only; validate() does the rest.
/// Failure `answer-type`, for every value of a Contact too: it is sealed and no Answer.
Result<Answer> answerFromJson(Type type, const json::value &value);

} // namespace vouch::checklist
