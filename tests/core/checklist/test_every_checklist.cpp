#include "checklist_files.h"
#include "core/checklist/path.h"
#include "core/checklist/simulate.h"
#include "tests/support/suite.h"

#include <QTest>

#include <filesystem>
#include <random>

namespace test_every_checklist {

using namespace vouch;
using namespace vouch::checklist;

/// Every file that is shipped, and odd ones that nobody would ship: each is read, simulated, and
/// walked as a shopper walks it.
class TestEveryChecklist : public QObject
{
    Q_OBJECT

private slots:
    void shipped_data();
    void shipped();
    void odd_data();
    void odd();
    void walks_data();
    void walks();

private:
    void addFiles(const std::string &folder);
};

namespace {

QByteArray texts(const std::vector<Failure> &failures)
{
    QByteArray out;
    for (const auto &failure : failures)
        out += QByteArray::fromStdString(failure.text()) + "\n";
    return out;
}

QByteArray codes(const std::vector<Failure> &failures)
{
    QByteArrayList out;
    for (const auto &failure : failures)
        out += QByteArray::fromStdString(failure.code);
    return out.join(' ');
}

int below(std::mt19937 &random, std::size_t count)
{
    return static_cast<int>(random() % count);
}

/// Some answer that may be stored for the question; none now and then where that is allowed.
std::optional<Answer> someAnswer(std::mt19937 &random, const Question &asked)
{
    if (asked.type == Type::Contact || (!asked.required && below(random, 3) == 0))
        return std::nullopt;
    switch (asked.type) {
    case Type::Scale:
    case Type::Number:
        return asked.min + below(random, std::size_t(std::int64_t(asked.max) - asked.min + 1));
    case Type::Choice:
        return asked.choices[std::size_t(below(random, asked.choices.size()))].code;
    case Type::Choices: {
        std::vector<std::string> picks;
        const auto first = std::size_t(below(random, asked.choices.size()));
        const auto count = std::size_t(1 + below(random, std::size_t(asked.maxPicks)));
        for (std::size_t i = 0; i < count; ++i)
            picks.push_back(asked.choices[(first + i) % asked.choices.size()].code);
        return picks;
    }
    case Type::YesNo:
        return below(random, 2) == 0;
    default:
        return std::string("x");
    }
}

} // namespace

void TestEveryChecklist::addFiles(const std::string &folder)
{
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.ends_with(".json") && !name.ends_with(".schema.json"))
            QTest::addRow("%s", name.c_str()) << QString::fromStdString(entry.path().string());
    }
}

void TestEveryChecklist::shipped_data()
{
    QTest::addColumn<QString>("file");
    addFiles(VOUCH_SOURCE_DIR "/resources/checklists");
}

void TestEveryChecklist::shipped()
{
    QFETCH(QString, file);
    const auto simulation = simulate(load(file.toStdString()));
    QCOMPARE(texts(simulation.problems), QByteArray());
    QCOMPARE(texts(simulation.warnings), QByteArray());
    QVERIFY(simulation.ways.complete && simulation.ways.number > 0);
    QVERIFY(simulation.ways.longest.count <= mostQuestions);
}

void TestEveryChecklist::odd_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("warnings");
    QTest::addColumn<int>("shortest");
    QTest::addColumn<int>("longest");
    const auto row = [](const char *name, const char *warnings, int shortest, int longest) {
        QTest::newRow(name) << QString::fromStdString(dataFolder + "odd/" + name)
                            << QByteArray(warnings) << shortest << longest;
    };
    row("twenty_languages.json",
        "interface-text interface-text interface-text interface-text interface-text "
        "interface-text interface-text interface-text interface-text",
        3, 6);
    row("long_chain.json", "long", 1, 60);
    row("forks.json", "", 3, 6);
    row("store_walk.json", "", 23, 23);
    row("least.json", "interface-text", 1, 1);
    row("hundred.json", "long", 7, 100);
}

void TestEveryChecklist::odd()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, warnings);
    QFETCH(int, shortest);
    QFETCH(int, longest);
    const auto simulation = simulate(load(file.toStdString()));
    QCOMPARE(texts(simulation.problems), QByteArray());
    QCOMPARE(codes(simulation.warnings), warnings);
    QVERIFY(simulation.ways.complete);
    QCOMPARE(simulation.ways.shortest.count, shortest);
    QCOMPARE(simulation.ways.longest.count, longest);
}

void TestEveryChecklist::walks_data()
{
    QTest::addColumn<QString>("file");
    addFiles(VOUCH_SOURCE_DIR "/resources/checklists");
    addFiles(dataFolder + "odd");
}

/// Page after page, as the kiosk does it: each step finds a page, each answer may be stored, the
/// length lies within what the simulation says.
void TestEveryChecklist::walks()
{
    QFETCH(QString, file);
    const auto checklist = load(file.toStdString());
    const auto ways = simulate(checklist).ways;
    std::mt19937 random(7);
    for (int shopper = 0; shopper < 300; ++shopper) {
        Answers answers;
        std::size_t done = 0;
        for (auto pages = path(checklist, answers); done < pages.size();
             pages = path(checklist, answers), ++done) {
            auto asked = offered(checklist, answers, pages[done]->code);
            asked.insert(asked.begin(), pages[done]);
            for (const auto *question : asked) {
                QVERIFY(reached(checklist, answers, question->code));
                QVERIFY(!question->onRequest || question->type != Type::Contact);
                if (const auto answer = someAnswer(random, *question)) {
                    QVERIFY(validate(*question, *answer));
                    answers[question->code] = *answer;
                }
            }
        }
        QVERIFY(int(done) >= ways.shortest.count && int(done) <= ways.longest.count);
        const auto *contact = offeredAtEnd(checklist, answers);
        QVERIFY(!contact || reached(checklist, answers, contact->code));
        if (!checklist.score.empty())
            QVERIFY(answers.contains(checklist.score));
    }
}

VOUCH_TEST(TestEveryChecklist)

} // namespace test_every_checklist

#include "test_every_checklist.moc"
