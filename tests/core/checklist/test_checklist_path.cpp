#include "checklist_files.h"
#include "core/checklist/path.h"
#include "tests/support/suite.h"

#include <QTest>

#include <algorithm>

namespace test_checklist_path {

using namespace vouch::checklist;

class TestChecklistPath : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_survey = load(shippedFile); }
    void atRestOnlyTheScore();
    void branchOfEveryScore_data();
    void branchOfEveryScore();
    void changedScoreLeavesItsBranch();
    void conditionsOfEveryType();
    void passedOverIsACondition_data();
    void passedOverIsACondition();
    void contactOnRequestIsOfferedAtTheEnd();
    void answerOfABranchNotReachedOpensNothing();
    void orderTurnsByTheIdsBits();
    void everyChoiceStandsFirstEquallyOften();
    void orderWithoutRotation();

private:
    Checklist m_survey;
};

namespace {

using Codes = std::vector<std::string>;

Codes codesOf(const std::vector<const Question *> &questions)
{
    Codes codes;
    for (const auto *question : questions)
        codes.push_back(question->code);
    return codes;
}

Codes shown(const Question &question, std::uint16_t bits)
{
    Codes codes;
    for (const auto index : order(question, bits))
        codes.push_back(question.choices[index].code);
    return codes;
}

} // namespace

void TestChecklistPath::atRestOnlyTheScore()
{
    QCOMPARE(codesOf(path(m_survey, {})), Codes{"recommend"});
    QCOMPARE(codesOf(offered(m_survey, {}, "recommend")), Codes{});
    QVERIFY(reached(m_survey, {}, "recommend"));
    QVERIFY(!reached(m_survey, {}, "comment"));
}

void TestChecklistPath::branchOfEveryScore_data()
{
    QTest::addColumn<int>("score");
    for (int score = 0; score <= 10; ++score)
        QTest::addRow("%d", score) << score;
}

void TestChecklistPath::branchOfEveryScore()
{
    QFETCH(int, score);
    const Answers answers{{"recommend", score}};
    const std::string branch = score >= 9 ? "liked" : "improve";
    const std::string other = score >= 9 ? "improve" : "liked";
    QCOMPARE(codesOf(path(m_survey, answers)), (Codes{"recommend", branch}));
    QCOMPARE(codesOf(offered(m_survey, answers, branch)), Codes{"comment"});
    QCOMPARE(codesOf(offered(m_survey, answers, other)), Codes{});
    QCOMPARE(codesOf(offered(m_survey, answers, "recommend")), Codes{});
    QVERIFY(reached(m_survey, answers, branch));
    QVERIFY(!reached(m_survey, answers, other));
    QVERIFY(reached(m_survey, answers, "comment"));
    QVERIFY(!reached(m_survey, answers, "no-such-question"));
}

void TestChecklistPath::changedScoreLeavesItsBranch()
{
    Answers answers{
        {"recommend", 3}, {"improve", Codes{"queue"}}, {"comment", std::string("Too slow")}};
    QVERIFY(reached(m_survey, answers, "improve"));
    answers["recommend"] = 10;
    QVERIFY(!reached(m_survey, answers, "improve"));
    QVERIFY(reached(m_survey, answers, "comment"));
    QCOMPARE(codesOf(path(m_survey, answers)), (Codes{"recommend", "liked"}));
}

void TestChecklistPath::conditionsOfEveryType()
{
    const auto checklist = load(dataFolder + "every_type.json");
    Answers answers{{"recommend", 9}, {"liked", Codes{"other"}}};
    QCOMPARE(codesOf(path(checklist, answers)), (Codes{"recommend", "liked"}));
    answers["liked"] = Codes{"other", "staff"};
    QCOMPARE(codesOf(path(checklist, answers)), (Codes{"recommend", "liked", "visit"}));
    answers["visit"] = std::string("first");
    QVERIFY(!reached(checklist, answers, "again"));
    answers["visit"] = std::string("often");
    QVERIFY(reached(checklist, answers, "again"));
    answers["again"] = false;
    QVERIFY(!reached(checklist, answers, "times"));
    answers["again"] = true;
    answers["times"] = 49;
    QVERIFY(reached(checklist, answers, "times"));
    QVERIFY(!reached(checklist, answers, "guide"));
    answers["times"] = 50;
    QCOMPARE(
        codesOf(path(checklist, answers)),
        (Codes{"recommend", "liked", "visit", "again", "times", "guide"}));
    QCOMPARE(codesOf(offered(checklist, answers, "guide")), Codes{"comment"});
    QCOMPARE(codesOf(offered(checklist, answers, "times")), Codes{});
    answers["guide"] = std::string();
    QVERIFY(!reached(checklist, answers, "remark"));
    answers["guide"] = std::string("I live here");
    QVERIFY(reached(checklist, answers, "remark"));
}

