#pragma once

#include "core/checklist/definition.h"

namespace vouch::checklist {

/// How often the screen is touched, letters and mistakes not counted.
struct Taps
{
    int fewest = 0;
    int most = 0;
};

/// For an answer: scale, choice, yes-no 1; choices one a pick and Done; number one a digit and a
/// minus, and Next; text 2 (open it, Done); photo 2 (take, keep); contact 1 for "No, thank you" up
/// to 17 for Yes, the 15 digits of the longest phone number and Confirm. On request one more to
/// open it, which a text counts already.
Taps tapsToAnswer(const Question &question);
/// The same for a number within [from, to].
Taps tapsForNumber(const Question &question, int from, int to);
/// The same for Choices with so many picks.
Taps tapsForPicks(const Question &question, int fewest, int most);

/// To pass over an optional question: Skip on a page, none when it is on request.
int tapsToPass(const Question &question);

} // namespace vouch::checklist
