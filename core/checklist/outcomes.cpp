#include "core/checklist/outcomes.h"

#include "core/checklist/path.h"

#include <algorithm>
#include <set>

namespace vouch::checklist {

namespace {

using Conditions = std::vector<const Condition *>;

Met metBy(const Question &question, const Conditions &conditions, const Answers &answers)
{
    Met met;
    for (const auto *condition : conditions)
        met.push_back(meets(*condition, question, answers));
    return met;
}

class Collector
{
public:
    Collector(const Question &question, const Conditions &conditions)
        : m_question(question)
        , m_conditions(conditions)
    {
    }

    Outcomes take() { return std::move(m_outcomes); }

    void answer(const Answer &answer, Taps taps)
    {
        add(metBy(m_question, m_conditions, {{m_question.code, answer}}), taps);
    }

    void passOver()
    {
        const int taps = tapsToPass(m_question);
        add(metBy(m_question, m_conditions, {}), {taps, taps});
    }

    void numbers();
    void picks();

private:
    void add(const Met &met, Taps taps)
    {
        const auto [at, isNew] = m_outcomes.classes.try_emplace(met, taps);
        if (isNew)
            return;
        at->second.fewest = std::min(at->second.fewest, taps.fewest);
        at->second.most = std::max(at->second.most, taps.most);
    }
    int mostPicks(const std::vector<Met> &choices, const Met &met) const;

    const Question &m_question;
    const Conditions &m_conditions;
    Outcomes m_outcomes;
};

/// One answer for each stretch of values between the ends of the conditions.
void Collector::numbers()
{
    std::set<int> begins{m_question.min};
    for (const auto *condition : m_conditions) {
        if (condition->answered)
            continue;
        begins.insert(condition->from);
        if (condition->to < m_question.max)
            begins.insert(condition->to + 1);
    }
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        if (*begin < m_question.min || *begin > m_question.max)
            continue;
        const auto next = std::next(begin);
        const int end = next == begins.end() ? m_question.max : std::min(*next - 1, m_question.max);
        answer(
            *begin, m_question.type == Type::Number ? tapsForNumber(m_question, *begin, end)
                                                    : tapsToAnswer(m_question));
    }
}

bool within(const Met &inner, const Met &outer)
{
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] && !outer[i])
            return false;
    }
    return true;
}

Met together(const Met &a, const Met &b)
{
    Met both = a;
    for (std::size_t i = 0; i < b.size(); ++i)
        both[i] = both[i] || b[i];
    return both;
}

int Collector::mostPicks(const std::vector<Met> &choices, const Met &met) const
{
    const auto fitting = std::count_if(
        choices.begin(), choices.end(), [&](const Met &one) { return within(one, met); });
    return std::min(m_question.maxPicks, static_cast<int>(fitting));
}

/// A pick never takes back what another one meets, so that what n picks meet grows from what n − 1
/// picks meet.
void Collector::picks()
{
    std::vector<Met> choices;
    for (const auto &choice : m_question.choices)
        choices.push_back(metBy(
            m_question, m_conditions, {{m_question.code, std::vector<std::string>{choice.code}}}));
    std::map<Met, int> fewest;
    std::set<Met> latest(choices.begin(), choices.end());
    for (int count = 1; count <= m_question.maxPicks && !latest.empty(); ++count) {
        for (const auto &met : latest)
            fewest.emplace(met, count);
        std::set<Met> more;
        for (const auto &met : latest) {
            for (const auto &one : choices) {
                if (const auto both = together(met, one); !fewest.contains(both))
                    more.insert(both);
            }
            m_outcomes.complete = fewest.size() + more.size() <= maxOutcomes;
            if (!m_outcomes.complete)
                break;
        }
        latest =
            m_outcomes.complete && count < m_question.maxPicks ? std::move(more) : std::set<Met>();
    }
    for (const auto &[met, count] : fewest)
        add(met, tapsForPicks(m_question, count, mostPicks(choices, met)));
}

} // namespace

Outcomes outcomesOf(const Question &question, const std::vector<const Condition *> &conditions)
{
    Collector collector(question, conditions);
    switch (question.type) {
    case Type::Scale:
    case Type::Number:
        collector.numbers();
        break;
    case Type::Choice:
        for (const auto &choice : question.choices)
            collector.answer(choice.code, tapsToAnswer(question));
        break;
    case Type::Choices:
        collector.picks();
        break;
    case Type::YesNo:
        collector.answer(true, tapsToAnswer(question));
        collector.answer(false, tapsToAnswer(question));
        break;
    case Type::Text:
    case Type::Photo:
    case Type::Contact: // no condition looks at it
        collector.answer(std::string("x"), tapsToAnswer(question));
        break;
    }
    if (!question.required)
        collector.passOver();
    return collector.take();
}

} // namespace vouch::checklist
