#include "checklist_files.h"
#include "core/checklist/path.h"
#include "core/checklist/ways.h"
#include "made_checklist.h"
#include "tests/support/suite.h"

#include <QTest>

#include <random>
#include <set>

namespace test_checklist_ways {

using namespace vouch::checklist;

using Codes = std::vector<std::string>;

class TestChecklistWays : public QObject
{
    Q_OBJECT

private slots:
    void tapsOfEveryType_data();
    void tapsOfEveryType();
    void aSurveyOfEveryType();
    void picksOpenWhatTheyName();
    void whatCannotBeAnsweredEndsItsWay();
    void sameAsEveryAnswerTried_data();
    void sameAsEveryAnswerTried();
    void manyBranchesAreNoTrouble();
    void tooManySetsOfPicksAreSaid();
};

void TestChecklistWays::tapsOfEveryType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("required");
    QTest::addColumn<bool>("request");
    QTest::addColumn<int>("fewest");
    QTest::addColumn<int>("most");
    const auto row = [](Type type, std::array<int, 2> required, std::array<int, 2> optional,
                        std::array<int, 2> request) {
        const auto add = [&](const char *how, bool must, bool asked, std::array<int, 2> taps) {
            QTest::addRow("%s %s", std::string(name(type)).c_str(), how)
                << static_cast<int>(type) << must << asked << taps[0] << taps[1];
        };
        add("required", true, false, required);
        add("optional", false, false, optional);
        add("on request", false, true, request);
    };
    row(Type::Scale, {1, 1}, {1, 1}, {0, 2});
    row(Type::Choice, {1, 1}, {1, 1}, {0, 2});
    row(Type::Choices, {2, 3}, {1, 3}, {0, 4});
    row(Type::YesNo, {1, 1}, {1, 1}, {0, 2});
    row(Type::Number, {2, 3}, {1, 3}, {0, 4});
    row(Type::Text, {2, 2}, {1, 2}, {0, 2});
    row(Type::Photo, {2, 2}, {1, 2}, {0, 3});
    row(Type::Contact, {1, 17}, {1, 17}, {0, 18});
}

void TestChecklistWays::tapsOfEveryType()
{
    QFETCH(int, type);
    QFETCH(bool, required);
    QFETCH(bool, request);
    QFETCH(int, fewest);
    QFETCH(int, most);
    auto asked = question("q", static_cast<Type>(type), required);
    const auto ways = waysThrough(survey({request ? onRequest(asked) : asked}));
    QCOMPARE(ways.fewestTaps.count, fewest);
    QCOMPARE(ways.mostTaps.count, most);
    QCOMPARE(ways.number, 1u);
    QCOMPARE(ways.longest.count, request ? 0 : 1);
}

void TestChecklistWays::aSurveyOfEveryType()
{
    const auto ways = waysThrough(load(dataFolder + "every_type.json"));
    // 0–6; 7–8; 9–10 without staff and prices; with them, first; often and no; often, yes, and up
    // to 49; 50–99 without and with a reason.
    QCOMPARE(ways.number, 8u);
    QVERIFY(ways.complete);
    QCOMPARE(ways.shortest.questions, Codes{"recommend"});
    QCOMPARE(ways.fewestTaps.count, 1);
    QCOMPARE(
        ways.longest.questions,
        (Codes{"recommend", "liked", "visit", "again", "times", "guide", "remark"}));
    QCOMPARE(ways.longest.count, 7);
    // 0 to 6: 1 + page 17 + comment 2 + call 18, more than 1 + 3 + 1 + 1 + 3 + 2 + 2 + 2.
    QCOMPARE(ways.mostTaps.count, 38);
    QCOMPARE(ways.mostTaps.questions, (Codes{"recommend", "comment", "phone", "call"}));
    QCOMPARE(ways.reachable, std::vector<bool>(10, true));
}

void TestChecklistWays::picksOpenWhatTheyName()
{
    const auto list = question("list", Type::Choices);
    const auto ways = waysThrough(survey(
        {list, picked(question("of-a", Type::Text), "list", {"a"}),
         picked(question("of-b", Type::YesNo), "list", {"b"}),
         picked(question("of-c", Type::Scale), "list", {"c"})}));
    // a, b, c, and each two of them; never three, and never none.
    QCOMPARE(ways.number, 6u);
    QCOMPARE(ways.longest.count, 3);
    QCOMPARE(ways.shortest.count, 2);
    QCOMPARE(ways.fewestTaps.count, 2 + 1);
    QCOMPARE(ways.mostTaps.count, 3 + 2 + 1);
}

