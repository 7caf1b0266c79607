#include "checklist_files.h"
#include "core/base/json.h"
#include "core/checklist/answer_json.h"
#include "tests/support/suite.h"

#include <QTest>

Q_DECLARE_METATYPE(vouch::checklist::Answer)

namespace test_checklist_answer {

using namespace vouch;
using namespace vouch::checklist;

using Codes = std::vector<std::string>;

class TestChecklistAnswer : public QObject
{
    Q_OBJECT

private slots:
    void validation_data();
    void validation();
    void emptyAnswers();
    void jsonBothWays_data();
    void jsonBothWays();
    void jsonOfAnotherType_data();
    void jsonOfAnotherType();
};

void TestChecklistAnswer::validation_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *question, Answer answer, const char *code) {
        QTest::newRow(name) << question << answer << code;
    };
    const auto text = [](std::string value) { return Answer(std::move(value)); };
    row("0", "recommend", 0, "");
    row("10", "recommend", 10, "");
    row("-1", "recommend", -1, "answer-out-of-range");
    row("11", "recommend", 11, "answer-out-of-range");
    row("score as text", "recommend", text("9"), "answer-type");
    row("score as bool", "recommend", true, "answer-type");
    row("number", "times", 99, "");
    row("number too big", "times", 100, "answer-out-of-range");
    row("no pick", "liked", Codes{}, "");
    row("two picks", "liked", Codes{"other", "staff"}, "");
    row("three picks", "liked", Codes{"other", "staff", "prices"}, "answer-too-many");
    row("one pick twice", "liked", Codes{"staff", "staff"}, "answer-duplicate");
    row("unknown pick", "liked", Codes{"queue"}, "answer-unknown-choice");
    row("pick as text", "liked", text("staff"), "answer-type");
    row("choice", "visit", text("often"), "");
    row("unknown choice", "visit", text("never"), "answer-unknown-choice");
    row("choice as list", "visit", Codes{"often"}, "answer-type");
    row("no", "again", false, "");
    row("yes as number", "again", 1, "answer-type");
    row("text", "comment", text("நன்றி 🙂"), "");
    row("empty text", "comment", text(""), "");
    row("longest text", "comment", text(std::string(maxTextBytes, 'x')), "");
    row("text too long", "comment", text(std::string(maxTextBytes + 1, 'x')), "answer-too-long");
    row("Latin-1", "comment", text("caf\xE9"), "answer-not-utf8");
    row("text as number", "comment", 5, "answer-type");
    row("a contact in clear", "phone", text("+49 30 1234"), "answer-type");
}

void TestChecklistAnswer::validation()
{
    QFETCH(QString, question);
    QFETCH(Answer, answer);
    QFETCH(QString, code);
    const auto checklist = load(dataFolder + "every_type.json");
    const auto *asked = checklist.find(question.toStdString());
    QVERIFY(asked);
    const auto result = validate(*asked, answer);
    QCOMPARE(result ? QString() : QString::fromStdString(result.failure().code), code);
    if (!result)
        QCOMPARE(result.failure().where, asked->code);
}

void TestChecklistAnswer::emptyAnswers()
{
    QVERIFY(isEmpty(Codes{}));
    QVERIFY(isEmpty(std::string()));
    QVERIFY(!isEmpty(Codes{"staff"}));
    QVERIFY(!isEmpty(std::string("x")));
    QVERIFY(!isEmpty(0));
    QVERIFY(!isEmpty(false));
}

void TestChecklistAnswer::jsonBothWays_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](Type type, Answer answer, const char *text) {
        QTest::addRow("%s %s", std::string(name(type)).c_str(), text)
            << static_cast<int>(type) << answer << QByteArray(text);
    };
    row(Type::Scale, 9, "9");
    row(Type::Number, -3, "-3");
    row(Type::Choices, Codes{"staff", "prices"}, R"(["staff","prices"])");
    row(Type::Choices, Codes{}, "[]");
    row(Type::Choice, std::string("often"), R"("often")");
    row(Type::Text, std::string("قیمت‌ها"), R"("قیمت‌ها")");
    row(Type::YesNo, false, "false");
}

void TestChecklistAnswer::jsonBothWays()
{
    QFETCH(int, type);
    QFETCH(Answer, answer);
    QFETCH(QByteArray, text);
    QCOMPARE(canonicalJson(toJson(answer)).value(), text.toStdString());
    const auto read = answerFromJson(static_cast<Type>(type), json::parse(text.toStdString()));
    QVERIFY(read);
    QVERIFY(*read == answer);
}

void TestChecklistAnswer::jsonOfAnotherType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](Type type, const char *text) {
        QTest::addRow("%s %s", std::string(name(type)).c_str(), text)
            << static_cast<int>(type) << QByteArray(text);
    };
    row(Type::Scale, "9.0");
    row(Type::Scale, "\"9\"");
    row(Type::Scale, "3000000000");
    row(Type::Number, "18446744073709551615");
    row(Type::Choices, "\"staff\"");
    row(Type::Choices, "[\"staff\",1]");
    row(Type::Choice, "[\"often\"]");
    row(Type::Text, "null");
    row(Type::YesNo, "1");
    row(Type::Contact, "\"a@b\"");
    row(Type::Contact, "{}");
}

void TestChecklistAnswer::jsonOfAnotherType()
{
    QFETCH(int, type);
    QFETCH(QByteArray, text);
    const auto read = answerFromJson(static_cast<Type>(type), json::parse(text.toStdString()));
    QVERIFY(!read);
    QCOMPARE(read.failure().code, "answer-type");
}

VOUCH_TEST(TestChecklistAnswer)

} // namespace test_checklist_answer

#include "test_checklist_answer.moc"
