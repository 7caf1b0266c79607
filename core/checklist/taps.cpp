#include "core/checklist/taps.h"

#include <algorithm>
#include <string>

namespace vouch::checklist {

namespace {

constexpr int longestPhoneNumber = 15; // digits, ITU-T E.164

/// With the taps that open a question on request.
Taps opened(const Question &question, int fewest, int most)
{
    const int open = question.onRequest && question.type != Type::Text ? 1 : 0;
    return {fewest + open, most + open};
}

int keysFor(int value)
{
    return static_cast<int>(std::to_string(value).size());
}

} // namespace

Taps tapsToAnswer(const Question &question)
{
    switch (question.type) {
    case Type::Scale:
    case Type::Choice:
    case Type::YesNo:
        break;
    case Type::Choices:
        return tapsForPicks(
            question, 1, std::min(question.maxPicks, static_cast<int>(question.choices.size())));
    case Type::Number:
        return tapsForNumber(question, question.min, question.max);
    case Type::Text:
    case Type::Photo:
        return opened(question, 2, 2);
    case Type::Contact:
        return opened(question, 1, 1 + longestPhoneNumber + 1);
    }
    return opened(question, 1, 1);
}

Taps tapsForNumber(const Question &question, int from, int to)
{
    const int shortest = from <= 0 && to >= 0 ? keysFor(0) : std::min(keysFor(from), keysFor(to));
    return opened(question, shortest + 1, std::max(keysFor(from), keysFor(to)) + 1);
}

Taps tapsForPicks(const Question &question, int fewest, int most)
{
    return opened(question, fewest + 1, most + 1);
}

int tapsToPass(const Question &question)
{
    return question.onRequest ? 0 : 1;
}

} // namespace vouch::checklist
