#include "core/checklist/ways.h"

#include <algorithm>

namespace vouch::checklist {

namespace {

constexpr std::uint64_t mostWays = 1'000'000'000'000'000'000;

std::uint64_t sum(std::uint64_t a, std::uint64_t b)
{
    return std::min(mostWays, a + b);
}

std::uint64_t product(std::uint64_t a, std::uint64_t b)
{
    return b != 0 && a > mostWays / b ? mostWays : a * b;
}

/// A count and the questions, by their places, that it comes from.
struct Stretch
{
    int count = 0;
    std::vector<std::size_t> questions;

    void add(std::size_t question, int more)
    {
        count += more;
        if (more > 0)
            questions.push_back(question);
    }
    void add(const Stretch &other)
    {
        count += other.count;
        questions.insert(questions.end(), other.questions.begin(), other.questions.end());
    }
};

/// One question with all that its answers lead to.
struct Branch
{
    std::uint64_t ways = 0;
    Stretch shortest, longest, fewestTaps, mostTaps;

    void follow(const Branch &other)
    {
        ways = product(ways, other.ways);
        shortest.add(other.shortest);
        longest.add(other.longest);
        fewestTaps.add(other.fewestTaps);
        mostTaps.add(other.mostTaps);
    }
    void choose(const Branch &other)
    {
        if (other.ways == 0)
            return;
        const bool first = ways == 0;
        ways = sum(ways, other.ways);
        const auto prefer = [first](Stretch &mine, const Stretch &theirs, bool less) {
            if (first || (less ? theirs.count < mine.count : theirs.count > mine.count))
                mine = theirs;
        };
        prefer(shortest, other.shortest, true);
        prefer(longest, other.longest, false);
        prefer(fewestTaps, other.fewestTaps, true);
        prefer(mostTaps, other.mostTaps, false);
    }
};

class Tree
{
public:
    explicit Tree(const Checklist &checklist)
        : m_questions(checklist.questions)
        , m_children(m_questions.size())
        , m_outcomes(m_questions.size())
        , m_branches(m_questions.size())
    {
        for (std::size_t i = 0; i < m_questions.size(); ++i) {
            if (const auto parent = parentOf(i); parent < i)
                m_children[parent].push_back(i);
        }
        for (std::size_t i = 0; i < m_questions.size(); ++i) {
            std::vector<const Condition *> conditions;
            for (const auto child : m_children[i])
                conditions.push_back(&*m_questions[child].when);
            m_outcomes[i] = outcomesOf(m_questions[i], conditions);
        }
    }

    Ways ways()
    {
        for (std::size_t i = m_questions.size(); i-- > 0;)
            m_branches[i] = branch(i);
        Branch all;
        all.ways = 1;
        Ways out;
        for (std::size_t i = 0; i < m_questions.size(); ++i) {
            if (!m_questions[i].when)
                all.follow(m_branches[i]);
            out.complete = out.complete && m_outcomes[i].complete;
        }
        out.reachable = reachable();
        out.number = all.ways;
        if (all.ways == 0)
            return out;
        out.shortest = wayOf(all.shortest);
        out.longest = wayOf(all.longest);
        out.fewestTaps = wayOf(all.fewestTaps);
        out.mostTaps = wayOf(all.mostTaps);
        return out;
    }

private:
    /// Of a question with a condition, when it looks at an earlier one; else its own place.
    std::size_t parentOf(std::size_t question) const
    {
        if (!m_questions[question].when)
            return question;
        std::size_t parent = 0;
        while (parent < question &&
               m_questions[parent].code != m_questions[question].when->question)
            ++parent;
        return parent;
    }

    Branch branch(std::size_t question) const
    {
        Branch out;
        const int page = m_questions[question].onRequest ? 0 : 1;
        for (const auto &[met, taps] : m_outcomes[question].classes) {
            Branch one;
            one.ways = 1;
            one.shortest.add(question, page);
            one.longest.add(question, page);
            one.fewestTaps.add(question, taps.fewest);
            one.mostTaps.add(question, taps.most);
            for (std::size_t i = 0; i < met.size(); ++i) {
                if (met[i])
                    one.follow(m_branches[m_children[question][i]]);
            }
            out.choose(one);
        }
        return out;
    }

    std::vector<bool> reachable() const
    {
        std::vector<bool> out;
        for (std::size_t i = 0; i < m_questions.size(); ++i) {
            const auto parent = parentOf(i);
            out.push_back(!m_questions[i].when || (parent < i && out[parent] && opens(parent, i)));
        }
        return out;
    }

    bool opens(std::size_t parent, std::size_t child) const
    {
        const auto &children = m_children[parent];
        const auto place = static_cast<std::size_t>(
            std::find(children.begin(), children.end(), child) - children.begin());
        const auto &classes = m_outcomes[parent].classes;
        return std::any_of(
            classes.begin(), classes.end(), [place](const auto &one) { return one.first[place]; });
    }

    Way wayOf(Stretch stretch) const
    {
        std::sort(stretch.questions.begin(), stretch.questions.end());
        Way out{stretch.count, {}};
        for (const auto question : stretch.questions)
            out.questions.push_back(m_questions[question].code);
        return out;
    }

    const std::vector<Question> &m_questions;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<Outcomes> m_outcomes;
    std::vector<Branch> m_branches;
};

} // namespace

Ways waysThrough(const Checklist &checklist)
{
    return Tree(checklist).ways();
}

} // namespace vouch::checklist
