#include "core/checklist/simulate.h"

#include "core/checklist/demographics.h"
#include "core/checklist/object_reader.h"
#include "core/checklist/untranslated.h"

#include <algorithm>

namespace vouch::checklist {

namespace {

/// The first of many.
std::string listOf(const std::vector<std::string> &words)
{
    constexpr std::size_t most = 8;
    std::string out;
    for (std::size_t i = 0; i < words.size() && i < most; ++i)
        (out += i ? ", " : "") += words[i];
    return words.size() > most ? out + " and " + std::to_string(words.size() - most) + " more"
                               : out;
}

std::string rangeText(int from, int to)
{
    return from == to ? std::to_string(from) : std::to_string(from) + "–" + std::to_string(to);
}

class Simulator
{
public:
    explicit Simulator(const Checklist &checklist)
        : m_checklist(checklist)
    {
        m_out.ways = waysThrough(checklist);
    }

    Simulation run()
    {
        for (std::size_t i = 0; i < m_checklist.questions.size(); ++i) {
            const auto &question = m_checklist.questions[i];
            const auto place = placeIn("/questions", i);
            checkReach(i, place);
            checkDeadEnd(i, place);
            checkConvention(question, place);
            checkPerson(question, place);
        }
        checkWays();
        checkScorePlace();
        checkInterface();
        for (auto &failure : untranslated(m_checklist))
            m_out.warnings.push_back(std::move(failure));
        return std::move(m_out);
    }

private:
    void checkReach(std::size_t index, const std::string &place);
    void checkDeadEnd(std::size_t index, const std::string &place);
    void checkConvention(const Question &question, const std::string &place);
    void checkPerson(const Question &question, const std::string &place);
    void checkWays();
    void checkScorePlace();
    void checkInterface();
    bool somethingFollows(std::size_t index) const;

    void warn(const char *code, std::string message, std::string place)
    {
        m_out.warnings.push_back({code, std::move(message), std::move(place)});
    }