void TestChecklistPath::passedOverIsACondition_data()
{
    QTest::addColumn<int>("type");
    for (const auto type :
         {Type::Scale, Type::Choice, Type::Choices, Type::YesNo, Type::Number, Type::Text,
          Type::Photo})
        QTest::addRow("%s", std::string(name(type)).c_str()) << static_cast<int>(type);
}

void TestChecklistPath::passedOverIsACondition()
{
    QFETCH(int, type);
    Question asked;
    asked.code = "asked";
    asked.type = static_cast<Type>(type);
    Question ifNot;
    ifNot.code = "if-not";
    ifNot.when.emplace().question = "asked";
    ifNot.when->answered = false;
    auto ifSo = ifNot;
    ifSo.code = "if-so";
    ifSo.when->answered = true;
    Checklist checklist;
    checklist.questions = {asked, ifNot, ifSo};

    std::vector<Answer> given{0, false, Codes{"a"}, std::string("x")};
    for (const auto &answer : given)
        QCOMPARE(codesOf(path(checklist, {{"asked", answer}})), (Codes{"asked", "if-so"}));
    QCOMPARE(codesOf(path(checklist, {})), (Codes{"asked", "if-not"}));
    QCOMPARE(codesOf(path(checklist, {{"asked", Codes{}}})), (Codes{"asked", "if-not"}));
    QCOMPARE(codesOf(path(checklist, {{"asked", std::string()}})), (Codes{"asked", "if-not"}));
}

void TestChecklistPath::contactOnRequestIsOfferedAtTheEnd()
{
    const auto checklist = load(dataFolder + "every_type.json");
    const Answers detractor{{"recommend", 6}};
    QCOMPARE(offeredAtEnd(checklist, detractor), checklist.find("call"));
    QVERIFY(reached(checklist, detractor, "call"));
    QCOMPARE(codesOf(path(checklist, detractor)), (Codes{"recommend", "phone"}));
    QCOMPARE(codesOf(offered(checklist, detractor, "phone")), Codes{});
    QCOMPARE(offeredAtEnd(checklist, {{"recommend", 7}}), nullptr);
    QCOMPARE(offeredAtEnd(checklist, {}), nullptr);
}

void TestChecklistPath::answerOfABranchNotReachedOpensNothing()
{
    const auto checklist = load(dataFolder + "every_type.json");
    const Answers answers{
        {"recommend", 5},
        {"liked", Codes{"staff"}},
        {"visit", std::string("often")},
        {"again", true}};
    QCOMPARE(codesOf(path(checklist, answers)), (Codes{"recommend", "phone"}));
    QVERIFY(!reached(checklist, answers, "visit"));
    QCOMPARE(codesOf(offered(checklist, answers, "recommend")), Codes{"comment"});
}

void TestChecklistPath::orderTurnsByTheIdsBits()
{
    const auto &liked = *m_survey.find("liked");
    const Codes asInTheFile{"choice", "quality",     "prices", "stock",    "staff", "advice",
                            "queue",  "cleanliness", "layout", "location", "other"};
    QCOMPARE(shown(liked, 0), asInTheFile);
    QCOMPARE(shown(liked, 10), asInTheFile);
    QCOMPARE(
        shown(liked, 3), (Codes{
                             "stock", "staff", "advice", "queue", "cleanliness", "layout",
                             "location", "choice", "quality", "prices", "other"}));
    QCOMPARE(shown(liked, 65535), shown(liked, 5));
}

void TestChecklistPath::everyChoiceStandsFirstEquallyOften()
{
    const auto &improve = *m_survey.find("improve");
    std::map<std::string, int> first;
    for (int bits = 0; bits < 65530; ++bits) {
        const auto codes = order(improve, static_cast<std::uint16_t>(bits));
        ++first[improve.choices[codes.front()].code];
        QCOMPARE(improve.choices[codes.back()].code, "other");
    }
    QCOMPARE(first.size(), 10u);
    for (const auto &[code, count] : first)
        QCOMPARE(count, 6553);
}

void TestChecklistPath::orderWithoutRotation()
{
    Question question;
    QCOMPARE(order(question, 7).size(), 0u);
    question.choices = {{"other", {}}, {"a", {}}, {"b", {}}};
    QCOMPARE(shown(question, 1), (Codes{"other", "a", "b"}));
    question.last = "other";
    QCOMPARE(shown(question, 1), (Codes{"a", "b", "other"}));
    question.rotate = true;
    QCOMPARE(shown(question, 1), (Codes{"b", "a", "other"}));
    question.choices = {{"other", {}}};
    QCOMPARE(shown(question, 1), Codes{"other"});
}

VOUCH_TEST(TestChecklistPath)

} // namespace test_checklist_path

#include "test_checklist_path.moc"