void TestChecklistWays::whatCannotBeAnsweredEndsItsWay()
{
    auto nothing = question("nothing", Type::Choice);
    nothing.choices.clear();
    const auto score = question("score", Type::Scale);
    auto ways = waysThrough(survey({score, between(nothing, "score", 0, 6)}));
    QCOMPARE(ways.number, 1u);
    QCOMPARE(ways.longest.questions, Codes{"score"});
    ways = waysThrough(survey({score, nothing}));
    QCOMPARE(ways.number, 0u);
    QCOMPARE(ways.longest.count, 0);
}

namespace {

/// All answers to a question of a made checklist, with the taps that each takes.
std::vector<std::pair<std::optional<Answer>, int>> everyAnswer(const Question &asked)
{
    std::vector<std::pair<std::optional<Answer>, int>> out;
    if (!asked.required)
        out.emplace_back(std::nullopt, asked.onRequest ? 0 : 1);
    const int open = asked.onRequest ? 1 : 0;
    switch (asked.type) {
    case Type::Scale:
        for (int value = asked.min; value <= asked.max; ++value)
            out.emplace_back(value, open + 1);
        break;
    case Type::Number:
        for (int value = asked.min; value <= asked.max; ++value)
            out.emplace_back(value, open + QString::number(value).size() + 1);
        break;
    case Type::Choice:
        for (const auto &choice : asked.choices)
            out.emplace_back(choice.code, open + 1);
        break;
    case Type::Choices:
        for (unsigned picks = 1; picks < 1u << asked.choices.size(); ++picks) {
            Codes codes;
            for (std::size_t i = 0; i < asked.choices.size(); ++i)
                if (picks >> i & 1)
                    codes.push_back(asked.choices[i].code);
            if (static_cast<int>(codes.size()) <= asked.maxPicks)
                out.emplace_back(codes, open + static_cast<int>(codes.size()) + 1);
        }
        break;
    case Type::YesNo:
        out.emplace_back(true, open + 1);
        out.emplace_back(false, open + 1);
        break;
    default:
        out.emplace_back(std::string("x"), 2);
    }
    return out;
}

/// Walks as a shopper does, answer after answer.
struct Walker
{
    const Checklist &checklist;
    std::set<Codes> ways = {};
    std::set<std::string> met = {};
    int shortest = 1000, longest = 0, fewest = 1000, most = 0;

    void walk(std::size_t index, const Answers &answers, const Codes &sofar, int pages, int taps)
    {
        if (index == checklist.questions.size()) {
            ways.insert(sofar);
            shortest = std::min(shortest, pages);
            longest = std::max(longest, pages);
            fewest = std::min(fewest, taps);
            most = std::max(most, taps);
            return;
        }
        const auto &asked = checklist.questions[index];
        if (!reached(checklist, answers, asked.code)) {
            walk(index + 1, answers, sofar, pages, taps);
            return;
        }
        met.insert(asked.code);
        auto further = sofar;
        further.push_back(asked.code);
        for (const auto &[answer, cost] : everyAnswer(asked)) {
            auto more = answers;
            if (answer)
                more[asked.code] = *answer;
            walk(index + 1, more, further, pages + (asked.onRequest ? 0 : 1), taps + cost);
        }
    }
};

int below(std::mt19937 &random, int count)
{
    return static_cast<int>(random() % static_cast<unsigned>(count));
}

Question conditional(std::mt19937 &random, Question made, const Question &asked)
{
    if (asked.type == Type::Text || below(random, 4) == 0)
        return answered(made, asked.code, below(random, 2) == 0);
    if (asked.type == Type::YesNo)
        return saying(made, asked.code, below(random, 2) == 0);
    if (asked.type == Type::Scale || asked.type == Type::Number) {
        const int from = asked.min + below(random, asked.max - asked.min + 1);
        return between(made, asked.code, from, from + below(random, asked.max - from + 1));
    }
    const Codes every{"a", "b", "c"};
    const auto first = static_cast<std::size_t>(below(random, 3));
    return picked(made, asked.code, {every.begin() + static_cast<int>(first), every.end()});
}

Checklist anyChecklist(unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Question> questions;
    for (int i = 0; i < 5; ++i) {
        constexpr std::array types{Type::Scale, Type::Choice, Type::Choices,
                                   Type::YesNo, Type::Number, Type::Text};
        auto made = question(
            "q" + std::to_string(i), types[random() % types.size()], below(random, 2) == 0);
        if (made.type == Type::Scale)
            made.max = 3;
        if (made.type == Type::Number) {
            made.min = -2 + below(random, 4);
            made.max = 8 + below(random, 4);
        }
        made.maxPicks = 1 + below(random, 3);
        if (i > 0 && below(random, 4) == 0)
            made = onRequest(made);
        if (i > 0 && below(random, 3) > 0)
            made = conditional(random, made, questions[static_cast<std::size_t>(below(random, i))]);
        questions.push_back(made);
    }
    return survey(questions);
}

} // namespace

