#include "core/checklist/path.h"

#include <algorithm>

namespace vouch::checklist {

namespace {

/// A reached question and the page that shows it: its own, or the one that offers it.
struct Step
{
    const Question *question;
    const Question *page;
};

bool holds(const Condition &condition, Type type, const Answer &answer)
{
    const auto picked = [&](const std::string &code) {
        return std::find(condition.anyOf.begin(), condition.anyOf.end(), code) !=
               condition.anyOf.end();
    };
    switch (type) {
    case Type::Scale:
    case Type::Number: {
        const auto *number = std::get_if<int>(&answer);
        return number && *number >= condition.from && *number <= condition.to;
    }
    case Type::Choice: {
        const auto *code = std::get_if<std::string>(&answer);
        return code && picked(*code);
    }
    case Type::Choices: {
        const auto *codes = std::get_if<std::vector<std::string>>(&answer);
        return codes && std::any_of(codes->begin(), codes->end(), picked);
    }
    case Type::YesNo: {
        const auto *yes = std::get_if<bool>(&answer);
        return yes && *yes == condition.yes;
    }
    case Type::Text:
    case Type::Contact:
    case Type::Photo:
        break;
    }
    return false;
}

/// `before`: what is reached ahead of the question that the condition belongs to.
bool isMet(const Condition &condition, const std::vector<Step> &before, const Answers &answers)
{
    const auto step = std::find_if(before.begin(), before.end(), [&](const Step &candidate) {
        return candidate.question->code == condition.question;
    });
    return step != before.end() && meets(condition, *step->question, answers);
}

std::vector<Step> steps(const Checklist &checklist, const Answers &answers)
{
    std::vector<Step> out;
    const Question *page = nullptr;
    for (const auto &question : checklist.questions) {
        if (question.when && !isMet(*question.when, out, answers))
            continue;
        if (!question.onRequest)
            page = &question;
        if (page)
            out.push_back({&question, page});
    }
    return out;
}

} // namespace

std::vector<const Question *> path(const Checklist &checklist, const Answers &answers)
{
    std::vector<const Question *> pages;
    for (const auto &step : steps(checklist, answers)) {
        if (!step.question->onRequest)
            pages.push_back(step.question);
    }
    return pages;
}

std::vector<const Question *>
offered(const Checklist &checklist, const Answers &answers, std::string_view page)
{
    std::vector<const Question *> out;
    for (const auto &step : steps(checklist, answers)) {
        if (step.question->onRequest && step.question->type != Type::Contact &&
            step.page->code == page)
            out.push_back(step.question);
    }
    return out;
}

const Question *offeredAtEnd(const Checklist &checklist, const Answers &answers)
{
    for (const auto &step : steps(checklist, answers)) {
        if (step.question->onRequest && step.question->type == Type::Contact)
            return step.question;
    }
    return nullptr;
}

bool meets(const Condition &condition, const Question &asked, const Answers &answers)
{
    const auto answer = answers.find(asked.code);
    const bool answered = answer != answers.end() && !isEmpty(answer->second);
    if (condition.answered)
        return *condition.answered == answered;
    return answered && holds(condition, asked.type, answer->second);
}

bool reached(const Checklist &checklist, const Answers &answers, std::string_view question)
{
    const auto all = steps(checklist, answers);
    return std::any_of(all.begin(), all.end(), [question](const Step &step) {
        return step.question->code == question;
    });
}

std::vector<std::size_t> order(const Question &question, std::uint16_t bits)
{
    std::vector<std::size_t> out;
    std::vector<std::size_t> atTheEnd;
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        (question.choices[i].code == question.last ? atTheEnd : out).push_back(i);
    if (question.rotate && !out.empty())
        std::rotate(out.begin(), out.begin() + bits % static_cast<int>(out.size()), out.end());
    out.insert(out.end(), atTheEnd.begin(), atTheEnd.end());
    return out;
}

} // namespace vouch::checklist