    const Checklist &m_checklist;
    Simulation m_out;
};

void Simulator::checkReach(std::size_t index, const std::string &place)
{
    const auto &question = m_checklist.questions[index];
    if (!m_out.ways.reachable[index])
        m_out.problems.push_back(
            {"unreachable",
             "No answers lead to the question " + inQuotes(question.code) + ": its condition on " +
                 inQuotes(question.when->question) +
                 " can never hold. Correct the condition, or remove the question.",
             placeIn(place, "when")});
    else if (outcomesOf(question, {}).classes.empty())
        m_out.problems.push_back(
            {"unanswerable",
             "The question " + inQuotes(question.code) +
                 " is required, but there is nothing to answer it with: nobody gets past it. Give "
                 "it choices or bounds, or make it optional.",
             place});
}

/// Whether a page may come after all that the conditions on the question lead to.
bool Simulator::somethingFollows(std::size_t index) const
{
    std::vector<std::string> led{m_checklist.questions[index].code};
    for (std::size_t i = index + 1; i < m_checklist.questions.size(); ++i) {
        const auto &later = m_checklist.questions[i];
        if (later.when && std::find(led.begin(), led.end(), later.when->question) != led.end())
            led.push_back(later.code);
        else if (!later.onRequest)
            return true;
    }
    return false;
}

void Simulator::checkDeadEnd(std::size_t index, const std::string &place)
{
    const auto &question = m_checklist.questions[index];
    if ((question.type != Type::Scale && question.type != Type::Number) || somethingFollows(index))
        return;
    std::vector<std::pair<int, int>> ranges;
    for (const auto &other : m_checklist.questions) {
        if (other.onRequest || !other.when || other.when->question != question.code)
            continue;
        if (other.when->answered)
            return;
        ranges.emplace_back(other.when->from, other.when->to);
    }
    if (ranges.size() < 2)
        return;
    std::sort(ranges.begin(), ranges.end());
    ranges.emplace_back(question.max + 1, question.max + 1);
    std::string left;
    int next = question.min;
    for (const auto &[from, to] : ranges) {
        if (from > next)
            (left += left.empty() ? "" : ", ") += rangeText(next, from - 1);
        next = std::max(next, to + 1);
    }
    if (!left.empty())
        warn(
            "dead-end",
            "Who answers " + left + " to " + inQuotes(question.code) +
                " is asked nothing more, unlike all others. Widen a condition, or leave it when "
                "that is meant.",
            place);
}

void Simulator::checkConvention(const Question &question, const std::string &place)
{
    const bool zeroToTen = question.type == Type::Scale && question.min == 0 && question.max == 10;
    if ((question.code == "dissuade" || question.code == "prefer") && !zeroToTen)
        warn(
            "convention",
            "Reports read " + inQuotes(question.code) +
                " as a scale of 0 to 10. Make it one, or give the question another code.",
            place);
    if (question.code == "dissuade" && question.when)
        warn(
            "convention",
            "WoMI is counted from everybody's answer to “dissuade”. Remove its condition.",
            placeIn(place, "when"));
    if (question.code != "competitor")
        return;
    const auto &when = question.when;
    if (question.type != Type::Choice || !when || when->question != "prefer" || when->answered ||
        when->from != 9 || when->to != 10)
        warn(
            "convention",
            "Reports read “competitor” as a choice that is asked when “prefer” is 9 to 10. Make it "
            "so, or give the question another code.",
            place);
}

void Simulator::checkPerson(const Question &question, const std::string &place)
{
    if (question.type == Type::Contact && question.required)
        warn(
            "required-contact",
            "Nobody can be made to leave a contact: who declines goes on all the same. Remove "
            "“required” from " +
                inQuotes(question.code) + ".",
            place);
    if (const auto found = demographicOf(question))
        warn(
            "demographic",
            "The question " + inQuotes(question.code) + " seems to ask about the person (" +
                found->topic + ": " + inQuotes(found->sign) +
                "). Shoppers leave at such questions, and the law protects many of the answers: "
                "ask about the visit, or be sure that you may and must.",
            place);
}

void Simulator::checkWays()
{
    const auto &longest = m_out.ways.longest;
    if (m_checklist.kind == Kind::Survey && longest.count > mostQuestions)
        warn(
            "long",
            "A way through this survey has " + std::to_string(longest.count) +
                " questions, more than " + std::to_string(mostQuestions) + ". Ask less.",
            "/questions");
    if (!m_out.ways.complete)
        warn(
            "not-all-walked",
            "The conditions on one list tell too many sets of picks apart to try all of them: the "
            "longest way and the most taps may be more than is said here.",
            "/questions");
}

void Simulator::checkScorePlace()
{
    const auto &questions = m_checklist.questions;
    const auto *first = questions.empty() ? nullptr : &questions.front();
    if (first && !m_checklist.score.empty() && first->code != m_checklist.score)
        warn(
            "late-score",
            "The score " + inQuotes(m_checklist.score) +
                " is not the first question: who walks away after one tap gives none. Move it up.",
            "/score");
}

void Simulator::checkInterface()
{
    for (const auto &language : m_checklist.languages) {
        if (!interfaceLanguageOf(language).empty())
            continue;
        std::vector<std::string> missing;
        for (const auto &key : textKeys()) { // a language's own name the kiosk knows without
            if (key.key != "language" && m_checklist.interfaceText(key.key, language).empty())
                missing.emplace_back(key.key);
        }
        if (!missing.empty())
            warn(
                "interface-text",
                "The kiosk does not speak " + inQuotes(language) + ": " +
                    std::to_string(missing.size()) + " of its texts will show in English (" +
                    listOf(missing) + "). Write them in “texts”.",
                "/texts");
    }
}

} // namespace

Simulation simulate(const Checklist &checklist)
{
    return Simulator(checklist).run();
}

} // namespace vouch::checklist
