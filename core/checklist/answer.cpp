#include "core/checklist/answer.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <optional>

namespace vouch::checklist {

namespace {

using Problem = std::optional<Failure>;
using Codes = std::vector<std::string>;

Failure wrongType(const Question &question, const char *expected)
{
    return {
        "answer-type",
        "An answer to a question of type " + std::string(name(question.type)) + " must be " +
            expected + ".",
        question.code};
}

Problem checkInteger(const Question &question, const Answer &answer)
{
    const auto *number = std::get_if<int>(&answer);
    if (!number)
        return wrongType(question, "a whole number");
    if (*number < question.min || *number > question.max)
        return Failure{
            "answer-out-of-range",
            "The answer must be from " + std::to_string(question.min) + " to " +
                std::to_string(question.max) + ", not " + std::to_string(*number) + ".",
            question.code};
    return {};
}

Problem checkKnown(const Question &question, const std::string &code)
{
    if (question.findChoice(code))
        return {};
    return Failure{
        "answer-unknown-choice", "“" + code + "” is no choice of this question.", question.code};
}

Problem checkPicks(const Question &question, const Answer &answer)
{
    const auto *codes = std::get_if<Codes>(&answer);
    if (!codes)
        return wrongType(question, "a list of codes");
    for (auto code = codes->begin(); code != codes->end(); ++code) {
        if (auto problem = checkKnown(question, *code))
            return problem;
        if (std::find(codes->begin(), code, *code) != code)
            return Failure{
                "answer-duplicate", "“" + *code + "” is picked twice; keep it once.",
                question.code};
    }
    if (codes->size() > static_cast<std::size_t>(question.maxPicks))
        return Failure{
            "answer-too-many",
            "At most " + std::to_string(question.maxPicks) + " may be picked, not " +
                std::to_string(codes->size()) + ".",
            question.code};
    return {};
}

Problem checkText(const Question &question, const Answer &answer)
{
    const auto *text = std::get_if<std::string>(&answer);
    if (!text)
        return wrongType(question, "a text");
    if (text->size() > maxTextBytes)
        return Failure{
            "answer-too-long",
            "The text may have at most " + std::to_string(maxTextBytes) + " bytes; shorten it.",
            question.code};
    if (!isUtf8(*text))
        return Failure{"answer-not-utf8", "The text must be valid UTF-8.", question.code};
    return {};
}

Problem problemOf(const Question &question, const Answer &answer)
{
    switch (question.type) {
    case Type::Scale:
    case Type::Number:
        return checkInteger(question, answer);
    case Type::Choice:
        if (const auto *code = std::get_if<std::string>(&answer))
            return checkKnown(question, *code);
        return wrongType(question, "a code");
    case Type::Choices:
        return checkPicks(question, answer);
    case Type::YesNo:
        return std::holds_alternative<bool>(answer) ? Problem()
                                                    : wrongType(question, "true or false");
    case Type::Text:
    case Type::Photo:
        return checkText(question, answer);
    case Type::Contact:
        return wrongType(question, "sealed; it is no answer in clear");
    }
    return wrongType(question, "of a known type");
}

} // namespace

bool isEmpty(const Answer &answer)
{
    if (const auto *codes = std::get_if<Codes>(&answer))
        return codes->empty();
    const auto *text = std::get_if<std::string>(&answer);
    return text && text->empty();
}

Result<void> validate(const Question &question, const Answer &answer)
{
    if (auto problem = problemOf(question, answer))
        return *std::move(problem);
    return {};
}

} // namespace vouch::checklist
