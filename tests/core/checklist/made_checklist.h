#pragma once

#include "core/checklist/definition.h"

#include <utility>

/// Checklists made of values, for tests.
namespace vouch::checklist {

inline Question question(std::string code, Type type, bool required = true)
{
    Question out;
    out.code = std::move(code);
    out.type = type;
    out.required = required;
    out.text = {{"en", "What do you say about this?"}};
    if (type == Type::Scale)
        out.max = 10;
    if (type == Type::Choice || type == Type::Choices)
        out.choices = {{"a", {{"en", "A"}}}, {"b", {{"en", "B"}}}, {"c", {{"en", "C"}}}};
    if (type == Type::Choices)
        out.maxPicks = 2;
    if (type == Type::Number)
        out.max = 99;
    return out;
}

inline Question onRequest(Question question)
{
    question.required = false;
    question.onRequest = true;
    return question;
}

inline Question between(Question question, std::string asked, int from, int to)
{
    question.when.emplace().question = std::move(asked);
    question.when->from = from;
    question.when->to = to;
    return question;
}

inline Question picked(Question question, std::string asked, std::vector<std::string> anyOf)
{
    question.when.emplace().question = std::move(asked);
    question.when->anyOf = std::move(anyOf);
    return question;
}

inline Question saying(Question question, std::string asked, bool yes)
{
    question.when.emplace().question = std::move(asked);
    question.when->yes = yes;
    return question;
}

inline Question answered(Question question, std::string asked, bool so)
{
    question.when.emplace().question = std::move(asked);
    question.when->answered = so;
    return question;
}

inline Checklist survey(std::vector<Question> questions)
{
    Checklist out;
    out.id = "made";
    out.measurement = Measurement::TransactionalNps;
    out.touchpoint = "exit";
    out.score = questions.empty() ? "" : questions.front().code;
    out.languages = {"en"};
    out.questions = std::move(questions);
    return out;
}

} // namespace vouch::checklist
