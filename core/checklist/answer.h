#pragma once

#include "core/base/result.h"
#include "core/checklist/definition.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace vouch::checklist {

/// The value of one item: an integer (Scale, Number), picked codes in the order of picking
/// (Choices), a code (Choice), a text (Text), a hash (Photo), or yes or no (YesNo). A contact is
/// none: the kiosk seals it, its item's value is an object that nobody here can read, and no
/// condition looks at it.
using Answer = std::variant<int, std::vector<std::string>, std::string, bool>;

/// Question code → answer. May hold answers of branches that are no longer reached; see path.h.
using Answers = std::map<std::string, Answer, std::less<>>;

/// No pick or no letter: the question was passed over, and one that is required is still open.
bool isEmpty(const Answer &answer);

/// The longest text, in bytes of UTF-8.
inline constexpr std::size_t maxTextBytes = 64 * 1024;

/// Whether `answer` may be stored for `question`; none may for a Contact, which is checked and
/// sealed by the kiosk. Failures: `answer-type`, `answer-out-of-range`,
/// `answer-unknown-choice`, `answer-too-many`, `answer-duplicate`, `answer-too-long`,
/// `answer-not-utf8`; where = the question's code.
Result<void> validate(const Question &question, const Answer &answer);

} // namespace vouch::checklist