void TestChecklistWays::sameAsEveryAnswerTried_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 150; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestChecklistWays::sameAsEveryAnswerTried()
{
    QFETCH(unsigned, seed);
    const auto checklist = anyChecklist(seed);
    Walker walker{checklist};
    walker.walk(0, {}, {}, 0, 0);
    const auto ways = waysThrough(checklist);
    QVERIFY(ways.complete);
    QCOMPARE(ways.number, walker.ways.size());
    QCOMPARE(ways.shortest.count, walker.shortest);
    QCOMPARE(ways.longest.count, walker.longest);
    QCOMPARE(ways.fewestTaps.count, walker.fewest);
    QCOMPARE(ways.mostTaps.count, walker.most);
    QCOMPARE(ways.longest.questions.size(), std::size_t(walker.longest));
    for (std::size_t i = 0; i < checklist.questions.size(); ++i)
        QCOMPARE(bool(ways.reachable[i]), walker.met.contains(checklist.questions[i].code));
}

void TestChecklistWays::manyBranchesAreNoTrouble()
{
    std::vector<Question> questions;
    for (int i = 0; i < 50; ++i)
        questions.push_back(question("ask-" + std::to_string(i), Type::YesNo));
    for (int i = 0; i < 50; ++i)
        questions.push_back(saying(
            question("more-" + std::to_string(i), Type::Text), "ask-" + std::to_string(i), true));
    auto ways = waysThrough(survey(questions));
    QVERIFY(ways.complete);
    QCOMPARE(ways.number, std::uint64_t(1) << 50);
    QCOMPARE(ways.shortest.count, 50);
    QCOMPARE(ways.longest.count, 100);
    QCOMPARE(ways.mostTaps.count, 50 + 100);

    for (int i = 0; i < 50; ++i)
        questions.push_back(saying(
            question("less-" + std::to_string(i), Type::YesNo), "ask-" + std::to_string(i), false));
    for (int i = 0; i < 50; ++i)
        questions.push_back(saying(
            question("end-" + std::to_string(i), Type::YesNo), "less-" + std::to_string(i), false));
    ways = waysThrough(survey(questions));
    QCOMPARE(ways.number, std::uint64_t(1'000'000'000'000'000'000)); // 3^50 and no more
}

void TestChecklistWays::tooManySetsOfPicksAreSaid()
{
    auto list = question("list", Type::Choices);
    list.choices.clear();
    std::vector<Question> questions;
    for (int i = 0; i < 50; ++i) {
        const auto code = "c" + std::to_string(i);
        list.choices.push_back({code, {}});
        questions.push_back(picked(question("of-" + code, Type::YesNo), "list", {code}));
    }
    list.maxPicks = 50;
    questions.insert(questions.begin(), list);
    const auto ways = waysThrough(survey(questions));
    QVERIFY(!ways.complete);
    QVERIFY(ways.number >= 50);
    QCOMPARE(ways.reachable, std::vector<bool>(51, true));
}

VOUCH_TEST(TestChecklistWays)

} // namespace test_checklist_ways

#include "test_checklist_ways.moc"
